import { describe, expect, it } from 'vitest'
import { lateCalls } from './late-calls.ts'

class Desk {
  readonly #name = 'desk'
  async look(code: string, { again = false } = {}): Promise<string> { return `${this.#name} ${code} ${again}` }
}

describe('lateCalls', () => {
  it('fetches nothing until it is asked, and hands on what it is asked', async () => {
    let loads = 0
    const calls = lateCalls(async () => { loads += 1; return new Desk() }, 'look')
    expect([loads, Object.keys(calls)]).toEqual([0, ['look']])
    expect(await calls.look('H01', { again: true })).toBe('desk H01 true')
  })

  it('fails with what was lost on the way, and fetches it again with the next call', async () => {
    let lost = true
    const calls = lateCalls(async () => { if (lost) throw new TypeError('network'); return new Desk() }, 'look')
    await expect(calls.look('H01')).rejects.toThrow('network')
    lost = false
    expect(await calls.look('H01')).toBe('desk H01 false')
  })
})

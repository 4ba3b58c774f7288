import { readDefinitionFiles } from '@motcua/schemas/definitions'
import { effect } from '@preact/signals-core'
import { describe, expect, it } from 'vitest'
import { PlaceDirectory } from './place-directory.ts'
import { readCommunes } from './read-communes.ts'

const table: unknown = JSON.parse(readDefinitionFiles({ generatedAt: '2026-11-21T00:00:00Z' }).get('reference/communes.json') ?? '{}')

async function directory(): Promise<PlaceDirectory> {
  const places = new PlaceDirectory(async () => table)
  await places.load(readCommunes)
  return places
}

describe('PlaceDirectory', () => {
  it('knows the commune by its code, with its kind and province', async () => {
    expect((await directory()).communeName('30838')).toBe('Xã Mỹ Thuận, An Giang')
  })

  it('knows the province of a commune once the list has come', async () => {
    const places = new PlaceDirectory(async () => table)
    const seen: Array<string | undefined> = []
    const stop = effect(() => { seen.push(places.provinceOf('30838')) })
    await places.load(readCommunes)
    stop()
    expect([seen[0], seen.at(-1), places.provinceOf('99999')]).toEqual([undefined, '91', undefined])
  })

  it('says that it failed, and tries again when asked again', async () => {
    let calls = 0
    const places = new PlaceDirectory(async () => { calls += 1; if (calls === 1) throw new TypeError('network'); return table })
    await places.load(readCommunes)
    expect(places.state.value).toBe('failed')
    await places.load(readCommunes)
    expect(places.state.value).toBe('ready')
    await places.load(readCommunes)
    expect(calls).toBe(2)
  })

  it('refuses a file that is no list of communes', async () => {
    const places = new PlaceDirectory(async () => ({ provinces: [] }))
    await places.load(readCommunes)
    expect(places.state.value).toBe('failed')
  })
})

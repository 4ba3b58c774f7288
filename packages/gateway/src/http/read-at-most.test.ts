import { describe, expect, it } from 'vitest'
import { readAnswer, readAtMost } from './read-at-most.ts'

/** A body that never ends, and how much of it was asked for. */
function endless(): { response: Response; given: () => number; isCancelled: () => boolean } {
  let given = 0
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) { given += 1000; controller.enqueue(new Uint8Array(1000)) },
    cancel() { cancelled = true },
  })
  return { response: new Response(body), given: () => given, isCancelled: () => cancelled }
}

describe('a body with a ceiling', () => {
  it.each([[0, 0], [3, 3], [3, 4]])('of %d bytes is read under a ceiling of %d', async (size, limit) => {
    expect(await readAtMost(new Response(new Uint8Array(size)), limit)).toHaveLength(size)
  })

  it('is given up as soon as it is longer, and read no further', async () => {
    const { response, given, isCancelled } = endless()
    expect(await readAtMost(response, 5000)).toBeUndefined()
    expect(given()).toBeLessThan(10_000)
    expect(isCancelled()).toBe(true)
  })

  it('is not begun when it announces too much', async () => {
    const { response: { body }, isCancelled } = endless()
    expect(await readAtMost(new Response(body, { headers: { 'Content-Length': '6000' } }), 5000)).toBeUndefined()
    expect(isCancelled()).toBe(true)
  })

  it('is an error where another system answers', async () => {
    expect(await readAnswer(new Response('Được'))).toBe('Được')
    await expect(readAnswer(endless().response)).rejects.toThrow(TypeError)
  })
})

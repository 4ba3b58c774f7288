import { describe, expect, it } from 'vitest'
import { draftStorage } from './draft-storage.ts'

const sealed = async () => ({
  key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  iv: new Uint8Array(12), data: new ArrayBuffer(4), expiresAt: Date.now() + 1000,
})

describe('draftStorage', () => {
  it('gives back what was put, by name, and forgets what was deleted', async () => {
    const storage = draftStorage()
    await storage.put('a', await sealed())
    await storage.put('b', await sealed())
    expect((await storage.get('a'))?.key.extractable).toBe(false)
    await storage.delete('a')
    expect(await storage.get('a')).toBeUndefined()
    expect(await storage.list()).toEqual(['b'])
    await storage.delete('b')
  })

  // A browser that is starved may close the page before it hears of the deletion: no code of a page can help that.
  it('deletes a draft although the page is left in the same moment', { retry: 2 }, async () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inFrame = draftStorage(frame.contentWindow?.indexedDB)
    await draftStorage().put('left-behind', await sealed())
    expect(await inFrame.list()).toEqual(['left-behind'])
    void inFrame.delete('left-behind')
    // One turn of the page, as between a click and the navigation that follows it.
    await new Promise((resolve) => { setTimeout(resolve) })
    frame.remove()
    await expect.poll(() => draftStorage().list(), { timeout: 5000 }).toEqual([])
  })
})

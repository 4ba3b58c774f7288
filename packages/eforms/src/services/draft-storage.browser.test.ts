import { afterEach, describe, expect, it, vi } from 'vitest'
import { deviceDrafts } from './device-drafts.ts'
import { draftStorage } from './draft-storage.ts'

const sealed = async () => ({
  key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  iv: new Uint8Array(12), data: new ArrayBuffer(4), expiresAt: Date.now() + 1000,
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('draftStorage', () => {
  it('refuses only what is asked of it where a page may not even name the storage', async () => {
    vi.spyOn(globalThis, 'indexedDB', 'get').mockImplementation(() => { throw new DOMException('The operation is insecure.', 'SecurityError') })
    const drafts = deviceDrafts()
    await expect(drafts.list('extract-copy')).rejects.toThrow('insecure')
  })

  it('gives up on a storage that does not open, so that a form does not wait for ever, and tries again when it is asked again', async () => {
    vi.useFakeTimers()
    let isSilent = true
    // All of it that is asked for.
    const slow = { open: (...names: Parameters<IDBFactory['open']>) => (isSilent ? {} : indexedDB.open(...names)) } as unknown as IDBFactory
    const storage = draftStorage(slow)
    const list = expect(storage.list()).rejects.toMatchObject({ name: 'TimeoutError' })
    await vi.advanceTimersByTimeAsync(5000)
    await list
    vi.useRealTimers()
    isSilent = false
    expect(await storage.list()).toEqual([])
  })

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

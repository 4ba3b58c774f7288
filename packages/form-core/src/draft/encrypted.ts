import { decodeDraft, encodeDraft } from './codec.ts'
import type { Draft } from './codec.ts'
import type { DraftStore } from './store.ts'

/** A sealed draft as it lies in storage. The key is not extractable: storage must keep it by structured clone, as IndexedDB does. */
export interface SealedDraft {
  key: CryptoKey
  /** 96 bits, new for every save. */
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** Where sealed drafts lie; the IndexedDB adapter is in the elements' package. */
export interface DraftStorage {
  get(id: string): Promise<SealedDraft | undefined>
  put(id: string, draft: SealedDraft): Promise<void>
  delete(id: string): Promise<void>
  list(): Promise<string[]>
}

export interface EncryptedDraftOptions {
  storage: DraftStorage
  /** @default 7 days, in milliseconds, from the last save */
  maxAgeMs?: number
  /** @default () => new Date() */
  now?: () => Date
  /** @default globalThis.crypto */
  crypto?: Pick<Crypto, 'subtle' | 'getRandomValues'>
}

const SEVEN_DAYS_MS = 7 * 24 * 3_600_000

/**
 * Drafts encrypted with AES-GCM, one non-extractable key per draft, gone after seven days. It protects answers at rest
 * in the browser's storage; it does not protect them from scripts of the page they are typed into. Expired drafts are
 * deleted whenever the store is used.
 *
 * @example const drafts = encryptedDraftStore({ storage: indexedDbStorage })
 */
export function encryptedDraftStore(options: EncryptedDraftOptions): DraftStore {
  const { storage, maxAgeMs = SEVEN_DAYS_MS, now = () => new Date(), crypto = globalThis.crypto } = options

  const fresh = async (id: string): Promise<SealedDraft | undefined> => {
    const sealed = await storage.get(id)
    if (!sealed || sealed.expiresAt > now().getTime()) return sealed
    await storage.delete(id)
    return undefined
  }
  const sweep = async (): Promise<void> => {
    for (const id of await storage.list()) await fresh(id)
  }

  // One after another: a save under way when somebody signs out must not put its draft back after the wipe.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn
    return turn
  }

  return {
    save: (id, draft: Draft) => inTurn(async () => {
      await sweep()
      const key = (await fresh(id))?.key ?? await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const data = await crypto.subtle.encrypt(seal(id, iv), key, encodeDraft(draft))
      await storage.put(id, { key, iv, data, expiresAt: now().getTime() + maxAgeMs })
    }),
    load: id => inTurn(async () => {
      await sweep()
      const sealed = await fresh(id)
      if (!sealed) return undefined
      try {
        return decodeDraft(new Uint8Array(await crypto.subtle.decrypt(seal(id, sealed.iv), sealed.key, sealed.data)))
      } catch {
        // Damaged or from a format we no longer read: nobody can act on it, and it must not come up again.
        await storage.delete(id)
        return undefined
      }
    }),
    list: () => inTurn(async () => {
      await sweep()
      return storage.list()
    }),
    remove: id => inTurn(() => storage.delete(id)),
    removeAll: () => inTurn(async () => {
      for (const id of await storage.list()) await storage.delete(id)
    }),
  }
}

/** The draft's name is authenticated too: a sealed draft cannot be put under another name. */
function seal(id: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }
}

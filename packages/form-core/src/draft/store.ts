import type { Draft } from './codec.ts'
import { decodeDraft, encodeDraft } from './codec.ts'

/** Keeps drafts. `key` names one draft on this device, for example slug, commune and a number. */
export interface DraftStore {
  save(key: string, draft: Draft): Promise<void>
  /** `undefined` when there is none, it has expired, or it cannot be read any more. */
  load(key: string): Promise<Draft | undefined>
  /** Names of the drafts there are. */
  list(): Promise<string[]>
  /** After submission. */
  remove(key: string): Promise<void>
  /** At sign-out and when a shared device is handed on. */
  removeAll(): Promise<void>
}

/** Drafts that live as long as the page: the store for shared and assisted mode. */
export function memoryDraftStore(): DraftStore {
  const drafts = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    async save(key, draft) {
      drafts.set(key, encodeDraft(draft))
    },
    async load(key) {
      const bytes = drafts.get(key)
      return bytes && decodeDraft(bytes)
    },
    async list() {
      return [...drafts.keys()]
    },
    async remove(key) {
      drafts.delete(key)
    },
    async removeAll() {
      drafts.clear()
    },
  }
}

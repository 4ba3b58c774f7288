import { encryptedDraftStore } from '@motcua/form-core/draft'
import type { StoredFile } from './contract.ts'
import { draftStorage } from './draft-storage.ts'
import type { DraftContent, DraftServices } from './services.ts'

/** What a draft remembers beside the answers; it travels as the draft's page name, so that it is encrypted with it. */
type Bookmark = Omit<DraftContent, 'snapshot'>

/**
 * Drafts in IndexedDB, encrypted with a key that cannot be taken out of the browser. Protects what lies in storage; does
 * not protect from scripts of the page.
 */
export function deviceDrafts(): DraftServices {
  const store = encryptedDraftStore({ storage: draftStorage() })
  return {
    async save(key, { snapshot, ...bookmark }) {
      const savedAt = new Date()
      await store.save(key, { snapshot, page: JSON.stringify(bookmark), savedAt: savedAt.toISOString() })
      return savedAt
    },
    async load(key) {
      const draft = await store.load(key)
      if (!draft) return null
      return { content: { snapshot: draft.snapshot, ...readBookmark(draft.page) }, savedAt: new Date(draft.savedAt) }
    },
    remove: (key) => store.remove(key),
    removeAll: () => store.removeAll(),
  }
}

function readBookmark(text: string | undefined): Bookmark {
  const value: Partial<Record<keyof Bookmark, unknown>> = JSON.parse(text ?? '{}')
  return {
    step: typeof value.step === 'string' ? value.step : '',
    attachments: Array.isArray(value.attachments) ? value.attachments.filter(isStoredFile) : [],
    idempotencyKey: typeof value.idempotencyKey === 'string' ? value.idempotencyKey : crypto.randomUUID(),
    chosen: value.chosen === true,
  }
}

function isStoredFile(value: unknown): value is StoredFile {
  return typeof value === 'object' && value !== null && 'uploadId' in value && 'documentId' in value && 'name' in value && 'bytes' in value && 'sha256' in value
}

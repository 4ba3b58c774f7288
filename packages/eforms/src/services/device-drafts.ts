import type { JsonObject, JsonValue } from '@motcua/core/json'
import { encryptedDraftStore } from '@motcua/form-core/draft'
import type { Draft } from '@motcua/form-core/draft'
import type { StoredFile } from './contract.ts'
import { draftStorage } from './draft-storage.ts'
import type { DraftContent, DraftServices, KeptDraft } from './services.ts'

/**
 * Drafts in IndexedDB, each encrypted with a key of its own that cannot be taken out of the browser. Protects what lies in
 * storage; does not protect from scripts of the page.
 */
export function deviceDrafts(): DraftServices {
  const store = encryptedDraftStore({ storage: draftStorage() })
  return {
    async list(form) {
      const ids = (await store.list()).filter((id) => id === form || id.startsWith(`${form}:`))
      const drafts = await Promise.all(ids.map(async (id): Promise<KeptDraft | undefined> => {
        const draft = await store.load(id)
        return draft && { id, content: contentOf(draft), savedAt: new Date(draft.savedAt) }
      }))
      return drafts.filter((draft) => draft !== undefined).sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime())
    },
    async save(id, { snapshot, step, attachments, idempotencyKey, chosen }) {
      const savedAt = new Date()
      await store.save(id, { snapshot, page: step, beside: { attachments: attachments.map((file) => ({ ...file })), idempotencyKey, chosen }, savedAt: savedAt.toISOString() })
      return savedAt
    },
    remove: (id) => store.remove(id),
    removeAll: () => store.removeAll(),
  }
}

function contentOf({ snapshot, page = '', beside = {} }: Draft): DraftContent {
  // Until November 2026 all of it was written where the page's name belongs.
  const { step, attachments, idempotencyKey, chosen }: JsonObject = page.startsWith('{') ? JSON.parse(page) : { ...beside, step: page }
  return {
    snapshot,
    step: typeof step === 'string' ? step : '',
    attachments: Array.isArray(attachments) ? attachments.filter(isStoredFile) : [],
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : crypto.randomUUID(),
    chosen: chosen === true,
  }
}

function isStoredFile(value: JsonValue): value is JsonValue & StoredFile {
  return typeof value === 'object' && value !== null && 'uploadId' in value && 'documentId' in value && 'name' in value && 'bytes' in value && 'sha256' in value
}

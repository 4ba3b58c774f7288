import type { DraftStorage, SealedDraft } from '@motcua/form-core/draft'

const STORE = 'drafts'

/** A browser whose storage is out of order may not even refuse. */
const ANSWERS_WITHIN_MS = 5000

/**
 * Sealed drafts in IndexedDB. Writes are committed at once, so that what was asked for just before leaving the page is
 * done even when the page is gone. A browser that keeps nothing refuses when drafts are asked for, not before.
 */
export function draftStorage(factory?: IDBFactory): DraftStorage {
  let opening: Promise<IDBDatabase> | undefined
  const database = (): Promise<IDBDatabase> => opening ??= open(factory).catch((error: unknown) => { opening = undefined; throw error })
  const read = async <T>(ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => answer(ask((await database()).transaction(STORE).objectStore(STORE)))
  const write = async (ask: (store: IDBObjectStore) => IDBRequest): Promise<void> => {
    const transaction = (await database()).transaction(STORE, 'readwrite')
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => { resolve() }
      transaction.onabort = () => { reject(transaction.error ?? new DOMException('The draft could not be written.', 'AbortError')) }
    })
    ask(transaction.objectStore(STORE))
    transaction.commit()
    return done
  }
  return {
    // Only this module writes to the store.
    get: (id) => read((store) => store.get(id) as IDBRequest<SealedDraft | undefined>),
    put: (id, draft) => write((store) => store.put(draft, id)),
    delete: (id) => write((store) => store.delete(id)),
    list: () => read((store) => store.getAllKeys() as IDBRequest<string[]>),
  }
}

/** To name `indexedDB` throws in Firefox where storage is blocked. */
async function open(factory = indexedDB): Promise<IDBDatabase> {
  const request = factory.open('motcua-drafts', 1)
  request.onupgradeneeded = () => { request.result.createObjectStore(STORE) }
  return answer(request)
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result) }
    request.onerror = () => { reject(request.error) }
    setTimeout(reject, ANSWERS_WITHIN_MS, new DOMException('No answer', 'TimeoutError'))
  })
}

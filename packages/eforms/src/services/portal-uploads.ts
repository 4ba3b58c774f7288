import type { FilingClient } from '@motcua/portal-client/filing'
import { uploadFile } from '@motcua/portal-client/upload'
import { sniffMediaType } from '@motcua/dossier/documents'
import type { StoredFile } from './contract.ts'
import type { UploadOptions } from './services.ts'

export { removeUpload } from '@motcua/portal-client/upload'

/** Uploads a paper by what it is, not by what its name says. A chunk of its own: who has no paper to send does without. */
export async function upload(client: FilingClient, file: File, { documentId, procedure, commune, signal, onProgress, shared }: UploadOptions): Promise<StoredFile> {
  const mediaType = sniffMediaType(new Uint8Array(await file.slice(0, 4096).arrayBuffer())) ?? file.type
  // Kept by hash, without a name: a reload and the same file go on where they stopped.
  return uploadFile(client, file, { documentId, procedure, commune, signal, mediaType, onProgress, fileName: file.name.normalize('NFC'), ...(!shared && { storage: sessionStorage }) })
}

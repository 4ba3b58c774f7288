import { sniffMediaType } from '@motcua/dossier/documents'
import type { Selectable } from 'kysely'
import { toInteger, type Database } from '../database/schema.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'

export type UploadRow = Selectable<Database['uploads']>

export interface StoredFile { uploadId: string; documentId: string; name: string; mediaType: string; bytes: number; sha256: string }

/**
 * Checks a complete upload by its bytes and records its hash; repeats give the same answer, also after a crash between
 * the last byte and the record. Throws `upload-incomplete`, `not-what-it-claims` or `upload-gone`.
 */
export async function finishUpload(services: Services, row: UploadRow): Promise<StoredFile> {
  const { db, files, clock } = services
  if (row.status === 'rejected') throw new Problem('not-what-it-claims', { documentId: row.document_id })
  if (row.status === 'stored' && row.media_type !== null && row.sha256 !== null) return storedFile(row, row.media_type, row.sha256)
  let onDisk: number
  try {
    onDisk = await files.size(row.id)
  } catch {
    throw new Problem('upload-gone')
  }
  if (onDisk !== toInteger(row.size)) throw new Problem('upload-incomplete', { offset: onDisk, length: toInteger(row.size) })
  const mediaType = sniffMediaType(await files.head(row.id, 16))
  if (mediaType === null || mediaType !== row.declared_type) {
    await db.updateTable('uploads').set({ status: 'rejected' }).where('id', '=', row.id).execute()
    await files.removeUpload(row.id)
    throw new Problem('not-what-it-claims', { documentId: row.document_id, detail: 'The first bytes of the file are not those of the declared type.' })
  }
  const sha256 = await files.hash(row.id)
  await db.updateTable('uploads').set({ status: 'stored', media_type: mediaType, sha256, stored_at: clock() }).where('id', '=', row.id).where('status', '=', 'open').execute()
  return storedFile(row, mediaType, sha256)
}

export function storedFile(row: Pick<UploadRow, 'id' | 'document_id' | 'name' | 'size'>, mediaType: string, sha256: string): StoredFile {
  return { uploadId: row.id, documentId: row.document_id, name: row.name, mediaType, bytes: toInteger(row.size), sha256 }
}

import type { Transaction } from 'kysely'
import { toInteger, type Database } from '../database/schema.ts'
import { Problem } from '../http/problem.ts'
import type { UploadRow } from '../uploads/finish.ts'
import type { SubmittedAttachment } from './submission.ts'

/**
 * Takes uploads into a dossier being written: locked, owned by the applicant, complete, for this procedure and commune,
 * not used before, and with the hash that the page was told. Throws `attachment-mismatch`.
 */
export async function claimUploads(
  trx: Transaction<Database>, attachments: readonly SubmittedAttachment[], expected: { owner: string; slug: string; commune: string },
): Promise<UploadRow[]> {
  const ids = attachments.map((attachment) => attachment.uploadId)
  if (new Set(ids).size !== ids.length) throw new Problem('attachment-mismatch', { detail: 'One upload is named twice.' })
  if (ids.length === 0) return []
  const rows = await trx.selectFrom('uploads').selectAll().where('id', 'in', ids).orderBy('id').forUpdate().execute()
  return attachments.map((attachment, index) => {
    const row = rows.find((candidate) => candidate.id === attachment.uploadId)
    const holds = row !== undefined && row.owner === expected.owner && row.slug === expected.slug && row.commune === expected.commune
      && row.status === 'stored' && row.dossier_code === null && row.sha256 === attachment.sha256 && row.document_id === attachment.documentId
    if (!holds) throw new Problem('attachment-mismatch', { errors: [{ pointer: `/attachments/${index}`, code: 'attachment-mismatch', params: { documentId: attachment.documentId } }] })
    return row
  })
}

/** Records claimed uploads as papers of a dossier. */
export async function attachUploads(trx: Transaction<Database>, dossierCode: string, rows: readonly UploadRow[], now: Date): Promise<void> {
  if (rows.length === 0) return
  await trx.updateTable('uploads').set({ dossier_code: dossierCode }).where('id', 'in', rows.map((row) => row.id)).execute()
  await trx.insertInto('attachments').values(rows.map((row) => ({
    dossier_code: dossierCode, upload_id: row.id, document_id: row.document_id, sha256: row.sha256 ?? '', name: row.name,
    media_type: row.media_type ?? '', bytes: toInteger(row.size), current: true, added_at: now,
  }))).execute()
}

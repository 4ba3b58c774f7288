import type { FormDefinition } from '@motcua/schemas/definition'
import { toInteger, type PersonColumn } from '../database/schema.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { appendSealedStep, lockDossier } from '../steps/append.ts'
import { deadlinePolicy } from '../steps/deadline.ts'
import { attachUploads, claimUploads } from './attach.ts'
import { once } from './idempotency.ts'
import type { SubmittedAttachment } from './submission.ts'

/**
 * Answers the open supplement request: exactly the papers it names are replaced, nothing else of the dossier changes.
 * The replaced files stay on record. Throws `no-open-supplement` or `supplement-mismatch`.
 */
export async function answerSupplement(
  services: Services, { code, attachments, person, key, definition }: { code: string; attachments: SubmittedAttachment[]; person: PersonColumn; key: string; definition: FormDefinition },
): Promise<void> {
  const { db, clock } = services
  const request = { code, attachments: attachments.map((attachment) => ({ ...attachment })) }
  await once(db, { subject: person.subject, key, operation: 'supplement', request, now: clock() }, async (trx) => {
    const row = await lockDossier(trx, code)
    const { supplement } = row.life_cycle
    if (row.state !== 5 || supplement === null || supplement.answeredAt !== null) throw new Problem('no-open-supplement')
    const named = [...new Set(attachments.map((attachment) => attachment.documentId))]
    if (named.length !== supplement.documents.length || named.some((id) => !supplement.documents.includes(id))) {
      throw new Problem('supplement-mismatch', { expected: supplement.documents, received: named })
    }
    const uploads = await claimUploads(trx, attachments, { owner: person.subject, slug: row.slug, commune: row.commune })
    for (const document of definition.procedure.documents.filter((candidate) => named.includes(candidate.id))) {
      const files = uploads.filter((upload) => upload.document_id === document.id)
      if (files.length > document.maxFiles || files.some((file) => toInteger(file.size) > document.maxBytes || !document.mediaTypes.includes(file.media_type ?? ''))) {
        throw new Problem('attachment-mismatch', { documents: [document.id] })
      }
    }
    await trx.updateTable('attachments').set({ current: false }).where('dossier_code', '=', code).where('document_id', 'in', named).execute()
    await attachUploads(trx, code, uploads, clock())
    await appendSealedStep(services, trx, row, { kind: 'supplement-answered', by: { role: 'citizen', name: person.fullName }, data: { documents: named } }, deadlinePolicy(services, definition, row))
    return { status: 200, response: { code } }
  })
}

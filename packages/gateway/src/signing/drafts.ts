import { sha256Hex } from '@motcua/signatures/manifest'
import { reasonText, verifyPdf } from '@motcua/signatures/verify'
import { Problem } from '../http/problem.ts'
import { writeThenRecord } from '../results/write-then-record.ts'
import type { Services } from '../services.ts'
import { lockDossier, type DossierRow } from '../steps/append.ts'
import { WORKING_STATES } from '../steps/working-states.ts'
import { isOpen, readSituation, type FileRow } from './situation.ts'

/**
 * Keeps a result PDF that nobody has signed yet. It must name this dossier, procedure and agency inside, carry no signature, and be no file
 * of another dossier or of the applicant's. A new draft takes the place of the last one and of what had been made of it; the same bytes
 * again are the same draft. Throws `draft-refused` with every reason, or `signing-in-progress`.
 */
export async function storeDraft(services: Services, row: DossierRow, { bytes, uploadedBy }: { bytes: Uint8Array; uploadedBy: string }): Promise<FileRow> {
  const { db, clock, config, files } = services
  const sha256 = await sha256Hex(bytes)
  const pages = await checkDraft(services, row, bytes, sha256)
  return writeThenRecord(files, bytes, (fileId) => db.transaction().execute(async (trx) => {
    const { state } = await lockDossier(trx, row.code)
    if (!WORKING_STATES.includes(state)) throw new Problem('step-not-allowed', { detail: 'Chỉ lập kết quả khi hồ sơ đang được xử lý.' })
    const situation = await readSituation(trx, row.code, config.signing ?? {})
    const known = await trx.selectFrom('signing_files').selectAll().where('sha256', '=', sha256).executeTakeFirst()
    if (known?.dossier_code === row.code && known.stage === 'draft' && known.replaced_at === null) return known
    if (known !== undefined) throw refused('file-used', 'Tệp này đã được dùng. Hãy lập lại tệp kết quả cho đúng hồ sơ này.')
    if (isOpen(situation.request)) throw new Problem('signing-in-progress', { requestId: situation.request.id })
    const now = clock()
    const replaced = await trx.updateTable('signing_files').set({ replaced_at: now }).where('dossier_code', '=', row.code).where('replaced_at', 'is', null).returning('file_id').execute()
    // What was made of the old draft leaves the officer's list, so that it is not given out beside the new one; it stays on record.
    if (replaced.length > 0) {
      await trx.updateTable('results').set({ rejected_at: now }).where('dossier_code', '=', row.code).where('rejected_at', 'is', null).where('file_id', 'in', replaced.map(({ file_id: id }) => id)).execute()
    }
    return trx.insertInto('signing_files').values({
      file_id: fileId, dossier_code: row.code, draft_id: fileId, stage: 'draft', name: 'du-thao-ket-qua.pdf', sha256, bytes: bytes.length, pages, uploaded_by: uploadedBy, created_at: now,
    }).returningAll().executeTakeFirstOrThrow()
  }))
}

/** Number of pages of a draft that may be signed. */
async function checkDraft({ db, config, clock }: Services, row: DossierRow, bytes: Uint8Array, sha256: string): Promise<number> {
  const verdict = await verifyPdf(bytes, {
    anchors: config.trustAnchors.map(({ certificate }) => certificate), at: clock(),
    expect: { dossierCode: row.code, procedureCode: row.procedure_code, agencyCode: row.agency_code },
  })
  if (!verdict.reasons.includes('NO_SIGNATURE') && verdict.signatures.length > 0) throw refused('already-signed', 'Tệp đã có chữ ký số. Dự thảo phải là tệp chưa ký.')
  const others = verdict.reasons.filter((code) => code !== 'NO_SIGNATURE')
  if (others.length > 0) throw new Problem('draft-refused', { reasons: others.map((code) => ({ code, message: reasonText(code, 'vi') })) })
  const attached = await db.selectFrom('attachments').select('upload_id').where('dossier_code', '=', row.code).where('sha256', '=', sha256).executeTakeFirst()
  if (attached !== undefined) throw refused('file-of-applicant', 'Tệp này là giấy tờ người dân nộp, không phải kết quả.')
  return verdict.document.pageCount
}

function refused(code: string, message: string): Problem {
  return new Problem('draft-refused', { reasons: [{ code, message }] })
}

import { agencyName } from '../agencies.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import type { DossierRow } from '../steps/append.ts'
import { definitionOf } from './find.ts'

/**
 * Intake slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả), form 01 of Thông tư 03/2025/TT-VPCP: code, person, papers,
 * time and deadline (content by report, checked 2026-10). A helper at the counter is not among it. A received dossier always has one.
 */
export async function intakeSlip(services: Services, row: DossierRow): Promise<Record<string, unknown>> {
  const { receivedAt, dueAt } = row.life_cycle
  if (row.slip_number === null || receivedAt === null || dueAt === null) throw new Problem('slip-not-issued')
  const { procedure } = await definitionOf(services, row)
  const attachments = await services.db.selectFrom('attachments').select('document_id').where('dossier_code', '=', row.code).where('current', '=', true).execute()
  const ids = new Set(attachments.map((attachment) => attachment.document_id))
  return {
    number: row.slip_number,
    code: row.code,
    agencyName: agencyName(services.config, row.agency_code),
    procedureName: row.procedure_name.vi,
    submitter: row.owner_name,
    documents: procedure.documents.filter((document) => ids.has(document.id)).map((document) => document.name.vi),
    receivedAt,
    dueAt,
    ...(row.due_note === null ? {} : { dueNote: row.due_note }),
    receivedBy: row.received_by ?? '',
  }
}

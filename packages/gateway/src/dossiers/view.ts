import { isLate } from '@motcua/dossier/deadline'
import type { Kysely, Selectable } from 'kysely'
import { agencyName } from '../agencies.ts'
import { toInteger, type Database } from '../database/schema.ts'
import { CLOSED_TO_MONEY } from '../payments/close.ts'
import { paymentView } from '../payments/view.ts'
import type { Services } from '../services.ts'
import type { DossierRow } from '../steps/append.ts'

/** One line of a list (`DossierSummary` of the contract). */
export function summaryView(row: DossierRow, now: Date): Record<string, unknown> {
  const dueAt = row.due_at?.toISOString() ?? null
  return {
    code: row.code, slug: row.slug, procedureCode: row.procedure_code, procedureName: row.procedure_name, state: row.state,
    submittedAt: row.submitted_at.toISOString(), dueAt,
    late: dueAt !== null && isLate(dueAt, row.life_cycle.endedAt ?? now.toISOString()),
  }
}

/** The tracker (`Dossier` of the contract): what the applicant may see, answers not among it. */
export async function dossierView(services: Services, db: Kysely<Database>, row: DossierRow): Promise<Record<string, unknown>> {
  const [steps, attachments, results, payment] = [
    await db.selectFrom('steps').selectAll().where('dossier_code', '=', row.code).orderBy('seq').execute(),
    await db.selectFrom('attachments').selectAll().where('dossier_code', '=', row.code).where('current', '=', true).orderBy('added_at').execute(),
    await db.selectFrom('results').selectAll().where('dossier_code', '=', row.code).orderBy('uploaded_at').execute(),
    await db.selectFrom('payments').selectAll().where('dossier_code', '=', row.code).orderBy('created_at', 'desc').limit(1).executeTakeFirst(),
  ]
  const { supplement } = row.life_cycle
  const released = row.state === 9 || row.state === 10
  return {
    ...summaryView(row, services.clock()),
    commune: row.commune,
    agencyName: agencyName(services.config, row.agency_code),
    fee: feeView(row, payment),
    ...(payment === undefined || isMoot(row, payment) ? {} : { payment: await paymentView(db, payment, services.clock()) }),
    steps: steps.map((step) => ({
      kind: step.kind, at: step.at.toISOString(), state: step.state, by: { role: step.by_role, name: step.by_name }, sealed: step.sealed,
      ...(step.note === null ? {} : { note: step.note }),
    })),
    ...(supplement === null ? {} : {
      supplement: { documents: supplement.documents, note: supplement.note, requestedAt: supplement.requestedAt, ...(supplement.answeredAt === null ? {} : { answeredAt: supplement.answeredAt }) },
    }),
    // A result belongs to the applicant once the dossier is finished; before that it is the officer's draft.
    results: released ? results.filter((result) => row.life_cycle.resultFiles.includes(result.sha256)).map(resultView) : [],
    attachments: attachments.map((file) => ({ uploadId: file.upload_id, documentId: file.document_id, name: file.name, mediaType: file.media_type, bytes: toInteger(file.bytes), sha256: file.sha256 })),
    lateReason: row.late_reason,
    ...(row.assisted_by === null ? {} : { assistedBy: row.assisted_by }),
    definition: { slug: row.slug, effectiveFrom: row.definition_from, sha256: row.definition_sha256 },
  }
}

export function resultView(row: Selectable<Database['results']>): Record<string, unknown> {
  return {
    fileId: row.file_id, name: row.name, sha256: row.sha256, bytes: toInteger(row.bytes), signedBy: row.signed_by,
    ...(row.signed_at === null ? {} : { signedAt: row.signed_at.toISOString() }),
  }
}

/** What is owed and whether it is paid; computed here, never taken from a page. */
export function feeView(row: DossierRow, payment: Selectable<Database['payments']> | undefined): Record<string, unknown> {
  const amountVnd = toInteger(row.fee_vnd)
  return { amountVnd, lines: row.fee_lines, state: feeState(row, amountVnd, payment) }
}

/** An ended dossier whose request brought no money: showing the request would invite the citizen to pay for nothing. */
function isMoot(row: DossierRow, payment: Selectable<Database['payments']>): boolean {
  return payment.state === 'pending' && CLOSED_TO_MONEY.includes(row.state)
}

function feeState(row: DossierRow, amountVnd: number, payment: Selectable<Database['payments']> | undefined): string {
  if (amountVnd === 0) return 'none'
  if (payment !== undefined && payment.state !== 'pending') return payment.state
  return CLOSED_TO_MONEY.includes(row.state) ? 'none' : 'owed'
}

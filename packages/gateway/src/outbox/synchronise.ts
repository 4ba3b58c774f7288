import type { Selectable } from 'kysely'
import { agencyName } from '../agencies.ts'
import { toInteger, type Database } from '../database/schema.ts'
import { definitionOf } from '../dossiers/find.ts'
import type { Services } from '../services.ts'
import type { DossierRow } from '../steps/append.ts'
import type { NationalReceiver } from './national-receiver.ts'
import { toDossierRecord, toProgressRecord, type NationalDossier } from './national.wire.ts'

/** The portal takes progress in small batches (docs/wire-facts.md, “Observed sync behaviour”, C-B, checked 2026-10). */
const BATCH = 10

const STEP_WORDS: Readonly<Record<string, string>> = {
  submitted: 'Nộp hồ sơ', paid: 'Đã nộp phí, lệ phí', receive: 'Tiếp nhận hồ sơ', refuse: 'Không tiếp nhận hồ sơ', 'request-supplement': 'Yêu cầu bổ sung giấy tờ',
  'supplement-answered': 'Người nộp đã bổ sung', process: 'Chuyển xử lý', 'request-payment': 'Yêu cầu thực hiện nghĩa vụ tài chính', stop: 'Dừng xử lý',
  finish: 'Đã xử lý xong', return: 'Đã trả kết quả', withdrawn: 'Công dân rút hồ sơ',
}

/**
 * Brings the national receiver up to the dossier as it stands: the record first, then the steps it has not had yet.
 * Sending twice does no harm: an existing record is updated, and what was sent is remembered after each part.
 */
export async function synchronise(services: Services, receiver: NationalReceiver, code: string): Promise<void> {
  const { db, config } = services
  const row = await db.selectFrom('dossiers').selectAll().where('code', '=', code).executeTakeFirst()
  if (row === undefined) return
  const steps = await db.selectFrom('steps').selectAll().where('dossier_code', '=', code).orderBy('seq').execute()
  const unitCode = config.nationalReceiver?.unitCode ?? row.agency_code
  const data = [toDossierRecord(await nationalDossier(services, row, steps))]
  const first = await receiver.write({ unitCode, service: 'dossier', isUpdating: row.national_created, data })
  if (first === 'exists' && !row.national_created) await receiver.write({ unitCode, service: 'dossier', isUpdating: true, data })
  await db.updateTable('dossiers').set({ national_created: true }).where('code', '=', code).execute()

  const unsent = steps.filter((step) => step.seq > row.national_steps)
  for (let start = 0; start < unsent.length; start += BATCH) {
    const batch = unsent.slice(start, start + BATCH)
    const records = batch.map((step) => toProgressRecord(code, {
      officer: step.by_name, at: step.at, what: STEP_WORDS[step.kind] ?? step.kind, state: step.state, unit: agencyName(services.config, row.agency_code),
    }))
    await receiver.write({ unitCode, service: 'progress', isUpdating: false, data: records })
    await db.updateTable('dossiers').set({ national_steps: batch.at(-1)?.seq ?? row.national_steps }).where('code', '=', code).where('national_steps', '<', batch.at(-1)?.seq ?? 0).execute()
  }
}

async function nationalDossier(services: Services, row: DossierRow, steps: ReadonlyArray<Selectable<Database['steps']>>): Promise<NationalDossier> {
  const { db } = services
  const { procedure } = await definitionOf(services, row)
  const attachments = await db.selectFrom('attachments').selectAll().where('dossier_code', '=', row.code).where('current', '=', true).orderBy('added_at').execute()
  const results = await db.selectFrom('results').selectAll().where('dossier_code', '=', row.code).orderBy('uploaded_at').execute()
  const lastOf = (kind: string) => steps.findLast((step) => step.kind === kind)
  const { supplement, receivedAt, endedAt, resultFiles } = row.life_cycle
  return {
    code: row.code, procedureCode: row.procedure_code, procedureName: row.procedure_name.vi, sectorName: procedure.sector.vi,
    ownerName: row.owner_name, ownerPersonalId: row.owner_personal_id, ownerAccount: row.owner_subject, ownerPhone: row.owner_phone, ownerEmail: row.owner_email,
    assuranceLevel: row.assurance, agencyName: agencyName(services.config, row.agency_code), state: row.state,
    submittedAt: row.submitted_at, receivedAt: instant(receivedAt), dueAt: row.due_at, endedAt: instant(endedAt),
    returnedAt: lastOf('return')?.at ?? null, refusedAt: lastOf('refuse')?.at ?? null, isPaidOnline: lastOf('paid') !== undefined,
    fees: row.fee_lines.map((line) => ({ id: line.id, name: line.name.vi, kind: line.kind, amountVnd: toInteger(line.amountVnd) })),
    documents: attachments.map((file) => ({ uploadId: file.upload_id, name: file.name, componentId: file.document_id })),
    supplement: supplement === null ? null : {
      requestedAt: new Date(supplement.requestedAt), note: supplement.note, requestedBy: lastOf('request-supplement')?.by_name ?? '', answeredAt: instant(supplement.answeredAt),
    },
    results: results.filter((result) => resultFiles.includes(result.sha256)).map((result) => ({ fileId: result.file_id, name: result.name })),
  }
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}

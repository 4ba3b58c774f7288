import { checkClose, type CloseFile, type CloseManifest, type CloseOutcome } from '@motcua/dossier/close-guard'
import type { StepStatement } from '@motcua/dossier/step-log'
import { parseManifest, sha256Hex, verifyStatement } from '@motcua/signatures/manifest'
import { verifyPdf } from '@motcua/signatures/verify'
import type { Transaction } from 'kysely'
import type { AgencyConfig } from '../config.ts'
import type { Database } from '../database/schema.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import type { DossierRow } from '../steps/append.ts'

const STRANGER: readonly string[] = ['pdf-for-other-dossier', 'file-used-by-other-dossier']

export interface CheckedClose { manifestJws: string; hashes: string[] }

/**
 * The close guard over what is really stored: bytes hashed and signatures verified again, the manifest verified with the
 * agency's certificates. Throws `close-refused` with every reason.
 */
export async function checkedClose(
  services: Services, row: DossierRow, statement: StepStatement, { agency, manifestJws }: { agency: AgencyConfig; manifestJws: string | undefined },
): Promise<CheckedClose> {
  const { db, clock } = services
  const asked = hashesOf(statement)
  const manifest = await readManifest(services, agency, manifestJws)
  const named = new Set([...asked, ...(manifest?.files.map((file) => file.sha256) ?? [])])
  const stored = (await db.selectFrom('results').selectAll().where('dossier_code', '=', row.code).where('rejected_at', 'is', null).orderBy('uploaded_at').execute()).filter((result) => named.has(result.sha256))
  const files: CloseFile[] = []
  for (const result of stored) {
    const bytes = await services.files.readResult(result.file_id)
    const verdict = await verifyPdf(bytes, { anchors: services.config.trustAnchors.map((anchor) => anchor.certificate), at: clock() })
    files.push({
      name: result.name, sha256: await sha256Hex(bytes), bytes: bytes.length,
      pdf: {
        valid: verdict.valid, pageCount: verdict.document.pageCount, failures: verdict.reasons,
        signerThumbprints: verdict.signatures.flatMap((signature) => signature.signer?.thumbprint ?? []),
        ...(verdict.document.dossierCode === undefined ? {} : { dossierCode: verdict.document.dossierCode }),
        ...(verdict.document.procedureCode === undefined ? {} : { procedureCode: verdict.document.procedureCode }),
      },
    })
  }
  const users = files.length === 0 ? [] : await db.selectFrom('released_results').selectAll().where('sha256', 'in', files.map((file) => file.sha256)).execute()
  const attachments = await db.selectFrom('attachments').select('sha256').where('dossier_code', '=', row.code).execute()
  const { receivedAt } = row.life_cycle
  const verdict = checkClose({
    dossierCode: row.code, procedureCode: row.procedure_code, agencyCode: row.agency_code, outcome: outcomeOf(statement), manifest, files,
    agencyThumbprints: await Promise.all(agency.signerCertificates.map((certificate) => sha256Hex(certificate))),
    usedBy: (sha256) => users.find((user) => user.sha256 === sha256)?.dossier_code ?? null,
    attachmentHashes: attachments.map((attachment) => attachment.sha256),
    ...(receivedAt === null ? {} : { secondsSinceIntake: (clock().getTime() - Date.parse(receivedAt)) / 1000 }),
  })
  const reasons: Array<{ code: string; message: string; file?: string }> = verdict.ok ? [] : verdict.reasons.map(({ code, file, message }) => ({ code, message: message.vi, ...(file === undefined ? {} : { file }) }))
  for (const hash of asked) {
    if (!files.some((file) => file.sha256 === hash) && files.length > 0) reasons.push({ code: 'result-not-stored', message: 'Bước kết thúc nêu một tệp chưa được tải lên hồ sơ này.' })
  }
  if (files.some((file) => !asked.includes(file.sha256))) reasons.push({ code: 'result-not-in-step', message: 'Bản kê có tệp mà bước kết thúc không nêu.' })
  if (manifest !== null && manifest.prev !== null && manifest.prev !== row.last_step_hash) {
    reasons.push({ code: 'manifest-out-of-order', message: 'Bản kê được lập trước khi hồ sơ có bước mới. Hãy tải lại hồ sơ rồi ký lại.' })
  }
  await rejectStrangers(services, row.code, stored.filter((result) => reasons.some(({ code, file }) => file === result.name && STRANGER.includes(code))).map((result) => result.file_id))
  if (reasons.length > 0 || manifestJws === undefined) throw new Problem('close-refused', { reasons })
  if (verdict.ok && verdict.warnings.length > 0) services.log('warn', 'close-hurried', { dossierCode: row.code, warnings: verdict.warnings.map((warning) => warning.code) })
  return { manifestJws, hashes: files.map((file) => file.sha256) }
}

/** Another dossier's file leaves the officer's list, so that the next close does not name it again; it stays on record. */
async function rejectStrangers({ db, clock }: Services, dossierCode: string, fileIds: string[]): Promise<void> {
  if (fileIds.length === 0) return
  await db.updateTable('results').set({ rejected_at: clock() }).where('dossier_code', '=', dossierCode).where('file_id', 'in', fileIds).execute()
}

/**
 * Takes the hashes for this dossier for good. What was checked may have changed before the dossier was locked: a new draft takes results off
 * the list, and the key of the table refuses a file that another dossier got.
 */
export async function releaseResults(trx: Transaction<Database>, dossierCode: string, { hashes }: CheckedClose): Promise<void> {
  const standing = await trx.selectFrom('results').select('sha256').where('dossier_code', '=', dossierCode).where('sha256', 'in', hashes).where('rejected_at', 'is', null).execute()
  if (standing.length !== hashes.length) throw new Problem('close-refused', { reasons: [{ code: 'result-replaced', message: 'Kết quả vừa được thay. Hãy tải lại hồ sơ và xem kết quả hiện có.' }] })
  const taken = await trx.insertInto('released_results').values(hashes.map((sha256) => ({ sha256, dossier_code: dossierCode })))
    .onConflict((conflict) => conflict.doNothing()).returning('sha256').execute()
  if (taken.length !== hashes.length) throw new Problem('close-refused', { reasons: [{ code: 'file-used-by-other-dossier', message: 'Tệp kết quả này đã trả cho hồ sơ khác.' }] })
}

async function readManifest({ clock }: Services, agency: AgencyConfig, jws: string | undefined): Promise<(CloseManifest & { prev: string | null }) | null> {
  if (jws === undefined) return null
  const verdict = await verifyStatement(jws, { typ: 'motcua-manifest+jwt', certificates: agency.signerCertificates, at: clock() })
  if (!verdict.ok) throw new Problem('close-refused', { reasons: [{ code: verdict.code, message: 'Chữ ký của bản kê không hợp lệ hoặc không thuộc cơ quan này.' }] })
  const parsed = parseManifest(verdict.payload)
  if (!parsed.ok) throw new Problem('close-refused', { reasons: [{ code: 'manifest-malformed', message: 'Bản kê kết quả không đúng cấu trúc.' }], detail: parsed.pointers.join(', ') })
  const { dossier, procedure, issuer, files, outcome, prev } = parsed.manifest
  return { prev, dossier, procedure, issuer, files, outcome: outcome === 'positive' ? 'granted' : 'denied', signerThumbprint: verdict.signer.thumbprint }
}

/** What the step says; a step that says nothing grants what was asked for. */
function outcomeOf({ data }: StepStatement): CloseOutcome {
  return data?.outcome === 'denied' || data?.outcome === 'negative' ? 'denied' : 'granted'
}

function hashesOf({ data }: StepStatement): string[] {
  return Array.isArray(data?.resultFiles) ? data.resultFiles.filter((hash) => typeof hash === 'string') : []
}

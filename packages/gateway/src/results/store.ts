import { maskText } from '@motcua/core/text'
import { sha256Hex } from '@motcua/signatures/manifest'
import { reasonText, verifyPdf, type PdfVerdict } from '@motcua/signatures/verify'
import type { Selectable, Transaction } from 'kysely'
import type { AgencyConfig } from '../config.ts'
import type { Database } from '../database/schema.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { lockDossier, type DossierRow } from '../steps/append.ts'
import { WORKING_STATES } from '../steps/working-states.ts'
import { writeThenRecord } from './write-then-record.ts'

const NOT_ISSUED = { code: 'not-issued', message: 'Tệp này được ký từ xa ở đây và chưa phát hành, hoặc đã được thay bằng dự thảo mới. Hãy ký và phát hành dự thảo hiện có.' }

/**
 * Stores a signed result PDF when its signature verifies and is the agency's. Whether it belongs to this dossier is for
 * the close guard to say. The same bytes again give the same result. What is being signed with remote keys becomes a result by being
 * issued and no other way, or the clerk could be gone round. Throws `result-refused` with every reason.
 */
export async function storeResult(
  services: Services, row: DossierRow, agency: AgencyConfig, { bytes, uploadedBy }: { bytes: Uint8Array; uploadedBy: string },
): Promise<Selectable<Database['results']>> {
  const { db, clock, config, files } = services
  if (!WORKING_STATES.includes(row.state)) throw new Problem('step-not-allowed', { detail: 'Chỉ tải kết quả lên khi hồ sơ đang được xử lý.' })
  const verdict = await verifyPdf(bytes, {
    anchors: config.trustAnchors.map((anchor) => anchor.certificate), at: clock(), expect: { agencyCertificates: agency.signerCertificates },
  })
  if (!verdict.valid) throw new Problem('result-refused', { reasons: verdict.reasons.map((code) => ({ code, message: reasonText(code, 'vi') })) })
  const sha256 = await sha256Hex(bytes)
  return writeThenRecord(files, bytes, (fileId) => db.transaction().execute(async (trx) => {
    await lockDossier(trx, row.code)
    const remote = await trx.selectFrom('signing_files').select('file_id').where('sha256', '=', sha256).executeTakeFirst()
    const standing = await trx.selectFrom('results').select('file_id').where('dossier_code', '=', row.code).where('sha256', '=', sha256).where('rejected_at', 'is', null).executeTakeFirst()
    if (remote !== undefined && standing === undefined) throw new Problem('result-refused', { reasons: [NOT_ISSUED] })
    return addResult(trx, row.code, { fileId, sha256, bytes: bytes.length, verdict, uploadedBy, now: clock() })
  }))
}

/** Adds a verified result to a locked dossier. The same bytes again give the same result. */
export async function addResult(
  trx: Transaction<Database>, dossierCode: string, { fileId, sha256, bytes, verdict, uploadedBy, now }: { fileId: string; sha256: string; bytes: number; verdict: PdfVerdict; uploadedBy: string; now: Date },
): Promise<Selectable<Database['results']>> {
  // A clerk's stamp may follow the signature that counts: name the signer who is entitled.
  const signature = verdict.signatures.find(({ authority }) => authority.status === 'passed')
  const earlier = await trx.selectFrom('results').selectAll().where('dossier_code', '=', dossierCode).orderBy('uploaded_at').execute()
  const same = earlier.find((result) => result.sha256 === sha256)
  if (same !== undefined) {
    return trx.updateTable('results').set({ rejected_at: null }).where('file_id', '=', same.file_id).returningAll().executeTakeFirstOrThrow()
  }
  return trx.insertInto('results').values({
    file_id: fileId, dossier_code: dossierCode, name: `ket-qua-${earlier.filter((result) => result.rejected_at === null).length + 1}.pdf`, sha256, bytes,
    // Names in certificates carry identity numbers.
    signed_by: maskText(signature?.signer?.name ?? ''), signed_at: signature?.signedAt ?? null, uploaded_by: uploadedBy, uploaded_at: now,
  }).returningAll().executeTakeFirstOrThrow()
}

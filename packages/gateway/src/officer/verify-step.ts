import { FIRST_PREV, parseStepStatement, type StepStatement } from '@motcua/dossier/step-log'
import { verifyStatement } from '@motcua/signatures/manifest'
import type { AgencyConfig } from '../config.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'

/** How far an officer's machine may be off: the time of a step decides deadlines, so it is not the officer's to choose. */
const CLOCK_TOLERANCE_MS = 5 * 60_000

export interface VerifiedStep { statement: StepStatement; jws: string; signer: string }

/**
 * Verifies an officer's step: signed with a certificate of the agency, for this dossier, by an officer, now.
 * The name on record is the one in the certificate. Throws `signature-not-accepted` or `bad-request`.
 */
export async function verifyStep({ clock }: Services, jws: string, expected: { code: string; agency: AgencyConfig }): Promise<VerifiedStep> {
  const verdict = await verifyStatement(jws, { typ: 'motcua-step+jwt', certificates: expected.agency.signerCertificates, at: clock() })
  if (!verdict.ok) throw new Problem('signature-not-accepted', { reasons: [{ code: verdict.code, message: 'Chữ ký của bước không hợp lệ hoặc không thuộc cơ quan này.' }] })
  const parsed = parseStepStatement(verdict.payload)
  if (!parsed.ok) throw new Problem('bad-request', { detail: `Step statement ${parsed.pointer}: expected ${parsed.expected}.` })
  const { statement } = parsed
  const wrong = (code: string, message: string) => new Problem('signature-not-accepted', { reasons: [{ code, message }] })
  if (statement.dossier !== expected.code) throw wrong('other-dossier', 'Bước được ký cho một hồ sơ khác.')
  if (statement.by.role !== 'officer') throw wrong('not-an-officer', 'Bước này phải do cán bộ ký.')
  if (statement.by.agencyCode !== undefined && statement.by.agencyCode !== expected.agency.agencyCode) throw wrong('other-agency', 'Bước được ký thay cho cơ quan khác.')
  if (Math.abs(Date.parse(statement.at) - clock().getTime()) > CLOCK_TOLERANCE_MS) throw wrong('time-not-now', 'Thời điểm của bước lệch với giờ máy chủ. Hãy chỉnh lại đồng hồ rồi ký lại.')
  if (statement.prev === FIRST_PREV) throw new Problem('step-out-of-order')
  return { statement, jws, signer: verdict.signer.name }
}

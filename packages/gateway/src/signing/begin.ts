import { createHash, randomUUID } from 'node:crypto'
import { PdfSignError, SignerError } from '@motcua/signatures/sign'
import { type CertificateSummary, describeCertificate, RemoteSigningError, type SigningAnswer, type SignerIdentity } from '@motcua/signatures/remote'
import type { AgencyConfig } from '../config.ts'
import { earlierAnswer, once } from '../dossiers/idempotency.ts'
import { describeError } from '../http/access-log.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { lockDossier, type DossierRow } from '../steps/append.ts'
import { signingTimes, type SigningAct, type SigningConfig, type SigningRight } from './config.ts'
import { WORKING_STATES } from './drafts.ts'
import { prepareAct, type Plan } from './evidence.ts'
import { findRequest, move } from './moves.ts'
import { orderOf } from './order.ts'
import { isOpen, readSituation, type RequestRow, type Situation } from './situation.ts'

/** What the person saw and pressed. */
export interface Asked { act: SigningAct; fileId: string; sha256: string; certificate: string }

export interface BeginOptions { row: DossierRow; agency: AgencyConfig; signing: SigningConfig; right: SigningRight; subject: string; key: string; asked: Asked }

/**
 * Begins a request: everything is computed and put on record first, then the service is asked, outside of any transaction. The same key
 * gives the same request, whatever has become of it. Throws `signing-changed` when the file or the certificate is not what the person saw,
 * `signing-certificate-unfit`, `signing-in-progress`, `draft-refused`, `signing-service-unavailable`.
 */
export async function beginSigning(services: Services, options: BeginOptions): Promise<RequestRow> {
  const { row, agency, signing, right, subject, key, asked } = options
  const { db, clock } = services
  const keyed = { subject, key, operation: `signing:${row.code}`, request: { ...asked }, now: clock() }
  const earlier = await earlierAnswer(db, keyed)
  if (earlier !== undefined) return findRequest(db, row.code, String(earlier.response.id))
  const { identity, summary: { thumbprint, objections } } = await certificateOf(right, { at: clock(), entitled: agency.signerCertificates })
  const seen = demandAsSeen(await readSituation(db, row.code, signing), asked, thumbprint)
  if (objections.length > 0) throw new Problem('signing-certificate-unfit', { reasons: objections.map((code) => ({ code, message: OBJECTIONS[code] })) })
  // Whole seconds: what a PDF keeps.
  const at = new Date(Math.floor(clock().getTime() / 1000) * 1000)
  const requestId = randomUUID()
  const hashes = await hashesOf({ requestId, act: asked.act, dossier: row, identity, at, file: { sha256: seen.sha256, bytes: await services.files.readResult(seen.file_id) } })
  const { response } = await once(db, keyed, async (trx) => {
    const locked = await lockDossier(trx, row.code)
    if (!WORKING_STATES.includes(locked.state)) throw new Problem('step-not-allowed', { detail: 'Chỉ ký kết quả khi hồ sơ đang được xử lý.' })
    const situation = await readSituation(trx, row.code, signing)
    if (isOpen(situation.request)) throw new Problem('signing-in-progress', { requestId: situation.request.id })
    const file = demandAsSeen(situation, asked, thumbprint)
    const { made } = await trx.selectFrom('signing_requests').select(({ fn }) => fn.countAll().as('made')).where('dossier_code', '=', row.code).where('act', '=', asked.act).executeTakeFirstOrThrow()
    await trx.insertInto('signing_requests').values({
      id: requestId, dossier_code: row.code, draft_id: file.draft_id, file_id: file.file_id, file_sha256: file.sha256, act: asked.act, subject, agency_code: row.agency_code,
      number: Number(made) + 1, state: 'preparing', protocol: right.signer.protocol, certificate_chain: JSON.stringify(identity.certificateChain.map(base64)), algorithm: identity.algorithm, signed_at: at,
      hashes: JSON.stringify(hashes), signatures: '[]',
      expires_at: new Date(clock().getTime() + signingTimes(signing).confirmSeconds * 1000), created_at: clock(), updated_at: clock(),
    }).execute()
    return { status: 201, response: { id: requestId } }
  })
  const begun = await findRequest(db, row.code, String(response.id))
  // Another call with this key was faster, and has asked.
  return begun.id === requestId ? askService(services, begun, right, identity) : begun
}

/** Asks once. Whoever has cancelled meanwhile is not overtaken by the answer. */
async function askService(services: Services, row: RequestRow, { signer }: SigningRight, identity: SignerIdentity): Promise<RequestRow> {
  const { db, clock, log } = services
  const moved = await signer.signHashes(orderOf(row), identity).then(
    (answer) => applyAnswer(services, row, answer),
    (error: unknown) => {
      log('warn', 'signing-request-failed', { dossierCode: row.dossier_code, ...describeError(error) })
      return move(db, row, 'failed', clock(), { failure: error instanceof RemoteSigningError && error.code === 'ERR_REMOTE_SIGNING_UNREACHABLE' ? 'service-unreachable' : 'service-refused' })
    },
  )
  return moved ?? findRequest(db, row.dossier_code, row.id)
}

/** Moves a request by what the service said. A signature is kept as it came: it is checked before it is used. */
export async function applyAnswer({ db, clock, log }: Services, row: RequestRow, answer: SigningAnswer): Promise<RequestRow | undefined> {
  switch (answer.status) {
    case 'pending': {
      if (row.state !== 'preparing') return undefined
      const moved = await move(db, row, 'asked', clock(), { service_id: answer.id })
      // Cancelled while it was on its way: it is on the person's device all the same.
      if (moved === undefined) await db.updateTable('signing_requests').set({ service_id: answer.id }).where('id', '=', row.id).where('state', '=', 'cancelled').execute()
      return moved
    }
    case 'signed': return move(db, row, 'signed', clock(), { signatures: JSON.stringify(answer.signatures.map(base64)), asked_at: row.state === 'preparing' ? null : clock() })
    case 'failed':
      log('warn', 'signing-failed-at-service', { dossierCode: row.dossier_code, protocol: row.protocol, serviceCode: answer.code })
      return move(db, row, 'failed', clock(), { failure: 'service-failed' })
    default: return move(db, row, answer.status, clock())
  }
}

/** The person's certificate at the service, and what may be said of it. Throws `signing-service-unavailable` or `signing-certificate-unfit`. */
export async function certificateOf({ signer }: SigningRight, options: { at: Date; entitled: readonly Uint8Array[] }): Promise<{ identity: SignerIdentity; summary: CertificateSummary }> {
  try {
    const identity = await signer.getCertificate()
    return { identity, summary: await describeCertificate(identity, options) }
  } catch (cause) {
    // What cannot be read as a certificate is none to sign with.
    if (cause instanceof SignerError || (cause instanceof RemoteSigningError && cause.code === 'ERR_REMOTE_SIGNING_CREDENTIAL')) throw new Problem('signing-certificate-unfit', { reasons: [{ code: 'credential', message: OBJECTIONS.credential }] }, { cause })
    if (cause instanceof RemoteSigningError) throw new Problem('signing-service-unavailable', {}, { cause })
    throw cause
  }
}

/** In hexadecimal, in order. */
async function hashesOf(plan: Plan): Promise<string[]> {
  try {
    const { toBeSigned } = await prepareAct(plan)
    return toBeSigned.map((data) => createHash('sha256').update(data).digest('hex'))
  } catch (cause) {
    if (cause instanceof PdfSignError) throw new Problem('draft-refused', { reasons: [{ code: cause.code, message: 'Tệp PDF này không ký được. Hãy lưu lại tệp theo chuẩn PDF thông thường rồi lập dự thảo mới.' }] }, { cause })
    throw cause
  }
}

function demandAsSeen({ file, next }: Situation, asked: Asked, thumbprint: string): NonNullable<Situation['file']> {
  const changed = (code: string, message: string): Problem => new Problem('signing-changed', { reasons: [{ code, message }] })
  if (file === undefined || next !== asked.act) throw changed('act-changed', 'Việc này đã được làm hoặc chưa đến lượt.')
  if (file.file_id !== asked.fileId || file.sha256 !== asked.sha256) throw changed('file-changed', 'Tệp kết quả không còn là tệp bạn vừa xem.')
  if (thumbprint !== asked.certificate) throw changed('certificate-changed', 'Chứng thư số không còn là chứng thư bạn vừa xem.')
  return file
}

/** Why a certificate cannot be used, for the officer. */
export const OBJECTIONS = {
  expired: 'Chứng thư số đã hết hạn.', 'not-yet-valid': 'Chứng thư số chưa đến ngày có hiệu lực.', 'not-for-signing': 'Chứng thư số không được cấp để ký văn bản.',
  weak: 'Khóa của chứng thư số quá yếu.', 'key-mismatch': 'Khóa của chứng thư số không phù hợp để ký.', 'not-entitled': 'Chứng thư số không nằm trong danh sách được ký cho cơ quan này.',
  credential: 'Dịch vụ ký số không cho dùng khóa này.',
} as const

function base64(bytes: Uint8Array): string { return Buffer.from(bytes).toString('base64') }

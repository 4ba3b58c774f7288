import { createHash, randomUUID } from 'node:crypto'
import { RemoteSigningError, type SignerIdentity } from '@motcua/signatures/remote'
import { PdfSignError } from '@motcua/signatures/sign'
import type { AgencyConfig } from '../config.ts'
import { earlierAnswer, once } from '../dossiers/idempotency.ts'
import { describeError } from '../http/access-log.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { lockDossier, type DossierRow } from '../steps/append.ts'
import { WORKING_STATES } from '../steps/working-states.ts'
import { applyAnswer } from './apply-answer.ts'
import { certificateOf, OBJECTIONS } from './certificate.ts'
import { signingTimes, type SigningAct, type SigningConfig, type SigningRight } from './config.ts'
import { prepareAct, type Plan } from './evidence.ts'
import { hashesToSign } from './hashes-to-sign.ts'
import { findRequest, move } from './moves.ts'
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
  const moved = await signer.signHashes(hashesToSign(row), identity).then(
    (answer) => applyAnswer(services, row, answer),
    (error: unknown) => {
      log('warn', 'signing-request-failed', { dossierCode: row.dossier_code, ...describeError(error) })
      return move(db, row, 'failed', clock(), { failure: error instanceof RemoteSigningError && error.code === 'ERR_REMOTE_SIGNING_UNREACHABLE' ? 'service-unreachable' : 'service-refused' })
    },
  )
  return moved ?? findRequest(db, row.dossier_code, row.id)
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

function base64(bytes: Uint8Array): string { return Buffer.from(bytes).toString('base64') }

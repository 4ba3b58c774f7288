import { toHex } from '../bytes.ts'
import { base64Bytes, certificateBytes, demandSuccess, member, notUnderstood, textMember } from './answer.ts'
import { RemoteSigningError } from './errors.ts'
import type { SignerIdentity } from '../signer.ts'
import type { JsonAnswer } from './json-post.ts'
import type { HashToSign, SigningAnswer } from './remote-signer.ts'

/**
 * VNPT SmartCA (sp769, v1), as requests and answers. Confidence: requests and states read in several public clients (checked 2026-11),
 * never tried against the service. `message` other than SUCCESS, PENDING and EXPIRED is UNKNOWN and counts as failed.
 */
export interface VnptIdentity { spId: string; spPassword: string; userId: string; serialNumber: string }

const SERVICE = 'VNPT SmartCA'
const who = ({ spId, spPassword, userId, serialNumber }: VnptIdentity): object => ({ sp_id: spId, sp_password: spPassword, user_id: userId, serial_number: serialNumber })

export const certificateRequest = (identity: VnptIdentity, transactionId: string): object => ({ ...who(identity), transaction_id: transactionId })

/** The certificate with the serial number that was asked for; RSA, as SmartCA's keys are. */
export function readCertificateAnswer(answer: JsonAnswer, serialNumber: string): SignerIdentity {
  const list = member(member(demandSuccess(SERVICE, answer), 'data'), 'user_certificates')
  if (!Array.isArray(list)) throw notUnderstood(SERVICE, 'data.user_certificates: a list', answer.status)
  const mine = list.filter((entry) => textMember(entry, 'serial_number')?.toLowerCase() === serialNumber.toLowerCase())
  const [entry] = mine
  if (mine.length !== 1) throw new RemoteSigningError('ERR_REMOTE_SIGNING_CREDENTIAL', `Expected one certificate with the configured serial number, got ${mine.length}.`)
  if ((textMember(entry, 'cert_status_code') ?? 'VALID') !== 'VALID') throw new RemoteSigningError('ERR_REMOTE_SIGNING_CREDENTIAL', 'The service says that the certificate is not valid.')
  const leaf = certificateBytes(member(entry, 'cert_data'))
  if (!leaf) throw notUnderstood(SERVICE, 'cert_data: a certificate in base64', answer.status)
  const issuers = ['ca_cert', 'root_cert'].map((name) => certificateBytes(member(member(entry, 'chain_data'), name))).filter((der) => der !== undefined)
  return { certificateChain: [leaf, ...issuers], algorithm: 'RS256' }
}

/** **Hexadecimal, lower case**, where the others take base64. */
export const signRequest = (identity: VnptIdentity, { transactionId, description, at, hashes }: { transactionId: string; description: string; at: Date; hashes: readonly HashToSign[] }): object => ({
  ...who(identity), transaction_id: transactionId, transaction_desc: description, time_stamp: at.toISOString().replace(/[-:]|\.\d+/g, ''),
  sign_files: hashes.map(({ digest, docId }) => ({ file_type: 'pdf', data_to_be_signed: toHex(digest), doc_id: docId, sign_type: 'hash' })),
})

/** The id of the request, with the ids of its documents in order: the answer names them, and need not keep the order. */
export function readSignAnswer(answer: JsonAnswer, hashes: readonly HashToSign[]): SigningAnswer {
  const id = textMember(member(demandSuccess(SERVICE, answer), 'data'), 'transaction_id')
  if (id === undefined) throw notUnderstood(SERVICE, 'data.transaction_id: a string', answer.status)
  return { status: 'pending', id: [id, ...hashes.map(({ docId }) => docId)].join(' ') }
}

export const statusPath = (id: string): string => `sca/sp769/v1/signatures/sign/${encodeURIComponent(id.split(' ')[0] ?? '')}/status`

export function readStatus(answer: JsonAnswer, id: string): SigningAnswer {
  const body = demandSuccess(SERVICE, answer)
  const message = textMember(body, 'message') ?? ''
  if (message === 'PENDING') return { status: 'pending', id }
  if (message === 'EXPIRED') return { status: 'expired' }
  if (message !== 'SUCCESS') return { status: 'failed', code: /^[A-Z_]{1,40}$/.test(message) ? message : 'UNKNOWN' }
  const list = member(member(body, 'data'), 'signatures')
  const signatures = id.split(' ').slice(1).map((docId) => (
    base64Bytes(member(Array.isArray(list) ? list.find((entry) => member(entry, 'doc_id') === docId) : undefined, 'signature_value'))
  ))
  if (signatures.length === 0 || !signatures.every((bytes) => bytes !== undefined)) throw notUnderstood(SERVICE, 'data.signatures: one signature_value in base64 for each doc_id', answer.status)
  return { status: 'signed', signatures }
}

import { OID } from '../asn1/oids.ts'
import { toBase64 } from '../bytes.ts'
import { base64List, certificateBytes, demandSuccess, member, notUnderstood, textMember } from './answer.ts'
import { RemoteSigningError } from './errors.ts'
import type { SignerIdentity } from '../signer.ts'
import type { JsonAnswer } from './json-post.ts'
import type { HashToSign, SigningAnswer } from './remote-signer.ts'

/**
 * Viettel MySign, as requests and answers. Confidence: requests, codes and answers read in several public clients (checked 2026-11), never
 * tried against the service. `credentialID` has a capital D; names are base64 of plain letters; signatures come with line breaks inside.
 */
export interface MySignIdentity { clientId: string; clientSecret: string; userId: string; profileId: string; credentialId: string }

const SERVICE = 'Viettel MySign'
const client = ({ clientId, clientSecret }: MySignIdentity): object => ({ client_id: clientId, client_secret: clientSecret })
const person = ({ userId, profileId }: MySignIdentity): object => ({ user_id: userId, profile_id: profileId })

export const loginRequest = (identity: MySignIdentity): object => ({ ...client(identity), ...person(identity) })

/** A token of this one person. */
export function readLogin(answer: JsonAnswer): string {
  const token = textMember(demandSuccess(SERVICE, answer), 'access_token')
  if (token === undefined) throw notUnderstood(SERVICE, 'access_token: a string', answer.status)
  return token
}

export const certificatesRequest = (identity: MySignIdentity): object => ({ ...loginRequest(identity), certificates: 'chain', certInfo: true, authInfo: true })

export function readCertificates(answer: JsonAnswer, credentialId: string): SignerIdentity {
  const list = demandSuccess(SERVICE, answer)
  if (!Array.isArray(list)) throw notUnderstood(SERVICE, 'a list of certificates', answer.status)
  const entry: unknown = list.find((one) => member(one, 'credential_id') === credentialId)
  if (entry === undefined) throw new RemoteSigningError('ERR_REMOTE_SIGNING_CREDENTIAL', 'The person has no certificate with the configured credential id.')
  const listed = member(member(entry, 'cert'), 'certificates')
  const chain = Array.isArray(listed) ? listed.map(certificateBytes) : []
  const certificateChain = chain.filter((der) => der !== undefined)
  if (certificateChain.length === 0 || certificateChain.length !== chain.length) throw notUnderstood(SERVICE, 'cert.certificates: a list of certificates in base64', answer.status)
  return { certificateChain, algorithm: 'RS256' }
}

/** As many documents as hashes as signatures. `async` 1: the answer is an id to poll with. */
export const signHashRequest = (identity: MySignIdentity, hashes: readonly HashToSign[]): object => ({
  ...client(identity), credentialID: identity.credentialId, numSignatures: hashes.length,
  documents: hashes.map(({ docId, docName }) => ({ document_id: docId, document_name: plainName(docName) })),
  hash: hashes.map(({ digest }) => toBase64(digest)), hashAlgo: OID.sha256, signAlgo: OID.rsaEncryption, description: plainName(hashes[0]?.docName ?? ''), async: 1,
})

export function readSignHash(answer: JsonAnswer, count: number): SigningAnswer {
  const body = demandSuccess(SERVICE, answer)
  const signatures = base64List(member(body, 'signatures'), count)
  if (signatures) return { status: 'signed', signatures }
  const id = textMember(body, 'transactionId')
  if (id === undefined) throw notUnderstood(SERVICE, 'transactionId, or as many signatures as hashes', answer.status)
  return { status: 'pending', id }
}

export const statusRequest = (transactionId: string): object => ({ transactionId })

/** 4000 waits for the person, 6000 is signing, 4001 ran out of time, 4002 was refused; everything else failed. */
export function readStatus(answer: JsonAnswer, id: string): SigningAnswer {
  const body = demandSuccess(SERVICE, answer)
  const status = String(member(body, 'status') ?? '')
  if (status === '4000' || status === '6000') return { status: 'pending', id }
  if (status === '4001') return { status: 'expired' }
  if (status === '4002') return { status: 'refused' }
  if (status !== '1') return { status: 'failed', code: /^\d{1,8}$/.test(status) ? status : 'UNKNOWN' }
  const signatures = base64List(member(body, 'signatures'))
  if (!signatures) throw notUnderstood(SERVICE, 'signatures: a list in base64', answer.status)
  return { status: 'signed', signatures }
}

/** Letters, digits, space, `_` and `-` only, under 100 characters once in base64. */
function plainName(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
  return btoa(letters.replace(/[^A-Za-z0-9_\- ]/g, ' ').slice(0, 70))
}

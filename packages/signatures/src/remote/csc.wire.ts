import { OID } from '../asn1/oids.ts'
import { toBase64 } from '../bytes.ts'
import { base64List, certificateBytes, demandSuccess, ecdsaAsPair, member, notUnderstood, textMember } from './answer.ts'
import { RemoteSigningError } from './errors.ts'
import type { SignatureAlgorithm, SignerIdentity } from '../signer.ts'
import type { JsonAnswer } from './json-post.ts'
import type { HashToSign, SigningAnswer } from './remote-signer.ts'

/**
 * Cloud Signature Consortium API v2, as requests and answers. Confidence: names of calls and members from general knowledge of the
 * specification and public clients (checked 2026-11), not from its text. UNKNOWN, and so parameters: how a service says that the person
 * refused or let it expire, and how it says "not yet" beside the ways below.
 */
export interface CscWords {
  /** `error` of an answer that means the person refused. @default ['access_denied'] */
  refused?: readonly string[]
  /** `error` of an answer that means nobody confirmed in time. @default ['expired_token', 'expired_request'] */
  expired?: readonly string[]
  /** `error_description` of a 400 that only means "not yet". @default /still (being )?process|not (yet )?(complete|finished)|previous asynchronous/i */
  pending?: RegExp
}

const SERVICE = 'The CSC signing service'
const ALGORITHMS: ReadonlyArray<readonly [oid: string, algorithm: SignatureAlgorithm]> = [
  [OID.sha256WithRsa, 'RS256'], [OID.rsaEncryption, 'RS256'], [OID.ecdsaWithSha256, 'ES256'], [OID.ecPublicKey, 'ES256'],
]

export const credentialInfoRequest = (credentialID: string): object => ({ credentialID, certificates: 'chain', certInfo: true, authInfo: true })

export interface CscCredential extends SignerIdentity { signAlgo: string; multisign: number }

/** A key that can be used without anybody's PIN or one-time code passing through the caller. */
export function readCredential(answer: JsonAnswer, { allowScal1 = false }: { allowScal1?: boolean } = {}): CscCredential {
  const body = demandSuccess(SERVICE, answer)
  const [key, cert, auth] = ['key', 'cert', 'auth'].map((name) => member(body, name))
  const unusable = (why: string): RemoteSigningError => new RemoteSigningError('ERR_REMOTE_SIGNING_CREDENTIAL', `This key cannot be used: ${why}.`)
  if (textMember(key, 'status') !== 'enabled') throw unusable('the service has it disabled')
  if ((textMember(cert, 'status') ?? 'valid') !== 'valid') throw unusable('the service says that its certificate is not valid')
  const mode = textMember(auth, 'mode')
  if (mode !== 'implicit') throw unusable(`it is confirmed by ${mode === 'explicit' ? 'a PIN or one-time code, which is for the person and the service alone' : 'another way than on the person\'s device'}`)
  // SCAL2 alone ties what the person confirms to the hashes.
  if (textMember(body, 'SCAL') !== '2' && !allowScal1) throw unusable('what the person confirms is not bound to what is signed (SCAL2)')
  const offered = member(key, 'algo')
  const found = Array.isArray(offered) ? ALGORITHMS.find(([oid]) => offered.includes(oid)) : undefined
  if (!found) throw unusable('it has no algorithm that the kit signs with (RSA or ECDSA P-256 with SHA-256)')
  const listed = member(cert, 'certificates')
  const chain = Array.isArray(listed) ? listed.map(certificateBytes) : []
  const certificateChain = chain.filter((der) => der !== undefined)
  if (certificateChain.length === 0 || certificateChain.length !== chain.length) throw notUnderstood(SERVICE, 'cert.certificates: a list of certificates in base64')
  const multisign = member(body, 'multisign')
  return { certificateChain, algorithm: found[1], signAlgo: found[0], multisign: typeof multisign === 'number' ? multisign : 1 }
}

/** The hashes stand in it: what the person confirms are these and no others. */
export const authorizeRequest = (credentialID: string, hashes: readonly HashToSign[], description: string): object => ({
  credentialID, numSignatures: hashes.length, hashes: hashes.map(({ digest }) => toBase64(digest)), hashAlgorithmOID: OID.sha256, description,
})

export function readAuthorization(answer: JsonAnswer): string {
  const sad = textMember(demandSuccess(SERVICE, answer), 'SAD')
  if (sad === undefined) throw notUnderstood(SERVICE, 'SAD: a string')
  return sad
}

export const signHashRequest = (credentialID: string, SAD: string, hashes: readonly HashToSign[], signAlgo: string): object => ({
  credentialID, SAD, hashes: hashes.map(({ digest }) => toBase64(digest)), hashAlgorithmOID: OID.sha256, signAlgo, operationMode: 'A',
})

export const pollRequest = (responseID: string): object => ({ responseID })

/** The answer to `signHash` and to `signPolling`; `id` is what is polled with when the answer does not say it anew. */
export function readSigning(answer: JsonAnswer, { count, algorithm, id, words = {} }: { count?: number; algorithm: SignatureAlgorithm; id?: string; words?: CscWords }): SigningAnswer {
  const { status, body } = answer
  const error = textMember(body, 'error')
  if (status >= 400 && status <= 499 && error !== undefined) {
    if ((words.refused ?? ['access_denied']).includes(error)) return { status: 'refused' }
    if ((words.expired ?? ['expired_token', 'expired_request']).includes(error)) return { status: 'expired' }
    const pending = words.pending ?? /still (being )?process|not (yet )?(complete|finished)|previous asynchronous/i
    if (id !== undefined && pending.test(textMember(body, 'error_description') ?? '')) return { status: 'pending', id }
    return { status: 'failed', code: /^[\w.-]{1,60}$/.test(error) ? error : String(status) }
  }
  demandSuccess(SERVICE, answer)
  const signatures = base64List(member(body, 'signatures'), count)
  if (signatures) return { status: 'signed', signatures: algorithm === 'ES256' ? signatures.map(ecdsaAsPair) : signatures }
  const next = textMember(body, 'responseID') ?? (status === 202 ? id : undefined)
  if (next === undefined || Array.isArray(member(body, 'signatures'))) throw notUnderstood(SERVICE, `${count ?? 'as many'} signatures as hashes in base64, or responseID`, status)
  return { status: 'pending', id: next }
}

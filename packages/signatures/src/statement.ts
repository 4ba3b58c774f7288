import { base64url, compactVerify, decodeProtectedHeader, errors } from 'jose'
import { expectTag, TAG } from './asn1/der-reader.ts'
import { owned, sha256Hex } from './bytes.ts'
import { checkSignature, createKeySigner, readSignerCertificate, SIGNATURE_ALGORITHMS } from './signer.ts'
import { readCertificate } from './x509/certificate.ts'
import { isWeakKey, readPublicKey } from './x509/signature-algorithm.ts'
import type { JsonObject } from '@motcua/core/json'
import type { SignatureAlgorithm, Signer, SignerIdentity } from './signer.ts'
import type { WebKey } from './web-key.ts'
import type { Certificate } from './x509/certificate.ts'

/** Kinds of signed statement: the manifest that closes a dossier, one step of its log, and one act on a result (approved, signed, issued). */
export const STATEMENT_TYPES = ['motcua-manifest+jwt', 'motcua-step+jwt', 'motcua-evidence+jwt'] as const
export type StatementType = (typeof STATEMENT_TYPES)[number]

/** Why a statement was refused. */
export const STATEMENT_REASONS = [
  'STATEMENT_MALFORMED', 'STATEMENT_TOO_LARGE', 'TYPE_MISMATCH', 'ALG_NOT_ALLOWED', 'ALG_WEAK', 'CRIT_NOT_UNDERSTOOD', 'SIGNER_UNKNOWN',
  'SIG_INVALID', 'EXPIRED', 'NOT_YET', 'KEY_USAGE',
] as const
export type StatementReason = (typeof STATEMENT_REASONS)[number]

export interface SignStatementOptions {
  signer: Signer | { privateKey: WebKey; certificate: Uint8Array; algorithm: SignatureAlgorithm }
  typ: StatementType
  /** Moment the signer's certificate must be valid at. @default now */
  at?: Date
}

export type StatementVerdict<T extends JsonObject = JsonObject> =
  | { ok: true; payload: T; signer: { name: string; organisation?: string; thumbprint: string } }
  | { ok: false; code: StatementReason }

const MAX_BYTES = 256 * 1024

/**
 * Signs a JSON object as a compact JWS (RFC 7515). `kid` is the hex SHA-256 of the signer's certificate.
 *
 * @throws `SignerError` when the certificate is not valid or the signer's answer does not verify with it.
 * @example
 * const manifest = await signStatement({ ...payload }, { signer, typ: 'motcua-manifest+jwt' })
 */
export async function signStatement<T extends JsonObject>(payload: T, { signer, typ, at = new Date() }: SignStatementOptions): Promise<string> {
  const whole = 'sign' in signer ? signer : createKeySigner({ ...signer, certificateChain: [signer.certificate] })
  const prepared = await prepareStatement(payload, { signer: whole, typ, at })
  return prepared.complete(await whole.sign(prepared.toBeSigned, { documentName: typ }))
}

/** A statement that lacks nothing but its signature. */
export interface PreparedStatement {
  /** The exact bytes to be signed. A remote signer is sent their SHA-256. */
  readonly toBeSigned: Uint8Array<ArrayBuffer>
  /** The compact JWS. Throws `SignerError` when the signature does not verify with the certificate. */
  complete(signature: Uint8Array): Promise<string>
}

/**
 * The first half of {@link signStatement}, for a signer who answers later. The same arguments give the same bytes.
 *
 * @throws `SignerError` when the certificate is not valid.
 */
export async function prepareStatement(payload: JsonObject, { signer, typ, at }: { signer: SignerIdentity; typ: StatementType; at: Date }): Promise<PreparedStatement> {
  const certificate = readSignerCertificate(signer, at)
  const header = { alg: signer.algorithm, typ, kid: await sha256Hex(certificate.der) }
  const input = `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(payload))}`
  const toBeSigned = owned(new TextEncoder().encode(input))
  return {
    toBeSigned,
    async complete(signature) {
      await checkSignature({ algorithm: signer.algorithm, spki: certificate.spki }, toBeSigned, signature)
      return `${input}.${base64url.encode(signature)}`
    },
  }
}

export interface VerifyStatementOptions {
  /** The one type accepted here, so that a step can never pass for a manifest. */
  typ: StatementType
  /** Certificates of the signers known to the caller, DER. `jwk`, `jku`, `x5c` and `x5u` in the statement are never looked at. */
  certificates: readonly Uint8Array[]
  /** Moment the certificate is judged at; pass the recorded time of receipt for archived statements. @default now */
  at?: Date
}

/**
 * Verifies a statement against known certificates. Never throws on hostile input.
 *
 * @example
 * const verdict = await verifyStatement(body.step, { typ: 'motcua-step+jwt', certificates })
 * if (!verdict.ok) return refuse(verdict.code)
 */
export async function verifyStatement(jws: unknown, { typ, certificates, at = new Date() }: VerifyStatementOptions): Promise<StatementVerdict> {
  if (typeof jws !== 'string') return { ok: false, code: 'STATEMENT_MALFORMED' }
  if (jws.length > MAX_BYTES) return { ok: false, code: 'STATEMENT_TOO_LARGE' }
  const header = readHeader(jws)
  if (typeof header === 'string') return { ok: false, code: header }
  if (header.typ !== typ) return { ok: false, code: 'TYPE_MISMATCH' }
  const certificate = await findCertificate(header.kid, certificates)
  if (!certificate) return { ok: false, code: 'SIGNER_UNKNOWN' }
  const key = await importKey(certificate, header.alg)
  if (typeof key === 'string') return { ok: false, code: key }
  const objection = judge(certificate, at)
  if (objection) return { ok: false, code: objection }
  try {
    const { payload } = await compactVerify(jws, key, { algorithms: [header.alg] })
    const parsed = parseObject(payload)
    if (!parsed) return { ok: false, code: 'STATEMENT_MALFORMED' }
    return { ok: true, payload: parsed, signer: { name: certificate.commonName, ...(certificate.organisation !== undefined && { organisation: certificate.organisation }), thumbprint: header.kid } }
  } catch (cause) {
    return { ok: false, code: cause instanceof errors.JWSSignatureVerificationFailed ? 'SIG_INVALID' : 'STATEMENT_MALFORMED' }
  }
}

function readHeader(jws: string): { alg: SignatureAlgorithm; typ: string; kid: string } | StatementReason {
  try {
    const header = decodeProtectedHeader(jws)
    const alg = SIGNATURE_ALGORITHMS.find((name) => name === header.alg)
    // No extension is understood, so any `crit` refuses the statement (RFC 7515 § 4.1.11).
    if ('crit' in header) return 'CRIT_NOT_UNDERSTOOD'
    if (!alg) return 'ALG_NOT_ALLOWED'
    if (typeof header.typ !== 'string' || typeof header.kid !== 'string') return 'STATEMENT_MALFORMED'
    return isCanonical(jws) ? { alg, typ: header.typ, kid: header.kid } : 'STATEMENT_MALFORMED'
  } catch {
    return 'STATEMENT_MALFORMED'
  }
}

/** One spelling only: base64url without stray bits, so that the text itself can be hashed into the log. */
function isCanonical(jws: string): boolean {
  const parts = jws.split('.')
  return parts.length === 3 && parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part) && base64url.encode(base64url.decode(part)) === part)
}

async function findCertificate(kid: string, certificates: readonly Uint8Array[]): Promise<Certificate | undefined> {
  for (const [index, der] of certificates.entries()) {
    if ((await sha256Hex(der)) !== kid) continue
    try {
      return readCertificate(der)
    } catch (cause) {
      throw new TypeError(`certificates[${index}] is not an X.509 v3 certificate in DER.`, { cause })
    }
  }
  return undefined
}

async function importKey(certificate: Certificate, alg: SignatureAlgorithm): Promise<WebKey | StatementReason> {
  const key = readPublicKey(certificate.spki)
  if (isWeakKey(key)) return 'ALG_WEAK'
  if (key.kind === 'unsupported' || (key.kind === 'ec' ? alg !== 'ES256' || key.curve !== 'P-256' : alg === 'ES256')) return 'ALG_NOT_ALLOWED'
  const parameters = { RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, PS256: { name: 'RSA-PSS', hash: 'SHA-256' }, ES256: { name: 'ECDSA', namedCurve: 'P-256' } }[alg]
  return crypto.subtle.importKey('spki', owned(expectTag(certificate.spki, TAG.sequence).bytes), parameters, false, ['verify'])
}

function judge({ notBefore, notAfter, keyUsage }: Certificate, at: Date): StatementReason | undefined {
  if (at < notBefore) return 'NOT_YET'
  if (at > notAfter) return 'EXPIRED'
  return keyUsage && !keyUsage.includes('digitalSignature') && !keyUsage.includes('nonRepudiation') ? 'KEY_USAGE' : undefined
}

function parseObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as JsonObject : undefined
  } catch {
    return undefined
  }
}

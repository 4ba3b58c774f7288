import { readCertificate } from './x509/certificate.ts'
import { isWeakKey, readPublicKey, verifySignature } from './x509/signature-algorithm.ts'
import { derSequence, derUnsigned } from './asn1/der-writer.ts'
import { owned } from './bytes.ts'
import { SignerError } from './errors.ts'
import type { WebKey } from './web-key.ts'
import type { Certificate } from './x509/certificate.ts'
import type { SignatureScheme } from './x509/signature-algorithm.ts'

/** JOSE names of what the kit signs with: RSA PKCS #1 v1.5, RSA-PSS (salt of 32 bytes), ECDSA on P-256; always over SHA-256. */
export const SIGNATURE_ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const
export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number]

/** Who will sign, known before anything is signed. */
export interface SignerIdentity {
  /** DER, the signer's own certificate first, then its issuers; the root may be left out. */
  readonly certificateChain: readonly Uint8Array[]
  readonly algorithm: SignatureAlgorithm
}

/**
 * Whoever holds the private key (ký số): a key in memory, a token, a remote signing service.
 *
 * `sign` receives the exact bytes to be signed and hashes them itself, so a remote signer sends only their SHA-256 away.
 * It answers with the plain signature: for RS256 and PS256 the RSA number, for **ES256 the 64 bytes r‖s** as WebCrypto
 * and JWS have it (not DER; the PDF writer converts). The kit checks the answer against the certificate before using it.
 */
export interface Signer extends SignerIdentity {
  /** `documentName` is what the person is shown by the service when asked to confirm; never personal data. */
  sign(data: Uint8Array, info: { documentName: string }): Promise<Uint8Array>
}

export interface KeySignerOptions {
  /** A key made or imported for exactly this algorithm (`RSASSA-PKCS1-v1_5`, `RSA-PSS` with SHA-256, or `ECDSA` P-256), usage `sign`. */
  privateKey: WebKey
  certificateChain: readonly Uint8Array[]
  algorithm: SignatureAlgorithm
}

/**
 * A signer over a WebCrypto key in this process.
 *
 * @example
 * const signer = createKeySigner({ privateKey, certificateChain, algorithm: 'ES256' })
 * @throws TypeError when the key is for another algorithm.
 */
export function createKeySigner({ privateKey, certificateChain, algorithm }: KeySignerOptions): Signer {
  const expected = { RS256: 'RSASSA-PKCS1-v1_5', PS256: 'RSA-PSS', ES256: 'ECDSA' }[algorithm]
  if (privateKey.algorithm.name !== expected) throw new TypeError(`${algorithm} needs a ${expected} key, got ${privateKey.algorithm.name}`)
  return {
    certificateChain,
    algorithm,
    async sign(data) {
      const parameters = { name: expected, ...(algorithm === 'ES256' && { hash: 'SHA-256' }), ...(algorithm === 'PS256' && { saltLength: 32 }) }
      return new Uint8Array(await crypto.subtle.sign(parameters, privateKey, owned(data)))
    },
  }
}

const SCHEMES: Readonly<Record<SignatureAlgorithm, SignatureScheme>> = {
  RS256: { kind: 'rsa', hash: 'SHA-256' },
  PS256: { kind: 'pss', hash: 'SHA-256', saltLength: 32 },
  ES256: { kind: 'ec', hash: 'SHA-256' },
}

/**
 * The leaf certificate, checked before anything is signed.
 * Thông tư 15/2025/TT-BKHCN: signing software checks the certificate's validity before signing; checked 2026-11, from press reports of the text.
 */
export function readSignerCertificate(signer: SignerIdentity, at: Date): Certificate {
  const [leaf] = signer.certificateChain
  const certificate = leaf && tryReadCertificate(leaf)
  if (!certificate) throw new SignerError('ERR_CERTIFICATE_MALFORMED', 'Expected the signer certificate (X.509 v3, DER) first in certificateChain.')
  const key = readPublicKey(certificate.spki)
  if ((key.kind === 'ec') !== (signer.algorithm === 'ES256') || (key.kind === 'ec' && key.curve !== 'P-256') || key.kind === 'unsupported') {
    throw new SignerError('ERR_SIGNATURE_MISMATCH', `The certificate's key cannot make ${signer.algorithm} signatures.`)
  }
  if (isWeakKey(key)) throw new SignerError('ERR_CERTIFICATE_WEAK', 'The certificate has an RSA key shorter than 2048 bits; ask its issuer for a new one.')
  if (at < certificate.notBefore || at > certificate.notAfter) {
    throw new SignerError('ERR_CERTIFICATE_NOT_VALID', `The certificate is valid from ${certificate.notBefore.toISOString()} to ${certificate.notAfter.toISOString()}, not at ${at.toISOString()}.`)
  }
  if (certificate.keyUsage && !certificate.keyUsage.includes('digitalSignature') && !certificate.keyUsage.includes('nonRepudiation')) {
    throw new SignerError('ERR_CERTIFICATE_NOT_FOR_SIGNING', 'The certificate does not allow digital signatures (keyUsage).')
  }
  return certificate
}

/**
 * Checks a signer's answer before it is used: a wrong hash encoding at a remote service (hex for base64, a doubled DigestInfo)
 * must be found here and not by the reader of the file.
 */
export async function checkSignature({ algorithm, spki }: Pick<Certificate, 'spki'> & { algorithm: SignatureAlgorithm }, data: Uint8Array, signature: Uint8Array): Promise<void> {
  const encoded = algorithm === 'ES256' ? ecdsaToDer(signature) : signature
  if (!(await verifySignature(spki, SCHEMES[algorithm], encoded, data))) {
    throw new SignerError('ERR_SIGNATURE_MISMATCH', `The signer's ${algorithm} answer (${signature.length} bytes) does not verify with its certificate.`)
  }
}

/** r‖s to the ECDSA-Sig-Value (RFC 3279) that CMS holds. */
export function ecdsaToDer(signature: Uint8Array): Uint8Array {
  const half = signature.length / 2
  return derSequence(derUnsigned(signature.subarray(0, half)), derUnsigned(signature.subarray(half)))
}

function tryReadCertificate(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der)
  } catch {
    return undefined
  }
}

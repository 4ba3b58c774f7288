import { maskText } from '@motcua/core/text'
import { sha256Hex } from '../bytes.ts'
import { readSignerCertificate } from '../signer.ts'
import { SignerError } from '../errors.ts'
import { readCertificate } from '../x509/certificate.ts'
import type { SignerIdentity } from '../signer.ts'

/** What a person is told of a signing certificate (chứng thư số) before it is used. Names in certificates carry identity numbers (`CMND:0123456789`); they are masked. */
export interface CertificateSummary {
  /** Common name; a personal number inside keeps its last three digits. */
  subject: string
  organisation?: string
  issuer: string
  notBefore: Date
  notAfter: Date
  /** Lower-case hex SHA-256 of the certificate. */
  thumbprint: string
  /** Why it cannot be used; empty when it can. */
  objections: readonly CertificateObjection[]
}
export const CERTIFICATE_OBJECTIONS = ['expired', 'not-yet-valid', 'not-for-signing', 'weak', 'key-mismatch', 'not-entitled'] as const
export type CertificateObjection = (typeof CERTIFICATE_OBJECTIONS)[number]

/**
 * The signer's certificate in words, and what speaks against using it now. `entitled` are the certificates the agency's operator has
 * named (DER). Nothing is said about a chain of trust: the signed file is verified against the operator's anchors anyway.
 *
 * @throws `SignerError` `ERR_CERTIFICATE_MALFORMED` when there is no certificate to read.
 * @example
 * const { subject, objections } = await describeCertificate(identity, { at: new Date(), entitled: agency.signerCertificates })
 */
export async function describeCertificate(identity: SignerIdentity, { at, entitled }: { at: Date; entitled: readonly Uint8Array[] }): Promise<CertificateSummary> {
  const objections = new Set<CertificateObjection>(objectionOf(identity, at))
  const der = identity.certificateChain[0] ?? new Uint8Array()
  const { commonName, organisation, issuerName, notBefore, notAfter } = readCertificate(der)
  const thumbprint = await sha256Hex(der)
  const thumbprints = await Promise.all(entitled.map((certificate) => sha256Hex(certificate)))
  if (!thumbprints.includes(thumbprint)) objections.add('not-entitled')
  return {
    subject: maskText(commonName), issuer: maskText(issuerName), notBefore, notAfter, thumbprint, objections: [...objections],
    ...(organisation !== undefined && { organisation: maskText(organisation) }),
  }
}

function objectionOf(identity: SignerIdentity, at: Date): CertificateObjection[] {
  try {
    readSignerCertificate(identity, at)
    return []
  } catch (error) {
    if (!(error instanceof SignerError) || error.code === 'ERR_CERTIFICATE_MALFORMED') throw error
    switch (error.code) {
      case 'ERR_CERTIFICATE_NOT_VALID': return [at < readCertificate(identity.certificateChain[0] ?? new Uint8Array()).notBefore ? 'not-yet-valid' : 'expired']
      case 'ERR_CERTIFICATE_NOT_FOR_SIGNING': return ['not-for-signing']
      case 'ERR_CERTIFICATE_WEAK': return ['weak']
      case 'ERR_SIGNATURE_MISMATCH': return ['key-mismatch']
    }
  }
}

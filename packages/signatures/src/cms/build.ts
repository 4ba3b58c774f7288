import { der, derNull, derOctetString, derOid, derSequence, derSetOf, derUnsigned } from '../asn1/der-writer.ts'
import { OID } from '../asn1/oids.ts'
import { concatBytes, digest } from '../bytes.ts'
import { checkSignature, ecdsaToDer, readSignerCertificate } from '../signer.ts'
import type { SignerIdentity, SignatureAlgorithm } from '../signer.ts'

const INTEGER_1 = derUnsigned(Uint8Array.of(1))
const SHA256 = derSequence(derOid(OID.sha256))

/** AlgorithmIdentifier of the signature, as CMS writes it (RFC 5754, RFC 4055). */
const ALGORITHMS: Readonly<Record<SignatureAlgorithm, Uint8Array>> = {
  RS256: derSequence(derOid(OID.rsaEncryption), derNull()),
  PS256: derSequence(
    derOid(OID.rsaPss),
    derSequence(der(0xa0, SHA256), der(0xa1, derSequence(derOid(OID.mgf1), SHA256)), der(0xa2, derUnsigned(Uint8Array.of(32)))),
  ),
  ES256: derSequence(derOid(OID.ecdsaWithSha256)),
}

const attribute = (oid: string, value: Uint8Array): Uint8Array => derSequence(derOid(oid), derSetOf(0x31, [value]))

/** A container that lacks nothing but the signature. */
export interface CmsDraft {
  /** What is signed: the attributes as a DER SET, the digest of the document among them. */
  readonly toBeSigned: Uint8Array<ArrayBuffer>
  /** The whole container; throws `SignerError` when the signature does not verify with the certificate. */
  complete(signature: Uint8Array): Promise<Uint8Array>
}

/**
 * A detached CMS SignedData over `documentDigest` that meets PAdES B-B (ETSI EN 319 142-1 § 6): one signer, contentType, messageDigest and
 * signing-certificate-v2, no signing-time. It also carries CMSAlgorithmProtection (RFC 6211), so that the algorithm
 * identifiers, which CMS leaves unsigned, cannot be changed.
 */
export async function prepareDetachedCms(documentDigest: Uint8Array, signer: SignerIdentity, signedAt: Date): Promise<CmsDraft> {
  const certificate = readSignerCertificate(signer, signedAt)
  const algorithm = ALGORITHMS[signer.algorithm]
  // ESSCertIDv2 (RFC 5035): SHA-256 is the default and is left out, as DER demands.
  const certificateId = derSequence(derSequence(derSequence(derOctetString(await digest(certificate.der)))))
  const attributes = [
    attribute(OID.contentType, derOid(OID.data)),
    attribute(OID.messageDigest, derOctetString(documentDigest)),
    attribute(OID.signingCertificateV2, certificateId),
    // The algorithm takes the context tag [1] in place of SEQUENCE.
    attribute(OID.cmsAlgorithmProtection, derSequence(SHA256, concatBytes(Uint8Array.of(0xa1), algorithm.subarray(1)))),
  ]
  const toBeSigned = derSetOf(0x31, attributes)
  return {
    toBeSigned,
    async complete(signature) {
      await checkSignature({ algorithm: signer.algorithm, spki: certificate.spki }, toBeSigned, signature)
      const signerInfo = derSequence(
        INTEGER_1,
        derSequence(certificate.issuer, der(0x02, certificate.serial)),
        SHA256,
        derSetOf(0xa0, attributes),
        algorithm,
        derOctetString(signer.algorithm === 'ES256' ? ecdsaToDer(signature) : signature),
      )
      const signedData = derSequence(
        INTEGER_1,
        derSetOf(0x31, [SHA256]),
        derSequence(derOid(OID.data)),
        derSetOf(0xa0, signer.certificateChain),
        derSetOf(0x31, [signerInfo]),
      )
      return derSequence(derOid(OID.signedData), der(0xa0, signedData))
    },
  }
}

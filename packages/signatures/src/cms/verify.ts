import { DerError, expectTag, readDerPrefix, readOid, readSmallInteger, TAG } from '../asn1/der-reader.ts'
import { HASH_BY_OID, OID } from '../asn1/oids.ts'
import { concatBytes, digest, equalBytes } from '../bytes.ts'
import { readCertificate } from '../x509/certificate.ts'
import { isWeakKey, readHash, readPublicKey, readSignatureScheme, verifySignature } from '../x509/signature-algorithm.ts'
import type { DerNode } from '../asn1/der-reader.ts'
import type { HashName } from '../asn1/oids.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { ReasonCode } from '../reasons.ts'

export interface CmsVerdict {
  /** Reasons against the container itself: what it says, its digest, its signature. */
  integrity: ReadonlySet<ReasonCode>
  /** Reasons against the link between signature and certificate. */
  identity: ReadonlySet<ReasonCode>
  signer: Certificate | undefined
  /** Every certificate of the container, the signer's included. */
  certificates: readonly Certificate[]
}

const MAX_CERTIFICATES = 32

/**
 * Verifies a detached CMS SignedData (RFC 5652) over `document`, as strictly as PAdES (EN 319 142-1) allows.
 * Never throws. Certificates are read, not judged: see `findPath`.
 */
export async function verifyDetachedCms(container: Uint8Array, document: Uint8Array): Promise<CmsVerdict> {
  const verdict = { integrity: new Set<ReasonCode>(), identity: new Set<ReasonCode>(), signer: undefined as Certificate | undefined, certificates: [] as Certificate[] }
  try {
    await verify(container, document, verdict)
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause
    verdict.integrity.add('CMS_MALFORMED')
  }
  return verdict
}

interface Draft { integrity: Set<ReasonCode>; identity: Set<ReasonCode>; signer: Certificate | undefined; certificates: Certificate[] }

async function verify(container: Uint8Array, document: Uint8Array, verdict: Draft): Promise<void> {
  const signedData = openContainer(container)
  const [version, digestAlgorithms, content, ...rest] = signedData.children
  const certificates = rest[0]?.tag === 0xa0 ? rest.shift() : undefined
  if (rest[0]?.tag === 0xa1) rest.shift()
  const signers = expectTag(rest.shift(), TAG.set).children
  if (rest.length > 0) throw new DerError('SignedData has extra parts')
  const [contentType, eContent] = expectTag(content, TAG.sequence).children
  if (readOid(contentType) !== OID.data) verdict.integrity.add('CONTENT_TYPE')
  if (eContent) verdict.integrity.add('ECONTENT_PRESENT')
  if ((certificates?.children.length ?? 0) > MAX_CERTIFICATES) {
    verdict.identity.add('LOOP_LIMIT')
    return
  }
  verdict.certificates.push(...(certificates?.children ?? []).map((node) => readCertificate(node.bytes)))
  if (signers.length > 1) verdict.integrity.add('MULTI_SIGNER')
  const [signer] = signers
  if (!signer) {
    verdict.integrity.add('NO_SIGNER')
    return
  }
  const info = readSignerInfo(signer)
  // RFC 5652 § 5.1 and 5.3: the versions follow from the content; nothing signs them, so nothing else is accepted.
  const subjectKeyId = info.sid.tag === 0x80
  if (info.version !== (subjectKeyId ? 3 : 1) || readSmallInteger(version) !== info.version) throw new DerError('a version does not fit the content')
  const listed = expectTag(digestAlgorithms, TAG.set).children
  if (listed.length !== 1 || !listed[0] || !equalBytes(listed[0].bytes, info.digestAlgorithm.bytes)) verdict.integrity.add('ALG_MISMATCH')
  verdict.signer = findSigner(info.sid, verdict.certificates)
  await verifySigner(info, document, verdict)
}

/** The container must fill the reserved room up to zeros, which are the padding. */
function openContainer(container: Uint8Array): DerNode {
  const { node, end } = readDerPrefix(container)
  if (container.subarray(end).some((byte) => byte !== 0)) throw new DerError('bytes after the container')
  const [type, body, ...rest] = expectTag(node, TAG.sequence).children
  if (readOid(type) !== OID.signedData || rest.length > 0) throw new DerError('expected SignedData')
  const inner = expectTag(body, 0xa0)
  if (inner.children.length !== 1) throw new DerError('expected one SignedData')
  return expectTag(inner.children[0], TAG.sequence)
}

interface SignerInfo { version: number; sid: DerNode; digestAlgorithm: DerNode; signedAttributes: DerNode | undefined; signatureAlgorithm: DerNode; signature: Uint8Array }

function readSignerInfo(node: DerNode): SignerInfo {
  const parts = [...expectTag(node, TAG.sequence).children]
  const version = readSmallInteger(parts.shift())
  const sid = parts.shift()
  const digestAlgorithm = expectTag(parts.shift(), TAG.sequence)
  const signedAttributes = parts[0]?.tag === 0xa0 ? parts.shift() : undefined
  const signatureAlgorithm = expectTag(parts.shift(), TAG.sequence)
  const signature = expectTag(parts.shift(), TAG.octetString).content
  if (parts[0]?.tag === 0xa1) parts.shift()
  if (!sid || parts.length > 0) throw new DerError('SignerInfo has missing or extra parts')
  return { version, sid, digestAlgorithm, signedAttributes, signatureAlgorithm, signature }
}

function findSigner(sid: DerNode, certificates: readonly Certificate[]): Certificate | undefined {
  if (sid.tag === 0x80) return certificates.find(({ subjectKeyId }) => subjectKeyId !== undefined && equalBytes(subjectKeyId, sid.content))
  const [issuer, serial] = expectTag(sid, TAG.sequence).children
  const issuerBytes = expectTag(issuer, TAG.sequence).bytes
  const serialBytes = expectTag(serial, TAG.integer).content
  return certificates.find((certificate) => equalBytes(certificate.issuer, issuerBytes) && equalBytes(certificate.serial, serialBytes))
}

async function verifySigner(info: SignerInfo, document: Uint8Array, { integrity, identity, signer }: Draft): Promise<void> {
  const { signedAttributes } = info
  if (!signedAttributes) {
    integrity.add('ATTR_MISSING')
    return
  }
  const attributes = readAttributes(signedAttributes, integrity)
  const hash = readHash(info.digestAlgorithm)
  const known = typeof hash === 'string' && HASHES.has(hash) ? hash as HashName : undefined
  if (!known) integrity.add(hash === 'weak' ? 'ALG_WEAK' : 'ALG_UNSUPPORTED')
  const contentType = attributes.get(OID.contentType)
  if (!contentType) integrity.add('ATTR_MISSING')
  else if (readOid(contentType) !== OID.data) integrity.add('CONTENT_TYPE')
  const messageDigest = attributes.get(OID.messageDigest)
  if (!messageDigest) integrity.add('ATTR_MISSING')
  else if (known && !equalBytes(expectTag(messageDigest, TAG.octetString).content, await digest(document, known))) integrity.add('DIGEST_MISMATCH')
  const protection = attributes.get(OID.cmsAlgorithmProtection)
  if (protection && !isProtected(protection, info)) integrity.add('ALG_MISMATCH')

  if (!signer) {
    identity.add('CERT_NOT_FOUND')
    return
  }
  for (const reason of await checkSigningCertificate(attributes, signer)) identity.add(reason)
  if (isWeakKey(readPublicKey(signer.spki))) integrity.add('ALG_WEAK')
  if (!known) return
  const scheme = readSignatureScheme(info.signatureAlgorithm, known)
  if (typeof scheme === 'string') {
    integrity.add(SCHEME_REASONS[scheme])
    return
  }
  const key = readPublicKey(signer.spki)
  if (key.kind === 'unsupported') integrity.add('ALG_UNSUPPORTED')
  else if ((key.kind === 'ec') !== (scheme.kind === 'ec')) integrity.add('ALG_MISMATCH')
  // RFC 5652 § 5.4: the signature is over the attributes as a SET, not over the [0] they stand in.
  else if (!(await verifySignature(signer.spki, scheme, info.signature, concatBytes(Uint8Array.of(TAG.set), signedAttributes.bytes.subarray(1))))) integrity.add('SIG_INVALID')
}

const HASHES: ReadonlySet<string> = new Set(HASH_BY_OID.values())
const SCHEME_REASONS = { weak: 'ALG_WEAK', mismatch: 'ALG_MISMATCH', unsupported: 'ALG_UNSUPPORTED' } as const satisfies Record<string, ReasonCode>

/** Single values by type. A type that comes twice, or with several values, means different things to different readers. */
function readAttributes(set: DerNode, integrity: Set<ReasonCode>): Map<string, DerNode> {
  const attributes = new Map<string, DerNode>()
  for (const attribute of set.children) {
    const [type, values, ...rest] = expectTag(attribute, TAG.sequence).children
    const oid = readOid(type)
    const [value, ...more] = expectTag(values, TAG.set).children
    if (rest.length > 0) throw new DerError('an attribute has extra parts')
    if (attributes.has(oid) || more.length > 0) integrity.add('ATTR_DUPLICATE')
    if (value && !attributes.has(oid)) attributes.set(oid, value)
  }
  return attributes
}

/** RFC 6211: the signed copy of the algorithm identifiers equals the unsigned ones. */
function isProtected(protection: DerNode, info: SignerInfo): boolean {
  const [digestAlgorithm, signatureAlgorithm, ...rest] = expectTag(protection, TAG.sequence).children
  return rest.length === 0 && digestAlgorithm !== undefined && equalBytes(digestAlgorithm.bytes, info.digestAlgorithm.bytes)
    && signatureAlgorithm?.tag === 0xa1 && equalBytes(signatureAlgorithm.bytes.subarray(1), info.signatureAlgorithm.bytes.subarray(1))
}

/** ESS signing-certificate-v2 (RFC 5035): binds the signature to one certificate. The first id must be the signer's. */
async function checkSigningCertificate(attributes: ReadonlyMap<string, DerNode>, signer: Certificate): Promise<ReasonCode[]> {
  const value = attributes.get(OID.signingCertificateV2)
  // The older attribute holds a SHA-1 hash and binds nothing.
  if (!value) return [attributes.has(OID.signingCertificate) ? 'ALG_WEAK' : 'ESS_MISSING']
  const certificateId = expectTag(expectTag(value, TAG.sequence).children[0], TAG.sequence).children[0]
  const parts = [...expectTag(certificateId, TAG.sequence).children]
  const hash = parts[0]?.tag === TAG.sequence ? readHash(parts.shift()) : 'SHA-256'
  if (hash === 'weak') return ['ALG_WEAK']
  if (hash === 'unsupported') return ['ALG_UNSUPPORTED']
  return equalBytes(expectTag(parts[0], TAG.octetString).content, await digest(signer.der, hash)) ? [] : ['ESS_MISMATCH']
}


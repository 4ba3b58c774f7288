import { expectTag, readBitStringBytes, readDer, readOid, readSmallInteger, readTime, TAG, DerError } from '../asn1/der-reader.ts'
import { OID } from '../asn1/oids.ts'
import { equalBytes } from '../bytes.ts'
import type { DerNode } from '../asn1/der-reader.ts'

/** What the kit needs to know of an X.509 certificate (RFC 5280). Nothing here has been verified. */
export interface Certificate {
  readonly der: Uint8Array
  readonly tbs: Uint8Array
  readonly serial: Uint8Array
  /** Raw Name; compared byte by byte. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly commonName: string
  readonly organisation: string | undefined
  /** Common name of the issuer, or its organisation. */
  readonly issuerName: string
  readonly notBefore: Date
  readonly notAfter: Date
  /** SubjectPublicKeyInfo, as WebCrypto imports it. */
  readonly spki: DerNode
  readonly signatureAlgorithm: DerNode
  readonly signature: Uint8Array
  /** basicConstraints cA; false when the extension is absent. */
  readonly isAuthority: boolean
  readonly pathLength: number | undefined
  /** `undefined` when the extension is absent, which allows every use. */
  readonly keyUsage: readonly KeyUsage[] | undefined
  readonly extendedKeyUsage: readonly string[] | undefined
  readonly subjectKeyId: Uint8Array | undefined
  /** A critical extension this reader does not understand: the certificate must not be relied upon. */
  readonly hasUnknownCriticalExtension: boolean
}

/** Bits of RFC 5280 § 4.2.1.3 in their order; `nonRepudiation` is now called contentCommitment. */
export const KEY_USAGES = [
  'digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment', 'keyAgreement', 'keyCertSign', 'cRLSign', 'encipherOnly', 'decipherOnly',
] as const
export type KeyUsage = (typeof KEY_USAGES)[number]

const UNDERSTOOD_EXTENSIONS: ReadonlySet<string> = new Set([
  OID.basicConstraints, OID.keyUsage, OID.extendedKeyUsage, OID.subjectKeyIdentifier, OID.authorityKeyIdentifier,
  OID.subjectAltName, OID.issuerAltName, OID.certificatePolicies, OID.crlDistributionPoints,
])

/** Reads one DER certificate. Throws {@link DerError} on anything that is not canonical X.509 v3. */
export function readCertificate(der: Uint8Array): Certificate {
  const [tbs, outerAlgorithm, signature, ...rest] = expectTag(readDer(der), TAG.sequence).children
  if (rest.length > 0) throw new DerError('Certificate has extra parts')
  const fields = [...expectTag(tbs, TAG.sequence).children]
  const version = expectTag(fields.shift(), 0xa0)
  if (readSmallInteger(version.children[0]) !== 2 || version.children.length !== 1) throw new DerError('expected an X.509 v3 certificate')
  const serial = expectTag(fields.shift(), TAG.integer)
  const innerAlgorithm = expectTag(fields.shift(), TAG.sequence)
  // RFC 5280 § 4.1.1.2: the signed copy and the unsigned copy must agree.
  if (!equalBytes(innerAlgorithm.bytes, expectTag(outerAlgorithm, TAG.sequence).bytes)) throw new DerError('Certificate names two signature algorithms')
  const issuer = expectTag(fields.shift(), TAG.sequence)
  const validity = expectTag(fields.shift(), TAG.sequence)
  const subject = expectTag(fields.shift(), TAG.sequence)
  const spki = expectTag(fields.shift(), TAG.sequence)
  const extensionList = fields.find((field) => field.tag === 0xa3)
  const extensions = readExtensions(extensionList)
  return {
    der,
    tbs: expectTag(tbs, TAG.sequence).bytes,
    serial: serial.content,
    issuer: issuer.bytes,
    subject: subject.bytes,
    commonName: readNamePart(subject, OID.commonName) ?? '',
    organisation: readNamePart(subject, OID.organization),
    issuerName: readNamePart(issuer, OID.commonName) ?? readNamePart(issuer, OID.organization) ?? '',
    notBefore: readTime(validity.children[0]),
    notAfter: readTime(validity.children[1]),
    spki,
    signatureAlgorithm: innerAlgorithm,
    signature: readBitStringBytes(signature),
    ...readBasicConstraints(extensions.get(OID.basicConstraints)?.value),
    keyUsage: readKeyUsage(extensions.get(OID.keyUsage)?.value),
    extendedKeyUsage: extensions.get(OID.extendedKeyUsage)?.value.children.map((child) => readOid(child)),
    subjectKeyId: extensions.get(OID.subjectKeyIdentifier)?.value.content,
    hasUnknownCriticalExtension: [...extensions].some(([oid, { critical }]) => critical && !UNDERSTOOD_EXTENSIONS.has(oid)),
  }
}

function readExtensions(node: DerNode | undefined): Map<string, { critical: boolean; value: DerNode }> {
  const found = new Map<string, { critical: boolean; value: DerNode }>()
  for (const extension of node ? expectTag(node.children[0], TAG.sequence).children : []) {
    const parts = [...expectTag(extension, TAG.sequence).children]
    const oid = readOid(parts.shift())
    const critical = parts[0]?.tag === TAG.boolean && parts.shift()?.content[0] === 0xff
    const value = expectTag(parts.shift(), TAG.octetString)
    if (found.has(oid) || parts.length > 0) throw new DerError('an extension is repeated or has extra parts')
    // Extensions the kit does not read may hold anything; those it reads are DER.
    found.set(oid, { critical, value: UNDERSTOOD_EXTENSIONS.has(oid) ? readDer(value.content) : value })
  }
  return found
}

function readBasicConstraints(value: DerNode | undefined): { isAuthority: boolean; pathLength: number | undefined } {
  const parts = value ? [...expectTag(value, TAG.sequence).children] : []
  const isAuthority = parts[0]?.tag === TAG.boolean && parts.shift()?.content[0] === 0xff
  return { isAuthority, pathLength: parts[0] ? readSmallInteger(parts[0]) : undefined }
}

function readKeyUsage(value: DerNode | undefined): KeyUsage[] | undefined {
  if (!value) return undefined
  const bits = expectTag(value, TAG.bitString).content.subarray(1)
  return KEY_USAGES.filter((_, index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0)
}

function readNamePart(name: DerNode, oid: string): string | undefined {
  for (const relative of name.children) {
    for (const part of relative.children) {
      if (readOid(part.children[0]) === oid) return readText(part.children[1])
    }
  }
  return undefined
}

function readText(node: DerNode | undefined): string {
  switch (node?.tag) {
    case TAG.utf8String: return new TextDecoder('utf-8').decode(node.content).normalize('NFC')
    case TAG.bmpString: return new TextDecoder('utf-16be').decode(node.content).normalize('NFC')
    case TAG.printableString: case TAG.ia5String: case TAG.t61String: return new TextDecoder('latin1').decode(node.content)
    default: return ''
  }
}

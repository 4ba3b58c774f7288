import { TAG } from '../src/asn1/der-reader.ts'
import { der, derOctetString, derOid, derSequence, derSetOf, derUnsigned } from '../src/asn1/der-writer.ts'
import { OID } from '../src/asn1/oids.ts'
import { concatBytes, digest, latin1, toHex } from '../src/bytes.ts'
import { appendRevision } from '../src/pdf/append.ts'
import { PdfFile } from '../src/pdf/file.ts'
import { readSignatureFields } from '../src/pdf/signature-fields.ts'
import { readCertificate } from '../src/x509/certificate.ts'
import { algorithmOf, signWith } from './forge-certificate.ts'
import type { Forged } from './forge-certificate.ts'

const SHA256 = derSequence(derOid(OID.sha256))
export const attribute = (oid: string, ...values: Uint8Array[]): Uint8Array => derSequence(derOid(oid), derSetOf(TAG.set, values))

/** What a test changes about an otherwise right container. */
export interface CmsOverrides {
  attributes?: (right: { contentType: Uint8Array; messageDigest: Uint8Array; signingCertificate: Uint8Array }) => Uint8Array[]
  digestAlgorithm?: Uint8Array
  signatureAlgorithm?: Uint8Array
  contentInfo?: Uint8Array
  certificates?: Uint8Array[]
  signerInfos?: (right: Uint8Array) => Uint8Array[]
  signature?: (right: Uint8Array) => Uint8Array
}

export async function forgeCms(documentDigest: Uint8Array, signer: Forged, overrides: CmsOverrides = {}): Promise<Uint8Array> {
  const { issuer, serial } = readCertificate(signer.certificate)
  const right = {
    contentType: attribute(OID.contentType, derOid(OID.data)),
    messageDigest: attribute(OID.messageDigest, derOctetString(documentDigest)),
    signingCertificate: attribute(OID.signingCertificateV2, derSequence(derSequence(derSequence(derOctetString(await digest(signer.certificate)))))),
  }
  const attributes = overrides.attributes?.(right) ?? Object.values(right)
  const digestAlgorithm = overrides.digestAlgorithm ?? SHA256
  const signature = await signWith(signer.keys.privateKey, derSetOf(TAG.set, attributes))
  const info = derSequence(
    derUnsigned(Uint8Array.of(1)),
    derSequence(issuer, der(TAG.integer, serial)),
    digestAlgorithm,
    derSetOf(0xa0, attributes),
    overrides.signatureAlgorithm ?? algorithmOf(signer.keys.privateKey),
    derOctetString(overrides.signature?.(signature) ?? signature),
  )
  const signedData = derSequence(
    derUnsigned(Uint8Array.of(1)),
    derSetOf(TAG.set, [digestAlgorithm]),
    overrides.contentInfo ?? derSequence(derOid(OID.data)),
    derSetOf(0xa0, overrides.certificates ?? [signer.certificate]),
    derSetOf(TAG.set, overrides.signerInfos?.(info) ?? [info]),
  )
  return derSequence(derOid(OID.signedData), der(0xa0, signedData))
}

/** Puts another container into the last signature of a signed file; the function gets the digest of the signed bytes. */
export async function replaceContainer(pdf: Uint8Array, make: (documentDigest: Uint8Array) => Promise<Uint8Array>): Promise<Uint8Array> {
  const contents = readSignatureFields(await PdfFile.open(pdf)).signed.at(-1)?.dict.entries.get('Contents')
  if (!contents) throw new Error('the file is not signed')
  const container = await make(await digest(concatBytes(pdf.subarray(0, contents.start), pdf.subarray(contents.end))))
  const hex = toHex(container)
  const out = pdf.slice()
  out.fill(0x30, contents.start + 1, contents.end - 1)
  out.set(latin1(hex), contents.start + 1)
  return out
}

/** Appends objects as an attacker would: a well-formed revision with whatever content. */
export async function appendObjects(pdf: Uint8Array, objects: Readonly<Record<number, string>>): Promise<Uint8Array> {
  const bodies = Object.entries(objects).map(([num, body]) => ({ num: Number(num), gen: 0, body: latin1(body) }))
  return (await appendRevision(await PdfFile.open(pdf), bodies)).bytes
}

/** Replaces text of equal length, without repairing anything. */
export function replaceText(pdf: Uint8Array, from: string, to: string): Uint8Array {
  const text = new TextDecoder('latin1').decode(pdf)
  const start = text.lastIndexOf(from)
  if (start === -1 || from.length !== to.length) throw new Error(`cannot replace ${from}`)
  const out = pdf.slice()
  out.set(latin1(to), start)
  return out
}

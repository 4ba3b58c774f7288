import { TAG } from '../src/asn1/der-reader.ts'
import { der, derNull, derOctetString, derOid, derSequence, derSetOf, derUnsigned } from '../src/asn1/der-writer.ts'
import { OID } from '../src/asn1/oids.ts'
import { latin1, owned } from '../src/bytes.ts'
import { ecdsaToDer } from '../src/signer.ts'

/** A certificate with its key; what a test wants wrong about it is an option. */
export interface Forged { certificate: Uint8Array; keys: CryptoKeyPair; subject: string }

export interface ForgeOptions {
  subject: string
  /** Self-signed when left out. */
  issuer?: Forged
  kind?: 'ec' | 'rsa' | 'rsa-1024' | 'rsa-sha1'
  notBefore?: Date
  notAfter?: Date
  /** DER of extension values by OID; a leading `!` makes the extension critical. */
  extensions?: Readonly<Record<string, Uint8Array>>
}

export const CA_TRUE = derSequence(der(TAG.boolean, Uint8Array.of(0xff)))
export const CA_PATHLEN_0 = derSequence(der(TAG.boolean, Uint8Array.of(0xff)), derUnsigned(Uint8Array.of(0)))
/** Bits in the order of RFC 5280: digitalSignature is 0x80, keyEncipherment 0x20, keyCertSign 0x04. */
export const keyUsageBits = (bits: number): Uint8Array => der(TAG.bitString, Uint8Array.of(31 - Math.clz32(bits & -bits), bits))
export const extendedKeyUsage = (oid: string): Uint8Array => derSequence(derOid(oid))
export const CA_EXTENSIONS = { [`!${OID.basicConstraints}`]: CA_TRUE, [`!${OID.keyUsage}`]: keyUsageBits(0x04) } as const

const KEYS = {
  ec: { name: 'ECDSA', namedCurve: 'P-256' },
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
  'rsa-1024': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 1024, publicExponent: Uint8Array.of(1, 0, 1) },
  'rsa-sha1': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
} as const

export async function forgeCertificate({ subject, issuer, kind = 'ec', notBefore = new Date('2026-01-01T00:00:00Z'), notAfter = new Date('2030-01-01T00:00:00Z'), extensions = {} }: ForgeOptions): Promise<Forged> {
  const keys = await crypto.subtle.generateKey(KEYS[kind], true, ['sign', 'verify']) as CryptoKeyPair
  const signingKey = issuer?.keys.privateKey ?? keys.privateKey
  const algorithm = algorithmOf(signingKey)
  const extensionList = Object.entries(extensions).map(([name, value]) => derSequence(
    derOid(name.replace('!', '')),
    ...(name.startsWith('!') ? [der(TAG.boolean, Uint8Array.of(0xff))] : []),
    derOctetString(value),
  ))
  const tbs = derSequence(
    der(0xa0, derUnsigned(Uint8Array.of(2))),
    derUnsigned(crypto.getRandomValues(new Uint8Array(8))),
    algorithm,
    nameOf(issuer?.subject ?? subject),
    derSequence(time(notBefore), time(notAfter)),
    nameOf(subject),
    new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey)),
    ...(extensionList.length > 0 ? [der(0xa3, derSequence(...extensionList))] : []),
  )
  const certificate = derSequence(tbs, algorithm, der(TAG.bitString, Uint8Array.of(0), await signWith(signingKey, tbs)))
  return { certificate, keys, subject }
}

/** A signature as CMS and X.509 hold it. */
export async function signWith(key: CryptoKey, data: Uint8Array): Promise<Uint8Array> {
  const isEc = key.algorithm.name === 'ECDSA'
  const signature = new Uint8Array(await crypto.subtle.sign(isEc ? { name: 'ECDSA', hash: 'SHA-256' } : key.algorithm.name, key, owned(data)))
  return isEc ? ecdsaToDer(signature) : signature
}

export function algorithmOf(key: CryptoKey): Uint8Array {
  if (key.algorithm.name === 'ECDSA') return derSequence(derOid(OID.ecdsaWithSha256))
  const isSha1 = 'hash' in key.algorithm && (key.algorithm.hash as { name: string }).name === 'SHA-1'
  return derSequence(derOid(isSha1 ? '1.2.840.113549.1.1.5' : OID.sha256WithRsa), derNull())
}

const nameOf = (commonName: string): Uint8Array => derSequence(derSetOf(TAG.set, [derSequence(derOid(OID.commonName), der(TAG.utf8String, new TextEncoder().encode(commonName)))]))
const time = (date: Date): Uint8Array => der(TAG.utcTime, latin1(`${date.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`))

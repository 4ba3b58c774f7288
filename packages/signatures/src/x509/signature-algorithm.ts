import { CURVE_BY_OID, ECDSA_HASH_BY_OID, HASH_BY_OID, OID, RSA_HASH_BY_OID, WEAK_CURVES, WEAK_OIDS } from '../asn1/oids.ts'
import { expectTag, readBitStringBytes, readDer, readOid, readSmallInteger, TAG, DerError } from '../asn1/der-reader.ts'
import { owned } from '../bytes.ts'
import type { HashName } from '../asn1/oids.ts'
import type { DerNode } from '../asn1/der-reader.ts'

/** A public key with its strength, read from SubjectPublicKeyInfo. */
export type PublicKeyInfo = { kind: 'rsa'; bits: number } | { kind: 'ec'; curve: 'P-256' | 'P-384' | 'P-521'; bytes: number } | { kind: 'unsupported'; isWeak: boolean }

/** A signature algorithm WebCrypto can check. */
export type SignatureScheme = { kind: 'rsa' | 'ec'; hash: HashName } | { kind: 'pss'; hash: HashName; saltLength: number }

/** Thông tư 15/2025/TT-BKHCN asks for RSA of 2048 bits and ECDSA of 256 bits or more; checked 2026-11, from press reports of the text. */
export const MIN_RSA_BITS = 2048

export function readPublicKey(spki: DerNode): PublicKeyInfo {
  const [algorithm, key] = spki.children
  const [oid, parameters] = expectTag(algorithm, TAG.sequence).children
  const name = readOid(oid)
  if (name === OID.rsaEncryption) {
    const modulus = expectTag(readDer(readBitStringBytes(key)).children[0], TAG.integer).content
    const bytes = modulus[0] === 0 ? modulus.subarray(1) : modulus
    return { kind: 'rsa', bits: bytes.length * 8 - Math.clz32(bytes[0] ?? 0) + 24 }
  }
  if (name !== OID.ecPublicKey || parameters?.tag !== TAG.oid) return { kind: 'unsupported', isWeak: false }
  const curve = CURVE_BY_OID.get(readOid(parameters))
  return curve ? { kind: 'ec', curve: curve.name, bytes: curve.bytes } : { kind: 'unsupported', isWeak: WEAK_CURVES.has(readOid(parameters)) }
}

export function isWeakKey(key: PublicKeyInfo): boolean {
  return key.kind === 'rsa' ? key.bits < MIN_RSA_BITS : key.kind === 'unsupported' && key.isWeak
}

/**
 * Reads an AlgorithmIdentifier of a signature. `digest` is the digest named beside it (CMS), for algorithms that do not name their own.
 * @returns `weak` for MD5 and SHA-1, `mismatch` when two digests are named, `unsupported` for the rest.
 */
export function readSignatureScheme(identifier: DerNode, digest?: HashName): SignatureScheme | 'weak' | 'mismatch' | 'unsupported' {
  const [oidNode, parameters, ...rest] = expectTag(identifier, TAG.sequence).children
  if (rest.length > 0) throw new DerError('AlgorithmIdentifier has extra parts')
  const oid = readOid(oidNode)
  if (WEAK_OIDS.has(oid)) return 'weak'
  if (oid === OID.rsaPss) {
    const pss = readPssParameters(parameters)
    return typeof pss === 'string' ? pss : digest && pss.hash !== digest ? 'mismatch' : { kind: 'pss', ...pss }
  }
  const ecdsa = ECDSA_HASH_BY_OID.get(oid)
  if (ecdsa) {
    if (parameters) throw new DerError('ECDSA takes no parameters')
    return digest && ecdsa !== digest ? 'mismatch' : { kind: 'ec', hash: ecdsa }
  }
  const hash = RSA_HASH_BY_OID.get(oid) ?? (oid === OID.rsaEncryption ? digest : undefined)
  if (!hash) return 'unsupported'
  if (parameters && parameters.tag !== TAG.null) throw new DerError('RSA takes NULL parameters')
  return digest && hash !== digest ? 'mismatch' : { kind: 'rsa', hash }
}

/** Digest of a CMS digest AlgorithmIdentifier. */
export function readHash(identifier: DerNode | undefined): HashName | 'weak' | 'unsupported' {
  const [oidNode, parameters, ...rest] = expectTag(identifier, TAG.sequence).children
  if (rest.length > 0 || (parameters && parameters.tag !== TAG.null)) throw new DerError('a digest takes no parameters')
  const oid = readOid(oidNode)
  return WEAK_OIDS.has(oid) ? 'weak' : (HASH_BY_OID.get(oid) ?? 'unsupported')
}

/** RFC 4055 § 3.1. The defaults are SHA-1, so absent fields are weak. */
function readPssParameters(parameters: DerNode | undefined): { hash: HashName; saltLength: number } | 'weak' | 'unsupported' {
  const parts = new Map(expectTag(parameters, TAG.sequence).children.map((part) => [part.tag, part.children[0]]))
  if (!parts.has(0xa0) || !parts.has(0xa1)) return 'weak'
  const hash = readHash(parts.get(0xa0))
  const mask = expectTag(parts.get(0xa1), TAG.sequence)
  if (readOid(mask.children[0]) !== OID.mgf1) return 'unsupported'
  const maskHash = readHash(mask.children[1])
  if (hash === 'weak' || maskHash === 'weak') return 'weak'
  if (hash === 'unsupported' || hash !== maskHash) return 'unsupported'
  if (parts.has(0xa3) && readSmallInteger(parts.get(0xa3)) !== 1) return 'unsupported'
  return { hash, saltLength: parts.has(0xa2) ? readSmallInteger(parts.get(0xa2)) : 20 }
}

/** True when the signature over `data` verifies with the key. Never throws: what WebCrypto refuses is not verified. */
export async function verifySignature(spki: DerNode, scheme: SignatureScheme, signature: Uint8Array, data: Uint8Array): Promise<boolean> {
  try {
    const key = readPublicKey(spki)
    if (key.kind === 'unsupported' || (key.kind === 'ec') !== (scheme.kind === 'ec')) return false
    if (key.kind === 'ec') {
      const publicKey = await crypto.subtle.importKey('spki', owned(spki.bytes), { name: 'ECDSA', namedCurve: key.curve }, false, ['verify'])
      return await crypto.subtle.verify({ name: 'ECDSA', hash: scheme.hash }, publicKey, owned(ecdsaFromDer(signature, key.bytes)), owned(data))
    }
    const name = scheme.kind === 'pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5'
    const publicKey = await crypto.subtle.importKey('spki', owned(spki.bytes), { name, hash: scheme.hash }, false, ['verify'])
    const parameters = scheme.kind === 'pss' ? { name, saltLength: scheme.saltLength } : { name }
    return await crypto.subtle.verify(parameters, publicKey, owned(signature), owned(data))
  } catch {
    return false
  }
}

/** ECDSA-Sig-Value (RFC 3279) to the fixed r‖s that WebCrypto takes. */
function ecdsaFromDer(signature: Uint8Array, size: number): Uint8Array {
  const { children } = expectTag(readDer(signature), TAG.sequence)
  if (children.length !== 2) throw new DerError('ECDSA-Sig-Value has two numbers')
  const out = new Uint8Array(size * 2)
  children.forEach((child, index) => {
    const { content } = expectTag(child, TAG.integer)
    const number = content[0] === 0 ? content.subarray(1) : content
    if (number.length > size || (content[0] ?? 0) >= 0x80) throw new DerError('ECDSA number out of range')
    out.set(number, size * (index + 1) - number.length)
  })
  return out
}

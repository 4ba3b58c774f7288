/**
 * A certificate authority for sandboxes and tests. **TEST ONLY.** Its keys are extractable, it keeps no list of revoked
 * certificates and it asks nobody who they are. Never put its anchor into the trust of a running portal.
 * @module
 */
import { BasicConstraints, Certificate, CryptoEngine, Extension, RelativeDistinguishedNames } from 'pkijs'
import { BitString, fromBER, Integer, OctetString } from 'asn1js'
import { TAG } from '../asn1/der-reader.ts'
import { der, derOid, derSequence, derSetOf } from '../asn1/der-writer.ts'
import { OID } from '../asn1/oids.ts'
import { digest, fromBase64, toBase64 } from '../bytes.ts'
import { KEY_USAGES } from '../x509/certificate.ts'
import type { KeyUsage } from '../x509/certificate.ts'
import type { SignatureAlgorithm } from '../signer.ts'
import type { WebKey } from '../web-key.ts'

export interface TestAuthorityOptions {
  /** Common name of the root; "(TEST)" is added so that nobody takes it for a real one. */
  name: string
  /** Injected clock; validity runs from one day before it. */
  now: Date
}

export interface IssueOptions {
  commonName: string
  organisation?: string
  /** `rsa` signs as RS256, `rsa-pss` as PS256, `ec` (P-256) as ES256. @default 'ec' */
  kind?: 'rsa' | 'rsa-pss' | 'ec'
  /** @default the authority's `now` less one day */
  notBefore?: Date
  /** @default two years after `notBefore` */
  notAfter?: Date
  /** @default ['digitalSignature', 'nonRepudiation'] */
  keyUsage?: readonly KeyUsage[]
}

/** A key with its certificate; spread it into `createKeySigner`. */
export interface TestIdentity {
  readonly privateKey: WebKey
  readonly algorithm: SignatureAlgorithm
  /** DER, leaf first, without the root. */
  readonly certificateChain: readonly Uint8Array[]
  /** The leaf, DER. */
  readonly certificate: Uint8Array
  /** Holds the private key in the clear. */
  toJSON(): TestIdentityJson
}
export interface TestIdentityJson { algorithm: SignatureAlgorithm; certificateChain: string[]; privateKeyPkcs8: string }

export interface TestAuthority {
  /** Root certificate, DER. */
  readonly anchor: Uint8Array
  issue(options: IssueOptions): Promise<TestIdentity>
  /** Holds the private key in the clear; keep it out of version control. */
  toJSON(): TestAuthorityJson
}
export interface TestAuthorityJson { name: string; now: string; anchor: string; privateKeyPkcs8: string }

const DAY_MS = 86_400_000
const KEY_PARAMETERS = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const
const ALGORITHM_BY_KIND = { rsa: 'RS256', 'rsa-pss': 'PS256', ec: 'ES256' } as const

/**
 * Makes a test root (P-256, ten years). **TEST ONLY.**
 *
 * @example
 * const authority = await createTestAuthority({ name: 'Sandbox', now: new Date() })
 * const officer = await authority.issue({ commonName: 'Nguyễn Thị Ví Dụ', organisation: 'UBND xã Mỹ Thuận' })
 * const signer = createKeySigner(officer)
 */
export async function createTestAuthority({ name, now }: TestAuthorityOptions): Promise<TestAuthority> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(KEY_PARAMETERS.ES256, true, ['sign', 'verify'])
  const commonName = `${name} (TEST)`
  const certificate = new Certificate()
  await fill(certificate, { commonName, notBefore: new Date(now.getTime() - DAY_MS), notAfter: new Date(now.getTime() + 3650 * DAY_MS), keyUsage: ['keyCertSign', 'cRLSign'], publicKey, isAuthority: true })
  certificate.issuer = certificate.subject
  await certificate.sign(privateKey, 'SHA-256', engine())
  return restoreTestAuthority({
    name,
    now: now.toISOString(),
    anchor: toBase64(new Uint8Array(certificate.toSchema(true).toBER())),
    privateKeyPkcs8: await exportKey(privateKey),
  })
}

/** The authority that `toJSON` wrote. **TEST ONLY.** */
export async function restoreTestAuthority(json: TestAuthorityJson): Promise<TestAuthority> {
  const anchor = fromBase64(json.anchor)
  const issuer = Certificate.fromBER(anchor)
  const issuerKey = await crypto.subtle.importKey('pkcs8', fromBase64(json.privateKeyPkcs8), KEY_PARAMETERS.ES256, true, ['sign'])
  return {
    anchor,
    toJSON: () => json,
    async issue({ commonName, organisation, kind = 'ec', notBefore = new Date(Date.parse(json.now) - DAY_MS), notAfter = new Date(notBefore.getTime() + 730 * DAY_MS), keyUsage = ['digitalSignature', 'nonRepudiation'] }) {
      const algorithm = ALGORITHM_BY_KIND[kind]
      const { privateKey, publicKey } = await crypto.subtle.generateKey(KEY_PARAMETERS[algorithm], true, ['sign', 'verify']) as { privateKey: WebKey; publicKey: WebKey }
      const certificate = new Certificate()
      await fill(certificate, { commonName, organisation, notBefore, notAfter, keyUsage, publicKey, isAuthority: false })
      certificate.issuer = issuer.subject
      await certificate.sign(issuerKey, 'SHA-256', engine())
      return restoreTestIdentity({
        algorithm,
        certificateChain: [toBase64(new Uint8Array(certificate.toSchema(true).toBER()))],
        privateKeyPkcs8: await exportKey(privateKey),
      })
    },
  }
}

/** The identity that `toJSON` wrote. **TEST ONLY.** */
export async function restoreTestIdentity(json: TestIdentityJson): Promise<TestIdentity> {
  const certificateChain = json.certificateChain.map((certificate) => fromBase64(certificate))
  const [certificate] = certificateChain
  if (!certificate) throw new TypeError('Expected certificateChain with at least one certificate.')
  const privateKey = await crypto.subtle.importKey('pkcs8', fromBase64(json.privateKeyPkcs8), KEY_PARAMETERS[json.algorithm], true, ['sign'])
  return { privateKey, algorithm: json.algorithm, certificateChain, certificate, toJSON: () => json }
}

interface Fill { commonName: string; organisation?: string; notBefore: Date; notAfter: Date; keyUsage: readonly KeyUsage[]; publicKey: WebKey; isAuthority: boolean }

async function fill(certificate: Certificate, { commonName, organisation, notBefore, notAfter, keyUsage, publicKey, isAuthority }: Fill): Promise<void> {
  certificate.version = 2
  const serial = crypto.getRandomValues(new Uint8Array(16))
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  certificate.serialNumber = new Integer({ valueHex: serial.buffer })
  certificate.subject = name(commonName, organisation)
  certificate.notBefore.value = wholeSeconds(notBefore)
  certificate.notAfter.value = wholeSeconds(notAfter)
  await certificate.subjectPublicKeyInfo.importKey(publicKey, engine())
  const keyId = (await digest(new Uint8Array(certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView))).slice(0, 20)
  certificate.extensions = [
    new Extension({ extnID: OID.basicConstraints, critical: true, extnValue: new BasicConstraints(isAuthority ? { cA: true } : {}).toSchema().toBER() }),
    new Extension({ extnID: OID.keyUsage, critical: true, extnValue: keyUsageBits(keyUsage).toBER() }),
    new Extension({ extnID: OID.subjectKeyIdentifier, critical: false, extnValue: new OctetString({ valueHex: keyId.buffer }).toBER() }),
  ]
}

/** One attribute per RDN, as real certificates have it; pkijs would put them all into one. */
function name(commonName: string, organisation: string | undefined): RelativeDistinguishedNames {
  const parts = [[OID.organization, organisation], [OID.commonName, commonName]] as const
  const encoded = derSequence(...parts.flatMap(([oid, text]) => (
    text === undefined ? [] : [derSetOf(TAG.set, [derSequence(derOid(oid), der(TAG.utf8String, new TextEncoder().encode(text)))])]
  )))
  return new RelativeDistinguishedNames({ schema: fromBER(encoded).result })
}

/** Named bits without trailing zeros, as DER demands. */
function keyUsageBits(usages: readonly KeyUsage[]): BitString {
  const indexes = usages.map((usage) => KEY_USAGES.indexOf(usage))
  const last = Math.max(...indexes)
  const bits = new Uint8Array((last >> 3) + 1)
  for (const index of indexes) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return new BitString({ valueHex: bits.buffer, unusedBits: 7 - (last & 7) })
}

const wholeSeconds = (date: Date): Date => new Date(Math.floor(date.getTime() / 1000) * 1000)
const engine = (): CryptoEngine => new CryptoEngine({ name: 'webcrypto', crypto })
const exportKey = async (key: WebKey): Promise<string> => toBase64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', key)))

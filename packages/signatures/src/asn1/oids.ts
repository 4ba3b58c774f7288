/** Object identifiers of RFC 5280, 5652, 5754, 5035, 6211, 8017, 5480 and 9336, by their names there. */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  cmsAlgorithmProtection: '1.2.840.113549.1.9.52',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
  mgf1: '1.2.840.113549.1.1.8',
  rsaPss: '1.2.840.113549.1.1.10',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecPublicKey: '1.2.840.10045.2.1',
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  issuerAltName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
} as const

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512'

/** Digests strong enough for a signature today. Everything else is refused as weak. */
export const HASH_BY_OID: ReadonlyMap<string, HashName> = new Map([
  [OID.sha256, 'SHA-256'],
  ['2.16.840.1.101.3.4.2.2', 'SHA-384'],
  ['2.16.840.1.101.3.4.2.3', 'SHA-512'],
])

/** PKCS #1 v1.5 signature algorithms that name their digest. */
export const RSA_HASH_BY_OID: ReadonlyMap<string, HashName> = new Map([
  [OID.sha256WithRsa, 'SHA-256'],
  ['1.2.840.113549.1.1.12', 'SHA-384'],
  ['1.2.840.113549.1.1.13', 'SHA-512'],
])

export const ECDSA_HASH_BY_OID: ReadonlyMap<string, HashName> = new Map([
  [OID.ecdsaWithSha256, 'SHA-256'],
  ['1.2.840.10045.4.3.3', 'SHA-384'],
  ['1.2.840.10045.4.3.4', 'SHA-512'],
])

/** MD2, MD5 and SHA-1, alone and in signature algorithms: recognised in order to say why they are refused. */
export const WEAK_OIDS: ReadonlySet<string> = new Set([
  '1.2.840.113549.2.2', '1.2.840.113549.2.5', '1.3.14.3.2.26',
  '1.2.840.113549.1.1.2', '1.2.840.113549.1.1.4', '1.2.840.113549.1.1.5', '1.2.840.10045.4.1',
])

export const CURVE_BY_OID: ReadonlyMap<string, { name: 'P-256' | 'P-384' | 'P-521'; bytes: number }> = new Map([
  ['1.2.840.10045.3.1.7', { name: 'P-256', bytes: 32 }],
  ['1.3.132.0.34', { name: 'P-384', bytes: 48 }],
  ['1.3.132.0.35', { name: 'P-521', bytes: 66 }],
])

/** NIST curves below 256 bits. */
export const WEAK_CURVES: ReadonlySet<string> = new Set(['1.2.840.10045.3.1.1', '1.3.132.0.33'])

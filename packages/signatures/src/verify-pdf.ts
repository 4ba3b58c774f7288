import { DerError } from './asn1/der-reader.ts'
import { readBinding } from './binding.ts'
import { concatBytes, equalBytes, sha256Hex } from './bytes.ts'
import { verifyDetachedCms } from './cms/verify.ts'
import { readCertificate } from './x509/certificate.ts'
import { findPath, isIssuedBy } from './x509/path.ts'
import { addsSignature, findLaterChanges } from './pdf/later-changes.ts'
import { checkLayout } from './pdf/layout.ts'
import { DEFAULT_LIMITS, PdfFile } from './pdf/file.ts'
import { readPages } from './pdf/pages.ts'
import { readSignatureFields, readSignedBytes } from './pdf/signature-fields.ts'
import { PdfSyntaxError } from './pdf/values.ts'
import { failed, judged, PASSED, SIGNATURE_ASPECTS, unknown } from './reasons.ts'
import type { DossierBinding } from './binding.ts'
import type { CmsVerdict } from './cms/verify.ts'
import type { SignatureField } from './pdf/signature-fields.ts'
import type { AspectVerdict, ReasonCode, SignatureAspect } from './reasons.ts'
import type { Certificate } from './x509/certificate.ts'

/** What counts as good enough. The defaults suit a sandbox; see {@link STRICT_POLICY}. */
export interface VerifyPolicy {
  /** Whether a signature whose revocation nobody could check may be valid. It is shown as unknown either way. @default 'allow' */
  unknownRevocation: 'allow' | 'refuse'
  /** Whether a claimed, unproven signing time may be valid. @default 'allow' */
  unprovenTime: 'allow' | 'refuse'
  /** Whether a container without signing-certificate-v2 may be valid. @default 'refuse' */
  missingSigningCertificate: 'allow' | 'refuse'
  /** Whether a file with a signature field nobody signed may be valid. @default 'refuse' */
  emptySignatureField: 'allow' | 'refuse'
  /**
   * Whether a signature added later may be visible, as when a clerk stamps what a leader has signed. Its image can cover
   * what was signed before, so every signer who may do that must be trusted for it. @default 'refuse'
   */
  laterVisibleSignature: 'allow' | 'refuse'
  /** Larger files are refused unread. @default 67_108_864 */
  maxBytes: number
}
export const SANDBOX_POLICY: VerifyPolicy = {
  unknownRevocation: 'allow', unprovenTime: 'allow', missingSigningCertificate: 'refuse', emptySignatureField: 'refuse', laterVisibleSignature: 'refuse', maxBytes: DEFAULT_LIMITS.maxBytes,
}
/** Refuses what is not proven. No file passes it until revocation data and timestamps can be given to the verifier. */
export const STRICT_POLICY: VerifyPolicy = { ...SANDBOX_POLICY, unknownRevocation: 'refuse', unprovenTime: 'refuse' }

export interface VerifyPdfOptions {
  /** Trusted roots, DER. The kit ships none: whom to trust is the operator's decision. */
  anchors: readonly Uint8Array[]
  /** Moment the certificates are judged at; pass the recorded time of receipt for archived files. @default now */
  at?: Date
  /** What the file is expected to be; what is left out is not compared. */
  expect?: Partial<DossierBinding> & {
    /** Certificates entitled to sign for the agency, DER. At least one signature must be made with one of them. */
    agencyCertificates?: readonly Uint8Array[]
  }
  policy?: Partial<VerifyPolicy>
}

export interface SignatureVerdict extends Readonly<Record<SignatureAspect, AspectVerdict>> {
  fieldName: string
  /** As the certificate says; prove nothing unless integrity, identity and trust have passed. `name` may be personal data. */
  signer?: { name: string; organisation?: string; /** Lower-case hex SHA-256 of the certificate. */ thumbprint: string }
  /** As the signer claims (/M). */
  signedAt?: Date
}

/** Aspects of the whole file: those of its signatures, its structure and its tie to the dossier. */
export type PdfAspect = SignatureAspect | 'structure' | 'binding'

export interface PdfVerdict {
  /** True only when nothing under the policy speaks against the file. */
  valid: boolean
  /** Why it is not valid; empty when it is. */
  reasons: readonly ReasonCode[]
  signatures: readonly SignatureVerdict[]
  /** What the file says of itself. */
  document: Partial<DossierBinding> & { pageCount: number }
  /** The worst of the signatures for each aspect; for `authority` the best. */
  aspects: Readonly<Record<PdfAspect, AspectVerdict>>
}

const MAX_SIGNATURES = 32
const FUTURE_TOLERANCE_MS = 5 * 60_000

/**
 * Verifies every signature of a PDF and says why.
 *
 * Never throws on hostile bytes: a file that cannot be read is a verdict too.
 *
 * @example
 * const verdict = await verifyPdf(bytes, { anchors, expect: { dossierCode, agencyCertificates } })
 * if (!verdict.valid) console.log(verdict.reasons.map((code) => reasonText(code, 'vi')))
 * @throws TypeError when an anchor is not X.509 in DER or the policy has an unknown member: that is configuration, not input.
 */
export async function verifyPdf(pdf: Uint8Array, options: VerifyPdfOptions): Promise<PdfVerdict> {
  const policy = { ...SANDBOX_POLICY, ...options.policy }
  const misspelt = Object.keys(policy).find((key) => !Object.hasOwn(SANDBOX_POLICY, key))
  if (misspelt !== undefined) throw new TypeError(`policy has no ${misspelt}; it has ${Object.keys(SANDBOX_POLICY).join(', ')}.`)
  const anchors = options.anchors.map((der, index) => readConfigured(der, `anchors[${index}]`))
  const context: Context = { policy, anchors, at: options.at ?? new Date(), agencyCertificates: options.expect?.agencyCertificates }
  try {
    const file = await PdfFile.open(pdf, { ...DEFAULT_LIMITS, maxBytes: policy.maxBytes })
    const document = { ...readBinding(file), pageCount: readPages(file).length }
    const { signed, hasEmptyField } = readSignatureFields(file)
    const structure = new Set<ReasonCode>(checkLayout(file))
    if (document.pageCount === 0) structure.add('PDF_MALFORMED')
    if (signed.length === 0) structure.add('NO_SIGNATURE')
    if (signed.length > MAX_SIGNATURES) structure.add('LOOP_LIMIT')
    if (hasEmptyField && policy.emptySignatureField === 'refuse') structure.add('SIGFIELD_EMPTY')
    const signatures: SignatureVerdict[] = []
    for (const field of signed.slice(0, MAX_SIGNATURES)) signatures.push(await verifyField(file, field, context))
    return conclude(signatures, document, judged(structure), judgeBinding(document, options.expect), policy)
  } catch (cause) {
    // A RangeError is the engine running out of stack or array space: hostile input, whatever it was.
    if (!(cause instanceof PdfSyntaxError) && !(cause instanceof RangeError)) throw cause
    return conclude([], { pageCount: 0 }, failed(cause instanceof PdfSyntaxError ? cause.problem : 'LOOP_LIMIT'), unknown(), policy)
  }
}

interface Context { policy: VerifyPolicy; anchors: readonly Certificate[]; at: Date; agencyCertificates: readonly Uint8Array[] | undefined }

async function verifyField(file: PdfFile, field: SignatureField, context: Context): Promise<SignatureVerdict> {
  const signed = readSignedBytes(file, field.dict)
  const coverage = new Set<ReasonCode>(signed.reasons)
  const subFilter = field.dict.entries.get('SubFilter')
  const isKnown = subFilter?.kind === 'name' && (subFilter.name === 'ETSI.CAdES.detached' || subFilter.name === 'adbe.pkcs7.detached')
  if (signed.revision !== undefined) for (const reason of judgeLaterRevisions(file, field, signed.revision, context.policy)) coverage.add(reason)
  const cms = isKnown && signed.halves && signed.container ? await verifyDetachedCms(signed.container, concatBytes(...signed.halves)) : undefined
  const integrity = new Set(cms?.integrity)
  if (!isKnown) integrity.add('SUBFILTER_UNKNOWN')
  const isIntact = cms !== undefined && integrity.size === 0
  const leaf = cms?.signer
  const thumbprint = leaf && (await sha256Hex(leaf.der))
  return {
    fieldName: field.fieldName,
    ...(leaf && thumbprint && { signer: { name: leaf.commonName, ...(leaf.organisation !== undefined && { organisation: leaf.organisation }), thumbprint } }),
    ...(field.signedAt && { signedAt: field.signedAt }),
    integrity: cms ? judged(integrity) : failed(...integrity),
    coverage: judged(coverage),
    identity: judgeIdentity(cms, isIntact, context.policy),
    trust: cms && leaf ? await judgeTrust(cms, leaf, context) : unknown(),
    revocation: unknown('REVOCATION_UNKNOWN'),
    time: judgeTime(field.signedAt, leaf, context.at),
    authority: judgeAuthority(leaf, isIntact, context.agencyCertificates),
  }
}

function judgeLaterRevisions(file: PdfFile, { dict }: SignatureField, revision: number, policy: VerifyPolicy): Set<ReasonCode> {
  const reasons = new Set<ReasonCode>()
  for (let index = revision + 1; index < file.revisions.length; index++) {
    for (const reason of findLaterChanges(file, index, { allowVisibleSignatures: policy.laterVisibleSignature === 'allow' })) reasons.add(reason)
    if (allowsNoChanges(file, dict) && addsSignature(file, index)) reasons.add('DOCMDP_VIOLATION')
  }
  return reasons
}

/** DocMDP permission 1: nothing may follow but a document security store. The other permissions are wider than what the kit allows anyway. */
function allowsNoChanges(file: PdfFile, signature: SignatureField['dict']): boolean {
  const references = file.resolve(signature.entries.get('Reference'))
  return references?.kind === 'array' && references.items.some((item) => {
    const reference = file.resolveDict(item)
    const method = reference?.entries.get('TransformMethod')
    const permission = file.resolve(file.resolveDict(reference?.entries.get('TransformParams'))?.entries.get('P'))
    return method?.kind === 'name' && method.name === 'DocMDP' && permission?.kind === 'number' && permission.value === 1
  })
}

function judgeIdentity(cms: CmsVerdict | undefined, isIntact: boolean, policy: VerifyPolicy): AspectVerdict {
  const reasons = new Set(cms?.identity)
  if (policy.missingSigningCertificate === 'allow' && reasons.delete('ESS_MISSING')) return reasons.size > 0 ? failed(...reasons) : unknown('ESS_MISSING')
  if (reasons.size > 0) return failed(...reasons)
  return isIntact ? PASSED : unknown()
}

async function judgeTrust(cms: CmsVerdict, leaf: Certificate, { anchors, at }: Context): Promise<AspectVerdict> {
  try {
    const { reasons, path } = await findPath(leaf, cms.certificates, anchors, at)
    const objections = new Set(reasons)
    const budget = { left: 64 }
    for (const certificate of cms.certificates) {
      if (path.includes(certificate) || [...anchors, leaf].some(({ der }) => equalBytes(der, certificate.der))) continue
      if (!(await isIssuedByAny(certificate, [...anchors, ...cms.certificates], budget))) objections.add('CERT_UNPROVEN')
    }
    return judged(objections)
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause
    return failed('CMS_MALFORMED')
  }
}

/** A certificate that came along unused must at least be somebody's: nothing in the container may be open to change. */
async function isIssuedByAny(certificate: Certificate, issuers: readonly Certificate[], budget: { left: number }): Promise<boolean> {
  for (const issuer of issuers) if (await isIssuedBy(certificate, issuer, budget)) return true
  return false
}

function judgeTime(signedAt: Date | undefined, leaf: Certificate | undefined, at: Date): AspectVerdict {
  if (!signedAt) return failed('TIME_MISSING')
  if (signedAt.getTime() > at.getTime() + FUTURE_TOLERANCE_MS) return failed('TIME_IN_FUTURE')
  if (leaf && signedAt < leaf.notBefore) return failed('TIME_BEFORE_CERT')
  if (leaf && signedAt > leaf.notAfter) return failed('TIME_AFTER_CERT')
  return unknown('TIME_UNPROVEN')
}

function judgeAuthority(leaf: Certificate | undefined, isIntact: boolean, entitled: readonly Uint8Array[] | undefined): AspectVerdict {
  if (!entitled) return unknown('AUTHORITY_NOT_CHECKED')
  if (!leaf || !entitled.some((der) => equalBytes(der, leaf.der))) return failed('SIGNER_NOT_OF_AGENCY')
  return isIntact ? PASSED : unknown()
}

function judgeBinding(document: Partial<DossierBinding>, expected: VerifyPdfOptions['expect']): AspectVerdict {
  const reasons = new Set<ReasonCode>()
  let compared = 0
  for (const key of ['dossierCode', 'procedureCode', 'agencyCode'] as const) {
    if (expected?.[key] === undefined) continue
    compared++
    if (document[key] === undefined) reasons.add('BINDING_MISSING')
    else if (document[key] !== expected[key]) reasons.add('BINDING_MISMATCH')
  }
  return reasons.size > 0 ? failed(...reasons) : compared > 0 ? PASSED : unknown()
}

function conclude(signatures: readonly SignatureVerdict[], document: PdfVerdict['document'], structure: AspectVerdict, binding: AspectVerdict, policy: VerifyPolicy): PdfVerdict {
  const aspects: Record<PdfAspect, AspectVerdict> = { ...aggregate(signatures), structure, binding }
  const blocking = new Set<ReasonCode>()
  for (const { status, reasons } of Object.values(aspects)) if (status === 'failed') for (const reason of reasons) blocking.add(reason)
  if (policy.unknownRevocation === 'refuse' && aspects.revocation.status !== 'passed') blocking.add('REVOCATION_UNKNOWN')
  if (policy.unprovenTime === 'refuse' && aspects.time.status === 'unknown') blocking.add('TIME_UNPROVEN')
  const isProven = signatures.length > 0 && [aspects.integrity, aspects.coverage, aspects.trust, structure].every(({ status }) => status === 'passed')
    && (aspects.identity.status === 'passed' || (aspects.identity.status === 'unknown' && aspects.identity.reasons.includes('ESS_MISSING')))
    && Object.values(aspects).every(({ status }) => status !== 'failed')
  return { valid: isProven && blocking.size === 0, reasons: [...blocking], signatures, document, aspects }
}

const RANK = { passed: 0, unknown: 1, failed: 2 } as const

function aggregate(signatures: readonly SignatureVerdict[]): Record<SignatureAspect, AspectVerdict> {
  const entries = SIGNATURE_ASPECTS.map((aspect) => {
    const all = signatures.map((signature) => signature[aspect])
    const ranked = [...all].sort((a, b) => RANK[b.status] - RANK[a.status])
    const status = (aspect === 'authority' ? ranked.at(-1) : ranked[0])?.status ?? 'unknown'
    const reasons = all.filter((verdict) => verdict.status === status).flatMap((verdict) => verdict.reasons)
    return [aspect, { status, reasons: [...new Set(reasons)] }] as const
  })
  return Object.fromEntries(entries) as Record<SignatureAspect, AspectVerdict>
}

function readConfigured(der: Uint8Array, where: string): Certificate {
  try {
    return readCertificate(der)
  } catch (cause) {
    throw new TypeError(`${where} is not an X.509 v3 certificate in DER.`, { cause })
  }
}

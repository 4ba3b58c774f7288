import type { LocalizedText } from '@motcua/schemas/definition'
import { CLOSE_WORDS, type CloseReason } from './close-reasons.ts'

export { CLOSE_REASONS, type CloseReason } from './close-reasons.ts'

/** One result file as the caller found it: bytes hashed, PDF signature already judged under the agency's policy. */
export interface CloseFile {
  name: string
  /** Hex SHA-256 of the stored bytes. */
  sha256: string
  bytes: number
  pdf: {
    /** Verdict over integrity, coverage, trust and time. */
    valid: boolean
    /** Codes read from the signed part of the document, when it states them. */
    dossierCode?: string
    procedureCode?: string
    /** SHA-256 thumbprints of the certificates that signed it. */
    signerThumbprints: readonly string[]
    pageCount: number
    /** Codes of what the verification found wrong. */
    failures: readonly string[]
  }
}

/** The manifest at close, parsed and with its signature already verified; null when there is none or it does not verify. */
export interface CloseManifest {
  dossier: string
  procedure: string
  outcome: CloseOutcome
  issuer?: string
  files: ReadonlyArray<{ name: string; sha256: string; bytes: number }>
  signerThumbprint: string
}

/** `granted`: the result asked for. `denied`: a signed notice with the reasons; a file all the same. */
export type CloseOutcome = 'granted' | 'denied'

export interface CloseInput {
  dossierCode: string
  procedureCode: string
  agencyCode: string
  outcome: CloseOutcome
  manifest: CloseManifest | null
  files: readonly CloseFile[]
  /** Thumbprints entitled to sign for this agency, from the operator's configuration. */
  agencyThumbprints: readonly string[]
  /** Code of the dossier that already uses a file, or null. */
  usedBy: (sha256: string) => string | null
  /** Hashes of the applicant's own attachments. */
  attachmentHashes: readonly string[]
  /** Time between intake and close; a close within seconds of intake is reported, not refused. */
  secondsSinceIntake?: number
}

export type CloseVerdict =
  | { ok: true; warnings: CloseWarning[] }
  | { ok: false; reasons: CloseRefusal[] }

export interface CloseRefusal {
  code: CloseReason
  /** File the reason is about, when it is about one. */
  file?: string
  message: LocalizedText
}
/** Unusual, to be reported to whoever supervises; it does not refuse the close. */
export interface CloseWarning { code: 'closed-within-seconds'; message: LocalizedText }

/** Faster than a person can read a dossier. A parameter of supervision, not of law. */
const SECONDS_TO_READ = 30

/**
 * The close guard (chốt kết thúc hồ sơ): no dossier ends without a result, and none ends with another dossier's result.
 *
 * Every reason is collected, so that the officer can put all of them right at once. The caller verifies signatures and
 * hashes bytes; this function only compares.
 *
 * @example
 * const verdict = checkClose({ dossierCode, procedureCode, agencyCode, outcome: 'granted', manifest, files, agencyThumbprints, usedBy: () => null, attachmentHashes: [] })
 * if (!verdict.ok) return problem('close-refused', verdict.reasons)
 */
export function checkClose(input: CloseInput): CloseVerdict {
  const reasons: CloseRefusal[] = []
  const add = (code: CloseReason, file?: string) => reasons.push({ code, ...(file === undefined ? {} : { file }), message: CLOSE_WORDS[code] })
  if (input.files.length === 0) add('no-result-file')
  checkManifest(input, add)
  for (const file of input.files) checkFile(file, input, add)
  if (new Set(input.files.map((file) => file.sha256)).size !== input.files.length) add('same-file-twice')
  if (reasons.length > 0) return { ok: false, reasons }
  const hurried = input.secondsSinceIntake !== undefined && input.secondsSinceIntake < SECONDS_TO_READ
  return { ok: true, warnings: hurried ? [{ code: 'closed-within-seconds', message: HURRIED }] : [] }
}

type Add = (code: CloseReason, file?: string) => void

function checkManifest({ manifest, dossierCode, procedureCode, agencyCode, outcome, agencyThumbprints, files }: CloseInput, add: Add): void {
  if (!manifest) return add('manifest-missing')
  if (manifest.dossier !== dossierCode) add('manifest-for-other-dossier')
  if (manifest.procedure !== procedureCode) add('manifest-for-other-procedure')
  if (manifest.outcome !== outcome) add('manifest-outcome-differs')
  if (manifest.issuer !== undefined && manifest.issuer !== agencyCode) add('manifest-issuer-differs')
  if (!agencyThumbprints.includes(manifest.signerThumbprint)) add('manifest-signer-not-entitled')
  for (const listed of manifest.files) if (!files.some((file) => file.name === listed.name)) add('manifest-file-missing', listed.name)
  for (const file of files) {
    const listed = manifest.files.find((entry) => entry.name === file.name)
    if (!listed) add('result-not-in-manifest', file.name)
    else if (listed.sha256 !== file.sha256 || listed.bytes !== file.bytes) add('manifest-hash-mismatch', file.name)
  }
}

function checkFile({ name, sha256, bytes, pdf }: CloseFile, input: CloseInput, add: Add): void {
  if (bytes === 0 || pdf.pageCount < 1) add('empty-pdf', name)
  if (!pdf.valid || pdf.signerThumbprints.length === 0) add('pdf-signature-invalid', name)
  else if (!pdf.signerThumbprints.some((thumbprint) => input.agencyThumbprints.includes(thumbprint))) add('pdf-signer-not-entitled', name)
  if (pdf.dossierCode === undefined) add('pdf-without-dossier-code', name)
  else if (pdf.dossierCode !== input.dossierCode) add('pdf-for-other-dossier', name)
  if (pdf.procedureCode !== undefined && pdf.procedureCode !== input.procedureCode) add('pdf-for-other-procedure', name)
  const user = input.usedBy(sha256)
  if (user !== null && user !== input.dossierCode) add('file-used-by-other-dossier', name)
  if (input.attachmentHashes.includes(sha256)) add('result-is-own-attachment', name)
}

const HURRIED: LocalizedText = {
  vi: 'Hồ sơ được kết thúc chỉ vài giây sau khi tiếp nhận; sự việc được báo cho người giám sát.',
  en: 'The dossier was closed within seconds of intake; this is reported to the supervisor.',
}

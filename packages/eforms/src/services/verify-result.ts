import type { LocalizedText } from '@motcua/schemas/definition'
import { parseManifest, sha256Hex, verifyStatement } from '@motcua/signatures/manifest'
import { reasonText, verifyPdf } from '@motcua/signatures/verify'
import type { AspectVerdict, ReasonCode } from '@motcua/signatures/verify'
import type { Trust } from './contract.ts'

export const REPORT_AXES = ['integrity', 'coverage', 'identity', 'trust', 'revocation', 'time', 'authority', 'binding'] as const
export type ReportAxis = (typeof REPORT_AXES)[number]

/** What a person sees of a verdict. `good` only when everything that can be known speaks for the file. */
export interface VerifyReport {
  good: boolean
  signers: Array<{ name: string; organisation?: string; signedAt?: string; timeProven: boolean }>
  axes: Array<{ axis: ReportAxis; status: AspectVerdict['status']; reasons: LocalizedText[] }>
  /** From the signed manifest when there is one, else from the file itself. */
  dossierCode?: string
  manifest: 'verified' | 'refused' | 'absent'
}

export interface VerifyResultInput {
  pdf: Uint8Array
  /** Compact JWS. */
  manifest?: string
  trust: Trust
  expectedCode?: string
}

/** Verifies a result file and its manifest on this device. Loaded only when somebody asks. */
export async function verifyResult(input: VerifyResultInput): Promise<VerifyReport> {
  const { pdf, trust } = input
  const manifest = input.manifest === undefined ? undefined : await readManifest(input.manifest, trust)
  const fault = manifest === undefined ? undefined : faultOf(manifest, await sha256Hex(pdf), input.expectedCode)
  const claimed = input.expectedCode ?? (manifest ? manifest.dossierCode : undefined)
  // Authority is judged against the agency that the file names; a file that names none is judged against them all.
  const agencies = trust.agencies.filter((agency) => !manifest || agency.agencyCode === manifest.issuer)
  const verdict = await verifyPdf(pdf, {
    anchors: trust.anchors.map((anchor) => fromBase64(anchor.certificate)),
    expect: { ...(claimed !== undefined && { dossierCode: claimed }), agencyCertificates: agencies.flatMap((agency) => agency.certificates.map(fromBase64)) },
  })
  const { aspects } = verdict
  const dossierCode = manifest && !fault ? manifest.dossierCode : verdict.document.dossierCode
  return {
    good: verdict.valid && !fault,
    manifest: manifest === undefined ? 'absent' : fault ? 'refused' : 'verified',
    ...(dossierCode !== undefined && { dossierCode }),
    signers: verdict.signatures.flatMap((signature) => (signature.signer ? [{
      name: signature.signer.name, ...(signature.signer.organisation !== undefined && { organisation: signature.signer.organisation }),
      ...(signature.signedAt && { signedAt: signature.signedAt.toISOString() }), timeProven: signature.time.status === 'passed',
    }] : [])),
    axes: REPORT_AXES.map((axis) => {
      if (axis === 'binding' && fault) return { axis, status: 'failed', reasons: [fault] }
      const own = axis === 'integrity' && aspects.structure.status === 'failed' ? aspects.structure : aspects[axis]
      return { axis, status: own.status, reasons: own.reasons.map(textOf) }
    }),
  }
}

interface SignedList { dossierCode: string; issuer: string; files: string[] }

/** Why a manifest does not tie this file to this dossier. */
function faultOf(manifest: SignedList | null, sha256: string, expectedCode: string | undefined): LocalizedText | undefined {
  if (!manifest) return { vi: 'Bản kê không do cơ quan này ký, hoặc đã bị sửa.', en: 'The manifest is not signed by this agency, or has been changed.' }
  if (!manifest.files.includes(sha256)) return { vi: 'Bản kê không có tệp này.', en: 'The manifest does not list this file.' }
  return expectedCode === undefined || manifest.dossierCode === expectedCode ? undefined : textOf('BINDING_MISMATCH')
}

function textOf(code: ReasonCode): LocalizedText { return { vi: reasonText(code, 'vi'), en: reasonText(code, 'en') } }

/** `null` when the statement does not verify. */
async function readManifest(jws: string, trust: Trust): Promise<SignedList | null> {
  const certificates = trust.agencies.flatMap((agency) => agency.certificates.map(fromBase64))
  const verdict = await verifyStatement(jws.trim(), { typ: 'motcua-manifest+jwt', certificates })
  const parsed = verdict.ok ? parseManifest(verdict.payload) : undefined
  return parsed?.ok ? { dossierCode: parsed.manifest.dossier, issuer: parsed.manifest.issuer, files: parsed.manifest.files.map((file) => file.sha256) } : null
}

function fromBase64(text: string): Uint8Array { return Uint8Array.from(atob(text), (character) => character.charCodeAt(0)) }

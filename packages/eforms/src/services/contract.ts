import type { JsonObject } from '@motcua/core/json'
import type { Ending, LocalizedText } from '@motcua/schemas/definition'

/* What the elements read of `schemas/portal/openapi.yaml`; names and shapes are those of the contract. */

export type { PrefillAnswer, PrefillRequest, Proposal } from '@motcua/portal-client/prefill'

export interface CommuneInfo {
  code: string
  /** With its kind: "Xã Mỹ Thuận". */
  name: string
  provinceCode: string
  provinceName: string
  agencyName: string
  desk?: { address: string; phone: string; hours: string }
  /** Ending the operator chose per procedure slug. */
  endings: Record<string, Ending>
}
export interface Session { accessToken: string; expiresAt: string; assuranceLevel: 1 | 2; displayName: string }
export interface Person { fullName: string; birthDate: string; personalId: string; sex?: 'male' | 'female'; phone?: string; email?: string; assuranceLevel: 1 | 2 }
export interface Attachment { documentId: string; uploadId: string; sha256: string }
export interface StoredFile { uploadId: string; documentId: string; name: string; mediaType: string; bytes: number; sha256: string }
/** Who helps at the counter. */
export const HELPER_KINDS = ['officer', 'youth-volunteer', 'relative'] as const
export type HelperKind = (typeof HELPER_KINDS)[number]
/** `operated`: the helper's hands do it, for somebody of a vulnerable group, with the reason. */
export const ASSISTED_MODES = ['guided', 'operated'] as const
export type AssistedMode = (typeof ASSISTED_MODES)[number]
/** Recorded beside the applicant, never instead. */
export type AssistedBy = { kind: HelperKind; mode: 'guided' } | { kind: HelperKind; mode: 'operated'; reason: string }
export interface Submission {
  procedure: { slug: string; effectiveFrom: string; sha256: string }
  commune: string
  answers: JsonObject
  attachments: Attachment[]
  assistedBy?: AssistedBy
  locale: 'vi' | 'en'
}
export interface FeeLine { id: string; name: LocalizedText; amountVnd: number; legalBasis: string }
export interface Fee { amountVnd: number; state: 'none' | 'owed' | 'partial' | 'paid' | 'over' | 'refund-due'; lines: FeeLine[] }
export interface Acknowledgement { code: string; supportCode: string; state: 1; submittedAt: string; fee: Fee }
/** 1 to 10 of the national list. */
export type State = number
export interface DossierSummary {
  code: string
  slug: string
  procedureCode: string
  procedureName: LocalizedText
  state: State
  submittedAt: string
  dueAt?: string | null
  late?: boolean
}
export interface Step { kind: string; at: string; state: State; by: { role: 'citizen' | 'officer' | 'system'; name: string }; note?: string; sealed?: 'officer-signature' | 'system-seal' }
export interface Supplement { documents: string[]; note: string; requestedAt: string; answeredAt?: string }
export interface ResultFile { fileId: string; name: string; sha256: string; bytes: number; signedBy?: string; signedAt?: string }
export interface Dossier extends DossierSummary {
  commune: string
  agencyName: string
  fee: Fee
  payment?: PaymentRequest
  steps: Step[]
  supplement?: Supplement
  results: ResultFile[]
  attachments: StoredFile[]
  lateReason: string | null
  /** Who helped at the counter. */
  assistedBy?: AssistedBy
}
export interface IntakeSlip {
  number: string
  code: string
  agencyName: string
  procedureName: string
  submitter: string
  documents: string[]
  receivedAt: string
  dueAt: string
  dueNote?: string
  receivedBy: string
}
export interface Receipt { number: string; issuedAt: string; amountVnd: number; payer: string; transactionId?: string }
export interface PaymentRequest {
  id: string
  provider: string
  amountVnd: number
  account: { bin: string; bankName: string; number: string; holder: string }
  reference: string
  qrPayload: string
  state: 'pending' | 'partial' | 'paid' | 'over' | 'expired' | 'refund-due'
  paidVnd?: number
  expiresAt: string
  receipt?: Receipt
}
export interface Trust {
  anchors: Array<{ name: string; certificate: string; domain?: 'public-service' | 'public' | 'test' }>
  agencies: Array<{ agencyCode: string; name: string; certificates: string[] }>
}

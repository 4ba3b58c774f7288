import type { JsonObject } from '@motcua/core/json'
import type { LifeCycle } from '@motcua/dossier'
import type { PaymentState, RequestLedger } from '@motcua/payments'
import type { LocalizedText } from '@motcua/schemas/definition'
import type { TicketState } from '../appointments/life.ts'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { SigningTables } from '../signing/tables.ts'
import type { FeedbackActKind, FeedbackState } from '../feedback/life-cycle.ts'

/** JSON columns are written as text and read as values, alike on both databases. */
type Json<T extends object> = JSONColumnType<T>
type NullableJson<T extends object> = ColumnType<T | null, string | null | undefined, string | null>
type Instant = ColumnType<Date, Date, Date>
type NullableInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
/** `bigint` comes back as text from one driver and as a number from the other: read it with {@link toInteger}. */
type BigInteger = ColumnType<string | number | bigint, number, number>

/** Reads a `bigint` column. Throws RangeError beyond 2^53. */
export function toInteger(value: string | number | bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError('An integer column left the safe range.')
  return number
}

export interface PersonColumn {
  subject: string
  fullName: string
  birthDate: string
  personalId: string
  sex?: 'male' | 'female'
  phone?: string
  email?: string
  assuranceLevel: 1 | 2
  officer?: { agencyCode: string }
}
export interface FeeLineColumn { id: string; name: LocalizedText; kind?: 'phi' | 'lePhi'; amountVnd: number; legalBasis: string }
export interface AccountColumn { bin: string; bankName: string; number: string; holder: string }

export interface Database extends SigningTables {
  sessions: { token_hash: string; subject: string; person: Json<PersonColumn>; expires_at: Instant; created_at: Instant; looked_up: ColumnType<JsonObject, string | undefined, string> }
  sign_in_transactions: {
    state_hash: string; binding_hash: string; nonce: string; code_verifier: string
    return_to: string; page_challenge: string; page_state: string; expires_at: Instant
  }
  one_time_codes: { code_hash: string; page_challenge: string; person: Json<PersonColumn>; expires_at: Instant }
  uploads: {
    id: string; owner: string; commune: string; slug: string; document_id: string
    name: string; declared_type: string; size: BigInteger; tus: NullableJson<JsonObject>
    status: 'open' | 'stored' | 'rejected'; media_type: string | null; sha256: string | null
    dossier_code: string | null; created_at: Instant; stored_at: NullableInstant
  }
  upload_locks: { upload_id: string; holder: string; expires_at: Instant; release_requested: boolean }
  dossiers: {
    code: string; agency_code: string; commune: string; slug: string
    definition_from: string; definition_sha256: string; procedure_code: string; procedure_name: Json<LocalizedText>
    owner_subject: string; owner_name: string; owner_personal_id: string; owner_phone: string; owner_email: string; assurance: number
    answers: Json<JsonObject>; assisted_by: NullableJson<JsonObject>; locale: string
    state: number; fee_lines: Json<FeeLineColumn[]>; fee_vnd: BigInteger; fee_basis: string
    life_cycle: Json<LifeCycle>; submitted_at: Instant; due_at: NullableInstant; due_note: string | null
    slip_number: string | null; received_by: string | null; late_reason: string | null
    last_step_hash: string; step_count: number; manifest: string | null
    national_created: Generated<boolean>; national_steps: Generated<number>
  }
  attachments: {
    dossier_code: string; upload_id: string; document_id: string; sha256: string; name: string
    media_type: string; bytes: BigInteger; current: boolean; added_at: Instant
  }
  steps: {
    dossier_code: string; seq: number; kind: string; at: Instant; state: number
    by_role: 'citizen' | 'officer' | 'system'; by_name: string; note: string | null
    sealed: 'officer-signature' | 'system-seal'; jws: string; hash: string; prev: string
    /** As it stood after the step; null for steps recorded before migration 0002. */
    due_at: NullableInstant
  }
  payments: {
    id: string; dossier_code: string; provider: string; amount_vnd: BigInteger; account: Json<AccountColumn>
    reference: string; qr_payload: string; state: PaymentState; paid_vnd: BigInteger
    ledger: Json<RequestLedger>; expires_at: Instant; created_at: Instant
  }
  transfers: {
    id: string; provider: string; transaction_id: string; payment_id: string | null; amount_vnd: BigInteger
    currency: string; account_number: string; content: string; bank_reference: string | null; booked_at: Instant
    reasons: Json<string[]>; needs_clerk: boolean; recorded_at: Instant
  }
  receipts: { number: string; payment_id: string; issued_at: Instant; amount_vnd: BigInteger; payer: string; transaction_id: string }
  results: {
    file_id: string; dossier_code: string; name: string; sha256: string; bytes: BigInteger
    signed_by: string; signed_at: NullableInstant; uploaded_by: string; uploaded_at: Instant; rejected_at: NullableInstant
  }
  released_results: { sha256: string; dossier_code: string }
  appointments: {
    code: string; commune: string; agency_code: string; kind: 'booked' | 'walk-in'
    slug: string | null; procedure_name: NullableJson<LocalizedText>; owner_subject: string | null; owner_name: string | null
    day: string; time: string | null; counter: string | null; ticket: string; priority: string | null
    state: TicketState; calls: Generated<number>; created_at: Instant; arrived_at: NullableInstant; called_at: NullableInstant; ended_at: NullableInstant
  }
  appointment_places: { commune: string; day: string; time: string; counter: string; seat: number; appointment_code: string }
  ratings: { dossier_code: string; level: string; reasons: Json<string[]>; comment: string | null; rated_at: Instant; changed_at: Instant }
  feedback: {
    code: string; agency_code: string; dossier_code: string | null; owner_subject: string; owner_name: string
    kind: 'complaint' | 'suggestion'; state: FeedbackState; received_at: Instant
    refuse_by: NullableInstant; ask_by: NullableInstant; handle_by: NullableInstant; publish_by: NullableInstant; handled_at: NullableInstant
    act_count: number; /** When its sender and history were given up; dates and state stay for the counts. */ erased_at: NullableInstant
  }
  feedback_acts: { feedback_code: string; seq: number; kind: FeedbackActKind; at: Instant; by_role: 'citizen' | 'officer'; by_name: string; words: string | null }
  idempotency: { subject: string; key: string; operation: string; request_hash: string; status: number; response: string | null; created_at: Instant }
  prefill_requests: {
    id: string; subject: string; commune: string; slug: string; procedure_code: string; purpose: string
    sources: Json<string[]>; facts: Json<string[]>; outcome: string | null; asked_at: Instant; answered_at: NullableInstant
  }
  counters: { scope: string; day: string; value: number }
  definitions_used: { sha256: string; slug: string; effective_from: string; body: string; first_used_at: Instant }
}

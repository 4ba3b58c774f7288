import type { SignatureAlgorithm } from '@motcua/signatures/sign'
import type { SigningState } from '@motcua/signatures/remote'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { EvidenceAct, SigningAct } from './config.ts'

type Instant = ColumnType<Date, Date, Date>
type NullableInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
type NullableText = ColumnType<string | null, string | null | undefined, string | null>
/** What is not `chosen` is on record. */
export type RequestState = Exclude<SigningState, 'chosen'>

/** Tables of migrations 0004 and 0006. */
export interface SigningTables {
  /** A result before it is given out: the draft that was uploaded, and what each signature made of it. Bytes lie with the results. */
  signing_files: {
    file_id: string; dossier_code: string; /** The draft it came from; its own id for a draft. */ draft_id: string
    stage: 'draft' | 'signed' | 'issued'; name: string; sha256: string; bytes: number; pages: number
    uploaded_by: string; created_at: Instant; replaced_at: NullableInstant
  }
  signing_requests: {
    id: string; dossier_code: string; draft_id: string; file_id: string; file_sha256: string; act: SigningAct
    /** Which request for this act of this dossier it is, from 1: shown on the page and on the person's device. */
    number: number
    /** Number of a cancelled request that the person confirmed while this one waited. */
    confirmed_instead: ColumnType<number | null, number | null | undefined, number | null>
    subject: string; agency_code: string; state: RequestState; protocol: string
    certificate_chain: JSONColumnType<string[]>; algorithm: SignatureAlgorithm; signed_at: Instant
    /** Hex SHA-256 of what is signed, in order. */
    hashes: JSONColumnType<string[]>
    /** Id at the service. */
    service_id: NullableText
    /** Base64 signature values; empty until they come. */
    signatures: JSONColumnType<string[]>
    result_sha256: NullableText; failure: NullableText; expires_at: Instant; asked_at: NullableInstant; created_at: Instant; updated_at: Instant
  }
  signing_evidence: {
    draft_id: string; act: EvidenceAct; dossier_code: string; request_id: string; at: Instant; by_name: string; thumbprint: string
    /** What was approved or signed. */
    file_sha256: string; /** What came of it. */ result_sha256: NullableText; jws: string; hash: string
  }
}

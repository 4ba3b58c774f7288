import type { FormSnapshot } from '@motcua/form-core'
import type { AppointmentCalls } from '@motcua/portal-client/appointments'
import type { FeedbackCalls } from '@motcua/portal-client/feedback'
import type { SigningCalls } from '@motcua/portal-client/signing'
import type { StatisticsCalls } from '@motcua/portal-client/statistics'
import type { JsonObject } from '@motcua/core/json'
import type { DefinitionIndexEntry, FormDefinition } from '@motcua/schemas/definition'
import type { Language } from '../locales/strings.ts'
import type {
  Acknowledgement, Attachment, CommuneInfo, Dossier, DossierSummary, IntakeSlip, PaymentRequest, Person, PrefillAnswer, PrefillRequest, Session, StoredFile, Submission, Trust,
} from './contract.ts'

/** A definition and the hash that names its bytes. */
export interface LoadedDefinition {
  definition: FormDefinition
  sha256: string
  /** Puts the words of a language into `definition`; without it they are there. Until then English reads as Vietnamese. */
  speak?(language: Language): Promise<void>
  /**
   * Puts the sources of facts and what is said of wrong answers into `definition`; without it they are there. Until then
   * sources are empty, and wrong answers are answered in general words.
   */
  learn?(): Promise<void>
}

/** What came of looking a procedure up. */
export type DefinitionOutcome =
  | ({ kind: 'found' } & LoadedDefinition)
  | { kind: 'unknown' }
  /** The hash differs from the index, or the file is not a definition. */
  | { kind: 'broken' }
  /** In force no more and nothing newer here. */
  | { kind: 'ended'; entry: DefinitionIndexEntry }

/** Where to send the browser. Only the element navigates. */
export interface Redirect { kind: 'redirect'; url: string }
export type SignInOutcome = { kind: 'none' } | { kind: 'signed-in'; session: Session } | { kind: 'cancelled' } | { kind: 'failed'; supportCode?: string }

export interface WriteOptions { /** UUID; the same key always gives the same answer. */ idempotencyKey: string; signal?: AbortSignal }

export interface UploadOptions {
  documentId: string
  procedure: string
  commune: string
  signal: AbortSignal
  /** Nothing may be kept on the machine, not even where a broken upload could go on after a reload. */
  shared?: boolean
  /** Called with bytes that the server has confirmed so far. */
  onProgress(progress: { sentBytes: number; totalBytes: number; waiting: boolean }): void
}

/** What the elements ask of a gateway. `@motcua/portal-client` answers it; tests and other portals may too. */
export interface PortalServices {
  /** Starts signing in; what must survive the redirect is kept in session storage, without personal data. */
  beginSignIn(returnTo: string): Promise<Redirect>
  /** Reads the answer out of the page's address, once. */
  completeSignIn(address: string): Promise<SignInOutcome>
  /** The session held in memory, if any. */
  session(): Session | undefined
  /** Forgets the session at once; the answer of the gateway may come later. */
  signOut(): Promise<void>
  /** Calls back when some element of the page has signed out, so that others show nothing more of the person; gives what ends it. */
  onSignOut?(listener: () => void): () => void
  me(): Promise<Person>
  /** What other sources know of the person who is signed in; called only once they have agreed. Without it nothing is offered. */
  prefill?(request: PrefillRequest): Promise<PrefillAnswer>
  upload(file: File, options: UploadOptions): Promise<StoredFile>
  removeUpload(uploadId: string): Promise<void>
  submit(submission: Submission, options: WriteOptions): Promise<Acknowledgement>
  listDossiers(): Promise<DossierSummary[]>
  /** `null` when it is not among the person's dossiers. */
  track(code: string): Promise<Dossier | null>
  answerSupplement(code: string, attachments: Attachment[], options: WriteOptions): Promise<Dossier>
  withdraw(code: string, options: WriteOptions): Promise<Dossier>
  intakeSlip(code: string): Promise<IntakeSlip>
  /** `null` when nothing is owed. */
  requestPayment(code: string, options: WriteOptions): Promise<PaymentRequest | null>
  payment(paymentId: string): Promise<PaymentRequest>
  resultFile(code: string, fileId: string): Promise<Uint8Array>
  manifest(code: string): Promise<string>
  trust(): Promise<Trust>
}

/** What a draft holds besides the answers. Attachments are named as the gateway stored them; no file content. */
export interface DraftContent {
  snapshot: FormSnapshot
  step: string
  attachments: StoredFile[]
  /** Kept until the dossier is acknowledged, so that a retry never files twice. */
  idempotencyKey: string
  /** False when it is only kept to survive a redirect or a submission: wiped on return. */
  chosen: boolean
}

/** A draft that lies on the device. */
export interface KeptDraft { id: string; content: DraftContent; savedAt: Date }

/** Encrypted drafts on the device. A citizen may keep several of one form, for example one for each child. */
export interface DraftServices {
  /** Drafts of one form, the last saved first. Their ids are `form`, or begin with it and a colon. */
  list(form: string): Promise<KeptDraft[]>
  save(id: string, content: DraftContent): Promise<Date>
  remove(id: string): Promise<void>
  removeAll(): Promise<void>
}

/** Times of an office, the appointments of who is signed in, and the display of its waiting room. */
export type AppointmentServices = AppointmentCalls
/** Ratings, complaints and suggestions of who is signed in. */
export type FeedbackServices = Omit<FeedbackCalls, 'officer'>
/** What communes publish of their work. */
export type StatisticsServices = StatisticsCalls
/** Signing the result of a dossier with a remote key; an agency's own desk may answer it. */
export type SigningServices = Omit<SigningCalls, 'storeDraft'>

/**
 * What the elements need from outside. Every element that asks for something has it as the property `services`, and each takes of
 * it what its own type names: `motcua-eform` all but `feedback`, `statistics` and `signing`, `motcua-dashboard` only `statistics`.
 * Without `portal` filing ends by hand-off.
 *
 * @example
 * element.services = { ...await defaultServices({ portal: 'https://gateway.example' }), signing: ownDesk }
 */
export interface EformServices {
  /** With words in Vietnamese, and in `language`. */
  loadDefinition(procedure: string, language?: Language): Promise<DefinitionOutcome>
  /** `null` for an unknown code. */
  loadCommune(code: string): Promise<CommuneInfo | null>
  /** Content of `reference/communes.json`. */
  loadPlaces(): Promise<unknown>
  /** Content of `reference/legacy-units.json`: lets people find a commune by the name it had before July 2025. */
  loadLegacyPlaces?(): Promise<unknown>
  portal?: PortalServices
  /** Without it no times are offered. */
  appointments?: AppointmentServices
  feedback?: FeedbackServices
  statistics?: StatisticsServices
  signing?: SigningServices
  drafts?: DraftServices
}

/** The package of a hand-off: what the receiving place may read instead of typing again. */
export interface HandOffPackage {
  formatVersion: 1
  procedure: { slug: string; code: string; effectiveFrom: string; sha256: string }
  commune: string
  preparedAt: string
  answers: JsonObject
}

import type { Ending } from '@motcua/schemas/definition'
import type { WorkingCalendar } from '@motcua/core/calendar'
import type { PaymentProvider, ReceivingAccount } from '@motcua/payments'
import type { AppointmentsConfig } from './appointments/config.ts'
import type { CommuneDirectory } from './definitions/communes.ts'
import type { DefinitionSource } from './definitions/source.ts'
import type { FeedbackConfig } from './feedback/config.ts'
import type { LogEntry } from './http/access-log.ts'
import type { SigningConfig } from './signing/config.ts'
import type { StatisticsConfig } from './statistics/config.ts'
import type { PopulationDatabaseConfig } from './prefill/population.ts'

/** OpenID Connect identity provider (hệ thống định danh). Secrets stay in memory and never reach a log or an error. */
export interface IdentityProviderConfig {
  issuer: string
  clientId: string
  /** Absent = public client (PKCE alone). */
  clientSecret?: string
  /** Registered at the provider: `<publicUrl>/v1/sign-in/callback`. */
  redirectUri: string
  /** For hosts Node cannot resolve (`*.localhost`) or a private trust store. @default globalThis.fetch */
  fetch?: typeof fetch
  /** Allows `http:` issuers. Only for a sandbox on one machine. @default false */
  allowInsecureRequests?: boolean
  /** @default 'openid' */
  scope?: string
  /** The national provider answers POST, the OpenID standard allows both. @default 'GET' */
  userInfoMethod?: 'GET' | 'POST'
  /** Claims that make a person an officer: the role claim must be (or contain) `officer`, the agency claim names the agency. @default { role: 'role', agency: 'agencyCode' } */
  officerClaims?: { role?: string; agency?: string }
}

/** Competent agency (cơ quan có thẩm quyền) of one commune. */
export interface AgencyConfig {
  /** `H15.50.05.13` or `000.00.00.H49`. */
  agencyCode: string
  /** Five digits. */
  communeCode: string
  name: string
  desk: { address: string; phone: string; hours: string }
  /** Ending the operator chose per procedure slug. */
  endings: Record<string, Ending>
  /** Receiving account (tài khoản thụ hưởng) per procedure slug; `default` for the others. Never taken from a page. */
  receivingAccounts: Record<string, ReceivingAccount>
  /** Counters, hours and length of appointments; absent = people come without one. */
  appointments?: AppointmentsConfig
  /** Certificates (DER) entitled to sign steps, manifests and results for this agency. */
  signerCertificates: Uint8Array[]
  /** `sub` of persons who are officers here although their claims do not say so. */
  officerSubjects?: string[]
  /** Provincial parameters that fee rules name. */
  parameters?: Record<string, number>
  /** Reading of a tariff this desk follows where the procedure knows several: reading id by `<slug>.<fee id>`. */
  feeReadings?: Record<string, string>
}

export interface TrustAnchorConfig { name: string; certificate: Uint8Array; domain?: 'public-service' | 'public' | 'test' }

/** Key of the system seal: it seals what the system did, and is never an officer's signature. */
export interface SystemSealConfig { privateKey: Parameters<typeof crypto.subtle.exportKey>[1]; certificate: Uint8Array }

/** Where dossiers are synchronised to (national portal, generation G1). */
export interface NationalReceiverConfig {
  /** Integration address (`adapter_url` + `integration_endpoint`). */
  url: string
  /** Login address (`adapter_url` + `auth_endpoint`); absent = calls carry an empty session. */
  authUrl?: string
  username?: string
  password?: string
  /** Header `dstcode`. */
  dstCode?: string
  /** `madonvi` of the envelope. @default the dossier's agency code */
  unitCode?: string
  fetch?: typeof fetch
  /** Also takes `http:` addresses: dossiers and the password then travel readable, so only inside a network of one's own. @default false */
  allowInsecureRequests?: boolean
  /** @default 60_000 */
  timeoutMs?: number
}

export interface GatewayLimits {
  /** @default 30 */
  sessionMinutes?: number
  /** @default 10 */
  signInMinutes?: number
  /** @default 60 */
  oneTimeCodeSeconds?: number
  /** Largest JSON body in bytes. @default 1_048_576 */
  jsonBytes?: number
  /** Largest result PDF in bytes. @default 20_971_520 */
  resultBytes?: number
  /** How long a payment request may be paid. @default 1440 */
  paymentMinutes?: number
  /** Most uploads of one person that are not part of a dossier yet. @default 60 */
  openUploads?: number
  /** How long an upload that was never filed is kept. @default 168 */
  uploadHours?: number
  /** How long the answer under an idempotency key is kept. @default 8760 */
  idempotencyHours?: number
  /** How many days after its day an appointment is kept. @default 30 */
  appointmentDays?: number
  /** How often one person may have a form filled in within an hour. @default 30 */
  prefillsPerHour?: number
  /**
   * How many days it is on record who was looked up for what. How long it must be is UNKNOWN (docs/wire-facts.md, “How long
   * look-ups must be kept”).
   * @default Infinity
   */
  prefillRecordDays?: number
  /** How often the outbox looks for work when nothing wakes it, in seconds, at least 0.5. @default 1 */
  outboxPollSeconds?: number
  /** Pause before the first retry of a synchronisation that failed, in seconds. @default 5 */
  outboxRetrySeconds?: number
}

export interface GatewayConfig {
  /** Origin under which browsers reach this gateway. */
  publicUrl: string
  /** Exact origins of the pages that may call it. */
  allowedOrigins: string[]
  database: {
    /** PostgreSQL; absent = embedded PGlite. */
    url?: string
    /** Folder of the embedded database, or `memory://`. */
    dataDir?: string
    /** Connections per process on PostgreSQL. @default 10 */
    poolSize?: number
  }
  /** Folder of uploads and results; shared between instances. */
  filesDir: string
  identityProvider: IdentityProviderConfig
  agencies: AgencyConfig[]
  trustAnchors: TrustAnchorConfig[]
  systemSeal: SystemSealConfig
  paymentProviders: PaymentProvider[]
  /** Absent = dossiers wait in the outbox. */
  nationalReceiver?: NationalReceiverConfig
  /** Fills forms in for people who ask for it; absent = nobody is looked up. */
  populationDatabase?: PopulationDatabaseConfig
  /** Ratings, complaints and suggestions. */
  feedback?: FeedbackConfig
  /** What is published of the agencies' work. */
  statistics?: StatisticsConfig
  /** Signing results with remote keys; absent = results come signed. */
  signing?: SigningConfig
  /** @default the definitions bundled in `@motcua/schemas` */
  definitions?: DefinitionSource
  /** @default the administrative units bundled in `@motcua/schemas` */
  communes?: CommuneDirectory
  /** @default the announced holidays bundled in `@motcua/schemas` */
  calendar?: WorkingCalendar
  /** @default () => new Date() */
  clock?: () => Date
  /** Receives masked, structured entries. @default JSON lines on standard output */
  log?: (entry: LogEntry) => void
  limits?: GatewayLimits
}

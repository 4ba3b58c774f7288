import type { JsonObject } from '@motcua/core/json'
import type { DefinitionIndexEntry, FormDefinition } from '@motcua/schemas/definition'
import type { AssembledDefinition } from '@motcua/schemas/served'
import type {
  Acknowledgement, Attachment, Commune, Dossier, DossierSummary, IntakeSlip, PaymentRequest, Person, Session, Submission, Trust,
} from './contract.ts'
import { definitionsOf } from './definitions.ts'
import { officerOf, type OfficerClient } from './officer.ts'
import { secureBase } from './origin.ts'
import { pathSegment } from './path-segment.ts'
import { createSessionHolder, type SessionHolder } from './session.ts'
import * as shapes from './shapes.ts'
import { createTransport, type CallOptions, type Transport, type WriteOptions } from './transport.ts'
import { waitForPayment, type WaitForPaymentOptions } from './wait-for-payment.ts'

export interface PortalClientOptions {
  /** Address of the gateway, HTTPS or this machine. A path prefix is kept. */
  baseUrl: string
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch
  /** @default a new holder in memory */
  session?: SessionHolder
  /** Language of titles in problem documents. @default 'vi' */
  locale?: 'vi' | 'en'
  /** Bound for a whole call including its retries, in milliseconds. @default 30_000 */
  timeoutMs?: number
  /** Bound for one attempt, in milliseconds; a slow link needs more. @default 15_000 */
  attemptTimeoutMs?: number
  /** Most repetitions of a call that failed on the way. Writes repeat with the same key. @default 3 */
  retry?: number
  /** Told the correlation id of each call before it is sent: show it as the support code. */
  onCorrelationId?: (correlationId: string) => void
}

/** What {@link PortalClient.submit} sends; `answers` is the payload of `project()`. */
export interface SubmissionInput extends Omit<Submission, 'answers'> { answers: JsonObject }

/** Client of the portal contract. Immutable; {@link PortalClient.extend} derives another one. */
export interface PortalClient {
  readonly baseUrl: string
  readonly session: SessionHolder
  /** For the subpaths of this package and an operator's own endpoints. */
  readonly transport: Transport
  /** A client with some options replaced; the session is shared unless another is given. */
  extend(options: Partial<PortalClientOptions>): PortalClient

  readonly definitions: {
    /** Definitions that may be filed on a calendar day, `YYYY-MM-DD`. @default today in Việt Nam, by the gateway's clock */
    list(options?: CallOptions & { on?: string }): Promise<DefinitionIndexEntry[]>
    /**
     * One definition for a page: its words in Vietnamese, and in `language` when that is English; `speak('en')` fetches
     * English later, `learn()` where its facts come from. The main file and every part are checked against the hash that names them.
     * @throws PortalDefinitionHashError when the bytes of one were changed on the way.
     * @example
     * const { definition, speak } = await client.definitions.open(entry)
     * await speak('en')
     */
    open(entry: Pick<DefinitionIndexEntry, 'slug' | 'effectiveFrom' | 'sha256'>, options?: CallOptions & { language?: 'vi' | 'en' }): Promise<AssembledDefinition>
    /**
     * One definition, whole, in both languages and with its sources; checked like that of `open`.
     * @throws PortalDefinitionHashError when the bytes of one file were changed on the way.
     */
    get(entry: Pick<DefinitionIndexEntry, 'slug' | 'effectiveFrom' | 'sha256'>, options?: CallOptions): Promise<FormDefinition>
  }
  /** The competent agency behind a commune code (five digits), and how filing may end there. */
  commune(code: string, options?: CallOptions): Promise<Commune>
  /** Trust anchors and entitled certificates, to verify a result on the page. */
  trust(options?: CallOptions): Promise<Trust>

  /** Exchange the one-time code of a sign-in for a session; `completeSignIn` of `./sign-in` calls it. Never repeated. */
  openSession(exchange: { code: string; codeVerifier: string }, options?: CallOptions): Promise<Session>
  /** Sign out. The session is forgotten here at once, even when the gateway cannot be told. */
  closeSession(options?: CallOptions): Promise<void>
  /** What the identity provider vouches for, to prefill and lock the requester. */
  me(options?: CallOptions): Promise<Person>

  /**
   * Submit a dossier. The same `idempotencyKey` always gives the same acknowledgement: keep it with the draft.
   * @throws PortalInvalidAnswersError, PortalDefinitionChangedError, PortalProblemError
   */
  submit(submission: SubmissionInput, options?: WriteOptions): Promise<Acknowledgement>
  readonly dossiers: {
    /** The signed-in person's dossiers, newest first. */
    list(options?: CallOptions): Promise<DossierSummary[]>
    track(code: string, options?: CallOptions): Promise<Dossier>
    withdraw(code: string, options?: WriteOptions): Promise<Dossier>
    /** Replace exactly the papers that the open supplement request names. */
    answerSupplement(code: string, attachments: readonly Attachment[], options?: WriteOptions): Promise<Dossier>
    intakeSlip(code: string, options?: CallOptions): Promise<IntakeSlip>
  }
  /** The same as `dossiers.intakeSlip`. */
  intakeSlip(code: string, options?: CallOptions): Promise<IntakeSlip>

  /** Ask for a payment request for what is owed. `nothing-owed` comes as a {@link PortalProblemError}. */
  requestPayment(code: string, options?: WriteOptions): Promise<PaymentRequest>
  payment(id: string, options?: CallOptions): Promise<PaymentRequest>
  /** The payment request each time it changes, until nothing more is expected. Only the gateway says paid. */
  waitForPayment(id: string, options?: WaitForPaymentOptions): AsyncGenerator<PaymentRequest, void, undefined>

  /** Bytes of a result file. Verify them with `@motcua/signatures` before you show them. */
  downloadResult(code: string, fileId: string, options?: CallOptions): Promise<Uint8Array>
  /** The signed manifest of the results, a compact JWS. */
  manifest(code: string, options?: CallOptions): Promise<string>

  readonly officer: OfficerClient
}

/**
 * A client of the portal contract.
 *
 * @throws PortalInsecureOriginError when `baseUrl` is plain HTTP to another machine.
 * @throws TypeError for an unknown option or an address that is none.
 * @example
 * const client = createPortalClient({ baseUrl: 'https://gateway.example' })
 * const [entry] = await client.definitions.list({ on: '2026-11-23' })
 * const definition = entry && await client.definitions.get(entry)
 */
export function createPortalClient(options: PortalClientOptions): PortalClient {
  const stranger = Object.keys(options).find((name) => !OPTIONS.includes(name))
  if (stranger !== undefined) throw new TypeError(`unknown option '${stranger}'; expected one of ${OPTIONS.join(', ')}`)
  const session = options.session ?? createSessionHolder()
  const base = secureBase(options.baseUrl)
  const { onCorrelationId } = options
  const transport = createTransport({
    base, session, locale: options.locale ?? 'vi',
    // Called as a method of another object, a browser's fetch would throw.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs: options.timeoutMs ?? 30_000, attemptTimeoutMs: options.attemptTimeoutMs ?? 15_000, retry: options.retry ?? 3,
    ...(onCorrelationId ? { onCorrelationId } : {}),
  })
  const read = <Type>(shape: shapes.ShapeOf<Type>, path: string, call?: CallOptions) => transport.json(shape, { method: 'GET', path, bearer: true }, call)
  const write = <Type>(shape: shapes.ShapeOf<Type>, path: string, json: unknown, call?: WriteOptions) =>
    transport.json(shape, { method: 'POST', path, bearer: true, ...(json === undefined ? {} : { json }) }, call)
  const payment: PortalClient['payment'] = (id, call) => read(shapes.PAYMENT_REQUEST, `v1/payments/${pathSegment(id)}`, call)
  const intakeSlip: PortalClient['intakeSlip'] = (code, call) => read(shapes.INTAKE_SLIP, `v1/dossiers/${pathSegment(code)}/intake-slip`, call)

  return {
    baseUrl: base,
    session,
    transport,
    extend: (more) => createPortalClient({ ...options, session, ...more }),
    definitions: definitionsOf(transport),
    commune: (code, call) => transport.json(shapes.COMMUNE, { method: 'GET', path: `v1/communes/${pathSegment(code)}`, cache: 'default' }, call),
    trust: (call) => transport.json(shapes.TRUST, { method: 'GET', path: 'v1/trust' }, call),
    async openSession({ code, codeVerifier }, call) {
      const opened = await transport.json(shapes.SESSION, { method: 'POST', path: 'v1/session', json: { code, codeVerifier }, attempts: 'once' }, call)
      session.set(opened)
      return opened
    },
    async closeSession(call) {
      if (session.current() === null) return
      const told = transport.send({ method: 'DELETE', path: 'v1/session', bearer: true, keepalive: true }, call)
      // Its token is in the request already: whoever comes next need not wait for the answer.
      session.clear()
      await told
    },
    me: (call) => read(shapes.PERSON, 'v1/me', call),
    submit: (submission, call) => write(shapes.ACKNOWLEDGEMENT, 'v1/dossiers', submission, call),
    dossiers: {
      list: async (call) => (await read(shapes.DOSSIER_LIST, 'v1/dossiers', call)).dossiers,
      track: (code, call) => read(shapes.DOSSIER, `v1/dossiers/${pathSegment(code)}`, call),
      withdraw: (code, call) => write(shapes.DOSSIER, `v1/dossiers/${pathSegment(code)}/withdrawal`, undefined, call),
      answerSupplement: (code, attachments, call) => write(shapes.DOSSIER, `v1/dossiers/${pathSegment(code)}/supplement`, { attachments }, call),
      intakeSlip,
    },
    intakeSlip,
    requestPayment: (code, call) => write(shapes.PAYMENT_REQUEST, `v1/dossiers/${pathSegment(code)}/payments`, undefined, call),
    payment,
    waitForPayment: (id, wait) => waitForPayment((call) => payment(id, call), wait),
    downloadResult: async (code, fileId, call) =>
      (await transport.send({ method: 'GET', path: `v1/dossiers/${pathSegment(code)}/results/${pathSegment(fileId)}`, bearer: true }, call)).bytes,
    manifest: async (code, call) => (await read(shapes.MANIFEST, `v1/dossiers/${pathSegment(code)}/manifest`, call)).manifest,
    officer: officerOf(transport),
  }
}

const OPTIONS: readonly string[] = ['baseUrl', 'fetch', 'session', 'locale', 'timeoutMs', 'attemptTimeoutMs', 'retry', 'onCorrelationId']

import type { Mismatch } from './shape.ts'
import type { ShapeOf } from './shapes.ts'
import { PortalResponseError, PortalSessionExpiredError, PortalTimeoutError, PortalUnreachableError } from './errors.ts'
import { problemName, refusalOf } from './refusal.ts'
import type { SessionHolder } from './session.ts'
import { parseProblem } from '@motcua/core/errors'
import ky, { isHTTPError, isTimeoutError } from 'ky'

/** Options of every call. */
export interface CallOptions {
  /** Aborts the call; the promise rejects with the signal's reason. */
  signal?: AbortSignal
  /** Bound for the whole call including retries, in milliseconds. @default the client's */
  timeoutMs?: number
}

/** Options of every call that changes something. */
export interface WriteOptions extends CallOptions {
  /**
   * Sent on every retry, so that nothing is done twice. Keep it and pass it again to repeat a call whose outcome you do
   * not know. @default random UUID per call
   */
  idempotencyKey?: string
}

export interface TransportSettings {
  /** With a trailing slash. */
  base: string
  fetch: typeof globalThis.fetch
  session: SessionHolder
  locale: 'vi' | 'en'
  timeoutMs: number
  attemptTimeoutMs: number
  retry: number
  onCorrelationId?: (correlationId: string) => void
}

export interface Call {
  method: 'GET' | 'POST' | 'DELETE'
  /** Relative to the base, segments encoded. */
  path: string
  /** Without it the call goes out unsigned-in. */
  bearer?: boolean
  json?: unknown
  body?: { bytes: Uint8Array; mediaType: string }
  /** Headers of the upload protocol. */
  headers?: Readonly<Record<string, string>>
  /** Immutable answers may come from the browser's cache. @default 'no-store' */
  cache?: RequestCache
  /** A call that must reach the gateway once only. @default 'retry' */
  attempts?: 'once' | 'retry'
  /** Goes on when the page is left. */
  keepalive?: boolean
}

export interface Answer { status: number; headers: Headers; bytes: Uint8Array; correlationId: string }

/** Sends one call to the gateway: retries, deadline, bearer, keys and error classes in one place. */
export interface Transport {
  readonly settings: TransportSettings
  send(call: Call, options?: WriteOptions): Promise<Answer>
  json<Type>(shape: ShapeOf<Type>, call: Call, options?: WriteOptions): Promise<Type>
}

export function createTransport(settings: TransportSettings): Transport {
  const send: Transport['send'] = (call, options = {}) => withDeadline(options.signal, options.timeoutMs ?? settings.timeoutMs, (deadline) => attempt(settings, call, options, deadline))
  return {
    settings,
    send,
    async json(shape, call, options) {
      const answer = await send(call, options)
      return readShape(shape, parseJson(answer), answer.correlationId)
    },
  }
}

/** Use a value as the type its shape stands for. @throws PortalResponseError naming the place that differs. */
export function readShape<Type>(shape: ShapeOf<Type>, value: unknown, correlationId?: string): Type {
  const found: { mismatch: Mismatch | null } = { mismatch: null }
  if (conforms(shape, value, found)) return value
  const { pointer, expected } = found.mismatch ?? { pointer: '', expected: shape.name }
  throw new PortalResponseError(`the answer is no ${shape.name}: expected ${expected} at '${pointer}'`, correlationId === undefined ? {} : { correlationId })
}

/** Headers that every request to the gateway carries, also those of the upload protocol. */
export function commonHeaders(settings: TransportSettings, correlationId: string, bearer: boolean): Record<string, string> {
  const headers: Record<string, string> = { 'X-Correlation-Id': correlationId, 'Accept-Language': settings.locale }
  if (!bearer) return headers
  const session = settings.session.current()
  if (session === null) throw new PortalSessionExpiredError('there is no session, or it has ended: sign in first')
  return { ...headers, Authorization: `Bearer ${session.accessToken}` }
}

/** A new correlation id, told to the page before anything is sent. */
export function newCorrelationId(settings: TransportSettings): string {
  const correlationId = crypto.randomUUID()
  settings.onCorrelationId?.(correlationId)
  return correlationId
}

interface Deadline { signal: AbortSignal; endsAt: number }

async function attempt(settings: TransportSettings, call: Call, options: WriteOptions, deadline: Deadline): Promise<Answer> {
  const write = call.method !== 'GET'
  const correlationId = newCorrelationId(settings)
  const headers = commonHeaders(settings, correlationId, call.bearer ?? false)
  headers.Accept = 'application/json, application/problem+json, */*;q=0.5'
  if (write) headers['Idempotency-Key'] = options.idempotencyKey ?? crypto.randomUUID()
  if (call.body) headers['Content-Type'] = call.body.mediaType
  Object.assign(headers, call.headers)
  try {
    const response = await ky(settings.base + call.path, {
      method: call.method, headers, credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', cache: call.cache ?? 'no-store',
      ...(call.keepalive ? { keepalive: true } : {}),
      ...(call.json === undefined ? {} : { json: call.json }),
      ...(call.body ? { body: new Blob([new Uint8Array(call.body.bytes)]) } : {}),
      fetch: (input, init) => { deadline.signal.throwIfAborted(); return fetchWhole(settings.fetch, input, init) },
      signal: deadline.signal, timeout: settings.attemptTimeoutMs,
      retry: {
        limit: call.attempts === 'once' ? 0 : settings.retry,
        methods: ['get', 'post', 'delete'], statusCodes: RETRIED, afterStatusCodes: RETRIED, backoffLimit: 5_000, jitter: true, retryOnTimeout: true,
        shouldRetry: async ({ error }) => !deadline.signal.aborted && retryAgain(error, deadline.endsAt),
      },
    })
    return {
      status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()), correlationId: response.headers.get('X-Correlation-Id') ?? correlationId,
    }
  } catch (error) {
    if (isTimeoutError(error)) throw new PortalTimeoutError('the portal did not answer in time', { correlationId, cause: error })
    if (!isHTTPError(error)) throw new PortalUnreachableError(`the portal at ${new URL(settings.base).host} cannot be reached`, { correlationId, cause: error })
    const { status, headers: answered } = error.response
    // Unless another person has signed in since.
    if (status === 401 && headers.Authorization === `Bearer ${settings.session.current()?.accessToken}`) settings.session.clear()
    throw refusalOf({ status, headers: answered, body: await bodyOf(error.response), correlationId: answered.get('X-Correlation-Id') ?? correlationId })
  }
}

/** 409 is here for `submission-in-progress` alone; {@link retryAgain} refuses the others. */
const RETRIED = [408, 409, 429, 500, 502, 503, 504]

/** `undefined` leaves it to the status; the gateway's own hint decides how long to wait. */
async function retryAgain(error: Error, endsAt: number): Promise<boolean | undefined> {
  if (isTimeoutError(error)) return undefined
  // Whatever else `fetch` throws is a connection that failed or was cut: the key makes a repetition harmless.
  if (!isHTTPError(error)) return true
  const problem = parseProblem(await bodyOf(error.response))
  if (error.response.status === 409 && (problem === null || problemName(problem) !== 'submission-in-progress')) return false
  const hint = error.response.headers.get('Retry-After')
  const seconds = hint === null ? 0 : Number(hint)
  // Waiting beyond the caller's own deadline helps nobody: say at once when to come back.
  return Number.isFinite(seconds) && Date.now() + seconds * 1_000 > endsAt ? false : undefined
}

/** The parsed body of a refusal; `undefined` when it is no JSON. It was read with the headers, so this waits for nobody. */
async function bodyOf(response: Response): Promise<unknown> {
  try { return await response.clone().json() } catch { return undefined }
}

/** Reads the body together with the headers, so that an answer cut in the middle is retried like one that never came. */
async function fetchWhole(fetch: typeof globalThis.fetch, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  const bytes = await response.arrayBuffer()
  // Some statuses may have no body, not even an empty one.
  return new Response(bytes.byteLength > 0 ? bytes : null, { status: response.status, statusText: response.statusText, headers: response.headers })
}

/** Ends the work when the caller aborts or the time is up; `AbortSignal.any` is younger than the oldest browsers we carry. */
async function withDeadline<T>(signal: AbortSignal | undefined, timeoutMs: number, work: (deadline: Deadline) => Promise<T>): Promise<T> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const expired = new PortalTimeoutError(`the call took longer than ${timeoutMs} ms`)
  const abort = () => controller.abort(signal?.reason)
  // Those browsers' retries do not listen to a signal, so the caller does not wait for them.
  const ended = new Promise<never>((_, reject) => { controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true }) })
  const timer = setTimeout(() => controller.abort(expired), timeoutMs)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([ended, work({ signal: controller.signal, endsAt: Date.now() + timeoutMs })])
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

function conforms<Type>(shape: ShapeOf<Type>, value: unknown, found: { mismatch: Mismatch | null }): value is Type {
  found.mismatch = shape.shape(value, '')
  return found.mismatch === null
}

export function parseJson({ bytes, correlationId }: Answer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new PortalResponseError('the answer is not JSON', { correlationId, cause })
  }
}

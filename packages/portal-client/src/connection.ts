import { secureBase } from './origin.ts'
import { createSessionHolder, type SessionHolder } from './session.ts'
import { createTransport, type Transport } from './transport.ts'

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

/** A way to one gateway, with the session that its calls share. */
export interface Connection {
  readonly baseUrl: string
  readonly session: SessionHolder
  /** For the subpaths of this package and an operator's own endpoints. */
  readonly transport: Transport
}

/**
 * Opens nothing yet: says where the calls go, and how.
 *
 * @throws PortalInsecureOriginError when `baseUrl` is plain HTTP to another machine.
 * @throws TypeError for an unknown option or an address that is none.
 */
export function connect(options: PortalClientOptions): Connection {
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
  return { baseUrl: base, session, transport }
}

const OPTIONS: readonly string[] = ['baseUrl', 'fetch', 'session', 'locale', 'timeoutMs', 'attemptTimeoutMs', 'retry', 'onCorrelationId']

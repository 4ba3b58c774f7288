import type { Session } from './contract.ts'
import { PortalProblemError, PortalSignInCancelledError, PortalSignInError } from './errors.ts'
import type { FilingClient } from './filing.ts'
import { secureBase } from './origin.ts'
import type { CallOptions } from './transport.ts'

export { PortalSignInCancelledError, PortalSignInError } from './errors.ts'

/** What the page keeps across the redirect, in `sessionStorage`. Useless to anyone who does not also have the one-time code. */
export interface PendingSignIn { state: string; codeVerifier: string }

export interface BeginSignInOptions {
  /** Address of the gateway. */
  portal: string
  /** Page to come back to, on an origin the gateway allows. Its fragment is dropped. */
  returnTo: string
  /** Cryptographic randomness. @default crypto.getRandomValues */
  random?: (byteCount: number) => Uint8Array
}

/**
 * Prepare a sign-in: keep `pending`, then go to `url` as a top-level navigation. This package never navigates.
 *
 * @throws PortalInsecureOriginError when the portal or the page is not protected by TLS.
 * @example
 * const step = await beginSignIn({ portal: 'https://gateway.example', returnTo: location.href })
 * sessionStorage.setItem('motcua-sign-in', JSON.stringify(step.pending))
 * location.assign(step.url)
 */
export async function beginSignIn(options: BeginSignInOptions): Promise<{ kind: 'redirect'; url: string; pending: PendingSignIn }> {
  const random = options.random ?? ((byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)))
  const base = secureBase(options.portal)
  const back = new URL(options.returnTo)
  secureBase(back.origin)
  back.hash = ''
  const pending = { state: base64Url(random(32)), codeVerifier: base64Url(random(32)) }
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.codeVerifier))
  const url = new URL('v1/sign-in', base)
  url.search = new URLSearchParams({ return_to: back.href, code_challenge: base64Url(new Uint8Array(challenge)), state: pending.state }).toString()
  return { kind: 'redirect', url: url.href, pending }
}

/**
 * True when the fragment of the page's address carries the answer to a sign-in. Take it out of the address bar
 * (`history.replaceState`) as soon as it has been read.
 */
export function hasSignInAnswer(fragment: string): boolean {
  const answer = paramsOf(fragment)
  return answer.has('motcua_code') || answer.has('motcua_error')
}

/** The fragment without the answer to a sign-in: what the address bar should keep, `''` or `#…`. */
export function withoutSignInAnswer(fragment: string): string {
  if (!hasSignInAnswer(fragment)) return fragment
  const rest = paramsOf(fragment)
  for (const name of ['motcua_code', 'motcua_error', 'motcua_state']) rest.delete(name)
  const kept = rest.toString()
  return kept === '' ? '' : `#${kept}`
}

/**
 * Finish a sign-in with the fragment the page came back with; the session is then in `client.session`.
 *
 * @throws PortalSignInCancelledError when the person cancelled: offer to go on without, or to try again.
 * @throws PortalSignInError when the answer is missing, belongs to another sign-in, or the code is spent or expired.
 * @example
 * const session = await completeSignIn({ client, fragment: location.hash, pending: JSON.parse(sessionStorage.getItem('motcua-sign-in') ?? 'null') })
 */
export async function completeSignIn(options: { client: Pick<FilingClient, 'openSession'>; fragment: string; pending: PendingSignIn | null } & CallOptions): Promise<Session> {
  const { client, fragment, pending, ...call } = options
  const answer = paramsOf(fragment)
  const code = answer.get('motcua_code')
  const error = answer.get('motcua_error')
  if (code === null && error === null) throw new PortalSignInError('no-answer')
  if (pending === null || answer.get('motcua_state') !== pending.state) throw new PortalSignInError('state-mismatch')
  if (error !== null && CANCELLED.includes(error)) throw new PortalSignInCancelledError('the sign-in was cancelled')
  if (error !== null) throw new PortalSignInError('provider-refused', { providerCode: error })
  try {
    return await client.openSession({ code: code ?? '', codeVerifier: pending.codeVerifier }, call)
  } catch (cause) {
    if (cause instanceof PortalProblemError) {
      throw new PortalSignInError('code-refused', { cause, ...(cause.correlationId === undefined ? {} : { correlationId: cause.correlationId }) })
    }
    throw cause
  }
}

/** The contract's word, and that of OAuth 2.0 (RFC 6749 §4.1.2.1) for gateways that pass it through. */
const CANCELLED = ['cancelled', 'access_denied']

function paramsOf(fragment: string): URLSearchParams {
  return new URLSearchParams(fragment.startsWith('#') ? fragment.slice(1) : fragment)
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

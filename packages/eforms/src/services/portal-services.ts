import type { DossierCalls } from '@motcua/portal-client/dossiers'
import { createFilingClient } from '@motcua/portal-client/filing'
import type { FilingClient } from '@motcua/portal-client/filing'
import { beginSignIn, completeSignIn, hasSignInAnswer, withoutSignInAnswer } from '@motcua/portal-client/sign-in'
import type { PendingSignIn } from '@motcua/portal-client/sign-in'
import { isSdkError } from '@motcua/core/errors'
import { failureOf } from './failure.ts'
import type { Failure } from './failure.ts'
import { lateCalls } from './late-calls.ts'
import { PAGE_CLIENTS } from './page-clients.ts'
import type { PortalServices, SignInOutcome } from './services.ts'

export { gatewayCalls } from './gateway-calls.ts'

/** The default answer to {@link PortalServices}: the portal client, with the page's session storage for what crosses a redirect. */
export function portalServices(portal: string): { client: FilingClient; services: PortalServices } {
  // One element may write a slash behind it, another none.
  const { href, origin } = new URL(portal)
  const known = PAGE_CLIENTS.get(href)
  if (known) return known
  const client = createFilingClient({ baseUrl: portal })
  const made = { client, services: servicesOf(client, portal, `motcua:sign-in:${origin}`) }
  PAGE_CLIENTS.set(href, made)
  return made
}

function servicesOf(client: FilingClient, portal: string, pendingKey: string): PortalServices {
  let completing: Promise<SignInOutcome> | undefined
  const listeners = new Set<() => void>()
  // What follows filing is a chunk of its own.
  const dossiers = async (): Promise<DossierCalls> => (await import('@motcua/portal-client/dossiers')).dossiersOf(client.transport)
  return {
    async beginSignIn(returnTo) {
      const step = await beginSignIn({ portal, returnTo })
      sessionStorage.setItem(pendingKey, JSON.stringify(step.pending))
      return { kind: 'redirect', url: step.url }
    },
    // Several elements may ask; the one-time code is spent by the first.
    completeSignIn: (address) => completing ??= complete(client, address, pendingKey),
    session: () => client.session.current() ?? undefined,
    signOut: () => {
      // What became of this person's sign-in is not for the next one to read.
      completing = undefined
      const closing = client.closeSession()
      for (const listener of listeners) listener()
      return closing
    },
    onSignOut: (listener) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    me: () => client.me(),
    prefill: async (request) => (await import('@motcua/portal-client/prefill')).prefillOf(client.transport)(request),
    upload: async (file, options) => (await import('./portal-uploads.ts')).upload(client, file, options),
    removeUpload: async (uploadId) => (await import('./portal-uploads.ts')).removeUpload(client, uploadId),
    submit(submission, options) {
      // Paying comes next: its calls come while the dossier is on its way, so that nobody waits for them.
      void dossiers().catch(() => undefined)
      return client.submit(submission, options)
    },
    listDossiers: async () => (await dossiers()).list(),
    track: async (code) => (await dossiers()).track(code).catch(nullFor(({ problem: { status } }) => status === 404 || status === 403)),
    requestPayment: async (code, options) => (await dossiers()).requestPayment(code, options).catch(nullFor(({ name }) => name === 'nothing-owed')),
    resultFile: async (code, fileId) => (await dossiers()).downloadResult(code, fileId),
    ...lateCalls(dossiers, 'answerSupplement', 'withdraw', 'intakeSlip', 'payment', 'manifest', 'trust'),
  }
}

/** Turns a refusal that is an ordinary answer into `null`. */
function nullFor(isAnswer: (refusal: Extract<Failure, { kind: 'problem' }>) => boolean): (error: unknown) => null {
  return (error) => {
    const failure = failureOf(error)
    if (failure.kind === 'problem' && isAnswer(failure)) return null
    throw error
  }
}

async function complete(client: FilingClient, address: string, pendingKey: string): Promise<SignInOutcome> {
  const { hash } = new URL(address)
  if (!hasSignInAnswer(hash)) return { kind: 'none' }
  const pending = pendingOf(sessionStorage.getItem(pendingKey))
  sessionStorage.removeItem(pendingKey)
  // The one-time code leaves the address bar and the history at once.
  history.replaceState(history.state, '', `${location.pathname}${location.search}${withoutSignInAnswer(location.hash)}`)
  try {
    return { kind: 'signed-in', session: await completeSignIn({ client, fragment: hash, pending }) }
  } catch (error) {
    if (isSdkError(error) && error.code === 'ERR_PORTAL_SIGN_IN_CANCELLED') return { kind: 'cancelled' }
    const { supportCode } = failureOf(error)
    return { kind: 'failed', ...(supportCode && { supportCode }) }
  }
}

function pendingOf(text: string | null): PendingSignIn | null {
  if (text === null) return null
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null && 'state' in value && 'codeVerifier' in value && typeof value.state === 'string' && typeof value.codeVerifier === 'string'
    ? { state: value.state, codeVerifier: value.codeVerifier }
    : null
}

import { createPortalClient, problemName } from '@motcua/portal-client'
import type { PortalClient } from '@motcua/portal-client'
import { beginSignIn, completeSignIn, hasSignInAnswer, withoutSignInAnswer } from '@motcua/portal-client/sign-in'
import type { PendingSignIn } from '@motcua/portal-client/sign-in'
import { isSdkError } from '@motcua/core/errors'
import { sniffMediaType } from '@motcua/dossier/documents'
import { failureOf } from './failure.ts'
import type { PortalServices, SignInOutcome } from './services.ts'

/** One client per gateway on a page, so that every element there shares the session in memory. */
const CLIENTS = new Map<string, { client: PortalClient; services: PortalServices }>()

/** The default answer to {@link PortalServices}: the portal client, with the page's session storage for what crosses a redirect. */
export function portalServices(portal: string): { client: PortalClient; services: PortalServices } {
  const known = CLIENTS.get(portal)
  if (known) return known
  const client = createPortalClient({ baseUrl: portal })
  const made = { client, services: servicesOf(client, portal) }
  CLIENTS.set(portal, made)
  return made
}

function servicesOf(client: PortalClient, portal: string): PortalServices {
  const pendingKey = `motcua:sign-in:${new URL(portal).origin}`
  let completing: Promise<SignInOutcome> | undefined
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
      return client.closeSession()
    },
    me: () => client.me(),
    async upload(file, { documentId, procedure, commune, signal, onProgress, shared }) {
      const { uploadFile } = await import('@motcua/portal-client/upload')
      const mediaType = sniffMediaType(new Uint8Array(await file.slice(0, 4096).arrayBuffer())) ?? file.type
      // Kept by hash, without a name: a reload and the same file go on where they stopped.
      return uploadFile(client, file, { documentId, procedure, commune, signal, mediaType, onProgress, fileName: file.name.normalize('NFC'), ...(!shared && { storage: sessionStorage }) })
    },
    removeUpload: async (uploadId) => (await import('@motcua/portal-client/upload')).removeUpload(client, uploadId),
    submit: (submission, { idempotencyKey, signal }) => client.submit(submission, { idempotencyKey, ...(signal && { signal }) }),
    listDossiers: () => client.dossiers.list(),
    track: (code) => client.dossiers.track(code).catch((error: unknown) => {
      const failure = failureOf(error)
      if (failure.kind === 'problem' && (failure.problem.status === 404 || failure.problem.status === 403)) return null
      throw error
    }),
    answerSupplement: (code, attachments, { idempotencyKey }) => client.dossiers.answerSupplement(code, attachments, { idempotencyKey }),
    withdraw: (code, { idempotencyKey }) => client.dossiers.withdraw(code, { idempotencyKey }),
    intakeSlip: (code) => client.dossiers.intakeSlip(code),
    requestPayment: (code, { idempotencyKey }) => client.requestPayment(code, { idempotencyKey }).catch((error: unknown) => {
      const failure = failureOf(error)
      if (failure.kind === 'problem' && problemName(failure.problem) === 'nothing-owed') return null
      throw error
    }),
    payment: (id) => client.payment(id),
    resultFile: (code, fileId) => client.downloadResult(code, fileId),
    manifest: (code) => client.manifest(code),
    trust: () => client.trust(),
  }
}

async function complete(client: PortalClient, address: string, pendingKey: string): Promise<SignInOutcome> {
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

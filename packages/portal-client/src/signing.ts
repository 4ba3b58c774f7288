import type { components } from './generated/portal.ts'
import { pathSegment } from './path-segment.ts'
import { instant, integer, list, object, oneOf, optional, text, truth, type Shape } from './shape.ts'
import { hash, named, words } from './shapes.ts'
import { signedCalls } from './signed-calls.ts'
import type { CallOptions, Transport, WriteOptions } from './transport.ts'

type Schemas = components['schemas']

/** What would be signed next, with which certificate, and the evidence so far. */
export type Signing = Schemas['Signing']
export type SigningFile = Schemas['SigningFile']
export type SigningCertificate = Schemas['SigningCertificate']
export type SigningEvidence = Schemas['SigningEvidence']
/** One request to sign, and where it stands. */
export type SigningRequest = Schemas['SigningRequest']
/** What the person saw when they pressed. */
export type SigningOrder = Schemas['SigningOrder']

const seconds: Shape = (value, pointer) => (typeof value === 'number' && value >= 0 ? null : { pointer, expected: 'seconds' })
const act = oneOf('sign', 'issue')
const file = object({ fileId: text, name: text, sha256: hash, bytes: integer, pages: integer, stage: oneOf('draft', 'signed', 'issued') })
const request = object({
  id: text, number: integer, act, state: oneOf('preparing', 'waiting', 'embedding', 'verified', 'recorded', 'refused', 'expired', 'cancelled', 'failed', 'changed'),
  fileId: text, sha256: hash, certificate: hash, startedAt: instant, expiresAt: instant, secondsLeft: integer, pollSeconds: seconds, mine: truth,
  // A newer gateway may know more ways to fail.
  failure: optional(text), confirmedInstead: optional(integer), result: optional(object({ fileId: text, sha256: hash })),
})
const SIGNING_FILE = named<SigningFile>('SigningFile', file)
const SIGNING_REQUEST = named<SigningRequest>('SigningRequest', request)
const SIGNING = named<Signing>('Signing', object({
  dossier: object({ code: text, procedureCode: text, procedureName: words, agencyCode: text, agencyName: text }),
  next: oneOf('sign', 'issue', null), issuing: oneOf('required', 'none'), file: optional(file), hindrance: optional(text),
  certificate: optional(object({ subject: text, organisation: optional(text), issuer: text, notBefore: instant, notAfter: instant, thumbprint: hash, objections: list(text) })),
  evidence: list(object({ act: oneOf('approve', 'sign', 'issue'), at: instant, by: text, certificate: hash, sha256: hash, jws: text })),
  request: optional(request),
}))

/** Signing the result of a dossier with a remote key. The session must be an officer's. */
export interface SigningCalls {
  look(code: string, options?: CallOptions): Promise<Signing>
  /** Keep an unsigned result PDF; refused when it does not name this dossier. */
  storeDraft(code: string, pdf: Uint8Array, options?: WriteOptions): Promise<SigningFile>
  /** The very bytes of a file. Compare their SHA-256 with what {@link SigningCalls.look} said before you show them. */
  file(code: string, fileId: string, options?: CallOptions): Promise<Uint8Array>
  /** Ask the person to confirm on their device. **Pass the same key again** to repeat a call whose outcome you do not know. */
  begin(code: string, order: SigningOrder, options: WriteOptions & { idempotencyKey: string }): Promise<SigningRequest>
  /** Where a request stands; not more often than its `pollSeconds`. */
  check(code: string, id: string, options?: CallOptions): Promise<SigningRequest>
  cancel(code: string, id: string, options?: CallOptions): Promise<SigningRequest>
}

/**
 * The calls of signing, over the connection of a client.
 *
 * @example
 * const { signingOf } = await import('@motcua/portal-client/signing')
 * const { file, certificate, next } = await signingOf(client.transport).look('H01.02-261123-0001')
 */
export function signingOf(transport: Transport): SigningCalls {
  const { read, write } = signedCalls(transport)
  const of = (code: string): string => `v1/officer/dossiers/${pathSegment(code)}/signing`
  return {
    look: (code, call) => read(SIGNING, of(code), call),
    storeDraft: (code, pdf, call) => transport.json(SIGNING_FILE, { method: 'POST', path: `${of(code)}/drafts`, bearer: true, body: { bytes: pdf, mediaType: 'application/pdf' } }, call),
    file: async (code, fileId, call) => (await transport.send({ method: 'GET', path: `${of(code)}/files/${pathSegment(fileId)}`, bearer: true }, call)).bytes,
    begin: (code, order, call) => write(SIGNING_REQUEST, `${of(code)}/requests`, order, call),
    check: (code, id, call) => read(SIGNING_REQUEST, `${of(code)}/requests/${pathSegment(id)}`, call),
    cancel: (code, id, call) => transport.json(SIGNING_REQUEST, { method: 'DELETE', path: `${of(code)}/requests/${pathSegment(id)}`, bearer: true }, call),
  }
}

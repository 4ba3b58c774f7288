import type { Attachment, Dossier, DossierSummary, IntakeSlip, PaymentRequest, Trust } from './contract.ts'
import { DOSSIER, DOSSIER_LIST, INTAKE_SLIP, MANIFEST, PAYMENT_REQUEST, TRUST } from './dossier-shapes.ts'
import { pathSegment } from './path-segment.ts'
import { signedCalls } from './signed-calls.ts'
import type { CallOptions, Transport, WriteOptions } from './transport.ts'

/** What follows filing: where dossiers stand, supplements, payments and results. */
export interface DossierCalls {
  /** The signed-in person's dossiers, newest first. */
  list(options?: CallOptions): Promise<DossierSummary[]>
  track(code: string, options?: CallOptions): Promise<Dossier>
  withdraw(code: string, options?: WriteOptions): Promise<Dossier>
  /** Replace exactly the papers that the open supplement request names. */
  answerSupplement(code: string, attachments: readonly Attachment[], options?: WriteOptions): Promise<Dossier>
  intakeSlip(code: string, options?: CallOptions): Promise<IntakeSlip>
  /** Ask for a payment request for what is owed. `nothing-owed` comes as a {@link PortalProblemError}. */
  requestPayment(code: string, options?: WriteOptions): Promise<PaymentRequest>
  payment(id: string, options?: CallOptions): Promise<PaymentRequest>
  /** Bytes of a result file. Verify them with `@motcua/signatures` before you show them. */
  downloadResult(code: string, fileId: string, options?: CallOptions): Promise<Uint8Array>
  /** The signed manifest of the results, a compact JWS. */
  manifest(code: string, options?: CallOptions): Promise<string>
  /** Trust anchors and entitled certificates, to verify a result on the page. */
  trust(options?: CallOptions): Promise<Trust>
}

/**
 * The calls that follow filing, over the connection of a client.
 *
 * @example
 * const { dossiersOf } = await import('@motcua/portal-client/dossiers')
 * const dossiers = await dossiersOf(client.transport).list()
 */
export function dossiersOf(transport: Transport): DossierCalls {
  const { read, write } = signedCalls(transport)
  const of = (code: string): string => `v1/dossiers/${pathSegment(code)}`
  return {
    list: async (call) => (await read(DOSSIER_LIST, 'v1/dossiers', call)).dossiers,
    track: (code, call) => read(DOSSIER, of(code), call),
    withdraw: (code, call) => write(DOSSIER, `${of(code)}/withdrawal`, undefined, call),
    answerSupplement: (code, attachments, call) => write(DOSSIER, `${of(code)}/supplement`, { attachments }, call),
    intakeSlip: (code, call) => read(INTAKE_SLIP, `${of(code)}/intake-slip`, call),
    requestPayment: (code, call) => write(PAYMENT_REQUEST, `${of(code)}/payments`, undefined, call),
    payment: (id, call) => read(PAYMENT_REQUEST, `v1/payments/${pathSegment(id)}`, call),
    downloadResult: async (code, fileId, call) => (await transport.send({ method: 'GET', path: `${of(code)}/results/${pathSegment(fileId)}`, bearer: true }, call)).bytes,
    manifest: async (code, call) => (await read(MANIFEST, `${of(code)}/manifest`, call)).manifest,
    trust: (call) => transport.json(TRUST, { method: 'GET', path: 'v1/trust' }, call),
  }
}

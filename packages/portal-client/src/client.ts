import type { PortalClientOptions } from './connection.ts'
import type { PaymentRequest } from './contract.ts'
import { dossiersOf, type DossierCalls } from './dossiers.ts'
import { createFilingClient, type FilingClient } from './filing.ts'
import { officerOf, type OfficerClient } from './officer.ts'
import { waitForPayment, type WaitForPaymentOptions } from './wait-for-payment.ts'

/** Client of the portal contract. Immutable; {@link PortalClient.extend} derives another one. */
export interface PortalClient extends FilingClient, Pick<DossierCalls, 'trust' | 'intakeSlip' | 'requestPayment' | 'payment' | 'downloadResult' | 'manifest'> {
  /** A client with some options replaced; the session is shared unless another is given. */
  extend(options: Partial<PortalClientOptions>): PortalClient
  readonly dossiers: Pick<DossierCalls, 'list' | 'track' | 'withdraw' | 'answerSupplement' | 'intakeSlip'>
  /** The payment request each time it changes, until nothing more is expected. Only the gateway says paid. */
  waitForPayment(id: string, options?: WaitForPaymentOptions): AsyncGenerator<PaymentRequest, void, undefined>
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
  const filing = createFilingClient(options)
  const { session, transport } = filing
  const { list, track, withdraw, answerSupplement, intakeSlip, ...calls } = dossiersOf(transport)
  return {
    ...filing, ...calls, intakeSlip,
    extend: (more) => createPortalClient({ ...options, session, ...more }),
    dossiers: { list, track, withdraw, answerSupplement, intakeSlip },
    waitForPayment: (id, wait) => waitForPayment((call) => calls.payment(id, call), wait),
    officer: officerOf(transport),
  }
}

import type { ReceivingAccount } from './account.ts'

/** What the gateway asks a provider to collect. Amount and account are the server's own, never a page's. */
export interface PaymentOrder {
  /** Payment request id of the gateway. */
  id: string
  dossierCode: string
  /** Integer đồng, 1 or more: a fee of zero makes no request. */
  amountVnd: number
  /** Transfer text, see `paymentReference`. */
  reference: string
  account: ReceivingAccount
  /** Instant with offset. */
  expiresAt: string
}

/** How the citizen pays, as data: only elements navigate. */
export interface PaymentInstruction {
  kind: 'transfer'
  /** Provider id. */
  provider: string
  amountVnd: number
  currency: 'VND'
  account: ReceivingAccount
  reference: string
  /** Text of the VietQR code. Show account, bank, holder, amount and reference as text beside it. */
  qrPayload: string
}

/** Money that arrived, as a verified notification tells it. */
export interface Transfer {
  /** Id of the notification's transaction at the provider. */
  transactionId: string
  /** Bank's own reference, when given: the same money told twice has the same one. */
  bankReference: string | null
  /** Transfer text as the bank passed it on. */
  text: string
  /** Integer đồng, 1 or more. */
  amountVnd: number
  currency: string
  /** Account the money arrived on. */
  accountNumber: string
  /** Virtual account, when the bank names one. */
  subAccount: string | null
  /** When the bank booked it; instant with offset. */
  at: string
}

/** Why a notification was not believed. Keep nothing of such a notification but the fact: it must not poison later, real ones. */
export const REJECTION_CODES = ['missingSignature', 'missingTimestamp', 'staleTimestamp', 'badSignature', 'malformedBody', 'badAmount'] as const
export type RejectionCode = (typeof REJECTION_CODES)[number]

/** Result of verifying a notification: a union, never a boolean. */
export type VerifiedNotification =
  | ({ kind: 'transfer' } & Transfer)
  /** Genuine, but no money for us (an outgoing transfer): acknowledge it and do nothing. */
  | { kind: 'ignored'; code: 'outgoing' }
  | { kind: 'rejected'; code: RejectionCode }

/** What the receiver did with a notification. */
export type NotificationOutcome =
  | { kind: 'recorded' }
  | { kind: 'duplicate' }
  | { kind: 'ignored' }
  /** Nothing could be matched; a clerk has it. The provider need not repeat it. */
  | { kind: 'unmatched' }
  | { kind: 'rejected'; code: RejectionCode }
  /** The receiver could not store it: the provider should send it again. */
  | { kind: 'failed' }

/** The provider's exact answer. */
export interface NotificationReply {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

/** Headers of a request in any of the usual shapes; names are matched without regard to case. */
export type NotificationHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/** Payment provider. A redirect or a page never says that money arrived; only {@link PaymentProvider.verifyNotification} does. */
export interface PaymentProvider {
  /** Stable id, part of the notification URL and of stored requests. */
  readonly id: string
  createRequest(order: PaymentOrder): Promise<PaymentInstruction>
  /** Verifies the body exactly as it came: bytes or undecoded text, never parsed and written again. */
  verifyNotification(rawBody: Uint8Array | string, headers: NotificationHeaders): Promise<VerifiedNotification>
  reply(outcome: NotificationOutcome): NotificationReply
}

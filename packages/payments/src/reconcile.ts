import { normaliseReference } from './reference.ts'
import type { Transfer } from './provider.ts'

/** State of a payment request. `paid` and `over` mean that what was owed has arrived. */
export const PAYMENT_STATES = ['pending', 'partial', 'paid', 'over', 'refund-due'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

/** Why a transfer had the effect it had. Reasons that need a clerk are {@link CLERK_REASONS}. */
export const TRANSFER_REASONS = [
  'counted', 'duplicate', 'conflictingDuplicate', 'referenceMismatch', 'accountMismatch', 'currencyMismatch', 'badAmount', 'badInstant', 'late', 'closed', 'underpaid', 'overpaid',
] as const
export type TransferReason = (typeof TRANSFER_REASONS)[number]

/** Reasons that open a case for a clerk. */
export const CLERK_REASONS: readonly TransferReason[] = ['conflictingDuplicate', 'referenceMismatch', 'accountMismatch', 'currencyMismatch', 'badAmount', 'badInstant', 'late', 'closed', 'overpaid']

/** One payment request with the money that arrived for it. Plain data: store it as it is. */
export interface RequestLedger {
  reference: string
  /** What is owed, integer đồng, 1 or more. */
  amountVnd: number
  currency: 'VND'
  /** Receiving account (or virtual account) of the request. */
  accountNumber: string
  /** Instant with offset; money booked later is late. */
  expiresAt: string
  /** Set when the dossier was withdrawn or refused: its money goes back. */
  closedAt: string | null
  transfers: readonly Transfer[]
  /** Money booked in time. */
  paidVnd: number
  /** Money to give back: late, of a closed request, or beyond what is owed. */
  refundDueVnd: number
  state: PaymentState
}

export interface AppliedTransfer {
  /** New ledger; the one given in is unchanged. */
  request: RequestLedger
  state: PaymentState
  /** True when the transfer was added. False for a duplicate or a mismatch: then the ledger is the one given in. */
  recorded: boolean
  reasons: readonly TransferReason[]
}

/** Opens the ledger of a new payment request. Throws `RangeError` when nothing is owed or `expiresAt` is no instant. */
export function openRequest(request: Pick<RequestLedger, 'reference' | 'amountVnd' | 'accountNumber' | 'expiresAt'>): RequestLedger {
  if (!Number.isSafeInteger(request.amountVnd) || request.amountVnd < 1) throw new RangeError('A payment request needs integer đồng, 1 or more: a fee of zero makes no request')
  if (Number.isNaN(Date.parse(request.expiresAt))) throw new RangeError('expiresAt must be an instant with offset')
  if (normaliseReference(request.reference) === '') throw new RangeError('A payment request needs a reference')
  return { ...request, currency: 'VND', closedAt: null, transfers: [], paidVnd: 0, refundDueVnd: 0, state: 'pending' }
}

/**
 * Applies verified money to a payment request. Pure; the same transfers in any order and any number give the same ledger. A transfer is a duplicate
 * when its transaction id is known, or bank reference (else text), amount and instant are. Account, currency and reference must match, else nothing
 * changes and the reasons say why. Only transfers make a request paid.
 *
 * @example
 * const { request, state, reasons } = applyTransfer(ledger, notification)
 */
export function applyTransfer(request: RequestLedger, transfer: Transfer): AppliedTransfer {
  const refused = (reasons: readonly TransferReason[]): AppliedTransfer => ({ request, state: request.state, recorded: false, reasons })
  const known = request.transfers.find((other) => isSameMoney(other, transfer))
  if (known !== undefined) return refused(sameContent(known, transfer) ? ['duplicate'] : ['conflictingDuplicate'])
  const mismatches = mismatchesOf(request, transfer)
  if (mismatches.length > 0) return refused(mismatches)
  const next = settle({ ...request, transfers: [...request.transfers, pickTransfer(transfer)].sort(byInstant) })
  const reasons: TransferReason[] = []
  if (isLate(request, transfer)) reasons.push('late')
  if (request.closedAt !== null) reasons.push('closed')
  if (reasons.length === 0) reasons.push('counted')
  if (next.state === 'partial') reasons.push('underpaid')
  if (next.state === 'over') reasons.push('overpaid')
  return { request: next, state: next.state, recorded: true, reasons }
}

/** Closes a request because its dossier was withdrawn or refused: whatever arrived, or arrives later, is to be given back. Closing again changes nothing. */
export function closeRequest(request: RequestLedger, closedAt: string): RequestLedger {
  return request.closedAt === null ? settle({ ...request, closedAt }) : request
}

/** True when nothing arrived and nothing should any more, because time ran out or the dossier ended: no page then invites to pay it. */
export function isExpired(request: RequestLedger, now: Date): boolean {
  return request.state === 'pending' && (request.closedAt !== null || now.getTime() > Date.parse(request.expiresAt))
}

/** Everything follows from the set of transfers, so their order cannot matter. */
function settle(request: RequestLedger): RequestLedger {
  const inTime = request.transfers.filter((transfer) => !isLate(request, transfer))
  const total = sum(request.transfers)
  const paidVnd = sum(inTime)
  if (request.closedAt !== null) return { ...request, paidVnd, refundDueVnd: total, state: total > 0 ? 'refund-due' : 'pending' }
  if (paidVnd >= request.amountVnd) {
    return { ...request, paidVnd, refundDueVnd: total - request.amountVnd, state: total > request.amountVnd ? 'over' : 'paid' }
  }
  const lateVnd = total - paidVnd
  if (lateVnd > 0) return { ...request, paidVnd, refundDueVnd: lateVnd, state: 'refund-due' }
  return { ...request, paidVnd, refundDueVnd: 0, state: paidVnd > 0 ? 'partial' : 'pending' }
}

function mismatchesOf(request: RequestLedger, transfer: Transfer): TransferReason[] {
  const reasons: TransferReason[] = []
  if (!normaliseReference(transfer.text).includes(normaliseReference(request.reference))) reasons.push('referenceMismatch')
  if (transfer.accountNumber !== request.accountNumber && transfer.subAccount !== request.accountNumber) reasons.push('accountMismatch')
  if (transfer.currency !== request.currency) reasons.push('currencyMismatch')
  if (!Number.isSafeInteger(transfer.amountVnd) || transfer.amountVnd < 1) reasons.push('badAmount')
  if (Number.isNaN(Date.parse(transfer.at))) reasons.push('badInstant')
  return reasons
}

function isSameMoney(a: Transfer, b: Transfer): boolean {
  if (a.transactionId === b.transactionId) return true
  return (a.bankReference ?? normaliseReference(a.text)) === (b.bankReference ?? normaliseReference(b.text))
    && a.amountVnd === b.amountVnd && Date.parse(a.at) === Date.parse(b.at)
}

/** A known transaction id that now tells of another amount, account or instant is for a clerk to look at. */
function sameContent(a: Transfer, b: Transfer): boolean {
  return a.amountVnd === b.amountVnd && a.accountNumber === b.accountNumber && a.currency === b.currency && Date.parse(a.at) === Date.parse(b.at)
}

function isLate(request: RequestLedger, transfer: Transfer): boolean {
  return Date.parse(transfer.at) > Date.parse(request.expiresAt)
}

function byInstant(a: Transfer, b: Transfer): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.transactionId < b.transactionId ? -1 : 1)
}

function sum(transfers: readonly Transfer[]): number {
  return transfers.reduce((total, transfer) => total + transfer.amountVnd, 0)
}

/** A verified notification carries its `kind` too; only the money is kept. */
function pickTransfer(transfer: Transfer): Transfer {
  const { transactionId, bankReference, text, amountVnd, currency, accountNumber, subAccount, at } = transfer
  return { transactionId, bankReference, text, amountVnd, currency, accountNumber, subAccount, at }
}

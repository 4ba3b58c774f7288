import { ReceiptError } from './errors.ts'
import type { RequestLedger } from './reconcile.ts'

/** One fee (phí) or charge (lệ phí) on a receipt. */
export interface ReceiptLine {
  id: string
  kind: 'phi' | 'lePhi'
  name: string
  /** Integer đồng. */
  amountVnd: number
}

/** Receipt (biên lai) for money that arrived. */
export interface Receipt {
  /** Given by the operator: form, serial and numbering are those of its registered receipts (Nghị định 123/2020/NĐ-CP, 70/2025/NĐ-CP; not read in full, checked 2026-11). */
  number: string
  /** Instant with offset. */
  issuedAt: string
  /** What was owed, integer đồng; money beyond it is not on the receipt. */
  amountVnd: number
  /** Who paid; need not be the applicant. */
  payer: string
  lines: readonly ReceiptLine[]
  /** Transactions the money came with. */
  transactionIds: readonly string[]
}

export interface IssueReceiptOptions {
  /** Next number of the operator's own sequence. */
  number: string
  issuedAt: string
  payer: string
  lines: readonly ReceiptLine[]
}

/**
 * Makes the receipt of a paid request.
 *
 * @throws {ReceiptError} when the money has not arrived, nothing was owed, the number is empty, or the lines do not add up to what was owed.
 */
export function issueReceipt(request: RequestLedger, options: IssueReceiptOptions): Receipt {
  const total = options.lines.reduce((sum, line) => sum + line.amountVnd, 0)
  if (request.state !== 'paid' && request.state !== 'over') throw new ReceiptError('notPaid', `A receipt needs a paid request, this one is ${request.state}`)
  if (options.number.trim() === '') throw new ReceiptError('noNumber', 'A receipt needs a number of the operator')
  if (options.lines.some((line) => !Number.isSafeInteger(line.amountVnd) || line.amountVnd < 1)) throw new ReceiptError('nothingOwed', 'A receipt line needs integer đồng, 1 or more')
  if (total !== request.amountVnd) throw new ReceiptError('totalMismatch', `The lines add up to ${total} đồng, owed were ${request.amountVnd}`)
  return {
    number: options.number,
    issuedAt: options.issuedAt,
    amountVnd: request.amountVnd,
    payer: options.payer,
    lines: options.lines.map((line) => ({ ...line })),
    transactionIds: request.transfers.map((transfer) => transfer.transactionId),
  }
}

import { instantInVietnam, isCalendarDate, vietnamTime } from '@motcua/core/dates'
import { isVnd } from '@motcua/core/money'
import type { RejectionCode, Transfer } from './provider.ts'

/**
 * Wire names of the bank notification in the SePay shape (developer.sepay.vn, stated there; checked 2026-11). Nothing outside this file
 * knows them.
 */
export const SIGNATURE_HEADER = 'X-SePay-Signature'
export const TIMESTAMP_HEADER = 'X-SePay-Timestamp'
export const SIGNATURE_PREFIX = 'sha256='
export const SUCCESS_BODY = '{"success":true}'
export const FAILURE_BODY = '{"success":false}'

/** Direction of the money and the transfer, or the reason why the body is not believed. */
export type ReadNotification = { kind: 'incoming'; transfer: Transfer } | { kind: 'outgoing' } | { kind: 'rejected'; code: RejectionCode }

/** Reads the body of a verified notification. Amounts are integers on the wire; text, fractions and amounts past 10^15 are refused, not coerced. */
export function readNotification(body: string): ReadNotification {
  const wire = parseObject(body)
  if (wire === null) return { kind: 'rejected', code: 'malformedBody' }
  const { id, transferType, transferAmount, accountNumber, subAccount, content, referenceCode, transactionDate } = wire
  const transactionId = typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : typeof id === 'string' && id !== '' ? id : null
  const at = readInstant(transactionDate)
  if (transactionId === null || at === null || typeof accountNumber !== 'string' || accountNumber === '') return { kind: 'rejected', code: 'malformedBody' }
  if (transferType === 'out') return { kind: 'outgoing' }
  if (transferType !== 'in') return { kind: 'rejected', code: 'malformedBody' }
  if (!isVnd(transferAmount) || transferAmount === 0) return { kind: 'rejected', code: 'badAmount' }
  return {
    kind: 'incoming',
    transfer: {
      transactionId,
      bankReference: typeof referenceCode === 'string' && referenceCode !== '' ? referenceCode : null,
      text: typeof content === 'string' ? content : '',
      amountVnd: transferAmount,
      // The shape has no currency: it tells of accounts in đồng only.
      currency: 'VND',
      accountNumber,
      subAccount: typeof subAccount === 'string' && subAccount !== '' ? subAccount : null,
      at,
    },
  }
}

/** Writes the body a bank would send for a transfer; `gateway` is the bank's short name. */
export function writeNotification(transfer: Transfer, options: { direction: 'in' | 'out'; bankName: string }): string {
  const { date } = vietnamTime(transfer.at)
  return JSON.stringify({
    id: /^[1-9][0-9]{0,14}$/.test(transfer.transactionId) ? Number(transfer.transactionId) : transfer.transactionId,
    gateway: options.bankName,
    transactionDate: `${date} ${clock(transfer.at)}`,
    accountNumber: transfer.accountNumber,
    subAccount: transfer.subAccount,
    code: null,
    content: transfer.text,
    transferType: options.direction,
    transferAmount: transfer.amountVnd,
    accumulated: 0,
    referenceCode: transfer.bankReference,
  })
}

/** `yyyy-MM-dd HH:mm:ss`, the bank's clock in Vietnam. */
function readInstant(value: unknown): string | null {
  const match = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2}) ((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d)$/.exec(value) : null
  const [, date = '', time = '', seconds = ''] = match ?? []
  return isCalendarDate(date) ? instantInVietnam(date, time).replace(':00+07:00', `:${seconds}+07:00`) : null
}

function clock(instant: string): string {
  const { hour, minute } = vietnamTime(instant)
  return [hour, minute, new Date(instant).getUTCSeconds()].map((part) => String(part).padStart(2, '0')).join(':')
}

function parseObject(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

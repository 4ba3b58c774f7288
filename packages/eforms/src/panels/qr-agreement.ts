import { parseVietQr } from '@motcua/payments/vietqr'
import type { PaymentRequest } from '../services/contract.ts'

/**
 * Whether the QR code says what the lines beside it say: bank, account, what is left to pay, transfer text. People compare
 * little, and after a part payment the old code would ask for the whole again. A code of another scheme is not ours to judge.
 */
export function isQrInAgreement(payment: PaymentRequest): boolean {
  const parsed = parseVietQr(payment.qrPayload)
  if (!parsed.success) return parsed.issues.every((issue) => issue.code === 'otherScheme')
  const { bin, account, amountVnd, additional } = parsed.value
  return bin === payment.account.bin && account === payment.account.number
    && amountVnd === payment.amountVnd - (payment.paidVnd ?? 0) && additional.purpose === payment.reference
}

import { SdkError } from '@motcua/core/errors'

/** A payment provider was configured in a way that could accept forged money: fix the configuration before starting. */
export class PaymentConfigError extends SdkError {
  override readonly name = 'PaymentConfigError'
  override readonly code = 'ERR_PAYMENTS_CONFIG'
}

/** Parts a VietQR code may be refused for when it is built. */
export type VietQrInput = 'bin' | 'account' | 'amountVnd' | 'purpose' | 'billNumber' | 'merchantName' | 'merchantCity' | 'service'

/** A VietQR code was asked for with a value that banks would misread. `input` names the value; the value itself is not repeated. */
export class VietQrInputError extends SdkError {
  override readonly name = 'VietQrInputError'
  override readonly code = 'ERR_PAYMENTS_VIETQR_INPUT'
  readonly input: VietQrInput
  constructor(input: VietQrInput, expected: string) {
    super(`VietQR ${input}: expected ${expected}`)
    this.input = input
  }
}

/** A receipt was asked for although its amounts do not agree or the money has not arrived. */
export class ReceiptError extends SdkError {
  override readonly name = 'ReceiptError'
  override readonly code = 'ERR_PAYMENTS_RECEIPT'
  readonly reason: 'notPaid' | 'totalMismatch' | 'nothingOwed' | 'noNumber'
  constructor(reason: ReceiptError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

/** Every error this package throws: switch on `code`. */
export type PaymentsError = PaymentConfigError | VietQrInputError | ReceiptError

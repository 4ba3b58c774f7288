export type { ReceivingAccount } from './account.ts'
export { PaymentConfigError, ReceiptError, VietQrInputError } from './errors.ts'
export type { PaymentsError, VietQrInput } from './errors.ts'
export { REJECTION_CODES } from './provider.ts'
export type {
  NotificationHeaders, NotificationOutcome, NotificationReply, PaymentInstruction, PaymentOrder, PaymentProvider, RejectionCode, Transfer, VerifiedNotification,
} from './provider.ts'
export { issueReceipt } from './receipt.ts'
export type { IssueReceiptOptions, Receipt, ReceiptLine } from './receipt.ts'
export { applyTransfer, CLERK_REASONS, closeRequest, isExpired, openRequest, PAYMENT_STATES, TRANSFER_REASONS } from './reconcile.ts'
export type { AppliedTransfer, PaymentState, RequestLedger, TransferReason } from './reconcile.ts'
export {
  buildVietQr, crc16, matchReference, MAX_REFERENCE_LENGTH, normaliseReference, parseVietQr, paymentReference, VIETQR_ISSUE_CODES, VIETQR_SERVICES,
} from './vietqr.ts'
export type { AdditionalField, BuildVietQrOptions, ParsedVietQr, ReferenceMatch, VietQr, VietQrIssue, VietQrIssueCode, VietQrService } from './vietqr.ts'

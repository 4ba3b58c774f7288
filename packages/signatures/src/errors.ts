import { SdkError } from '@motcua/core/errors'

/** The PDF cannot be signed as it is; nothing was written. */
export class PdfSignError extends SdkError {
  override readonly name = 'PdfSignError'
  override readonly code: PdfSignErrorCode
  constructor(code: PdfSignErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
/** Codes of {@link PdfSignError}. */
export const PDF_SIGN_ERROR_CODES = [
  'ERR_PDF_MALFORMED', 'ERR_PDF_ENCRYPTED', 'ERR_PDF_XREF_STREAM_UNSUPPORTED', 'ERR_PDF_TOO_LARGE', 'ERR_PDF_CHANGES_FORBIDDEN',
  'ERR_PDF_FIELD_EXISTS', 'ERR_SIGNATURE_TOO_LARGE',
] as const
export type PdfSignErrorCode = (typeof PDF_SIGN_ERROR_CODES)[number]

/** The signer's certificate or its answer cannot be used. */
export class SignerError extends SdkError {
  override readonly name = 'SignerError'
  override readonly code: SignerErrorCode
  constructor(code: SignerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
/** Codes of {@link SignerError}. */
export const SIGNER_ERROR_CODES = [
  'ERR_CERTIFICATE_MALFORMED', 'ERR_CERTIFICATE_NOT_VALID', 'ERR_CERTIFICATE_NOT_FOR_SIGNING', 'ERR_CERTIFICATE_WEAK',
  'ERR_SIGNATURE_MISMATCH',
] as const
export type SignerErrorCode = (typeof SIGNER_ERROR_CODES)[number]

import { SdkError } from '@motcua/core/errors'

/** A remote signing service (dịch vụ ký số từ xa) did not do what it was asked. Messages hold neither secrets nor what the service wrote. */
export class RemoteSigningError extends SdkError {
  override readonly name = 'RemoteSigningError'
  override readonly code: RemoteSigningErrorCode
  /** Status of the answer, when there was one. */
  readonly status: number | undefined
  constructor(code: RemoteSigningErrorCode, message: string, { status, ...options }: ErrorOptions & { status?: number } = {}) {
    super(message, options)
    this.code = code
    this.status = status
  }
}
/**
 * Codes of {@link RemoteSigningError}: no answer came (try again) · the answer is not what the protocol says · the service said no ·
 * the person's key cannot be used this way (another key, another way to confirm) · nobody confirmed in time.
 */
export const REMOTE_SIGNING_ERROR_CODES = [
  'ERR_REMOTE_SIGNING_UNREACHABLE', 'ERR_REMOTE_SIGNING_ANSWER', 'ERR_REMOTE_SIGNING_REFUSED', 'ERR_REMOTE_SIGNING_CREDENTIAL', 'ERR_REMOTE_SIGNING_NOT_CONFIRMED',
] as const
export type RemoteSigningErrorCode = (typeof REMOTE_SIGNING_ERROR_CODES)[number]

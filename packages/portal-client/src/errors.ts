import { SdkError, type Issue, type ProblemDetails } from '@motcua/core/errors'

export interface PortalErrorOptions extends ErrorOptions {
  /** Correlation id of the request: the support code the citizen can quote. */
  correlationId?: string
}

abstract class PortalError extends SdkError {
  /** Correlation id of the request: the support code the citizen can quote. */
  readonly correlationId: string | undefined
  constructor(message: string, options: PortalErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.correlationId = options.correlationId
  }
}

/** The gateway cannot be reached or is overloaded, after all retries. Keep what was typed and offer to try again. */
export class PortalUnreachableError extends PortalError {
  override readonly name = 'PortalUnreachableError'
  override readonly code = 'ERR_PORTAL_UNREACHABLE'
  /** When the gateway asks to be tried again, in seconds. */
  readonly retryAfterSeconds: number | undefined
  constructor(message: string, options: PortalErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(message, options)
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

/** The call took longer than its `timeoutMs`, retries included. A write may still have arrived: repeat it with the same key. */
export class PortalTimeoutError extends PortalError {
  override readonly name = 'PortalTimeoutError'
  override readonly code = 'ERR_PORTAL_TIMEOUT'
}

/** There is no session, or it has ended. Sign in again; drafts stay. */
export class PortalSessionExpiredError extends PortalError {
  override readonly name = 'PortalSessionExpiredError'
  override readonly code = 'ERR_PORTAL_SESSION_EXPIRED'
}

/** The gateway refused and says why in an RFC 9457 problem document. */
export class PortalProblemError extends PortalError {
  override readonly name = 'PortalProblemError'
  override readonly code = 'ERR_PORTAL_PROBLEM'
  readonly problem: ProblemDetails
  constructor(problem: ProblemDetails, options: ErrorOptions = {}) {
    super(`the portal answered ${problem.status} ${problem.type}`, { ...options, correlationId: problem.correlationId })
    this.problem = problem
  }
}

/** The gateway found mistakes in the answers; each issue names its field. */
export class PortalInvalidAnswersError extends PortalError {
  override readonly name = 'PortalInvalidAnswersError'
  override readonly code = 'ERR_PORTAL_INVALID_ANSWERS'
  readonly problem: ProblemDetails
  readonly issues: readonly Issue[]
  constructor(problem: ProblemDetails, issues: readonly Issue[], options: ErrorOptions = {}) {
    super(`the portal found ${issues.length} mistakes in the answers`, { ...options, correlationId: problem.correlationId })
    this.problem = problem
    this.issues = issues
  }
}

/** The form has a newer version than the one that was filled in. Load it again; the answers migrate. */
export class PortalDefinitionChangedError extends PortalError {
  override readonly name = 'PortalDefinitionChangedError'
  override readonly code = 'ERR_PORTAL_DEFINITION_CHANGED'
  readonly problem: ProblemDetails
  /** Key of the version to load with `definitions.get`; null when the procedure may no longer be filed. */
  readonly current: DefinitionKey | null
  constructor(problem: ProblemDetails, current: DefinitionKey | null, options: ErrorOptions = {}) {
    super('the form definition has changed since it was loaded: load the current one and submit again', { ...options, correlationId: problem.correlationId })
    this.problem = problem
    this.current = current
  }
}

/** What names one definition for good. */
export interface DefinitionKey { slug: string; effectiveFrom: string; sha256: string }

/** The bytes of a definition do not have the hash the index names: something between gateway and page changed them. */
export class PortalDefinitionHashError extends PortalError {
  override readonly name = 'PortalDefinitionHashError'
  override readonly code = 'ERR_PORTAL_DEFINITION_HASH'
}

/** The answer is not what the contract says. A defect of the gateway, or of something in between. */
export class PortalResponseError extends PortalError {
  override readonly name = 'PortalResponseError'
  override readonly code = 'ERR_PORTAL_RESPONSE'
}

/** The portal address or the page is not protected by TLS, so nothing is sent. */
export class PortalInsecureOriginError extends PortalError {
  override readonly name = 'PortalInsecureOriginError'
  override readonly code = 'ERR_PORTAL_INSECURE_ORIGIN'
}

/** The person closed or cancelled the sign-in: an ordinary outcome, not a failure. */
export class PortalSignInCancelledError extends PortalError {
  override readonly name = 'PortalSignInCancelledError'
  override readonly code = 'ERR_PORTAL_SIGN_IN_CANCELLED'
}

/** Why a sign-in could not be completed. */
export const SIGN_IN_FAILURES = ['no-answer', 'state-mismatch', 'provider-refused', 'code-refused'] as const
export type SignInFailure = (typeof SIGN_IN_FAILURES)[number]

/** The sign-in came back, but cannot be used. Start it again. */
export class PortalSignInError extends PortalError {
  override readonly name = 'PortalSignInError'
  override readonly code = 'ERR_PORTAL_SIGN_IN'
  readonly reason: SignInFailure
  /** Error code of the identity provider with `provider-refused`. */
  readonly providerCode: string | undefined
  constructor(reason: SignInFailure, options: PortalErrorOptions & { providerCode?: string } = {}) {
    super(`the sign-in cannot be completed: ${reason}`, options)
    this.reason = reason
    this.providerCode = options.providerCode
  }
}

/** The server stored other bytes than the page sent. The upload was discarded: choose the file again. */
export class PortalUploadHashError extends PortalError {
  override readonly name = 'PortalUploadHashError'
  override readonly code = 'ERR_PORTAL_UPLOAD_HASH'
}

/** Everything this package throws, for an exhaustive `switch (err.code)`. */
export type AnyPortalError =
  | PortalUnreachableError | PortalTimeoutError | PortalSessionExpiredError | PortalProblemError | PortalInvalidAnswersError
  | PortalDefinitionChangedError | PortalDefinitionHashError | PortalResponseError | PortalInsecureOriginError
  | PortalSignInCancelledError | PortalSignInError | PortalUploadHashError

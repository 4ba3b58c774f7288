/**
 * Base of every error the kit throws. Match on {@link SdkError.code}, never on the message:
 * codes are stable API, messages are for the developer who reads the log and may change.
 * Messages never contain personal data, tokens or file contents.
 *
 * @example
 * try { await client.submit(dossier) } catch (err) {
 *   if (isSdkError(err) && err.code === 'ERR_PORTAL_SESSION_EXPIRED') signInAgain()
 * }
 */
export abstract class SdkError extends Error {
  /** Literal `ERR_<AREA>_<REASON>`; stable across releases. */
  abstract readonly code: `ERR_${string}`
}

/** True for any error of the kit, also when a second copy of the package made it. */
export function isSdkError(value: unknown): value is SdkError {
  return value instanceof Error && 'code' in value && typeof value.code === 'string' && value.code.startsWith('ERR_')
}

export { ISSUE_SOURCES } from './issue.ts'
export type { Issue, IssueSource } from './issue.ts'
export { isProblem, parseProblem, PROBLEM_MEDIA_TYPE } from './problem.ts'
export type { ProblemDetails, ProblemFieldError } from './problem.ts'

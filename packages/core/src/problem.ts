/** Media type of every failure answer of the portal contract (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/** One field error of a problem document: RFC 6901 pointer into the request body's `answers`. */
export interface ProblemFieldError {
  pointer: string
  code: string
  params?: Record<string, string | number | boolean>
  detail?: string
}

/** RFC 9457 problem document with the members of the portal contract. Media type `application/problem+json`. */
export interface ProblemDetails {
  /** Stable identifier of the kind of problem, `urn:motcua:problem:<name>`. Clients switch on it. */
  type: string
  /** Vietnamese sentence for the person who reads it. */
  title: string
  status: number
  /** What was expected, what came and how to go on; never personal data. */
  detail?: string
  instance?: string
  /** Correlation id of the request, shown to the citizen as the support code. */
  correlationId: string
  /** Field errors, RFC 6901 pointers into the request body's `answers`. */
  errors?: ReadonlyArray<ProblemFieldError>
  /** Extension members of one problem type (`currentVersion`, `retryAfterSeconds`, …). */
  [extension: string]: unknown
}

/**
 * Reads a problem document from an untrusted body. Returns `null` when a required member (`type`, `title`, `status`,
 * `correlationId`) is missing or of another type: treat such an answer as an unreadable failure. Malformed entries of
 * `errors` and malformed optional members are dropped, extension members are kept as `unknown`.
 *
 * @example
 * const problem = parseProblem(await response.json())
 * if (problem?.type === 'urn:motcua:problem:definition-changed') reload()
 */
export function parseProblem(body: unknown): ProblemDetails | null {
  if (!isPlainObject(body)) return null
  const { type, title, status, correlationId, detail, instance, errors, ...extensions } = body
  if (typeof type !== 'string' || typeof title !== 'string' || typeof correlationId !== 'string') return null
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 100 || status > 599) return null
  const problem: ProblemDetails = { ...extensions, type, title, status, correlationId }
  if (typeof detail === 'string') problem.detail = detail
  if (typeof instance === 'string') problem.instance = instance
  if (Array.isArray(errors)) problem.errors = errors.map(parseFieldError).filter((error) => error !== null)
  return problem
}

/** True when the value is a problem document with every required member and no malformed known one. */
export function isProblem(value: unknown): value is ProblemDetails {
  if (!isPlainObject(value) || parseProblem(value) === null) return false
  const { detail, instance, errors } = value
  return (detail === undefined || typeof detail === 'string')
    && (instance === undefined || typeof instance === 'string')
    && (errors === undefined || (Array.isArray(errors) && errors.every((error) => parseFieldError(error) !== null)))
}

function parseFieldError(value: unknown): ProblemFieldError | null {
  if (!isPlainObject(value) || typeof value.pointer !== 'string' || typeof value.code !== 'string') return null
  const error: ProblemFieldError = { pointer: value.pointer, code: value.code }
  if (typeof value.detail === 'string') error.detail = value.detail
  if (isPlainObject(value.params)) {
    const params: NonNullable<ProblemFieldError['params']> = {}
    for (const [name, param] of Object.entries(value.params)) {
      if (typeof param === 'string' || typeof param === 'number' || typeof param === 'boolean') params[name] = param
    }
    error.params = params
  }
  return error
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

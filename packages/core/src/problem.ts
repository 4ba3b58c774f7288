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
  errors?: ReadonlyArray<{ pointer: string; code: string; params?: Record<string, string | number | boolean>; detail?: string }>
  /** Extension members of one problem type (`currentVersion`, `retryAfterSeconds`, …). */
  [extension: string]: unknown
}

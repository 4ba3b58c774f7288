import { parseProblem, type Issue, type ProblemDetails } from '@motcua/core/errors'
import {
  PortalDefinitionChangedError, PortalInvalidAnswersError, PortalProblemError, PortalResponseError, PortalSessionExpiredError, PortalUnreachableError,
  type DefinitionKey,
} from './errors.ts'
import { isRecord } from './shape.ts'

const PREFIX = 'urn:motcua:problem:'
const OVERLOADED = [429, 502, 503, 504]

/** The `<name>` of `urn:motcua:problem:<name>`, or null for another kind of problem. */
export function problemName(problem: ProblemDetails): string | null {
  return problem.type.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : null
}

/** Why a close or a result was refused: literal codes with words, and the file one is about. Empty for other problems. */
export function problemReasons(problem: ProblemDetails): Array<{ code: string; message: string; file?: string }> {
  const { reasons } = problem
  if (!Array.isArray(reasons)) return []
  return reasons.flatMap((reason: unknown) => {
    if (!isRecord(reason) || typeof reason.code !== 'string' || typeof reason.message !== 'string') return []
    return [{ code: reason.code, message: reason.message, ...(typeof reason.file === 'string' ? { file: reason.file } : {}) }]
  })
}

/** What a failure answer means to the caller. `body` is the parsed JSON, or undefined when there was none. */
export function refusalOf(answer: { status: number; headers: Headers; body: unknown; correlationId: string }) {
  const { status, headers, body, correlationId } = answer
  if (status === 401) return new PortalSessionExpiredError('the session has ended: sign in again', { correlationId })
  if (OVERLOADED.includes(status)) {
    const seconds = Number(headers.get('Retry-After') ?? Number.NaN)
    return new PortalUnreachableError(`the portal answered ${status}: try again later`, { correlationId, ...(Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {}) })
  }
  const problem = parseProblem(body)
  if (problem === null) return new PortalResponseError(`the portal answered ${status} without a problem document`, { correlationId })
  const name = problemName(problem)
  if (name === 'definition-changed') return new PortalDefinitionChangedError(problem, definitionKey(problem.currentVersion))
  if (name === 'invalid-answers' && problem.errors) return new PortalInvalidAnswersError(problem, issuesOf(problem))
  return new PortalProblemError(problem)
}

/** Field errors of a problem as issues of the form, so that they land on their fields. */
export function issuesOf(problem: ProblemDetails): Issue[] {
  return (problem.errors ?? []).map(({ pointer, code, params }) => ({ pointer, code, params: params ?? {}, source: 'server', severity: 'error', clears: 'edit' }))
}

function definitionKey(value: unknown): DefinitionKey | null {
  if (!isRecord(value)) return null
  const { slug, effectiveFrom, sha256 } = value
  return typeof slug === 'string' && typeof effectiveFrom === 'string' && typeof sha256 === 'string' ? { slug, effectiveFrom, sha256 } : null
}

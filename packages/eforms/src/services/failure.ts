import { isSdkError } from '@motcua/core/errors'
import type { Issue } from '@motcua/core/issue'
import type { ProblemDetails } from '@motcua/core/problem'

/** What went wrong, by what the page does next. */
export type Failure =
  /** The gateway refused and says why. `name` is the end of the problem's URN. */
  | { kind: 'problem'; name: string; problem: ProblemDetails; issues: readonly Issue[]; supportCode: string }
  | { kind: 'session'; supportCode?: string }
  | { kind: 'aborted'; supportCode?: string }
  /** Nothing is known of the outcome: connection lost, time ran out, or the answer was unreadable. Retry with the same key. */
  | { kind: 'offline'; supportCode?: string }

const URN = 'urn:motcua:problem:'

/** Sorts anything a service threw. */
export function failureOf(error: unknown): Failure {
  const code = isSdkError(error) ? error.code : ''
  const supportCode = textMember(error, 'correlationId')
  if ((error instanceof DOMException && error.name === 'AbortError') || /ABORT|CANCEL/.test(code)) return { kind: 'aborted', supportCode }
  const problem = problemOf(error)
  if (problem?.status === 401 || code === 'ERR_PORTAL_SESSION_EXPIRED') return { kind: 'session', supportCode }
  if (problem && problem.status < 500) {
    return {
      kind: 'problem', problem, supportCode: problem.correlationId ?? supportCode ?? '',
      name: problem.type.startsWith(URN) ? problem.type.slice(URN.length) : problem.type, issues: issuesOf(error, problem),
    }
  }
  return { kind: 'offline', supportCode }
}

function issuesOf(error: unknown, problem: ProblemDetails): readonly Issue[] {
  if (typeof error === 'object' && error !== null && 'issues' in error && Array.isArray(error.issues)) return error.issues as readonly Issue[]
  return (problem.errors ?? []).map(({ pointer, code, params }) => ({ pointer, code, params: params ?? {}, source: 'server', severity: 'error', clears: 'edit' }))
}

function problemOf(error: unknown): ProblemDetails | undefined {
  if (typeof error !== 'object' || error === null || !('problem' in error)) return undefined
  const { problem } = error
  return isProblem(problem) ? problem : undefined
}

function isProblem(value: unknown): value is ProblemDetails {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'status' in value && typeof value.status === 'number' && 'title' in value
}

function textMember(value: unknown, name: string): string | undefined {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof member === 'string' ? member : undefined
}

import type { Issue } from '@motcua/core/issue'
import type { ProblemDetails } from '@motcua/core/problem'

/**
 * The field errors of a server's problem document as issues, for `form.applyServerIssues()`. Empty when the problem is
 * not about fields.
 *
 * @example const elsewhere = form.applyServerIssues(issuesFromProblem(error.problem))
 */
export function issuesFromProblem(problem: Pick<ProblemDetails, 'errors'>): Issue[] {
  return (problem.errors ?? []).map(({ pointer, code, params = {} }) => ({ pointer, code, params, source: 'server', severity: 'error', clears: 'edit' }))
}

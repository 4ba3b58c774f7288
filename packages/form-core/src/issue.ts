import type { Issue } from '@motcua/core/issue'

/** What schema, rules or reference data find: it stands until they are asked again. */
export function foundIssue(pointer: string, code: string, { source = 'schema', severity = 'error', params = {} }: Partial<Pick<Issue, 'source' | 'severity' | 'params'>> = {}): Issue {
  return { pointer, code, params, source, severity, clears: 'revalidate' }
}

import type { Issue } from '@motcua/core/issue'
import type * as z from 'zod'

/** Answers as the type of the procedure, or what is wrong with them. */
export type ParseResult<Answers> = { success: true; answers: Answers } | { success: false; issues: Issue[] }

/**
 * Parses unknown answers with a generated zod schema; what is wrong comes as the same `{ pointer, code }` set that the
 * JSON Schema gives (`@motcua/form-core/validate`), not as zod's own issues.
 */
export function parseWith<Answers>(schema: z.ZodType<Answers>, input: unknown): ParseResult<Answers> {
  const result = schema.safeParse(input)
  return result.success ? { success: true, answers: result.data } : { success: false, issues: issuesFromZod(result.error, input) }
}

/** Translates zod's issues: pointer of the child, JSON Schema keyword (or `notAllowed`) as the code, one per pair. */
export function issuesFromZod(error: z.ZodError, input: unknown): Issue[] {
  const found = new Map<string, Issue>()
  for (const issue of error.issues) {
    for (const { path, code } of codesOf(issue, valueAt(input, issue.path))) {
      const pointer = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
      found.set(`${pointer} ${code}`, { pointer, code, params: {}, source: 'schema', severity: 'error', clears: 'revalidate' })
    }
  }
  return [...found.values()]
}

interface PathCode { path: PropertyKey[]; code: string }

function codesOf(issue: z.core.$ZodIssue, value: unknown): PathCode[] {
  const { path } = issue
  const is = (...codes: string[]): PathCode[] => codes.map((code) => ({ path, code }))
  switch (issue.code) {
    case 'invalid_type': return is(value === undefined ? 'required' : 'type')
    case 'invalid_value': {
      if (value === undefined) return is('required')
      const keyword = issue.values.length === 1 ? 'const' : 'enum'
      return typeof value === typeof issue.values[0] ? is(keyword) : is('type', keyword)
    }
    case 'unrecognized_keys': return issue.keys.map((key) => ({ path: [...path, key], code: 'notAllowed' }))
    case 'invalid_format': return is(issue.format === 'regex' ? 'pattern' : 'format')
    case 'too_small': return is(...limitCode(issue.origin, 'minItems', 'minimum'))
    case 'too_big': return is(...limitCode(issue.origin, 'maxItems', 'maximum'))
    default: return is(issue.code === 'custom' && typeof issue.params?.code === 'string' ? issue.params.code : issue.code)
  }
}

/** The limits of a list also run over a text in its place (both have a length): the wrong type alone is the mistake. */
function limitCode(origin: string, ofList: string, ofNumber: string): string[] {
  if (origin === 'array') return [ofList]
  return origin === 'number' || origin === 'int' ? [ofNumber] : []
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let at = input
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = Reflect.get(at, key)
  }
  return at
}

import type { Issue } from '@motcua/core/issue'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { foundIssue } from '../issue.ts'
import { isSchema } from './json-schema.ts'
import { KEYWORDS } from './keywords.ts'
import type { Run } from './keywords.ts'
import { profiled } from './profile.ts'

/** Answers of our procedures need some hundreds of steps and ten levels; whoever sends more means no good. */
const MAX_STEPS = 1_000_000
const MAX_DEPTH = 512

/**
 * Validates `value`, which stands at `base`, against a schema of `root` and nothing round it: one issue per pointer and
 * code, leaves only, what is missing or unknown at the child.
 */
export function interpret(root: JsonSchema, schema: JsonSchema, value: JsonValue, base: string): Issue[] {
  const { targets, patterns } = profiled(root)
  let found = new Map<string, Issue>()
  let steps = 0
  let depth = 0
  let exhausted = false
  const run: Run = {
    check(part, inner, at) {
      if (exhausted) return
      if (part === false) return run.report(at, 'notAllowed')
      if (!isSchema(part) || part === true) return
      if (++steps > MAX_STEPS || ++depth > MAX_DEPTH) {
        exhausted = true
        return
      }
      for (const keyword of Object.keys(part)) KEYWORDS.get(keyword)?.check?.(run, part[keyword] ?? null, inner, at, part)
      depth--
    },
    passes(part, inner) {
      const outer = found
      const mine = found = new Map()
      run.check(part, inner, '')
      found = outer
      return mine.size === 0
    },
    report(at, code, params) {
      const key = `${code} ${at}`
      if (!found.has(key)) found.set(key, foundIssue(at, code, { params }))
    },
    target: (part: JsonObject) => targets.get(part),
    pattern: (part: JsonObject) => patterns.get(part),
  }
  run.check(schema, value, base)
  // A verdict cut short is none.
  return exhausted ? [foundIssue(base, 'tooComplex')] : [...found.values()]
}

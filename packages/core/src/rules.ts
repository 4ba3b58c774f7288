import type { JsonValue } from './json.ts'

/** A rule in JSON Logic syntax, evaluated by our own strict evaluator (closed operator list, no eval). */
export type Rule = JsonValue

import { UNKNOWN } from './rule.ts'
import type { RuleValue, Unknown } from './rule.ts'
import type { JsonValue } from '../json.ts'

/** A truth value, of which there are three. */
export type Truth = boolean | Unknown

/**
 * Kleene's "or" when `decisive` is true, his "and" when it is false: one value that decides is enough, whatever stands beside
 * it; without one, an unknown value leaves the whole unknown.
 */
export function kleene(values: Iterable<Truth>, decisive: boolean): Truth {
  let result: Truth = !decisive
  for (const value of values) {
    if (value === decisive) return decisive
    if (value === UNKNOWN) result = UNKNOWN
  }
  return result
}

export function negate(value: Truth): Truth {
  return value === UNKNOWN ? UNKNOWN : !value
}

/** All of the values, or `undefined` as soon as one of them is unknown. */
export function known(values: Iterable<RuleValue>): JsonValue[] | undefined {
  const found: JsonValue[] = []
  for (const value of values) {
    if (value === UNKNOWN) return undefined
    found.push(value)
  }
  return found
}

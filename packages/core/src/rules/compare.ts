import { partialDateRange } from '../dates.ts'
import { UNKNOWN } from './rule.ts'
import { kleene } from './truth.ts'
import type { JsonValue } from '../json.ts'
import type { Truth } from './truth.ts'

const MAX_EQUALITY_DEPTH = 32

/** Strict, deep equality of JSON values: no coercion, key order does not count. Deeper than 32 levels gives unknown. */
export function jsonEquals(a: JsonValue | undefined, b: JsonValue | undefined, depth = 0): Truth {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  if (depth >= MAX_EQUALITY_DEPTH) return UNKNOWN
  const keys = Object.keys(a)
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false
  return kleene(keys.map((key) => jsonEquals(Reflect.get(a, key), Reflect.get(b, key), depth + 1)), false)
}

/**
 * Order of two numbers or two dates; `undefined` when the values have no order. A partial date ("1950") stands for every day
 * it can mean: the answer is unknown when those days do not agree.
 */
export function isBefore(a: JsonValue, b: JsonValue, orEqual: boolean): Truth | undefined {
  if (typeof a === 'number' && typeof b === 'number') return orEqual ? a <= b : a < b
  const left = partialDateRange(a)
  const right = partialDateRange(b)
  if (!left || !right) return undefined
  if (orEqual ? left.last <= right.first : left.last < right.first) return true
  if (orEqual ? left.first > right.last : left.first >= right.last) return false
  return UNKNOWN
}

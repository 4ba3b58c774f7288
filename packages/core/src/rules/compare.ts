import { isPartialDate, partialDateRange } from '../dates.ts'
import { UNKNOWN } from './rule.ts'
import type { JsonValue } from '../json.ts'
import type { Unknown } from './rule.ts'

const MAX_EQUALITY_DEPTH = 32

/** Strict, deep equality of JSON values: no coercion, key order does not count. Deeper than 32 levels gives unknown. */
export function jsonEquals(a: JsonValue, b: JsonValue, depth = 0): boolean | Unknown {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  if (depth >= MAX_EQUALITY_DEPTH) return UNKNOWN
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return everyEqual(a.map((item, index) => [item, b[index]]), depth)
  }
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false
  return everyEqual(keys.map((key) => [a[key], b[key]]), depth)
}

function everyEqual(pairs: ReadonlyArray<readonly [JsonValue | undefined, JsonValue | undefined]>, depth: number): boolean | Unknown {
  let result: boolean | Unknown = true
  for (const [a, b] of pairs) {
    const equal = a === undefined || b === undefined ? a === b : jsonEquals(a, b, depth + 1)
    if (equal === false) return false
    if (equal === UNKNOWN) result = UNKNOWN
  }
  return result
}

/**
 * Order of two numbers or two dates; `null` when the values have no order. A partial date ("1950") stands for every day it
 * can mean: the answer is unknown when those days do not agree.
 */
export function isBefore(a: JsonValue, b: JsonValue, orEqual: boolean): boolean | Unknown | null {
  if (typeof a === 'number' && typeof b === 'number') return orEqual ? a <= b : a < b
  if (!isPartialDate(a) || !isPartialDate(b)) return null
  const left = partialDateRange(a)
  const right = partialDateRange(b)
  if (left === null || right === null) return null
  if (orEqual ? left.last <= right.first : left.last < right.first) return true
  if (orEqual ? left.first > right.last : left.first >= right.last) return false
  return UNKNOWN
}

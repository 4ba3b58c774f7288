import { escapeSegment, pointerSegments } from '../json-pointer.ts'
import type { JsonValue } from '../json.ts'
import type { RuleContext } from './rule.ts'

const POINTER = /^#?(?:\/(?:[^~]|~[01])*)*$/

/** True for `""`, `/a/b` (relative to the current item inside some/all/none) and `#/a/b` (always from the root). */
export function isRulePointer(value: unknown): value is string {
  return typeof value === 'string' && POINTER.test(value)
}

/** Value at a pointer; `undefined` when there is none. Own properties and existing array indices only. */
export function readPointer(data: JsonValue, pointer: string, row?: RuleContext['row']): JsonValue | undefined {
  let value: JsonValue | undefined = data
  let walked = ''
  for (const segment of pointerSegments(pointer)) {
    if (Array.isArray(value)) {
      const index = segment === '-' && row?.pointer === walked ? row.index : arrayIndex(segment)
      value = index === null ? undefined : value[index]
    } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, segment)) {
      value = value[segment]
    } else {
      return undefined
    }
    walked += `/${escapeSegment(segment)}`
  }
  return value
}

function arrayIndex(segment: string): number | null {
  return /^(?:0|[1-9]\d{0,8})$/.test(segment) ? Number(segment) : null
}

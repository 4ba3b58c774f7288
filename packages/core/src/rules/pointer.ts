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
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(value)) {
      const index = token === '-' && row !== undefined && row.pointer === walked ? row.index : arrayIndex(token)
      value = index === null ? undefined : value[index]
    } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, token)) {
      value = value[token]
    } else {
      return undefined
    }
    walked += `/${escapeToken(token)}`
  }
  return value
}

/** Reference tokens of an RFC 6901 pointer, unescaped. */
export function pointerTokens(pointer: string): string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Escapes one reference token (RFC 6901, section 3). */
export function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}

function arrayIndex(token: string): number | null {
  return /^(?:0|[1-9]\d{0,8})$/.test(token) ? Number(token) : null
}

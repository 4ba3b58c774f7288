import type { JsonObject, JsonValue } from '@motcua/core/json'
import { evaluateRule, isUnknown, ruleDependencies } from '@motcua/core/rules'
import type { Rule, RuleContext } from '@motcua/core/rules'
import { pointerSegments } from './pointer.ts'


/** Reads for one evaluation: answers by pointer, and the row that `-` means. */
export interface RuleReading {
  read(pointer: string): JsonValue | undefined
  row: { pointer: string; index: number } | undefined
  context: RuleContext
}

/**
 * Evaluates a rule over only the answers it names, so that with signals it re-runs for those and no others.
 * `undefined` = unknown.
 */
export function evaluate(rule: Rule, { read, row, context }: RuleReading): JsonValue | undefined {
  let data: JsonValue = {}
  for (const pointer of sources(rule)) {
    const value = read(pointer)
    if (value === undefined) continue
    if (pointer === '') data = value
    // `-` stays as it is: the sparse document has objects where lists are read only in part.
    else if (typeof data === 'object' && data !== null && !Array.isArray(data)) place(data, pointerSegments(pointer), value)
  }
  const value = evaluateRule(rule, data, row ? { ...context, row } : context)
  return isUnknown(value) ? undefined : value
}

/** Three-valued truth: unknown is not true. */
export function isTrue(value: JsonValue | undefined): boolean {
  return value === true
}

const SOURCES = new WeakMap<object, readonly string[]>()

/** The pointers to read for a rule; those inside another of them are left out. */
function sources(rule: Rule): readonly string[] {
  if (typeof rule !== 'object' || rule === null) return []
  let pointers = SOURCES.get(rule)
  if (!pointers) {
    const all = ruleDependencies(rule)
    pointers = all.filter(pointer => !all.some(other => other !== pointer && (other === '' || pointer.startsWith(`${other}/`))))
    SOURCES.set(rule, pointers)
  }
  return pointers
}

/** Puts a value into the sparse document. */
function place(root: JsonObject, segments: readonly string[], value: JsonValue): void {
  let at: JsonObject = root
  for (const [i, segment] of segments.entries()) {
    if (i === segments.length - 1) define(at, segment, value)
    else {
      const next = Object.hasOwn(at, segment) ? at[segment] : undefined
      if (typeof next === 'object' && next !== null && !Array.isArray(next)) at = next
      else define(at, segment, at = {})
    }
  }
}

function define(object: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
}

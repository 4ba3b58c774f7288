import type { JsonObject, JsonValue } from '@motcua/core/json'
import { evaluateRule, isUnknown } from '@motcua/core/rules'
import type { Rule, RuleContext } from '@motcua/core/rules'
import { pointerSegments } from '../pointer.ts'
import type { FieldNode, FormModel, RepeatNode, Scope, TreeNode } from './model.ts'

/**
 * Where answers are read from: plain maps for `project()`, signals for the live form. Everything that decides
 * visibility or the payload goes through one reader, so the page and the server cannot disagree.
 */
export interface Reader {
  model: FormModel
  context: RuleContext
  raw(pointer: string): JsonValue | undefined
  rows(pointer: string): readonly string[]
  shows(scope: Scope | undefined, row: string | undefined): boolean
}

/**
 * Evaluates a rule of the definition, where `-` means `row`; `undefined` = unknown. Only the answers that it comes to are read,
 * so that with signals it runs again for those and no others.
 */
export function ruleValue(reader: Reader, rule: Rule, row: string | undefined): JsonValue | undefined {
  const value = evaluateRule(rule, pointer => readPointer(reader, pointer, row), reader.context)
  return isUnknown(value) ? undefined : value
}

/** Unknown is not true. */
export function ruleHolds(reader: Reader, rule: Rule, row: string | undefined): boolean {
  return ruleValue(reader, rule, row) === true
}

/** Evaluates a scope's own rule and its parents'. Unknown counts as hidden. */
export function scopeHolds(reader: Reader, scope: Scope, row: string | undefined): boolean {
  return reader.shows(scope.parent, row) && ruleHolds(reader, scope.rule, row)
}

/** Made once for a condition and the row it speaks of; outside repeating groups there is none. */
export function perScope<T>(store: Map<Scope, Map<string, T>>, scope: Scope, row: string | undefined, make: () => T): T {
  let byRow = store.get(scope)
  if (!byRow) store.set(scope, byRow = new Map())
  const key = scope.repeat === undefined ? '' : row ?? ''
  let made = byRow.get(key)
  if (made === undefined) byRow.set(key, made = make())
  return made
}

/** The answer as the payload has it: nothing when hidden, the derived value where one applies. */
export function effectiveValue(reader: Reader, node: FieldNode, row: string | undefined): JsonValue | undefined {
  if (!reader.shows(node.scope, row)) return undefined
  const derived = node.derivation && derivedValue(reader, node.derivation, row)
  return derived?.applies ? derived.value : reader.raw(withRow(node.pattern, node.repeat, row))
}

/** Whether a derivation applies here, and what it gives (`undefined` = not known yet). */
export function derivedValue(
  reader: Reader, { value, when }: NonNullable<FieldNode['derivation']>, row: string | undefined,
): { applies: boolean; value?: JsonValue | undefined } {
  if (when !== undefined && !ruleHolds(reader, when, row)) return { applies: false }
  return { applies: true, value: ruleValue(reader, value, row) }
}

/** Options that the other answers do not let be chosen now. */
export function withheldOptions(reader: Reader, { definition }: FieldNode, row: string | undefined): string[] {
  return (definition.optionsWhen ?? []).flatMap(({ values, when }) => ruleHolds(reader, when, row) ? [] : values)
}

/** Pointer of the repeating group a pattern lies in. */
export function repeatPointer(pattern: string): string | undefined {
  const dash = pattern.indexOf('/-/')
  return dash < 0 ? undefined : pattern.slice(0, dash)
}

/** Replaces the `-` of a pattern by the row's key. */
export function withRow(pattern: string, repeat: RepeatNode | undefined, row: string | undefined): string {
  return repeat && row !== undefined ? `${repeat.pattern}/${row}${pattern.slice(repeat.pattern.length + 2)}` : pattern
}

/** Reads any pointer of the payload: an answer, a part of one, a whole group or a whole list. `-` means `row`. */
export function readPointer(reader: Reader, pointer: string, row: string | undefined): JsonValue | undefined {
  let node: TreeNode = reader.model.tree
  let at = row
  const segments = pointerSegments(pointer)
  for (const [i, segment] of segments.entries()) {
    if (node.repeat && node.row) {
      if (!reader.shows(node.repeat.scope, undefined)) return undefined
      const keys = reader.rows(node.repeat.pattern)
      at = segment === '-' ? row : keys[Number(segment)]
      if (at === undefined || !keys.includes(at)) return undefined
      node = node.row
      continue
    }
    const child = node.children.get(segment)
    if (!child) return node.field ? descend(buildValue(reader, node, at), segments.slice(i)) : undefined
    node = child
  }
  return buildValue(reader, node, at)
}

/** Builds the payload below a node; `undefined` when there is nothing to say. */
export function buildValue(reader: Reader, node: TreeNode, row: string | undefined): JsonValue | undefined {
  if (node.field) return effectiveValue(reader, node.field, row)
  if (node.derivation) return derivedValue(reader, node.derivation, row).value
  if (node.repeat && node.row) {
    const { repeat, row: shape } = node
    if (!reader.shows(repeat.scope, undefined)) return undefined
    const keys = reader.rows(repeat.pattern)
    if (keys.length === 0 && repeat.definition.minRows === 0) return undefined
    return keys.map(key => buildObject(reader, shape, key) ?? {})
  }
  return buildObject(reader, node, row)
}

/**
 * An object with nothing in it is left out, unless a required answer inside it is on show: then it stays, so that
 * what is missing is reported at the question and not at the block.
 */
function buildObject(reader: Reader, node: TreeNode, row: string | undefined): JsonObject | undefined {
  const object: JsonObject = {}
  let keep = false
  for (const [key, child] of node.children) {
    const value = buildValue(reader, child, row)
    if (value !== undefined) setOwn(object, key, value)
    else if (child.field?.definition.required && reader.shows(child.field.scope, row)) keep = true
  }
  return keep || Object.keys(object).length > 0 ? object : undefined
}

function descend(value: JsonValue | undefined, segments: readonly string[]): JsonValue | undefined {
  let current = value
  for (const segment of segments) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) return undefined
    current = Array.isArray(current) ? current[Number(segment)] : current[segment]
  }
  return current
}

/** Assigns without ever touching a prototype, whatever the key. */
function setOwn(object: JsonObject, key: string, value: JsonValue): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}

import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { Rule } from '@motcua/core/rules'
import { type Origin, resolveLocal } from './bundle-schema.ts'
import { childPointer, pointerLineage } from './pointer.ts'
import type { Report } from './problem.ts'
import { isJsonObject } from './tree.ts'

/** The answer at `pointer` is one of `values`; with `among`, the one value is among those chosen there. */
export interface Condition { pointer: string; values: JsonValue[]; among?: true }

/** One `if / then / else`: when all of `when` hold, `required` must be there; otherwise `forbidden` must not. */
export interface PresenceRule {
  /** Object the conditional stands on. */
  base: string
  when: Condition[]
  required: string[]
  forbidden: string[]
}

/** One place of the payload. */
export interface SchemaNode {
  pointer: string
  /** A list of rows is an array; a list of options that were chosen is one answer. */
  kind: 'object' | 'array' | 'leaf'
  schema: JsonObject
  /** Listed in the parent's own `required`. */
  required: boolean
  /** Where it was written, when known. */
  origin?: Origin
}

export interface SchemaOutline {
  nodes: ReadonlyMap<string, SchemaNode>
  presence: PresenceRule[]
}

/** Walks a bundled schema: its places, and the presence rules written in `allOf`. */
export function outlineSchema(root: JsonObject, origins: WeakMap<object, Origin>, report: Report): SchemaOutline {
  const nodes = new Map<string, SchemaNode>()
  const presence: PresenceRule[] = []

  const visit = (raw: JsonValue | undefined, pointer: string, required: boolean): void => {
    const schema = resolveLocal(root, raw)
    if (!isJsonObject(schema)) return
    const choices = choicesOf(root, schema)
    const kind = schema.type === 'object' ? 'object' : schema.type === 'array' && choices === undefined ? 'array' : 'leaf'
    // Titles and option sets may stand beside a $ref.
    const beside = isJsonObject(raw) ? raw : {}
    const origin = origins.get(schema)
    nodes.set(pointer, { pointer, kind, schema: { ...schema, ...beside, ...choices }, required, ...(origin === undefined ? {} : { origin }) })
    if (kind === 'array') visit(schema.items, childPointer(pointer, '-'), true)
    if (typeof schema.pattern === 'string' && !isPattern(schema.pattern)) {
      report({
        code: 'bad-pattern', file: origin?.file ?? 'form.schema.json', pointer: childPointer(origin?.pointer ?? '', 'pattern'), message: 'The pattern is no regular expression (ECMA-262 with the u flag).',
        fix: 'Escape what must be escaped; with the u flag needless escapes are mistakes too.',
      })
    }
    if (kind !== 'object' || !isJsonObject(schema.properties)) return
    const names = Array.isArray(schema.required) ? schema.required : []
    for (const [name, child] of Object.entries(schema.properties)) visit(child, childPointer(pointer, name), names.includes(name))
    for (const conditional of Array.isArray(schema.allOf) ? schema.allOf : []) {
      const rule = isJsonObject(conditional) ? readPresence(conditional, pointer) : undefined
      if (rule === undefined) {
        const { file, pointer: at } = (isJsonObject(conditional) ? origins.get(conditional) : undefined) ?? { file: 'form.schema.json', pointer: '' }
        report({
          code: 'unreadable-condition', file, pointer: at, message: 'An allOf branch is not of the one form from which visibility can be derived.',
          fix: 'Write { "if": { "properties": { "x": { "const": … } }, "required": ["x"] }, "then": { "required": ["y"] }, "else": { "properties": { "y": false } } }.',
        })
      } else presence.push(rule)
    }
  }

  visit(root, '', true)
  return { nodes, presence }
}

/** Conditions that must hold for a place to be there, its ancestors' and those of the answers it depends on included. */
export function conditionsOf(pointer: string, outline: SchemaOutline, seen: ReadonlySet<string> = new Set()): Condition[] {
  const found: Condition[] = []
  for (const place of pointerLineage(pointer).reverse()) {
    if (seen.has(place)) continue
    for (const rule of outline.presence) {
      if (!rule.forbidden.includes(place)) continue
      for (const condition of rule.when) {
        found.push(...conditionsOf(condition.pointer, outline, new Set([...seen, place])), condition)
      }
    }
  }
  const unique = new Map(found.map((condition) => [JSON.stringify(condition), condition]))
  return [...unique.values()]
}

/** True when the place must be there whenever it may be there. */
export function isRequired(pointer: string, outline: SchemaOutline): boolean {
  return outline.nodes.get(pointer)?.required === true || outline.presence.some((rule) => rule.required.includes(pointer))
}

/** Conditions as a rule for the engine; undefined when there are none. */
export function conditionsRule(conditions: Condition[]): Rule | undefined {
  const rules = conditions.map(({ pointer, values, among }): Rule => {
    const [only, ...more] = values
    if (among === true && only !== undefined) return { in: [only, { var: pointer }] }
    return more.length === 0 && only !== undefined ? { '==': [{ var: pointer }, only] } : { in: [{ var: pointer }, values] }
  })
  return rules.length > 1 ? { and: rules } : rules[0]
}

/** What can be chosen, when a list holds options of a set, each at most once. */
function choicesOf(root: JsonObject, schema: JsonObject): JsonObject | undefined {
  const items = schema.uniqueItems === true ? resolveLocal(root, schema.items) : undefined
  if (!isJsonObject(items) || items.optionSet === undefined) return undefined
  return { items, optionSet: items.optionSet, ...(items.except !== undefined && { except: items.except }) }
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== ''
  } catch {
    return false
  }
}

function readPresence(conditional: JsonObject, base: string): PresenceRule | undefined {
  const unknown = Object.keys(conditional).some((key) => !['if', 'then', 'else'].includes(key))
  const when = readCondition(conditional.if, base)
  if (unknown || when === undefined || when.length === 0) return undefined
  const required = readBranch(conditional.then, base, 'required')
  const forbidden = readBranch(conditional.else, base, 'forbidden')
  if (required === undefined || forbidden === undefined || forbidden.length === 0) return undefined
  // Required sometimes but allowed always would need a second kind of visibility.
  if (required.some((pointer) => !forbidden.includes(pointer))) return undefined
  return { base, when, required, forbidden }
}

function readCondition(node: JsonValue | undefined, pointer: string): Condition[] | undefined {
  if (!isJsonObject(node) || Object.keys(node).some((key) => !['properties', 'required'].includes(key))) return undefined
  if (!isJsonObject(node.properties)) return undefined
  const conditions: Condition[] = []
  for (const [name, test] of Object.entries(node.properties)) {
    // Without `required` an absent answer would satisfy the condition.
    if (!Array.isArray(node.required) || !node.required.includes(name) || !isJsonObject(test)) return undefined
    const here = childPointer(pointer, name)
    if (Object.keys(test).length === 1 && test.const !== undefined) conditions.push({ pointer: here, values: [test.const] })
    else if (Object.keys(test).length === 1 && Array.isArray(test.enum)) conditions.push({ pointer: here, values: test.enum })
    else if (Object.keys(test).every((key) => key === 'contains' || key === 'type') && isJsonObject(test.contains) && test.contains.const !== undefined) conditions.push({ pointer: here, values: [test.contains.const], among: true })
    else {
      const inner = readCondition(test, here)
      if (inner === undefined) return undefined
      conditions.push(...inner)
    }
  }
  return conditions
}

function readBranch(node: JsonValue | undefined, pointer: string, want: 'required' | 'forbidden'): string[] | undefined {
  if (node === undefined) return []
  if (!isJsonObject(node)) return undefined
  const pointers: string[] = []
  for (const [key, value] of Object.entries(node)) {
    if (key === 'required' && want === 'required' && Array.isArray(value)) pointers.push(...value.map((name) => childPointer(pointer, String(name))))
    else if (key === 'properties' && isJsonObject(value)) {
      for (const [name, child] of Object.entries(value)) {
        const here = childPointer(pointer, name)
        const inner = child === false && want === 'forbidden' ? [here] : readBranch(child, here, want)
        if (inner === undefined) return undefined
        pointers.push(...inner)
      }
    } else return undefined
  }
  return pointers
}

import type { Issue } from '@motcua/core/issue'
import { isJsonObject } from '@motcua/core/json'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { own } from '../own.ts'
import { escapeSegment } from '../pointer.ts'
import { isSchema } from './json-schema.ts'

/** What a keyword may ask of the validation it runs in. */
export interface Run {
  check(schema: JsonValue | undefined, value: JsonValue, at: string): void
  passes(schema: JsonValue | undefined, value: JsonValue): boolean
  report(at: string, code: string, params?: Issue['params']): void
  target(schema: JsonObject): JsonSchema | undefined
  pattern(schema: JsonObject): RegExp | undefined
}

export interface Keyword {
  /** What its operand has to be, in words and as a test. */
  expects: string
  takes(operand: JsonValue): boolean
  /** The schemas in the operand, with their place in it. */
  inside?(operand: JsonValue): Array<[string, JsonValue]>
  /** Those schemas speak about the same value, not about parts of it. */
  samePlace?: boolean
  check?(run: Run, operand: JsonValue, value: JsonValue, at: string, schema: JsonObject): void
}

const text = { expects: 'text', takes: (operand: JsonValue) => typeof operand === 'string' }
const number = { expects: 'a number', takes: (operand: JsonValue) => typeof operand === 'number' }
const texts = { expects: 'a list of texts', takes: (operand: JsonValue) => Array.isArray(operand) && operand.every(text.takes) }
const one = { expects: 'a schema', takes: isSchema, inside: (operand: JsonValue): Array<[string, JsonValue]> => [['', operand]] }
const list = {
  expects: 'a list of schemas', takes: (operand: JsonValue) => Array.isArray(operand) && operand.length > 0,
  inside: (operand: JsonValue): Array<[string, JsonValue]> => itemsOf(operand).map((schema, i) => [`/${i}`, schema]), samePlace: true,
}
const members = {
  expects: 'an object of schemas', takes: isJsonObject,
  inside: (operand: JsonValue): Array<[string, JsonValue]> => (isJsonObject(operand) ? Object.entries(operand).map(([key, schema]) => [`/${escapeSegment(key)}`, schema]) : []),
}
/** A bound; `measure` gives `undefined` for values it does not speak about. */
const bound = (code: string, measure: (value: JsonValue) => number | undefined, sign: 1 | -1): [string, Keyword] => [code, {
  ...number,
  check(run, limit, value, at) {
    const size = measure(value)
    if (size !== undefined && typeof limit === 'number' && (size - limit) * sign > 0) run.report(at, code, { limit })
  },
}]
const magnitude = (value: JsonValue): number | undefined => (typeof value === 'number' ? value : undefined)
const characters = (value: JsonValue): number | undefined => (typeof value === 'string' ? codePoints(value) : undefined)
const rows = (value: JsonValue): number | undefined => (Array.isArray(value) ? value.length : undefined)

/**
 * The profile: what schemas/meta/form.profile.json lists, and the few keywords that the kit's own meta-schemas need
 * beside it. A keyword that is not here is refused, never ignored.
 */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['$schema', text], ['$comment', text], ['title', text], ['description', text], ['$defs', members],
  ['$ref', { ...text, check: (run, _, value, at, schema) => run.check(run.target(schema), value, at) }],
  ['type', {
    expects: 'a type or a list of types', takes: operand => itemsOf(operand).every(type => TYPES.has(String(type))),
    check(run, types, value, at) {
      if (!itemsOf(types).some(type => isOfType(value, type))) run.report(at, 'type', { expected: itemsOf(types).join('|') })
    },
  }],
  ['const', {
    expects: 'a value', takes: () => true,
    check: (run, operand, value, at) => void (isSame(operand, value) || run.report(at, 'const')),
  }],
  ['enum', {
    expects: 'a list', takes: Array.isArray,
    check: (run, choices, value, at) => void (itemsOf(choices).some(choice => isSame(choice, value)) || run.report(at, 'enum')),
  }],
  bound('minLength', characters, -1), bound('maxLength', characters, 1), bound('minimum', magnitude, -1), bound('maximum', magnitude, 1),
  bound('minItems', rows, -1), bound('maxItems', rows, 1),
  bound('minProperties', value => (isJsonObject(value) ? Object.keys(value).length : undefined), -1),
  ['pattern', { ...text, check: (run, _, value, at, schema) => void (typeof value !== 'string' || run.pattern(schema)?.test(value) || run.report(at, 'pattern')) }],
  ['format', {
    expects: '"date", the only format all engines agree on', takes: operand => operand === 'date',
    check: (run, format, value, at) => void (typeof value !== 'string' || isDate(value) || run.report(at, 'format', { format: String(format) })),
  }],
  ['required', {
    ...texts,
    check(run, keys, value, at) {
      if (isJsonObject(value)) for (const key of itemsOf(keys).map(String)) if (!Object.hasOwn(value, key)) run.report(`${at}/${escapeSegment(key)}`, 'required')
    },
  }],
  ['properties', {
    ...members,
    check(run, known, value, at) {
      if (isJsonObject(value) && isJsonObject(known)) for (const key of Object.keys(known)) if (Object.hasOwn(value, key)) run.check(known[key], value[key] ?? null, `${at}/${escapeSegment(key)}`)
    },
  }],
  ['additionalProperties', {
    ...one,
    check(run, operand, value, at, schema) {
      const known = own(schema, 'properties')
      if (isJsonObject(value)) for (const key of Object.keys(value)) if (!isJsonObject(known) || !Object.hasOwn(known, key)) run.check(operand, value[key] ?? null, `${at}/${escapeSegment(key)}`)
    },
  }],
  ['propertyNames', {
    ...one,
    check(run, operand, value, at) {
      if (isJsonObject(value)) for (const key of Object.keys(value)) run.check(operand, key, `${at}/${escapeSegment(key)}`)
    },
  }],
  ['items', { ...one, check: (run, operand, value, at) => void (Array.isArray(value) && value.forEach((item, i) => run.check(operand, item, `${at}/${i}`))) }],
  ['uniqueItems', {
    expects: 'true or false', takes: operand => typeof operand === 'boolean',
    check: (run, operand, value, at) => void (operand === true && Array.isArray(value) && new Set(value.map(item => canonical(item, 0))).size < value.length && run.report(at, 'uniqueItems')),
  }],
  ['contains', { ...one, check: (run, operand, value, at) => void (Array.isArray(value) && !value.some(item => run.passes(operand, item)) && run.report(at, 'contains')) }],
  ['allOf', { ...list, check: (run, parts, value, at) => itemsOf(parts).forEach(part => run.check(part, value, at)) }],
  ['anyOf', { ...list, check: (run, parts, value, at) => void (itemsOf(parts).some(part => run.passes(part, value)) || run.report(at, 'anyOf')) }],
  ['if', { ...one, samePlace: true, check: (run, condition, value, at, schema) => run.check(own(schema, run.passes(condition, value) ? 'then' : 'else'), value, at) }],
  ['then', { ...one, samePlace: true }], ['else', { ...one, samePlace: true }],
])

const TYPES = new Set(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'])

function isOfType(value: JsonValue, type: JsonValue): boolean {
  return type === 'integer' ? Number.isInteger(value) : type === (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
}

function itemsOf(operand: JsonValue): JsonValue[] {
  return Array.isArray(operand) ? operand : [operand]
}

/** Equality of JSON. It goes no deeper than the schema's own value, whatever comes. */
function isSame(wanted: JsonValue, value: JsonValue): boolean {
  if (typeof wanted !== 'object' || wanted === null || typeof value !== 'object' || value === null) return wanted === value
  const keys = Object.keys(wanted)
  return Array.isArray(wanted) === Array.isArray(value) && keys.length === Object.keys(value).length
    && keys.every(key => Object.hasOwn(value, key) && isSame(Reflect.get(wanted, key), Reflect.get(value, key)))
}

/** One text for all spellings of the same JSON value; what is nested too deep to tell apart counts as the same. */
function canonical(value: JsonValue, depth: number): string {
  if (depth > 64) return ''
  if (Array.isArray(value)) return `[${value.map(item => canonical(item, depth + 1)).join()}]`
  return isJsonObject(value) ? `{${Object.keys(value).sort().map(key => `${JSON.stringify(key)}:${canonical(value[key] ?? null, depth + 1)}`).join()}}` : JSON.stringify(value)
}

/** Length as JSON Schema counts it: an astral letter is one. */
function codePoints(value: string): number {
  let count = 0
  for (const _ of value) count++
  return count
}

function isDate(value: string): boolean {
  const instant = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value)
}

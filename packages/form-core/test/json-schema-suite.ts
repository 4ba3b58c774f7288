import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject, JsonValue } from '@motcua/core/json'

/** A schema of the official suite with the answers it is tried on. */
export interface SuiteGroup {
  file: string
  description: string
  schema: JsonValue
  tests: Array<{ description: string; data: JsonValue; valid: boolean }>
}

/** One draft of the official suite, https://github.com/json-schema-org/JSON-Schema-Test-Suite, as 2020-12. */
export interface Suite {
  draft: string
  /** Why it cannot be run here; undefined when it can. */
  missing?: string
  groups: SuiteGroup[]
}

/** Where Debian's package `json-schema-test-suite` keeps drafts 3 to 7; no package registry has 2020-12. */
const DEBIAN = '/usr/share/json-schema-test-suite'
/** `format.json` holds formats to be notes only; we assert ours, as the suite's `optional/format/date.json` has it. */
const LEFT_OUT = new Set(['format.json'])
const OPTIONAL = ['optional/ecmascript-regex.json', 'optional/non-bmp-regex.json', 'optional/format/date.json']

/** Draft 7 of the installed package, and 2020-12 of the checkout that JSON_SCHEMA_TEST_SUITE names. */
export function findSuites(checkout = process.env.JSON_SCHEMA_TEST_SUITE): Suite[] {
  return [
    suite('draft 7', join(DEBIAN, 'tests/draft7'), 'the Debian package json-schema-test-suite is not installed, npm run setup:system gets it', (schema) => fromDraft7(schema)),
    checkout === undefined
      ? { draft: '2020-12', missing: 'on no package registry, name a checkout in JSON_SCHEMA_TEST_SUITE', groups: [] }
      : suite('2020-12', join(checkout, 'tests/draft2020-12'), `JSON_SCHEMA_TEST_SUITE names a folder without tests/draft2020-12`, (schema) => schema),
  ]
}

function suite(draft: string, folder: string, missing: string, translate: (schema: JsonValue) => JsonValue): Suite {
  if (!existsSync(folder)) return { draft, missing, groups: [] }
  const files = [...readdirSync(folder).filter((file) => file.endsWith('.json') && !LEFT_OUT.has(file)), ...OPTIONAL.filter((file) => existsSync(join(folder, file)))]
  const groups = files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).map((group: Omit<SuiteGroup, 'file'>): SuiteGroup => ({ ...group, file, schema: translate(group.schema) })))
  return { draft, groups }
}

const ONE = new Set(['additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else'])
const MANY = new Set(['allOf', 'anyOf', 'oneOf'])
const MEMBERS = new Set(['properties', 'patternProperties'])

/** A schema of draft 7 as the same schema of 2020-12. */
export function fromDraft7(schema: JsonValue): JsonValue {
  if (!isObject(schema)) return schema
  // Whatever stands beside a reference was ignored then, and counts now; only definitions could still be referred to.
  if (typeof schema.$ref === 'string') {
    const $ref = schema.$ref.replace(/^#\/definitions\//, '#/$defs/').replace(/^#\/items\/(\d)/, '#/prefixItems/$1')
    return schema.definitions === undefined ? { $ref } : { $ref, $defs: each(schema.definitions) }
  }
  const out: JsonObject = {}
  for (const [keyword, operand] of Object.entries(schema)) {
    if (keyword === 'definitions') out.$defs = each(operand)
    else if (keyword === 'items') out[Array.isArray(operand) ? 'prefixItems' : 'items'] = all(operand)
    // It spoke of what a list of schemas left over, and of nothing where there was none.
    else if (keyword === 'additionalItems') { if (Array.isArray(schema.items)) out.items = fromDraft7(operand) }
    else if (keyword === 'dependencies' && isObject(operand)) {
      const entries = Object.entries(operand)
      const lists = entries.filter(([, needs]) => Array.isArray(needs))
      const schemas = entries.filter(([, needs]) => !Array.isArray(needs))
      if (lists.length > 0) out.dependentRequired = Object.fromEntries(lists)
      if (schemas.length > 0) out.dependentSchemas = each(Object.fromEntries(schemas))
    } else if (ONE.has(keyword) || MANY.has(keyword)) out[keyword] = all(operand)
    else out[keyword] = MEMBERS.has(keyword) ? each(operand) : operand
  }
  return out
}

function all(operand: JsonValue): JsonValue { return Array.isArray(operand) ? operand.map(fromDraft7) : fromDraft7(operand) }

function each(operand: JsonValue): JsonValue {
  return isObject(operand) ? Object.fromEntries(Object.entries(operand).map(([key, schema]) => [key, fromDraft7(schema)])) : operand
}

function isObject(value: JsonValue): value is JsonObject { return typeof value === 'object' && value !== null && !Array.isArray(value) }

import type { JsonObject, JsonValue } from '@motcua/core/json'
import { describe, expect, it } from 'vitest'
import { findSuites, fromDraft7, type SuiteGroup } from '../../test/json-schema-suite.ts'
import { SchemaProfileError } from '../errors.ts'
import { KEYWORDS } from './keywords.ts'
import { createValidator } from './validator.ts'

const SCHEMA_INSIDE = new Set(['items', 'additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else', 'unevaluatedItems', 'unevaluatedProperties', 'contentSchema'])
const MEMBERS_INSIDE = new Set(['properties', '$defs', 'patternProperties', 'dependentSchemas', 'definitions'])

describe.each(findSuites())('the official JSON Schema suite, $draft', ({ draft, missing, groups }) => {
  const foreign = (group: SuiteGroup): string[] => [...new Set(outside(group.schema))]
  const title = (what: string): string => (missing === undefined ? what : `${what} (skipped: ${missing})`)

  it.skipIf(missing !== undefined)(title('gets every verdict right where the profile has the keywords'), () => {
    const failures: string[] = []
    let total = 0
    for (const group of groups.filter(group => foreign(group).length === 0)) {
      const validator = createValidator(schemaOf(group))
      for (const { description, data, valid } of group.tests) {
        total += 1
        if ((validator.validate(data).length === 0) !== valid) failures.push(`${group.file}: ${group.description}: ${description}`)
      }
    }
    console.log(`conformance: JSON Schema suite, profile keywords, ${draft}: ${total - failures.length}/${total}`)
    expect(failures).toEqual([])
    expect(total).toBeGreaterThan(200)
  })

  it.skipIf(missing !== undefined)(title('refuses every schema outside the profile instead of judging by half of it'), () => {
    const missed = new Map<string, number>()
    let refused = 0
    for (const group of groups.filter(group => foreign(group).length > 0)) {
      expect(() => createValidator(schemaOf(group)), `${group.file}: ${group.description}`).toThrow(SchemaProfileError)
      refused += group.tests.length
      for (const keyword of foreign(group)) missed.set(keyword, (missed.get(keyword) ?? 0) + group.tests.length)
    }
    const total = groups.reduce((sum, group) => sum + group.tests.length, 0)
    const names = [...missed].sort(([, a], [, b]) => b - a).map(([keyword, count]) => `${keyword} ${count}`)
    console.log(`conformance-note: JSON Schema suite as a whole, ${draft}: ${total - refused}/${total}; refused, not misjudged, for ${names.join(', ')}`)
  })
})

describe('a schema of draft 7 as one of 2020-12', () => {
  it.each<[string, JsonValue, JsonValue]>([
    ['keeps what did not change', { type: 'object', properties: { items: { type: 'string' } } }, { type: 'object', properties: { items: { type: 'string' } } }],
    ['renames definitions', { definitions: { a: { type: 'integer' } }, properties: { a: { $ref: '#/definitions/a' } } }, { $defs: { a: { type: 'integer' } }, properties: { a: { $ref: '#/$defs/a' } } }],
    ['drops what stands beside a reference', { $ref: '#', maxLength: 3 }, { $ref: '#' }],
    ['but not definitions', { $ref: '#/definitions/a', definitions: { a: {} } }, { $ref: '#/$defs/a', $defs: { a: {} } }],
    ['takes a property of that name for a property', { properties: { $ref: { type: 'string' } } }, { properties: { $ref: { type: 'string' } } }],
    ['calls a list of items prefixItems', { items: [{}], additionalItems: false }, { prefixItems: [{}], items: false }],
    ['drops additionalItems without such a list', { items: {}, additionalItems: false }, { items: {} }],
    ['divides dependencies', { dependencies: { a: ['b'], c: { type: 'null' } } }, { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { type: 'null' } } }],
    ['keeps true and false', true, true],
  ])('%s', (_, schema, expected) => {
    expect(fromDraft7(schema)).toEqual(expected)
  })
})

function schemaOf({ schema }: SuiteGroup): JsonObject | boolean {
  return schema as JsonObject | boolean
}

/** What a schema uses beyond the profile: keywords, formats, references that are not local. */
function outside(schema: JsonValue): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap(outside)
  return Object.entries(schema).flatMap(([keyword, operand]): string[] => {
    const inside = SCHEMA_INSIDE.has(keyword) || Array.isArray(operand) && ['allOf', 'anyOf', 'oneOf', 'prefixItems'].includes(keyword) ? outside(operand)
      : MEMBERS_INSIDE.has(keyword) && typeof operand === 'object' && operand !== null ? Object.values(operand).flatMap(outside) : []
    if (!KEYWORDS.has(keyword)) return [keyword, ...inside]
    if (keyword === 'format' && operand !== 'date') return [`format "${String(operand)}"`]
    return keyword === '$ref' && typeof operand === 'string' && !operand.startsWith('#') ? ['$ref to elsewhere'] : inside
  })
}

import type { JsonObject, JsonValue } from '@motcua/core/json'
import { describe, expect, it } from 'vitest'
import { readSuite, type SuiteGroup } from '../../test/json-schema-suite.ts'
import { SchemaProfileError } from '../errors.ts'
import { KEYWORDS } from './keywords.ts'
import { createValidator } from './validator.ts'

const SCHEMA_INSIDE = new Set(['items', 'additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else', 'unevaluatedItems', 'unevaluatedProperties', 'contentSchema'])
const MEMBERS_INSIDE = new Set(['properties', '$defs', 'patternProperties', 'dependentSchemas', 'definitions'])

/** It holds formats to be notes; the profile asserts its one, as `optional/format/date.json` has it. */
const NOTES_ONLY = 'format.json'

describe('the official JSON Schema suite, 2020-12', () => {
  const groups = readSuite()
  const within = groups.filter((group) => outside(group.schema).length === 0)
  const beyond = groups.filter((group) => outside(group.schema).length > 0)
  const wrong = within.flatMap(wrongVerdicts)

  it('gets every verdict right where the profile has the keywords', () => {
    const total = countTests(within.filter(({ file }) => file !== NOTES_ONLY))
    const failures = wrong.filter(({ file }) => file !== NOTES_ONLY)
    console.log(`conformance: JSON Schema suite, profile keywords, 2020-12: ${total - failures.length}/${total}`)
    expect(failures).toEqual([])
    expect(total).toBeGreaterThan(600)
  })

  it('refuses every schema outside the profile instead of judging by half of it', () => {
    const missed = new Map<string, number>()
    for (const group of beyond) {
      expect(() => createValidator(schemaOf(group)), `${group.file}: ${group.description}`).toThrow(SchemaProfileError)
      for (const keyword of new Set(outside(group.schema))) missed.set(keyword, (missed.get(keyword) ?? 0) + group.tests.length)
    }
    expect(wrong).toEqual([{ file: NOTES_ONLY, name: 'date format: invalid date string is only an annotation by default' }])
    const total = countTests(groups)
    const names = [...missed].sort(([, a], [, b]) => b - a).map(([keyword, count]) => `${keyword} ${count}`)
    console.log(`conformance-note: JSON Schema suite as a whole, optional parts included, 2020-12: ${countTests(within) - wrong.length}/${total}; refused, not misjudged, for ${names.join(', ')}; judged otherwise on purpose: ${wrong.map(({ name }) => name).join(', ')}`)
  })
})

function wrongVerdicts(group: SuiteGroup): Array<{ file: string; name: string }> {
  const validator = createValidator(schemaOf(group))
  return group.tests.filter(({ data, valid }) => (validator.validate(data).length === 0) !== valid)
    .map(({ description }) => ({ file: group.file, name: `${group.description}: ${description}` }))
}

function countTests(groups: readonly SuiteGroup[]): number { return groups.reduce((sum, { tests }) => sum + tests.length, 0) }

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

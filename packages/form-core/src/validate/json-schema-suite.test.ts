import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import { describe, expect, it } from 'vitest'
import { SchemaProfileError } from '../errors.ts'
import { KEYWORDS } from './keywords.ts'
import { createValidator } from './validator.ts'

/**
 * The official suite, https://github.com/json-schema-org/JSON-Schema-Test-Suite: a checkout's `tests/draft2020-12`.
 * It is on no package registry in this version, so the folder is named from outside.
 */
const SUITE = process.env.JSON_SCHEMA_TEST_SUITE
/** `format.json` holds formats to be notes only; we assert ours, as the suite's optional `format/date.json` has it. */
const LEFT_OUT = new Set(['format.json'])
interface Group { file: string; description: string; schema: JsonValue; tests: Array<{ description: string; data: JsonValue; valid: boolean }> }

const SCHEMA_INSIDE = new Set(['items', 'additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else', 'unevaluatedItems', 'unevaluatedProperties', 'contentSchema'])
const MEMBERS_INSIDE = new Set(['properties', '$defs', 'patternProperties', 'dependentSchemas', 'definitions'])

describe.skipIf(SUITE === undefined)(`the official JSON Schema suite, draft 2020-12${SUITE === undefined ? ' (skipped: on no package registry, name a checkout in JSON_SCHEMA_TEST_SUITE)' : ''}`, () => {
  const groups = SUITE === undefined ? [] : ['', 'optional/ecmascript-regex.json', 'optional/non-bmp-regex.json', 'optional/format/date.json'].flatMap(name => (name === '' ? readdirSync(SUITE).filter(file => file.endsWith('.json') && !LEFT_OUT.has(file)) : [name]))
    .flatMap((file): Group[] => JSON.parse(readFileSync(join(SUITE, file), 'utf8')).map((group: Omit<Group, 'file'>) => ({ ...group, file })))
  const foreign = (group: Group): string[] => [...new Set(outside(group.schema))]

  it('gets every verdict right where the profile has the keywords', () => {
    const failures: string[] = []
    let total = 0
    for (const group of groups.filter(group => foreign(group).length === 0)) {
      const validator = createValidator(schemaOf(group))
      for (const { description, data, valid } of group.tests) {
        total += 1
        if ((validator.validate(data).length === 0) !== valid) failures.push(`${group.file}: ${group.description}: ${description}`)
      }
    }
    console.log(`conformance: JSON Schema suite, profile keywords: ${total - failures.length}/${total}`)
    expect(failures).toEqual([])
    expect(total).toBeGreaterThan(400)
  })

  it('refuses every schema outside the profile instead of judging by half of it', () => {
    const others = groups.filter(group => foreign(group).length > 0)
    const missing = new Map<string, number>()
    let refused = 0
    for (const group of others) {
      expect(() => createValidator(schemaOf(group)), `${group.file}: ${group.description}`).toThrow(SchemaProfileError)
      refused += group.tests.length
      for (const keyword of foreign(group)) missing.set(keyword, (missing.get(keyword) ?? 0) + group.tests.length)
    }
    const total = groups.reduce((sum, group) => sum + group.tests.length, 0)
    const names = [...missing].sort(([, a], [, b]) => b - a).map(([keyword, count]) => `${keyword} ${count}`)
    console.log(`conformance-note: JSON Schema suite as a whole: ${total - refused}/${total}; refused, not misjudged, for ${names.join(', ')}`)
  })
})

function schemaOf({ schema }: Group): JsonObject | boolean {
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

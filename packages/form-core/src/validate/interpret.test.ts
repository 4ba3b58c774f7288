/* oxlint-disable unicorn/no-thenable -- JSON Schema's own keyword */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import { describe, expect, it } from 'vitest'
import { createSecondOpinion } from '../../test/second-opinion.ts'
import { definition } from '../../test/fixtures/definitions.ts'
import { createForm } from '../index.ts'
import { SchemaProfileError } from '../errors.ts'
import { KEYWORDS } from './keywords.ts'
import { createValidator, validateAnswers } from '../validate.ts'

const found = (schema: JsonValue, value: JsonValue): string[] => validateAnswers(schema as JsonObject, value).map(({ pointer, code }) => `${pointer} ${code}`).sort()
/** Nested `depth` times. */
const nest = <T>(depth: number, innermost: T, wrap: (inner: T) => T): T => Array.from({ length: depth }).reduce<T>(wrap, innermost)

describe('the profile', () => {
  it('is that of schemas/meta/form.profile.json, and what conditions and the meta-schemas need beside it', () => {
    const profile = JSON.parse(readFileSync(new URL('../../../../schemas/meta/form.profile.json', import.meta.url), 'utf8'))
    const listed = new Set(Object.values<{ properties?: JsonObject }>(profile.$defs).flatMap(({ properties }) => Object.keys(properties ?? {})))
    // Words of the author that the generator turns into an enum.
    for (const word of ['optionSet', 'except']) listed.delete(word)
    expect([...KEYWORDS.keys()].sort()).toEqual([...listed, 'anyOf', 'contains', 'minProperties', 'propertyNames'].sort())
  })

  it.each<[string, JsonObject, RegExp]>([
    ['an unknown keyword', { type: 'object', patternProperties: {} }, /#\/patternProperties to be a keyword of the schema profile/],
    ['an unknown keyword deep inside', { type: 'array', items: { allOf: [{ not: {} }] } }, /#\/items\/allOf\/0\/not/],
    ['one in a definition nobody uses', { $defs: { a: { not: {} } } }, /#\/\$defs\/a\/not/],
    ['one named like a method of every object', { toString: 1 }, /#\/toString to be a keyword/],
    ['a format not all engines agree on', { type: 'string', format: 'email' }, /#\/format to be "date"/],
    ['an unknown type', { type: 'date' }, /#\/type to be a type/],
    ['a limit that is no number', { maxLength: '9' }, /#\/maxLength to be a number/],
    ['a pattern that is none', { pattern: '\\-(' }, /regular expression/],
    ['a reference to elsewhere', { $ref: 'https://example.test/schema' }, /local \$ref/],
    ['a reference to nothing', { $ref: '#/$defs/none' }, /local \$ref/],
    ['a reference to a method of every object', { $ref: '#/toString' }, /local \$ref/],
    ['a reference badly escaped', { $ref: '#/%E0%A4%A' }, /local \$ref/],
    ['a reference to itself', { $ref: '#' }, /never refers to itself/],
    ['a circle through a condition', { $defs: { a: { if: { $ref: '#/$defs/b' } }, b: { allOf: [{ $ref: '#/$defs/a' }] } } }, /never refers to itself/],
    ['a schema that is none', { properties: { a: 'string' } }, /#\/properties\/a to be a schema/],
  ])('refuses %s, when the schema is first read', (_, schema, message) => {
    expect(() => createValidator(schema)).toThrow(SchemaProfileError)
    expect(() => createValidator(schema)).toThrow(message)
    expect(() => createForm({ definition: definition({ pages: [], schema }) })).toThrow(SchemaProfileError)
  })

  it('takes data in const and enum for data, whatever it is named', () => {
    expect(found({ enum: [{ not: 1 }, { $ref: '#/nowhere' }] }, { not: 1 })).toEqual([])
  })
})

describe('each keyword', () => {
  it.each<[JsonValue, JsonValue, string[]]>([
    [{ const: { a: [1, { b: null }] } }, { a: [1, { b: null }] }, []],
    [{ const: { a: 1, b: 2 } }, { b: 2, a: 1 }, []],
    [{ const: { a: 1 } }, { a: 1, b: 2 }, [' const']],
    [{ const: [] }, {}, [' const']],
    [{ const: { toString: 1 } }, {}, [' const']],
    [{ const: 0 }, false, [' const']],
    [{ enum: [null, 1] }, null, []],
    [{ enum: ['1'] }, 1, [' enum']],
    [{ type: ['integer', 'null'] }, 1.5, [' type']],
    [{ type: 'integer' }, 1e21, []],
    [{ type: 'number' }, null, [' type']],
    [{ type: 'object' }, [], [' type']],
    [{ minimum: 1, maximum: 2 }, '0', []],
    [{ minLength: 2 }, '𠮷', [' minLength']],
    [{ pattern: '^\\p{Lu}$' }, 'Đ', []],
    [{ pattern: '^.$' }, '𠮷', []],
    [{ items: { type: 'string' }, minItems: 2 }, [1], ['/0 type', ' minItems'].sort()],
    [{ uniqueItems: true }, [{ a: 1, b: 2 }, { b: 2, a: 1 }], [' uniqueItems']],
    [{ uniqueItems: true }, [1, '1', true, [1], ['1']], []],
    [{ minProperties: 1 }, {}, [' minProperties']],
    [{ propertyNames: { pattern: '^a' } }, { b: 1 }, ['/b pattern']],
    [{ additionalProperties: { type: 'string' }, properties: { a: true } }, { a: 1, b: 1 }, ['/b type']],
    [{ anyOf: [{ type: 'string', minLength: 3 }, { required: ['x'] }] }, 'x', []],
    [{ anyOf: [{ type: 'string', minLength: 3 }, { type: 'null' }] }, 'x', [' anyOf']],
    [{ if: { required: ['a'] }, else: false }, {}, [' notAllowed']],
    [{ else: false, then: false }, {}, []],
    [{ $ref: '#/$defs/a', maxLength: 1, $defs: { a: { type: 'integer' } } }, 'xx', [' maxLength', ' type']],
    [true, {}, []],
    [false, {}, [' notAllowed']],
  ])('%j on %j', (schema, value, expected) => {
    expect(found(schema, value)).toEqual(expected)
    expect(createSecondOpinion(schema as JsonObject)(value)).toEqual(expected)
  })
})

describe('one place', () => {
  it('is judged without the rest of the schema or the answers', () => {
    let read = 0
    const watched = new Proxy({ type: 'string' }, { ownKeys: target => (read += 1, Reflect.ownKeys(target)) })
    const validator = createValidator({ properties: { here: { type: 'string', maxLength: 1 }, elsewhere: watched } })
    read = 0
    expect(validator.validateAt('/here', 'ab')).toMatchObject([{ pointer: '/here', code: 'maxLength' }])
    expect(read).toBe(0)
  })
})

describe('hostile schemas and answers', () => {
  const tree: JsonObject = { type: 'object', properties: { child: { $ref: '#' } }, additionalProperties: false }
  const tooComplex = [' tooComplex']

  it('end, however deep the answers are nested', () => {
    expect(found(tree, nest<JsonObject>(100, {}, child => ({ child })))).toEqual([])
    expect(found(tree, nest<JsonObject>(100_000, {}, child => ({ child })))).toEqual(tooComplex)
    expect(found({ type: 'object', additionalProperties: false }, nest<JsonObject>(100_000, {}, child => ({ child })))).toEqual(['/child notAllowed'])
    expect(found({ const: { child: 1 } }, nest<JsonObject>(100_000, {}, child => ({ child })))).toEqual([' const'])
    expect(found({ uniqueItems: true }, [nest<JsonValue>(100_000, [], child => [child])])).toEqual([])
  })

  it('do not pass where a verdict was cut short, not even under a condition', () => {
    const deep = nest<JsonObject>(1_000, {}, child => ({ child }))
    expect(found({ if: { properties: { t: { $ref: '#/$defs/tree' } } }, then: true, else: true, $defs: { tree: { properties: { child: { $ref: '#/$defs/tree' } } } } }, { t: deep })).toEqual(tooComplex)
  })

  it('end where every level doubles the work', () => {
    const doubling: JsonObject = { $defs: Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`d${i}`, i === 0 ? true : { allOf: [{ $ref: `#/$defs/d${i - 1}` }, { $ref: `#/$defs/d${i - 1}` }] }])), $ref: '#/$defs/d59' }
    expect(found(doubling, 1)).toEqual(tooComplex)
  })

  it('end where the schema itself is nested or chained without measure', () => {
    expect(() => createValidator(nest<JsonObject>(100_000, {}, items => ({ items })))).not.toThrow()
    expect(() => createValidator(nest<JsonObject>(100_000, {}, part => ({ allOf: [part] })))).toThrow(SchemaProfileError)
  })

  it('end for huge texts, lists and objects', () => {
    expect(found({ maxLength: 80, pattern: '^[a-z]*$' }, '𠮷'.repeat(1_000_000))).toEqual([' maxLength', ' pattern'])
    expect(found({ maxItems: 5 }, Array.from({ length: 1_000_000 }, () => 0))).toEqual([' maxItems'])
    expect(found({ maxItems: 5, items: {} }, Array.from({ length: 1_100_000 }, () => 0))).toEqual(tooComplex)
    expect(found({ minProperties: 1 }, Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, i])))).toEqual([])
  })

  it('never read what an object inherits', () => {
    const schema = { properties: { constructor: { type: 'string' }, __proto__: { type: 'string' } }, required: ['constructor', 'hasOwnProperty'] }
    expect(found(schema, {})).toEqual(['/constructor required', '/hasOwnProperty required'])
    expect(found(JSON.parse('{"properties":{"__proto__":{"type":"string"}},"additionalProperties":false}'), JSON.parse('{"__proto__":1}'))).toEqual(['/__proto__ type'])
  })

  it('give the second opinion for anything at all', () => {
    const leaf = fc.constantFrom<JsonValue>(null, true, 0, 1.5, '', 'a', '𠮷', 'abc', '2026-02-29', '2026-02-28')
    const value = fc.letrec<{ v: JsonValue }>(tie => ({ v: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('v'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'c/d', '~'), tie('v'), { maxKeys: 3 })) })).v
    const schema = fc.letrec<{ s: JsonValue }>(tie => ({
      s: fc.oneof({ depthSize: 'small' }, fc.boolean(), fc.record({
        type: fc.constantFrom<JsonValue>('string', 'integer', 'number', 'object', 'array', ['null', 'boolean']), const: value, enum: fc.array(value, { minLength: 1, maxLength: 3 }), minLength: fc.nat(3), maxLength: fc.nat(3),
        minimum: fc.integer({ min: -1, max: 2 }), maximum: fc.integer({ min: -1, max: 2 }), minItems: fc.nat(3), maxItems: fc.nat(3), format: fc.constant('date'), pattern: fc.constantFrom('^a', '^.$'), uniqueItems: fc.boolean(),
        required: fc.uniqueArray(fc.constantFrom('a', 'b', 'c/d'), { maxLength: 2 }), properties: fc.dictionary(fc.constantFrom('a', 'b', 'c/d'), tie('s'), { maxKeys: 2 }), additionalProperties: tie('s'), items: tie('s'),
        allOf: fc.array(tie('s'), { minLength: 1, maxLength: 2 }), anyOf: fc.array(tie('s'), { minLength: 1, maxLength: 2 }), if: tie('s'), then: tie('s'), else: tie('s'),
      }, { requiredKeys: [] }) as fc.Arbitrary<JsonValue>),
    })).s
    fc.assert(fc.property(schema, value, (rules, answers) => {
      const [ours, theirs] = [found(rules, answers), createSecondOpinion(rules as JsonObject)(answers)]
      expect(ours.length === 0).toBe(theirs.length === 0)
      // It does not say of a `false` whether it stands inside a branch.
      const told = (pairs: string[]): string[] => (JSON.stringify(rules).includes('anyOf') ? pairs.filter(pair => !pair.endsWith(' notAllowed')) : pairs)
      expect(told(ours)).toEqual(told(theirs))
    }), { numRuns: process.env.MOTCUA_CONFORMANCE === 'full' ? 20_000 : 1_000 })
  })
})

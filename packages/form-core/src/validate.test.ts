import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import { definition, field, repeat, rule } from '../test/fixtures/definitions.ts'
import { FORMS } from '../test/fixtures/forms.ts'
import { checkRules, createValidator, refuseCycles, RuleCycleError, validateAnswers } from './validate.ts'
import { createForm } from './index.ts'

const found = (schema: JsonObject, value: JsonValue): string[] => validateAnswers(schema, value).map(({ pointer, code }) => `${pointer} ${code}`).sort()
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: 'object', properties, additionalProperties: false, ...more })

describe('validateAnswers', () => {
  it.each<[string, JsonObject, JsonValue, string[]]>([
    ['a missing member at the child', object({ a: { type: 'string' } }, { required: ['a', 'b'] }), {}, ['/a required', '/b required']],
    ['a missing member of a row by index', object({ l: { type: 'array', items: object({ a: {} }, { required: ['a'] }) } }), { l: [{ a: 1 }, {}] }, ['/l/1/a required']],
    ['an unknown member at the child', object({}), { x: 1 }, ['/x notAllowed']],
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own keyword
    ['a member forbidden by a condition', object({ k: {}, x: {} }, { if: { properties: { k: { const: 1 } } }, then: { properties: { x: false } } }), { k: 1, x: 1 }, ['/x notAllowed']],
    ['only leaves, through references', { $ref: '#/$defs/o', $defs: { o: object({ a: { $ref: '#/$defs/s' } }), s: { type: 'string', maxLength: 2 } } }, { a: 'abc' }, ['/a maxLength']],
    ['every wrong member, not the first alone', object({ a: { type: 'string' }, b: { type: 'string' } }), { a: 1, b: 2 }, ['/a type', '/b type']],
    ['each pointer and code once', object({ a: { type: 'string' } }, { allOf: [{ required: ['a'] }, { required: ['a'] }] }), {}, ['/a required']],
    ['a choice as a whole', object({ a: { anyOf: [{ type: 'string', minLength: 3 }, { type: 'integer' }] } }), { a: 'x' }, ['/a anyOf']],
    ['the format', object({ a: { type: 'string', format: 'date' } }), { a: '2026-02-30' }, ['/a format']],
    ['text counted in characters, not code units', object({ a: { type: 'string', maxLength: 1 } }), { a: '𠮷' }, []],
    ['keys with slashes, tildes, percent and number signs', object({ 'a/b': { type: 'string' } }), { 'a/b': 1, 'c~d': 1, '50%': 1, '%23': 1, '#': 1, 'ế': 1 },
      ['/# notAllowed', '/%23 notAllowed', '/50% notAllowed', '/a~1b type', '/c~0d notAllowed', '/ế notAllowed']],
    ['a key that is no Unicode', object({}), JSON.parse('{"\\ud800":1}'), ['/\ud800 notAllowed']],
    ['no inherited member', object({ toString: { type: 'string' } }, { required: ['toString'] }), {}, ['/toString required']],
    ['a member named __proto__', object({}), JSON.parse('{"__proto__":1}'), ['/__proto__ notAllowed']],
  ])('reports %s', (_, schema, value, expected) => {
    expect(found(schema, value)).toEqual(expected)
  })

  it.each<[string, JsonObject, JsonValue, JsonObject]>([
    ['maxLength', { type: 'string', maxLength: 2 }, 'abc', { limit: 2 }],
    ['minimum', { type: 'integer', minimum: 1 }, 0, { limit: 1 }],
    ['minItems', { type: 'array', minItems: 2 }, [], { limit: 2 }],
    ['format', { type: 'string', format: 'date' }, 'x', { format: 'date' }],
    ['type', { type: 'integer' }, 'x', { expected: 'integer' }],
    ['pattern', { type: 'string', pattern: '^a$' }, 'b', {}],
  ])('gives a message for %s its figures, through a reference', (code, schema, value, params) => {
    const [issue] = validateAnswers({ $ref: '#/$defs/x', $defs: { x: schema } }, value)
    expect(issue).toEqual({ pointer: '', code, params, source: 'schema', severity: 'error', clears: 'revalidate' })
  })

  it('leaves the schema untouched, frozen or not', () => {
    const schema = Object.freeze({ $ref: '#/$defs/x', $defs: Object.freeze({ x: Object.freeze({ type: 'string' }) }) })
    expect(found(schema, 1)).toEqual([' type'])
  })

  it('refuses references that are not local', () => {
    expect(() => validateAnswers({ $ref: 'https://example.test/schema' }, 1)).toThrow(/local \$ref/)
    expect(() => validateAnswers({ $ref: '#/$defs/none' }, 1)).toThrow(/local \$ref/)
  })
})

describe('createValidator', () => {
  const validator = createValidator({
    ...object({ rows: { type: 'array', items: { $ref: '#/$defs/row' } } }),
    $defs: { row: object({ 'a/b': { type: 'string', maxLength: 2 } }, { required: ['a/b'] }) },
  })

  it('validates one value at its place, rows by index or dash', () => {
    for (const row of ['0', '17', '-']) {
      expect(validator.validateAt(`/rows/${row}/a~1b`, 'abc')).toMatchObject([{ pointer: `/rows/${row}/a~1b`, code: 'maxLength', params: { limit: 2 } }])
    }
  })

  it('says nothing of places the schema does not know', () => {
    expect(validator.validateAt('/nothing/here', 1)).toEqual([])
  })
})

describe('checkRules', () => {
  it('reports a broken rule at its pointer with its severity', () => {
    expect(checkRules(FORMS['request'] ?? definition({ pages: [], schema: {} }), { count: 11 })).toEqual([
      { pointer: '/reason', code: 'many-copies-need-a-reason', params: {}, source: 'rule', severity: 'error', clears: 'revalidate' },
      { pointer: '/count', code: 'many-copies', params: {}, source: 'rule', severity: 'warning', clears: 'revalidate' },
    ])
  })

  it('checks rules of rows row by row, by index', () => {
    const form = definition({
      pages: [{ id: 'p', items: [repeat('/l', [field('/l/-/from', { field: 'date' }), field('/l/-/to', { field: 'date' })])] }],
      rules: [rule('order', '/l/-/to', { '<=': [{ var: '/l/-/from' }, { var: '/l/-/to' }] })], schema: {},
    })
    const l: JsonValue = [{ from: '2026-01-01', to: '2026-01-02' }, { from: '2026-01-03', to: '2026-01-02' }, { from: '2026-01-03' }]
    expect(checkRules(form, { l }).map(issue => issue.pointer)).toEqual(['/l/1/to'])
  })

  it('says nothing about a question that is hidden, as the page does', () => {
    const shown = { visibleWhen: { '==': [{ var: '/a' }, 'yes'] } }
    const form = definition({
      pages: [{ id: 'p', items: [field('/a'), field('/b', shown), repeat('/l', [field('/l/-/c')], shown)] }],
      rules: [rule('b', '/b', { '!': { missing: '/b' } }), rule('l', '/l', { '==': [{ var: '/a' }, 'yes'] })], schema: {},
    })
    expect(checkRules(form, { a: 'no' })).toEqual([])
    expect(createForm({ definition: form, initial: { a: 'no' } }).validateAll()).toEqual([])
    expect(checkRules(form, { a: 'yes' }).map(issue => issue.pointer)).toEqual(['/b'])
  })

  it('ignores answers that the payload itself hides', () => {
    const form = definition({
      pages: [{ id: 'p', items: [field('/a'), field('/b', { visibleWhen: { '==': [{ var: '/a' }, 'yes'] } })] }],
      rules: [rule('b', '/b', { '==': [{ var: '/b' }, 'right'] })], schema: {},
    })
    expect(checkRules(form, { a: 'no', b: 'wrong' })).toEqual([])
    expect(checkRules(form, { a: 'yes', b: 'wrong' })).toHaveLength(1)
  })
})

describe('refuseCycles', () => {
  const shown = (pointer: string, by: string) => field(pointer, { visibleWhen: { '==': [{ var: by }, 'x'] } })

  it('finds conditions that go in a circle and names the way', () => {
    const circle = definition({ pages: [{ id: 'p', items: [shown('/a', '/b'), shown('/b', '/c'), shown('/c', '/a')] }], schema: {} })
    expect(() => refuseCycles(circle)).toThrow(RuleCycleError)
    expect(() => refuseCycles(circle)).toThrow(/\/a → .*\/a/)
  })

  it('finds a derivation of itself', () => {
    const circle = definition({ pages: [], derivations: [{ pointer: '/a', value: { '+': [{ var: '/a' }, 1] } }], schema: {} })
    expect(() => refuseCycles(circle)).toThrow(RuleCycleError)
  })

  it('finds a circle through a whole block', () => {
    const circle = definition({ pages: [{ id: 'p', items: [shown('/o/a', '/o')] }], schema: {} })
    expect(() => refuseCycles(circle)).toThrow(RuleCycleError)
  })

  it('accepts chains and diamonds', () => {
    const chain = definition({ pages: [{ id: 'p', items: [field('/a'), shown('/b', '/a'), shown('/c', '/a'), { ...shown('/d', '/b'), visibleWhen: { and: [{ '==': [{ var: '/b' }, 'x'] }, { '==': [{ var: '/c' }, 'x'] }] } }] }], schema: {} })
    expect(() => refuseCycles(chain)).not.toThrow()
    for (const form of Object.values(FORMS)) expect(() => refuseCycles(form)).not.toThrow()
  })
})

import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { codePoints, presence, rows, whole } from './checks.ts'
import { issuesFromZod } from './issues.ts'

const codes = (schema: z.ZodType, input: unknown): string[] => {
  const result = schema.safeParse(input)
  return result.success ? [] : issuesFromZod(result.error, input).map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('presence', () => {
  const schema = z.strictObject({ a: z.string(), n: z.number(), b: z.string().optional() })
    .check(presence({ when: [[['a'], ['x']]], required: [['b']], forbidden: [['b']] }))

  it('asks for the dependent answer and refuses it otherwise', () => {
    expect(codes(schema, { a: 'x', n: 1 })).toEqual(['/b required'])
    expect(codes(schema, { a: 'y', n: 1, b: 'z' })).toEqual(['/b notAllowed'])
    expect(codes(schema, { a: 'x', n: 1, b: 'z' })).toEqual([])
  })

  it('speaks also while other answers are wrong', () => {
    expect(codes(schema, { a: 'x', n: 'one' })).toEqual(['/n type', '/b required'])
  })

  it('takes a condition inside something that is no object as met, as JSON Schema does', () => {
    const nested = z.looseObject({ o: z.strictObject({ a: z.string() }).optional(), b: z.string().optional() })
      .check(presence({ when: [[['o', 'a'], ['x']]], required: [['b']], forbidden: [['b']] }))
    expect(codes(nested, { o: 'text' })).toEqual(['/o type', '/b required'])
    expect(codes(nested, { o: {} })).toEqual(['/o/a required'])
    expect(codes(nested, {})).toEqual([])
  })

  it('is silent about what is no object at all', () => {
    expect(codes(schema, 'x')).toEqual([' type'])
    expect(codes(schema, null)).toEqual([' type'])
    expect(codes(schema, [])).toEqual([' type'])
  })
})

describe('codePoints', () => {
  it.each([['𠮷𠮷', []], ['𠮷', [' minLength']], ['𠮷𠮷𠮷𠮷', [' maxLength']]])('counts %s in code points', (text, expected) => {
    expect(codes(z.string().check(codePoints({ min: 2, max: 3 })), text)).toEqual(expected)
  })
})

describe('rows', () => {
  const list = z.object({ rows: z.array(z.enum(['a', 'c'])).check(rows({ min: 1, max: 2 })) })

  it('counts them, and still looks at those beyond the most', () => {
    expect(codes(list, { rows: ['a', 'a', 'b'] })).toEqual(['/rows/2 enum', '/rows maxItems'])
    expect(codes(list, { rows: [] })).toEqual(['/rows minItems'])
    expect(codes(list, { rows: ['a', 'a'] })).toEqual([])
    expect(codes(list, { rows: 'aaa' })).toEqual(['/rows type'])
  })
})

describe('whole', () => {
  it('names a fraction as a wrong type and still looks at the limits', () => {
    expect(codes(z.number().check(whole()).max(99), 150.5).sort()).toEqual([' maximum', ' type'])
    expect(codes(z.number().check(whole()).max(99), 2)).toEqual([])
  })
})

describe('issuesFromZod', () => {
  it('escapes pointers and names unknown keys at the child', () => {
    expect(codes(z.strictObject({}), { 'a/b': 1, 'c~d': 2 })).toEqual(['/a~1b notAllowed', '/c~0d notAllowed'])
  })

  it('names only the type of a text that stands where a list belongs', () => {
    const list = z.object({ rows: z.array(z.string()).min(2).max(3) })
    expect(codes(list, { rows: 'abcd' })).toEqual(['/rows type'])
    expect(codes(list, { rows: '' })).toEqual(['/rows type'])
    expect(codes(list, { rows: { length: 9 } })).toEqual(['/rows type'])
    expect(codes(list, { rows: ['a'] })).toEqual(['/rows minItems'])
  })

  it('names a wrong type beside the enum or const it breaks', () => {
    expect(codes(z.object({ e: z.enum(['a', 'b']), c: z.literal(true) }), { e: 1, c: 'yes' })).toEqual(['/e type', '/e enum', '/c type', '/c const'])
    expect(codes(z.object({ e: z.enum(['a', 'b']), c: z.literal(true) }), {})).toEqual(['/e required', '/c required'])
  })
})

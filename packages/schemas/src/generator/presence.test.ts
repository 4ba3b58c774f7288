/* oxlint-disable unicorn/no-thenable -- "then" is a keyword of JSON Schema here */
import type { JsonObject, JsonValue } from '@motcua/core/json'
import { describe, expect, it } from 'vitest'
import { conditionsOf, conditionsRule, isRequired, outlineSchema } from './presence.ts'

const text: JsonObject = { type: 'string' }
const object = (properties: Record<string, JsonValue>, allOf: JsonValue[] = []): JsonObject => ({
  type: 'object', properties, additionalProperties: false, ...(allOf.length > 0 ? { allOf } : {}),
})
const when = (name: string, value: JsonValue, then: JsonValue | undefined, otherwise: JsonValue): JsonObject => ({
  if: { properties: { [name]: Array.isArray(value) ? { enum: value } : { const: value } }, required: [name] }, ...(then === undefined ? {} : { then }), else: otherwise,
})

function ruleFor(schema: JsonObject, pointer: string): { rule: unknown; required: boolean; problems: string[] } {
  const problems: string[] = []
  const outline = outlineSchema(schema, new WeakMap(), (problem) => { problems.push(problem.code) })
  return { rule: conditionsRule(conditionsOf(pointer, outline)), required: isRequired(pointer, outline), problems }
}

describe('visibility derived from the schema', () => {
  it('is required and shown under the same condition', () => {
    const schema = object({ a: text, b: text }, [when('a', 'x', { required: ['b'] }, { properties: { b: false } })])
    expect(ruleFor(schema, '/b')).toEqual({ rule: { '==': [{ var: '/a' }, 'x'] }, required: true, problems: [] })
    expect(ruleFor(schema, '/a')).toEqual({ rule: undefined, required: false, problems: [] })
  })

  it('is optional when shown, without a then', () => {
    const schema = object({ a: text, b: text }, [when('a', ['x', 'y'], undefined, { properties: { b: false } })])
    expect(ruleFor(schema, '/b')).toEqual({ rule: { in: [{ var: '/a' }, ['x', 'y']] }, required: false, problems: [] })
  })

  it('holds for everything inside a conditional object', () => {
    const inner = object({ c: text, d: text }, [when('c', 1, { required: ['d'] }, { properties: { d: false } })])
    const schema = object({ a: text, b: inner }, [when('a', 'x', { required: ['b'] }, { properties: { b: false } })])
    expect(ruleFor(schema, '/b/d').rule).toEqual({ and: [{ '==': [{ var: '/a' }, 'x'] }, { '==': [{ var: '/b/c' }, 1] }] })
  })

  it('carries the conditions of the answers it depends on, so that a hidden answer never shows another question', () => {
    const schema = object({ a: text, b: text, c: text }, [
      when('a', 'x', { required: ['b'] }, { properties: { b: false } }),
      when('b', 'y', { required: ['c'] }, { properties: { c: false } }),
    ])
    expect(ruleFor(schema, '/c').rule).toEqual({ and: [{ '==': [{ var: '/a' }, 'x'] }, { '==': [{ var: '/b' }, 'y'] }] })
  })

  it('reaches into a neighbouring object', () => {
    const schema = object({ a: text, b: object({ c: text }) }, [
      when('a', 'x', { properties: { b: { required: ['c'] } } }, { properties: { b: { properties: { c: false } } } }),
    ])
    expect(ruleFor(schema, '/b/c')).toEqual({ rule: { '==': [{ var: '/a' }, 'x'] }, required: true, problems: [] })
  })

  it('ends when two answers depend on each other', () => {
    const schema = object({ a: text, b: text }, [
      when('a', 'x', { required: ['b'] }, { properties: { b: false } }),
      when('b', 'y', { required: ['a'] }, { properties: { a: false } }),
    ])
    expect(ruleFor(schema, '/b').rule).toBeDefined()
  })

  it.each<[string, JsonValue]>([
    ['a condition an absent answer satisfies', { if: { properties: { a: { const: 'x' } } }, else: { properties: { b: false } } }],
    ['required without the other branch', { if: { properties: { a: { const: 'x' } }, required: ['a'] }, then: { required: ['b'] } }],
    ['forbidden in then', { if: { properties: { a: { const: 'x' } }, required: ['a'] }, then: { properties: { b: false } } }],
    ['a negated condition', { if: { properties: { a: { not: { const: 'x' } } }, required: ['a'] }, else: { properties: { b: false } } }],
    ['something else than if', { anyOf: [{ required: ['b'] }] }],
  ])('refuses %s', (_, conditional) => {
    expect(ruleFor(object({ a: text, b: text }, [conditional]), '/b').problems).toEqual(['unreadable-condition'])
  })
})

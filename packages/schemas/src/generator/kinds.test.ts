import type { JsonObject } from '@motcua/core/json'
import { describe, expect, it } from 'vitest'
import { FIELD_KINDS, type FieldKind } from '../definition.ts'
import { expandLayout } from './layout.ts'
import { kindsFor, missingFor } from './kinds.ts'
import { outlineSchema } from './presence.ts'
import type { LayoutSource } from './sources.ts'

describe('a kind of field and the schema of its value', () => {
  it('every kind can ask for some type', () => {
    const known = ['string', 'integer', 'number', 'boolean', 'array'].flatMap((type) => kindsFor({ type }))
    expect([...new Set(known)].sort()).toEqual([...FIELD_KINDS].sort())
  })

  it.each<[FieldKind, JsonObject, boolean]>([
    ['time', { type: 'string', pattern: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$' }, true],
    ['time', { type: 'string', pattern: '^(0[6-9]|1[0-7]|00|23|07):[0-5][0-9]$' }, true],
    ['time', { type: 'string', pattern: '^[0-9]{2}:[0-9]{2}$' }, false],
    ['time', { type: 'string' }, false],
    ['money', { type: 'integer', minimum: 0 }, true],
    ['money', { type: 'integer', minimum: 1000, maximum: 5000 }, true],
    ['money', { type: 'integer' }, false],
    ['money', { type: 'integer', minimum: -1 }, false],
    ['yes-no', { type: 'boolean' }, true],
    ['yes-no', { type: 'boolean', const: true }, false],
    ['consent', { type: 'boolean', const: true }, true],
    ['consent', { type: 'boolean' }, false],
    ['checkbox', { type: 'boolean', const: true }, true],
    ['search-select', { type: 'string', optionSet: 'countries' }, true],
    ['search-select', { type: 'string' }, false],
    ['radio', { type: 'string' }, false],
    ['text', { type: 'string' }, true],
  ])('%s and %j agree: %s', (kind, schema, agree) => {
    const missing = missingFor(kind, schema)
    expect(missing === undefined).toBe(agree)
    if (missing !== undefined) expect(missing).toMatch(/schema|scalars|consent|boolean/)
  })
})

describe('a value that is only shown', () => {
  const schema: JsonObject = { type: 'object', additionalProperties: false, required: ['count'], properties: { count: { type: 'integer' }, feeVnd: { type: 'integer' } } }
  const compile = (items: LayoutSource['pages'][number]['items'], derivations: LayoutSource['derivations'] = []) => {
    const problems: string[] = []
    const report = ({ code }: { code: string }): void => { problems.push(code) }
    const outline = outlineSchema(schema, new WeakMap(), report)
    const layout: LayoutSource = { pages: [{ id: 'p', items: [{ at: '/count', field: 'integer' }, ...items] }], rules: [], derivations }
    return { problems, items: expandLayout({ layout, file: 'form.layout.json', blocks: { blocks: {} }, outline, report }).pages[0]?.items.slice(1) }
  }
  const times = (pointer: string) => ({ pointer, value: { '*': [8000, { var: '/count' }] } })

  it('is part of the payload where the schema has it', () => {
    expect(compile([{ at: '/feeVnd', field: 'read-only' }], [times('/feeVnd')])).toEqual({ problems: [], items: [{ type: 'field', pointer: '/feeVnd', field: 'read-only', required: false }] })
  })

  it('is no part of it where the schema has not, and then it must be derived', () => {
    const shown = { at: '/total', field: 'read-only' } as const
    expect(compile([{ at: '/feeVnd', field: 'money' }, shown], [times('/total')]).items).toContainEqual({ type: 'field', pointer: '/total', field: 'read-only', required: false, shownOnly: true })
    expect(compile([shown], []).problems).toEqual(['unknown-field'])
    expect(compile([shown], [{ ...times('/total'), when: { '>': [{ var: '/count' }, 1] } }]).problems).toEqual(['unknown-field'])
  })

  it('is filled in by the page only where the server looks at it again', () => {
    const filled = { at: '/feeVnd', field: 'read-only', prefill: 'personalId' } as const
    expect(compile([filled]).problems).toEqual(['read-only-unchecked'])
    expect(compile([{ ...filled, lockedBy: ['identity-provider'] }]).problems).toEqual([])
  })
})

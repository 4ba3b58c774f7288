/* oxlint-disable unicorn/no-thenable -- "then" is a keyword of JSON Schema here */
import type { JsonValue } from '@motcua/core/json'
import { describe, expect, it } from 'vitest'
import { bundleSchema } from './bundle-schema.ts'
import { emitTypes } from './emit-types.ts'
import { emitZod } from './emit-zod.ts'
import { expandLayout } from './layout.ts'
import { outlineSchema } from './presence.ts'
import type { SourceProblem } from './problem.ts'
import type { LayoutSource } from './sources.ts'
import type { SourceTree } from './tree.ts'

const file = 'form.schema.json'
const schema: JsonValue = {
  title: 'Tờ khai có người làm chứng', type: 'object', additionalProperties: false, required: ['witnesses'],
  properties: {
    witnesses: {
      type: 'array', minItems: 1, maxItems: 3,
      items: {
        type: 'object', additionalProperties: false, required: ['kind'],
        properties: { kind: { type: 'string', optionSet: 'kinds' }, note: { $ref: 'vocabulary.schema.json#/$defs/line' } },
        allOf: [{ if: { properties: { kind: { const: 'other' } }, required: ['kind'] }, then: { required: ['note'] }, else: { properties: { note: false } } }],
      },
    },
  },
}
const tree: SourceTree = new Map([
  [file, { path: file, text: '', value: schema }],
  ['vocabulary.schema.json', { path: 'vocabulary.schema.json', text: '', value: { $defs: { line: { type: 'string', maxLength: 20, pattern: '\\S' } } } }],
])
const kinds = ['relative', 'other'].map((value) => ({ value, label: { vi: value, en: value } }))

function compileWith(layout: LayoutSource) {
  const problems: SourceProblem[] = []
  const report = (problem: SourceProblem): void => { problems.push(problem) }
  const bundled = bundleSchema({ tree, file, optionSets: new Map([['kinds', kinds]]), report })
  const outline = outlineSchema(bundled.schema, bundled.origins, report)
  return { ...bundled, problems, layout: expandLayout({ layout, file: 'form.layout.json', blocks: { blocks: {} }, outline, report }) }
}

const items: LayoutSource['pages'][number]['items'] = [{ at: '/witnesses/-/kind', field: 'radio' }, { at: '/witnesses/-/note', field: 'text' }]
const page = (maxRows: number): LayoutSource => ({ pages: [{ id: 'witnesses', items: [{ repeat: '/witnesses', minRows: 1, maxRows, items }] }], rules: [], derivations: [] })

describe('repeating groups', () => {
  it('are compiled with rows written as - and visibility inside the row', () => {
    const { problems, layout } = compileWith(page(3))
    expect(problems).toEqual([])
    expect(layout.pages[0]?.items).toEqual([{
      type: 'repeat', pointer: '/witnesses', minRows: 1, maxRows: 3,
      items: [
        { type: 'field', pointer: '/witnesses/-/kind', field: 'radio', required: true, optionSet: 'kinds' },
        { type: 'field', pointer: '/witnesses/-/note', field: 'text', required: true, visibleWhen: { '==': [{ var: '/witnesses/-/kind' }, 'other'] } },
      ],
    }])
  })

  it('are refused when the layout allows other numbers of rows than the schema', () => {
    expect(compileWith(page(4)).problems.map((problem) => problem.code)).toEqual(['wrong-repeat'])
  })

  it('become arrays in zod and in the types', async () => {
    const { schema: bundled } = compileWith(page(3))
    const zod = emitZod(bundled)
    expect(zod).toContain('z.array(z.strictObject({')
    expect(zod).toContain(".check(codePoints({ max: 20 })).regex(new RegExp('\\\\S', 'u')).optional()")
    expect(zod).toContain("presence({ when: [[['kind'], ['other']]], required: [['note']], forbidden: [['note']] })")
    expect(zod).toContain('.check(rows({ min: 1, max: 3 }))')
    const types = await emitTypes(bundled, { pages: {}, groups: {}, rules: {}, fields: { '/witnesses/-/kind': { label: 'Người làm chứng là ai?' } } })
    expect(types).toMatch(/witnesses: \{\s+\/\*\*\s+\* Người làm chứng là ai\?\s+\*\/\s+kind: 'relative' \| 'other'/)
    expect(types).toMatch(/\}\[\]/)
  })

  it('carry the conditions of their options, and refuse options that are none', () => {
    const when = { '==': [{ var: '/witnesses/-/note' }, 'x'] }
    const withOptions = (value: string): LayoutSource => ({
      ...page(3), pages: [{ id: 'witnesses', items: [{ repeat: '/witnesses', minRows: 1, maxRows: 3, items: [{ at: '/witnesses/-/kind', field: 'radio', optionsWhen: [{ values: [value], when }] }, { at: '/witnesses/-/note', field: 'text' }] }] }],
    })
    const { problems, layout } = compileWith(withOptions('other'))
    expect(problems).toEqual([])
    expect(layout.pages[0]?.items[0]).toMatchObject({ items: [{ optionsWhen: [{ values: ['other'], when }] }, {}] })
    expect(compileWith(withOptions('pigeon')).problems.map(({ code }) => code)).toEqual(['bad-option'])
  })
})

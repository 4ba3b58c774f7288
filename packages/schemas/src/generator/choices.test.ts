/* oxlint-disable unicorn/no-thenable -- "then" is a keyword of JSON Schema here */
import type { JsonObject, JsonValue } from '@motcua/core/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createReferee } from '../../test/referee.ts'
import { presence, unique } from '../zod/checks.ts'
import { issuesFromZod } from '../zod/issues.ts'
import { bundleSchema, withoutAnnotations } from './bundle-schema.ts'
import { emitTypes } from './emit-types.ts'
import { emitZod } from './emit-zod.ts'
import { expandLayout } from './layout.ts'
import { outlineSchema } from './presence.ts'
import type { SourceProblem } from './problem.ts'
import type { ItemSource } from './sources.ts'
import type { SourceTree } from './tree.ts'

const file = 'form.schema.json'
const ITEMS = ['garden', 'house', 'other'] as const
const schema: JsonValue = {
  type: 'object', additionalProperties: false, required: ['use'],
  properties: {
    use: { title: 'Đất dùng làm gì?', type: 'array', uniqueItems: true, minItems: 1, maxItems: 3, items: { type: 'string', optionSet: 'landUse' } },
    otherUse: { type: 'string', maxLength: 20, pattern: '\\S' },
  },
  allOf: [{ if: { properties: { use: { contains: { const: 'other' } } }, required: ['use'] }, then: { required: ['otherUse'] }, else: { properties: { otherUse: false } } }],
}
const tree: SourceTree = new Map([[file, { path: file, text: '', value: schema }]])
const optionSets = new Map([['landUse', ITEMS.map((value) => ({ value, label: { vi: value, en: value } }))]])

function compileWith(items: ItemSource[]) {
  const problems: SourceProblem[] = []
  const report = (problem: SourceProblem): void => { problems.push(problem) }
  const bundled = bundleSchema({ tree, file, optionSets, report })
  const outline = outlineSchema(bundled.schema, bundled.origins, report)
  const layout = { pages: [{ id: 'land', items }], rules: [], derivations: [] }
  return { ...bundled, problems: () => problems.map(({ code }) => code), outline, expanded: expandLayout({ layout, file: 'form.layout.json', blocks: { blocks: {} }, outline, report }) }
}

const asked: ItemSource[] = [{ at: '/use', field: 'checkboxes' }, { at: '/otherUse', field: 'text' }]

describe('several options of a set', () => {
  it('are one answer, whose option shows what depends on it', () => {
    const { problems, expanded, outline } = compileWith(asked)
    expect(problems()).toEqual([])
    expect(outline.nodes.has('/use/-')).toBe(false)
    expect(expanded.pages[0]?.items).toEqual([
      { type: 'field', pointer: '/use', field: 'checkboxes', required: true, optionSet: 'landUse' },
      { type: 'field', pointer: '/otherUse', field: 'text', required: true, visibleWhen: { in: ['other', { var: '/use' }] } },
    ])
  })

  it('are a list of their values in the types, and without a second of any in zod', async () => {
    const { schema: bundled } = compileWith(asked)
    expect(emitZod(bundled)).toContain('z.array(z.enum(landUseValues)).check(unique())')
    expect(emitZod(bundled)).toContain("when: [[['use'], ['other'], 'among']],")
    expect(await emitTypes(bundled, { pages: {}, groups: {}, fields: {}, rules: {} })).toMatch(/use: \('garden' \| 'house' \| 'other'\)\[\]/)
  })

  it('take a default of several, and none that is no option', () => {
    expect(compileWith([{ ...asked[0], default: ['house', 'garden'] } as ItemSource, ...asked.slice(1)]).problems()).toEqual([])
    expect(compileWith([{ ...asked[0], default: ['barn'] } as ItemSource, ...asked.slice(1)]).problems()).toEqual(['bad-default'])
  })

  it('cannot be asked as rows, nor one by one', () => {
    expect(compileWith([{ repeat: '/use', minRows: 1, maxRows: 3, items: [] }, ...asked.slice(1)]).problems()).toContain('wrong-repeat')
    expect(compileWith([{ at: '/use', field: 'select' }, ...asked.slice(1)]).problems()).toEqual(['wrong-field-kind'])
  })

  it('are judged alike by zod and by ajv', () => {
    const served = withoutAnnotations(compileWith(asked).schema) as JsonObject
    const referee = createReferee(served)
    // As emitZod writes it.
    const zod = z.strictObject({ use: z.array(z.enum(ITEMS)).check(unique()).min(1).max(3), otherUse: z.string().max(20).regex(/\S/u).optional() })
      .check(presence({ when: [[['use'], ['other'], 'among']], required: [['otherUse']], forbidden: [['otherUse']] }))
    const value: fc.Arbitrary<JsonValue> = fc.oneof(
      { weight: 4, arbitrary: fc.array(fc.constantFrom<JsonValue>(...ITEMS), { maxLength: 4 }) },
      fc.array(fc.constantFrom<JsonValue>('other', 'barn', 1, null, ['other']), { maxLength: 3 }), fc.constantFrom<JsonValue>('other', 3, null, {}),
    )
    const answers = fc.record({ use: value, otherUse: fc.constantFrom<JsonValue>('kho', ' ', 7) }, { requiredKeys: [] })
    fc.assert(fc.property(answers, (given) => {
      const wanted = [...referee(given)].filter((code) => !code.endsWith(' contains')).sort()
      const result = zod.safeParse(given)
      expect(result.success ? [] : issuesFromZod(result.error, given).map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual(wanted)
    }), { numRuns: 2000 })
  })
})

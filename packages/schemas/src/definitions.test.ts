import { createHash } from 'node:crypto'
import { evaluateRule, ruleDependencies } from '@motcua/core/rules'
import { describe, expect, it } from 'vitest'
import { readSamples } from '../test/samples.ts'
import type { FieldDefinition, GroupDefinition, ItemDefinition } from './definition.ts'
import { DEFINITION_INDEX, definitionParts, definitionText, readDefinitionFiles } from './definitions.ts'
import { definition as birth } from './generated/definitions/birth-registration/2026-01-14.ts'
import { definition as extract } from './generated/definitions/extract-copy/2026-01-14.ts'
import { DEFINITION_LOADERS } from './generated/definitions/loaders.ts'
import { outlineSchema } from './generator/presence.ts'

describe('readDefinitionFiles', () => {
  const files = readDefinitionFiles({ generatedAt: '2026-11-21T00:00:00Z' })

  it('names every definition by the SHA-256 of the bytes it serves', () => {
    for (const entry of DEFINITION_INDEX) {
      const text = files.get(entry.path)
      expect(text).toBe(definitionText(entry))
      expect(createHash('sha256').update(text ?? '', 'utf8').digest('hex')).toBe(entry.sha256)
      expect(entry.path).toBe(`${entry.slug}/${entry.effectiveFrom}/${entry.sha256}.json`)
    }
  })

  it('holds the index, the parts of every definition and the communes', () => {
    const parts = new Set(DEFINITION_INDEX.flatMap((entry) => [...definitionParts(entry).keys()]))
    expect([...files.keys()]).toEqual(['index.json', ...DEFINITION_INDEX.map((entry) => entry.path), ...parts, 'reference/communes.json', 'reference/everyday-words.json', 'reference/legacy-units.json'])
    expect(JSON.parse(files.get('index.json') ?? '')).toEqual({ generatedAt: '2026-11-21T00:00:00Z', definitions: DEFINITION_INDEX })
  })
})

const leaves = (items: readonly ItemDefinition[]): FieldDefinition[] => items.flatMap((item: ItemDefinition | GroupDefinition) => (item.type === 'field' ? [item] : leaves(item.items)))
const fieldsOf = ({ pages }: { pages: readonly { items: readonly ItemDefinition[] }[] }) => new Map(pages.flatMap((page) => leaves(page.items)).map((field) => [field.pointer, field]))
const fields = fieldsOf(extract)

it('every list of rows has a name in both languages: its legend, else what its page is called', async () => {
  const named = await Promise.all(Object.entries(DEFINITION_LOADERS).map(async ([path, load]) => {
    const { pages, locales } = (await load()).definition
    return pages.flatMap(({ id, items }) => items.flatMap((item) => (item.type !== 'repeat' ? [] : (['vi', 'en'] as const).map((language) => {
      const { fields: words, groups, pages: titles } = locales[language]
      return { path, pointer: item.pointer, label: words[item.pointer]?.label, expected: groups[item.pointer]?.legend ?? titles[id]?.title }
    }))))
  }))
  expect(named.flat().length).toBeGreaterThan(40)
  expect(named.flat().filter(({ label, expected }) => label === undefined || label !== expected)).toEqual([])
})

describe('the compiled extract-copy', () => {
  const visible = (pointer: string, answers: object): unknown => {
    const rule = fields.get(pointer)?.visibleWhen
    return rule === undefined ? true : evaluateRule(rule, JSON.parse(JSON.stringify(answers)), { today: '2026-11-21' })
  }

  it.each<[string, object, boolean]>([
    ['/relation', { capacity: 'authorised' }, true],
    ['/relation', { capacity: 'self' }, false],
    ['/relationOther', { capacity: 'authorised', relation: 'other' }, true],
    ['/relationOther', { capacity: 'self', relation: 'other' }, false],
    ['/subject/fullName', { capacity: 'parent-or-guardian' }, true],
    ['/subject/fullName', { capacity: 'self' }, false],
    ['/subject/ethnicity', { capacity: 'authorised', subject: { nationality: 'VN' } }, true],
    ['/subject/ethnicity', { capacity: 'self', subject: { nationality: 'VN' } }, false],
    ['/subject/ethnicity', { capacity: 'authorised', subject: { nationality: 'FR' } }, false],
    ['/record/documentName', { requestKind: 'other' }, true],
    ['/record/documentName', { requestKind: 'birth' }, false],
    ['/reason', { capacity: 'organisation' }, true],
    ['/delivery/address/detail', { delivery: { method: 'post' } }, true],
    ['/delivery/address/detail', { delivery: { method: 'counter' } }, false],
    ['/requester/residence/commune', { requester: { residence: { scope: 'domestic' } } }, true],
    ['/requester/residence/foreign', { requester: { residence: { scope: 'domestic' } } }, false],
  ])('derives from the schema when %s is asked: %j gives %s', (pointer, answers, expected) => {
    expect(visible(pointer, answers)).toBe(expected)
  })

  it('asks for no more than an unknown answer allows', () => {
    expect(visible('/relation', {})).not.toBe(true)
    expect(visible('/subject/fullName', {})).not.toBe(true)
  })

  it('reads the commune under its province and the prefilled requester from the identity provider', () => {
    expect(fields.get('/requester/residence/commune')).toMatchObject({ field: 'commune', provincePointer: '/requester/residence/province', required: true })
    for (const name of ['fullName', 'birthDate', 'personalId']) expect(fields.get(`/requester/${name}`)).toMatchObject({ prefill: name, lockedBy: ['identity-provider', 'population-database'] })
    expect(fields.get('/requester/email')?.required).toBe(false)
  })

  it('costs 8,000 đồng a copy and asks for the authorisation of an authorised person only (Thông tư 281/2016/TT-BTC; Thông tư 04/2020/TT-BTP, điều 2)', () => {
    const { valid } = readSamples('extract-copy', '2026-01-14')
    const expected: Record<string, { amount: number; documents: string[] }> = {
      'self.json': { amount: 8_000, documents: [] },
      'grandchild-authorised.json': { amount: 16_000, documents: ['authorisation'] },
      'grandchild-with-card.json': { amount: 16_000, documents: ['authorisation'] },
      'organisation-by-post.json': { amount: 8_000, documents: ['writtenRequest'] },
      'other-paper-abroad.json': { amount: 8_000, documents: [] },
    }
    const context = { today: '2026-11-21' }
    for (const { name, answers } of valid) {
      const [fee] = extract.procedure.fees
      const documents = extract.procedure.documents.filter((document) => evaluateRule(document.requiredWhen ?? true, answers, context) === true)
      expect({ name, amount: evaluateRule(fee?.amountVnd ?? null, answers, context), documents: documents.map((document) => document.id) }).toEqual({ name, ...expected[name] })
    }
  })

  it('is complete, may be submitted or handed off, and ends with the day before the new law', () => {
    expect(extract.procedure).toMatchObject({ completeness: 'complete', effectiveTo: '2027-02-28', successor: 'not-yet-published' })
    expect(extract.procedure.endings.map((ending) => ending.kind)).toEqual(['submit', 'hand-off'])
    expect(extract.procedure.timeLimits[0]).toMatchObject({ unit: 'sameDay', value: 0, cutOff: '15:00' })
  })
})

describe('the compiled birth-registration', () => {
  const asked = fieldsOf(birth)

  it('is complete and can only be handed off', () => {
    expect(birth.procedure.completeness).toBe('complete')
    expect(birth.procedure.endings.map((ending) => ending.kind)).toEqual(['hand-off'])
  })

  it('asks about a parent in the cases where that parent is determined', () => {
    expect(asked.get('/mother/fullName')?.visibleWhen).toEqual({ in: [{ var: '/birthCase' }, ['both-parents', 'father-unknown']] })
    expect(asked.get('/father/fullName')?.visibleWhen).toEqual({ in: [{ var: '/birthCase' }, ['both-parents', 'mother-unknown']] })
    expect(ruleDependencies(asked.get('/mother/ethnicity')?.visibleWhen ?? null)).toEqual(['/birthCase', '/mother/nationality'])
  })

  it('asks for the papers of each case', () => {
    const papers = Object.fromEntries(readSamples('birth-registration', '2026-01-14').valid.map(({ name, answers }) => {
      const asks = birth.procedure.documents.filter(({ requiredWhen, need }) => need !== 'optional' && evaluateRule(requiredWhen ?? true, answers, { today: '2026-11-21' }) === true)
      return [name, asks.map(({ id }) => id)]
    }))
    expect(papers).toEqual({
      'both-parents.json': ['birthProof', 'marriageCert'], 'mother-alone.json': ['birthProof'], 'father-alone.json': ['witnessStatement'], 'parents-unknown.json': [],
      'abandoned.json': ['foundChildRecord'], 'grandmother.json': ['undertakingBirth', 'marriageCert'], 'with-passports.json': ['birthProof', 'surrogacyProof', 'marriageCert'], 'sixtieth-day.json': ['birthProof', 'marriageCert'],
    })
  })
})

describe.each([extract, birth])('every definition ($procedure.slug)', (definition) => {
  it('has words for every field, page, group and rule in both languages', () => {
    for (const words of Object.values(definition.locales)) {
      for (const field of definition.pages.flatMap((page) => leaves(page.items))) expect(words.fields[field.pointer]?.label, field.pointer).toMatch(/\p{L}/u)
      for (const page of definition.pages) expect(words.pages[page.id]?.title).toMatch(/\p{L}/u)
      for (const rule of definition.rules) expect(words.rules[rule.id]).toMatch(/\p{L}/u)
    }
  })

  it('offers every value the schema accepts, and none that it refuses', () => {
    const { nodes } = outlineSchema(JSON.parse(JSON.stringify(definition.schema)), new WeakMap(), () => undefined)
    for (const field of definition.pages.flatMap((page) => leaves(page.items))) {
      if (field.optionSet === undefined) continue
      const accepted = JSON.stringify(nodes.get(field.pointer)?.schema.enum)
      const offered = (definition.optionSets[field.optionSet] ?? []).map((option) => option.value)
      expect(JSON.stringify(offered.filter((value) => field.except?.includes(value) !== true)), field.pointer).toBe(accepted)
    }
  })

  it('is Vietnamese in normal form C', () => {
    const text = JSON.stringify(definition)
    expect(text).toBe(text.normalize('NFC'))
    expect(text).not.toMatch(/\u00d0|\u200b|\u00a0/)
  })
})

import { createHash } from 'node:crypto'
import { DEFINITION_INDEX } from '@motcua/schemas/definitions'
import { describe, expect, it } from 'vitest'
import { bundledDefinitions } from '../src/definitions/bundled.ts'
import { keptDefinition, readDefinition, readKeptDefinition } from '../src/definitions/read.ts'

describe('the definition a dossier is kept with', () => {
  const source = bundledDefinitions()

  it.each(DEFINITION_INDEX)('of $slug reads as it did, and every hash can still be checked', ({ sha256 }) => {
    const kept = keptDefinition(source, sha256)
    expect(readKeptDefinition(kept)).toEqual(readDefinition(source, sha256))
    const { main, parts }: { main: string; parts: Record<string, string> } = JSON.parse(kept)
    for (const [name, text] of [[sha256, main] as const, ...Object.entries(parts)]) expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(name)
  })

  it('reads as it did when it was kept before messages came later', () => {
    const [who, how] = [{ text: { vi: 'Mọi người' }, confidence: 'CONFIRMED', fact: 1 }, { text: { vi: 'Trực tiếp' }, confidence: 'UNKNOWN', fact: 0 }]
    const words = { pages: { who: { title: 'Ai' } }, groups: {}, fields: {}, rules: { grown: 'Phải đủ 18 tuổi.' } }
    const question = { type: 'field', pointer: '/name', field: 'text', required: false }
    const main = JSON.stringify({
      formatVersion: 1, parts: { optionSets: { countries: 'c' }, english: 'e', facts: 'f' }, schema: { properties: { fact: { enum: ['a'] } } },
      pages: [{ id: 'who', items: [{ ...question, words: { label: 'Tên', messages: { required: 'Nhập tên.' } } }] }], words,
      rules: [{ id: 'grown', pointer: '/name', severity: 'error', assert: true, confidence: 'INFERRED', fact: 1 }], derivations: [], procedure: { slug: 'old', eligibility: [who], channels: [how] }, optionSets: {},
    })
    const countries = [{ value: 'VN', label: { vi: 'Việt Nam', en: 'Viet Nam' } }]
    const facts = [['Luật Cư trú 2020', '2026-07-18'], ['Luật Hộ tịch 2014', '2026-11', 'Điều 4']]
    const english = { words: { ...words, pages: { who: { title: 'Who' } } }, texts: ['Everybody', 'In person'] }
    const definition = readKeptDefinition(JSON.stringify({ main, parts: { c: JSON.stringify(countries), e: JSON.stringify(english), f: JSON.stringify(facts) } }))
    expect(definition).toEqual({
      formatVersion: 1, schema: { properties: { fact: { enum: ['a'] } } }, pages: [{ id: 'who', items: [question] }], derivations: [], optionSets: { countries },
      locales: { vi: { ...words, fields: { '/name': { label: 'Tên', messages: { required: 'Nhập tên.' } } } }, en: english.words },
      rules: [{ id: 'grown', pointer: '/name', severity: 'error', assert: true, confidence: 'INFERRED', source: 'Luật Hộ tịch 2014', checkedOn: '2026-11', citation: 'Điều 4' }],
      procedure: {
        slug: 'old', eligibility: [{ text: { vi: 'Mọi người', en: 'Everybody' }, confidence: 'CONFIRMED', source: 'Luật Hộ tịch 2014', checkedOn: '2026-11', citation: 'Điều 4' }],
        channels: [{ text: { vi: 'Trực tiếp', en: 'In person' }, confidence: 'UNKNOWN', source: 'Luật Cư trú 2020', checkedOn: '2026-07-18' }],
      },
    })
  })

  it.each([
    ['names no row of the sources', { fact: 1, confidence: 'CONFIRMED' }, /^expected row 1 of the sources of a kept definition, got 1 rows/],
    ['has no number', { confidence: 'CONFIRMED' }, /^expected 1 sources$/],
  ])('is refused when a fact of a body from before then %s, since another act would stand there', (_, fact, message) => {
    const words = { pages: {}, groups: {}, fields: {}, rules: {} }
    const main = JSON.stringify({ formatVersion: 1, parts: { optionSets: {}, english: 'e', facts: 'f' }, schema: {}, pages: [], words, rules: [], derivations: [], procedure: { slug: 'old', channels: [fact] }, optionSets: {} })
    const parts = { e: JSON.stringify({ words, texts: [] }), f: JSON.stringify([['Luật Cư trú 2020', '2026-07-18']]) }
    expect(() => readKeptDefinition(JSON.stringify({ main, parts }))).toThrow(message)
  })

  it('is not made of a version that is not there', () => {
    expect(() => keptDefinition(source, 'a'.repeat(64))).toThrow(TypeError)
    expect(source.part('a'.repeat(64))).toBeUndefined()
  })
})

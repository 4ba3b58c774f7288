import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import type { FormDefinition } from './definition.ts'
import { DEFINITION_INDEX, firstTexts, readDefinitionFiles } from './definitions.ts'
import { DEFINITIONS } from './generated/definitions/all.ts'
import { assembleDefinition, firstParts, joinDefinition, partReference, partReferences, partsOf, type DefinitionParts, type LaterPart, type PartReference } from './served.ts'
import { splitDefinition } from './split-definition.ts'

const files = readDefinitionFiles({ generatedAt: '2026-11-21T00:00:00Z' })
const textAt = (path: string): string => files.get(path) ?? expect.fail(`nothing is served at ${path}`)
const readPart = ({ path }: PartReference): unknown => JSON.parse(textAt(path))
const referencesOf = (path: string): PartReference[] => {
  return partReferences(partsOf(textAt(path)) ?? expect.fail(`${path} names no parts`))
}

/** The most that a file of a definition may weigh, in bytes of gzip. */
const MOST_BYTES = 10_000
const weigh = (text: string): number => gzipSync(text).length
const kb = (bytes: number): string => (bytes / 1000).toFixed(1)
const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

describe('a served definition', () => {
  it(`weighs at most ${MOST_BYTES} bytes of gzip, and so does every part`, () => {
    const sizes = DEFINITION_INDEX.map((entry) => ({ slug: entry.slug, bytes: weigh(textAt(entry.path)), before: firstTexts(entry, 'vi').reduce((sum, text) => sum + weigh(text), 0) })).toSorted((one, other) => other.bytes - one.bytes)
    const table = sizes.map(({ slug, bytes, before }) => `${String(bytes).padStart(7)} ${String(before).padStart(7)} ${slug}`).join('\n')
    expect(sizes.filter(({ bytes }) => bytes > MOST_BYTES), `\n${table}\n`).toEqual([])
    for (const [path, text] of files) if (path.startsWith('parts/')) expect(weigh(text), path).toBeLessThanOrEqual(MOST_BYTES)
    const all = sizes.map(({ before }) => before)
    console.log(`conformance-note: definitions of at most 10 kB gzip: ${sizes.length}/${sizes.length}, the largest ${kb(sizes[0]?.bytes ?? 0)}; with all that comes before a first page in Vietnamese, shared tables included: median ${kb(median(all))}, largest ${kb(Math.max(...all))}`)
  })

  it('says in the index what its first page needs beside the main file', () => {
    for (const entry of DEFINITION_INDEX) {
      const parts = partsOf(textAt(entry.path)) ?? expect.fail(entry.slug)
      expect(entry.firstParts ?? []).toEqual(firstParts(parts))
      expect(firstTexts(entry, 'vi')).toEqual([entry.path, ...firstParts(parts).map((sha256) => partReference(sha256).path)].map(textAt))
      expect(firstTexts(entry, 'en')).toEqual([...firstTexts(entry, 'vi'), textAt(partReference(parts.english).path)])
    }
  })

  it.each(DEFINITION_INDEX)('of $slug, $effectiveFrom, names its parts by the hash of their bytes and comes together as it was generated', ({ path }) => {
    for (const reference of referencesOf(path)) {
      expect(reference.path).toBe(`parts/${reference.sha256}.json`)
      expect(createHash('sha256').update(textAt(reference.path), 'utf8').digest('hex')).toBe(reference.sha256)
    }
    expect(joinDefinition(textAt(path), readPart)).toEqual(DEFINITIONS[path])
  })

  it('shares each table between procedures, and each table is only there', () => {
    const tables = new Map<string, Set<string>>()
    for (const { path } of DEFINITION_INDEX) {
      for (const [name, sha256] of Object.entries(partsOf(textAt(path))?.optionSets ?? {})) tables.set(name, (tables.get(name) ?? new Set()).add(sha256))
    }
    expect([...tables].map(([name, hashes]) => [name, hashes.size]).toSorted()).toEqual([['banks', 1], ['countries', 1], ['ethnicGroups', 1]])
    for (const { path } of DEFINITION_INDEX) expect(textAt(path)).not.toMatch(/"AD","AE"|Andorra|970436/)
  })

  it('leaves to later what is said of wrong answers, and where facts come from', () => {
    for (const { path } of DEFINITION_INDEX) expect(textAt(path)).not.toMatch(/"messages"|"checkedOn"|"source":/)
  })

  it('leaves the names of provinces to the list of places', () => {
    for (const definition of Object.values(DEFINITIONS)) expect(definition.optionSets).not.toHaveProperty('provinces')
  })
})

describe('assembleDefinition', () => {
  // The first has its words beside its questions, the second is so long that they are a part.
  describe.each(['extract-copy', 'interlinked-birth'])('of %s', (slug) => {
    const { path, firstParts: ahead } = DEFINITION_INDEX.find((entry) => entry.slug === slug) ?? expect.fail(`no ${slug}`)
    const text = textAt(path)
    const whole = DEFINITIONS[path] ?? expect.fail(path)
    const parts = partsOf(text) ?? expect.fail(path)
    const { english, later } = parts

    it('asks at once for nothing but what its first page needs, and for the rest once, when it is wanted', async () => {
      const read = vi.fn(async (part: PartReference) => readPart(part))
      const { definition, speak, learn } = await assembleDefinition({ text, readPart: read })
      expect(read.mock.calls.map(([part]) => part)).toEqual(firstParts(parts).map(partReference))
      expect(definition.procedure.name).toEqual({ vi: whole.procedure.name.vi, en: whole.procedure.name.vi })
      expect(definition.locales.vi).toMatchObject({ pages: whole.locales.vi.pages, groups: whole.locales.vi.groups, rules: {} })
      for (const [pointer, { messages: _, ...words }] of Object.entries(whole.locales.vi.fields)) expect(definition.locales.vi.fields[pointer]).toEqual(words)
      expect(definition.locales.en).toEqual(definition.locales.vi)
      expect(definition.pages).toEqual(whole.pages)
      expect(definition.schema).toEqual(whole.schema)
      expect(definition.procedure.fees[0]).toMatchObject({ source: '', checkedOn: '', confidence: whole.procedure.fees[0]?.confidence })
      expect(definition.procedure.legalBases).toHaveLength(whole.procedure.legalBases.length)
      const calls = read.mock.calls.length
      const kept = definition
      await Promise.all([speak('en'), learn(), speak('vi'), speak('en'), learn()])
      expect(read.mock.calls.slice(calls)).toEqual([[partReference(english)], [partReference(later)]])
      expect(kept).toEqual(whole)
    })

    it('asks for what the index names before the main file is there, and not again', async () => {
      const read = vi.fn(async (part: PartReference) => readPart(part))
      let arrive: (text: string) => void = () => undefined
      const opening = assembleDefinition({ text: new Promise<string>((resolve) => { arrive = resolve }), ahead, readPart: read })
      expect(read.mock.calls.map(([part]) => part)).toEqual(firstParts(parts).map(partReference))
      arrive(text)
      const { definition } = await opening
      expect(definition.optionSets.countries?.find(({ value }) => value === 'DE')?.label).toEqual({ vi: 'Đức', en: 'Đức' })
      expect(read).toHaveBeenCalledTimes(firstParts(parts).length)
    })

    it('uses nothing that the main file does not name, whatever the index says', async () => {
      const read = async (part: PartReference): Promise<unknown> => (part.sha256 === 'a'.repeat(64) ? Promise.reject(new TypeError('no such part')) : readPart(part))
      const { definition, speak, learn } = await assembleDefinition({ text, ahead: ['a'.repeat(64), english], readPart: read })
      expect(definition.locales.en).toEqual(definition.locales.vi)
      await Promise.all([speak('en'), learn()])
      expect(definition).toEqual(whole)
    })

    it('has its words at once for a page in English', async () => {
      const read = vi.fn(async (part: PartReference) => readPart(part))
      const { definition, speak, learn } = await assembleDefinition({ text, language: 'en', readPart: read })
      expect(definition.locales.en).toEqual(whole.locales.en)
      await Promise.all([speak('en'), learn()])
      expect(read.mock.calls.filter(([part]) => part.sha256 === english)).toHaveLength(1)
      expect(definition).toEqual(whole)
    })

    it('gives whoever keeps words or options by the object another one when more is known', async () => {
      const { definition, speak, learn } = await assembleDefinition({ text, readPart: async (part) => readPart(part) })
      const { locales: { vi: words }, optionSets: { sex } } = definition
      await learn()
      expect(definition.locales.vi).not.toBe(words)
      expect(definition.locales.en).toBe(definition.locales.vi)
      await speak('en')
      expect(definition.optionSets.sex).not.toBe(sex)
    })

    it('tries again for English and for what comes later after a lost connection', async () => {
      let isOffline = true
      const { definition, speak, learn } = await assembleDefinition({ text, readPart: async (part) => (isOffline && !firstParts(parts).includes(part.sha256) ? Promise.reject(new TypeError('network')) : readPart(part)) })
      await expect(speak('en')).rejects.toThrow('network')
      await expect(learn()).rejects.toThrow('network')
      isOffline = false
      await Promise.all([speak('en'), learn()])
      expect(definition).toEqual(whole)
    })

    it.each([['fewer', (facts: number[]) => facts.slice(1)], ['more', (facts: number[]) => [...facts, 0]]])('puts in no source at all when there are %s of them than facts', async (_, change) => {
      const miscounted = (part: PartReference): unknown => {
        const content = readPart(part)
        return part.sha256 === later ? { ...content as LaterPart, facts: change([...(content as LaterPart).facts]) } : content
      }
      const { definition, learn } = await assembleDefinition({ text, readPart: async (part) => miscounted(part) })
      const before = structuredClone(definition)
      await expect(learn()).rejects.toThrow(/^expected \d+ sources$/)
      expect(definition).toEqual(before)
      expect(() => joinDefinition(text, miscounted)).toThrow(TypeError)
    })

    it('takes a definition that names no parts as it is', async () => {
      const plain = JSON.stringify(whole)
      const { definition, speak, learn } = await assembleDefinition({ text: plain, readPart: () => Promise.reject(new TypeError('nothing to read')) })
      await Promise.all([speak('en'), learn()])
      expect(definition).toEqual(whole)
      expect(joinDefinition(plain, () => expect.fail('nothing to read'))).toEqual(whole)
    })
  })
})

describe('splitDefinition', () => {
  const [definition = expect.fail('no definitions')] = Object.values(DEFINITIONS)
  const names: DefinitionParts = { optionSets: {}, english: 'e', later: 'f' }

  it('names a set in an enum only where the enum is that set, in its order, but for a few', () => {
    const options = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((value) => ({ value, label: { vi: value, en: value } }))
    const enumOf = (values: string[]): unknown => {
      const split = splitDefinition({ ...definition, optionSets: { letters: options }, schema: { properties: { enum: { enum: values } } } }, () => true)
      return JSON.parse(split.mainText(names)).schema.properties.enum.enum
    }
    expect(enumOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual({ optionSet: 'letters' })
    expect(enumOf(['a', 'c', 'd', 'e', 'f', 'g'])).toEqual({ optionSet: 'letters', except: ['b'] })
    for (const other of [['b', 'a', 'c', 'd', 'e', 'f', 'g'], ['a', 'b', 'x'], ['a'], ['a', 'b', 'c']]) expect(enumOf(other)).toEqual(other)
  })

  it('keeps words of what is on no page', () => {
    const fields = { ...definition.locales.vi.fields, '/nowhere': { label: 'Không hỏi', messages: { required: 'Cần có.' } } }
    const odd: FormDefinition = { ...definition, locales: { ...definition.locales, vi: { ...definition.locales.vi, fields } } }
    const split = splitDefinition(odd, () => false)
    const contents = new Map([['e', split.english], ['f', split.later], ['w', split.words]])
    expect(joinDefinition(split.mainText({ ...names, words: 'w' }), ({ sha256 }) => JSON.parse(contents.get(sha256) ?? ''))).toEqual(odd)
  })

  it('gives the same text for the same definition', () => {
    const main = (): string => splitDefinition(definition, (set) => set === 'countries').mainText(names)
    expect(main()).toBe(main())
  })
})

import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { DEFINITION_INDEX, firstTexts, readDefinitionFiles } from './definitions.ts'
import { DEFINITIONS } from './generated/definitions/all.ts'
import { assembleDefinition, joinDefinition, partReference, partReferences, partsOf, type PartReference } from './served.ts'
import { splitDefinition } from './split-definition.ts'

const files = readDefinitionFiles({ generatedAt: '2026-11-21T00:00:00Z' })
const textAt = (path: string): string => files.get(path) ?? expect.fail(`nothing is served at ${path}`)
const readPart = ({ path }: PartReference): unknown => JSON.parse(textAt(path))
const referencesOf = (path: string): PartReference[] => {
  return partReferences(partsOf(textAt(path)) ?? expect.fail(`${path} names no parts`))
}

/** What a page fetches for one definition before its first page, tables that procedures share aside, in bytes of gzip. */
const MOST_BYTES = 10_000
/** The forms of many people, which are above it still, with what they weigh at most; the rest keeps to the limit. */
const HEAVY: Readonly<Record<string, number>> = {
  'interlinked-birth': 14_700, 'birth-registration': 12_500, 'birth-re-registration': 11_800, 'monthly-social-allowance': 11_600, 'interlinked-death': 11_250, 'marital-status-confirmation': 11_000,
}

describe('a served definition', () => {
  it(`weighs at most ${MOST_BYTES} bytes of gzip in Vietnamese, but for those named, and so does every part`, () => {
    const sizes = DEFINITION_INDEX.map((entry) => ({ slug: entry.slug, bytes: firstTexts(entry, 'vi').reduce((sum, text) => sum + gzipSync(text).length, 0) })).toSorted((one, other) => other.bytes - one.bytes)
    const table = sizes.map(({ slug, bytes }) => `${String(bytes).padStart(7)} ${slug}`).join('\n')
    expect(sizes.filter(({ slug, bytes }) => bytes > (HEAVY[slug] ?? MOST_BYTES)), `\n${table}\n`).toEqual([])
    const light = sizes.filter(({ bytes }) => bytes <= MOST_BYTES).length
    const above = sizes.filter(({ bytes }) => bytes > MOST_BYTES).map(({ slug, bytes }) => `${slug} by ${((bytes - MOST_BYTES) / 1000).toFixed(1)} kB`)
    console.log(`conformance-note: definitions of at most 10 kB gzip in Vietnamese: ${light}/${sizes.length}; above: ${above.join(', ')}`)
    for (const [path, text] of files) if (path.startsWith('parts/')) expect(gzipSync(text).length, path).toBeLessThanOrEqual(MOST_BYTES)
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
      for (const [name, { sha256 }] of Object.entries(partsOf(textAt(path))?.optionSets ?? {})) tables.set(name, (tables.get(name) ?? new Set()).add(sha256))
    }
    expect([...tables].map(([name, hashes]) => [name, hashes.size]).toSorted()).toEqual([['banks', 1], ['countries', 1], ['ethnicGroups', 1]])
    for (const { path } of DEFINITION_INDEX) expect(textAt(path)).not.toMatch(/"AD","AE"|Andorra|970436/)
  })

  it('leaves the names of provinces to the list of places', () => {
    for (const definition of Object.values(DEFINITIONS)) expect(definition.optionSets).not.toHaveProperty('provinces')
  })
})

describe('assembleDefinition', () => {
  const { path } = DEFINITION_INDEX.find((entry) => entry.slug === 'extract-copy') ?? expect.fail('no extract-copy')
  const text = textAt(path)
  const whole = DEFINITIONS[path]
  const parts = partsOf(text)
  const english = parts?.english
  const facts = parts?.facts

  it('asks at once for nothing but shared tables, and for English and sources once, when they are wanted', async () => {
    const read = vi.fn(async (part: PartReference) => readPart(part))
    const { definition, speak, learn } = await assembleDefinition({ text, readPart: read })
    expect(read.mock.calls.map(([part]) => part)).toEqual(Object.values(parts?.optionSets ?? {}))
    expect(definition.procedure.name).toEqual({ vi: whole?.procedure.name.vi, en: whole?.procedure.name.vi })
    expect(definition.locales).toEqual({ vi: whole?.locales.vi, en: whole?.locales.vi })
    expect(definition.pages).toEqual(whole?.pages)
    expect(definition.procedure.fees[0]).toMatchObject({ source: '', checkedOn: '', confidence: whole?.procedure.fees[0]?.confidence })
    expect(definition.procedure.legalBases).toHaveLength(whole?.procedure.legalBases.length ?? 0)
    const calls = read.mock.calls.length
    const kept = definition
    await Promise.all([speak('en'), learn(), speak('vi'), speak('en'), learn()])
    expect(read.mock.calls.slice(calls)).toEqual([[english], [facts]])
    expect(kept).toEqual(whole)
  })

  it('has its words at once for a page in English', async () => {
    const read = vi.fn(async (part: PartReference) => readPart(part))
    const { definition, speak, learn } = await assembleDefinition({ text, language: 'en', readPart: read })
    expect(definition.locales).toEqual(whole?.locales)
    await Promise.all([speak('en'), learn()])
    expect(read.mock.calls.filter(([part]) => part.sha256 === english?.sha256)).toHaveLength(1)
    expect(definition).toEqual(whole)
  })

  it('tries again for English and for sources after a lost connection', async () => {
    let isOffline = true
    const { definition, speak, learn } = await assembleDefinition({ text, readPart: async (part) => (isOffline && !Object.values(parts?.optionSets ?? {}).some(({ sha256 }) => sha256 === part.sha256) ? Promise.reject(new TypeError('network')) : readPart(part)) })
    await expect(speak('en')).rejects.toThrow('network')
    await expect(learn()).rejects.toThrow('network')
    isOffline = false
    await Promise.all([speak('en'), learn()])
    expect(definition).toEqual(whole)
  })

  it('takes a definition that names no parts as it is', async () => {
    const plain = JSON.stringify(whole)
    const { definition, speak, learn } = await assembleDefinition({ text: plain, readPart: () => Promise.reject(new TypeError('nothing to read')) })
    await Promise.all([speak('en'), learn()])
    expect(definition).toEqual(whole)
    expect(joinDefinition(plain, () => expect.fail('nothing to read'))).toEqual(whole)
  })
})

describe('splitDefinition', () => {
  const [definition = expect.fail('no definitions')] = Object.values(DEFINITIONS)

  it('names a set in an enum only where the enum is that set, in its order, but for a few', () => {
    const options = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((value) => ({ value, label: { vi: value, en: value } }))
    const enumOf = (values: string[]): unknown => {
      const split = splitDefinition({ ...definition, optionSets: { letters: options }, schema: { properties: { enum: { enum: values } } } }, () => true)
      return JSON.parse(split.mainText({ optionSets: {}, english: partReference('e'), facts: partReference('f') })).schema.properties.enum.enum
    }
    expect(enumOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual({ optionSet: 'letters' })
    expect(enumOf(['a', 'c', 'd', 'e', 'f', 'g'])).toEqual({ optionSet: 'letters', except: ['b'] })
    for (const other of [['b', 'a', 'c', 'd', 'e', 'f', 'g'], ['a', 'b', 'x'], ['a']]) expect(enumOf(other)).toEqual(other)
  })

  it('gives the same text for the same definition', () => {
    const main = (): string => splitDefinition(definition, (set) => set === 'countries').mainText({ optionSets: {}, english: partReference('e'), facts: partReference('f') })
    expect(main()).toBe(main())
  })
})

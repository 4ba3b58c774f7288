import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { DEFINITION_INDEX, readDefinitionFiles } from './definitions.ts'
import { DEFINITIONS } from './generated/definitions/all.ts'
import { assembleDefinition, joinDefinition, partsOf, type PartReference } from './served.ts'
import { splitDefinition } from './split-definition.ts'

const files = readDefinitionFiles({ generatedAt: '2026-11-21T00:00:00Z' })
const textAt = (path: string): string => files.get(path) ?? expect.fail(`nothing is served at ${path}`)
const readPart = ({ path }: PartReference): unknown => JSON.parse(textAt(path))
const referencesOf = (path: string): PartReference[] => {
  const parts = partsOf(textAt(path)) ?? expect.fail(`${path} names no parts`)
  return [...Object.values(parts.optionSets), ...Object.values(parts.locales)]
}

/** A definition as served, in bytes of gzip: the file that is fetched first, and each part. */
const MOST_BYTES = 10_000

describe('a served definition', () => {
  it(`weighs at most ${MOST_BYTES} bytes of gzip, and so does every part`, () => {
    const sizes = [...files].filter(([path]) => path !== 'index.json' && path !== 'reference/communes.json').map(([path, text]) => ({ path, bytes: gzipSync(text).length }))
    const table = sizes.toSorted((a, b) => b.bytes - a.bytes).map(({ path, bytes }) => `${String(bytes).padStart(7)} ${path}`).join('\n')
    expect(sizes.filter(({ bytes }) => bytes > MOST_BYTES), `\n${table}\n`).toEqual([])
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
    for (const { path } of DEFINITION_INDEX) expect(textAt(path)).not.toMatch(/"AD","AE"|Andorra|Vietcombank/)
  })

  it('leaves the names of provinces to the list of places', () => {
    for (const definition of Object.values(DEFINITIONS)) expect(definition.optionSets).not.toHaveProperty('provinces')
  })
})

describe('assembleDefinition', () => {
  const { path } = DEFINITION_INDEX.find((entry) => entry.slug === 'extract-copy') ?? expect.fail('no extract-copy')
  const text = textAt(path)
  const whole = DEFINITIONS[path]
  const english = partsOf(text)?.locales.en

  it('leaves English until it is spoken, and then fetches it once', async () => {
    const read = vi.fn(async (part: PartReference) => readPart(part))
    const { definition, speak } = await assembleDefinition({ text, readPart: read })
    expect(read).not.toHaveBeenCalledWith(english)
    expect(definition.procedure.name).toEqual({ vi: whole?.procedure.name.vi, en: whole?.procedure.name.vi })
    expect(definition.locales).toEqual({ vi: whole?.locales.vi, en: whole?.locales.vi })
    const calls = read.mock.calls.length
    const kept = definition
    await Promise.all([speak('en'), speak('vi'), speak('en')])
    expect(read.mock.calls.slice(calls)).toEqual([[english]])
    expect(kept).toEqual(whole)
  })

  it('is complete at once for a page in English', async () => {
    expect((await assembleDefinition({ text, language: 'en', readPart: async (part) => readPart(part) })).definition).toEqual(whole)
  })

  it('tries again for English after a lost connection', async () => {
    let isOffline = true
    const { definition, speak } = await assembleDefinition({ text, readPart: async (part) => (isOffline && part.sha256 === english?.sha256 ? Promise.reject(new TypeError('network')) : readPart(part)) })
    await expect(speak('en')).rejects.toThrow('network')
    isOffline = false
    await speak('en')
    expect(definition).toEqual(whole)
  })

  it('takes a definition that names no parts as it is', async () => {
    const plain = JSON.stringify(whole)
    const { definition, speak } = await assembleDefinition({ text: plain, readPart: () => Promise.reject(new TypeError('nothing to read')) })
    await speak('en')
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
      return JSON.parse(split.mainText({ optionSets: {}, locales: { vi: { path: '', sha256: '' }, en: { path: '', sha256: '' } } })).schema.properties.enum.enum
    }
    expect(enumOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual({ optionSet: 'letters' })
    expect(enumOf(['a', 'c', 'd', 'e', 'f', 'g'])).toEqual({ optionSet: 'letters', except: ['b'] })
    for (const other of [['b', 'a', 'c', 'd', 'e', 'f', 'g'], ['a', 'b', 'x'], ['a']]) expect(enumOf(other)).toEqual(other)
  })

  it('gives the same text for the same definition', () => {
    const main = (): string => splitDefinition(definition, (set) => set === 'countries').mainText({ optionSets: {}, locales: { vi: { path: '', sha256: '' }, en: { path: '', sha256: '' } } })
    expect(main()).toBe(main())
  })
})

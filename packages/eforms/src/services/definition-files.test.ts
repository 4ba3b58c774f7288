import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DefinitionIndexEntry } from '@motcua/schemas/definition'
import { DEFINITION_INDEX, readDefinitionFiles } from '@motcua/schemas/definitions'
import { firstParts, partReference, partsOf } from '@motcua/schemas/served'
import { fixtureDefinition } from '../testing/definition.ts'
import { definitionFiles, findDefinition } from './definition-files.ts'

const definition = fixtureDefinition()
const bytes = JSON.stringify(definition)
const sha256 = createHash('sha256').update(bytes).digest('hex')

function entry(more: Partial<DefinitionIndexEntry> = {}): DefinitionIndexEntry {
  const { slug, codes, name, completeness } = definition.procedure
  return { slug, codes, name, completeness, endings: ['hand-off'], effectiveFrom: '2026-01-01', effectiveTo: '2027-02-28', sha256, path: `${slug}/2026-01-01/${sha256}.json`, ...more } as DefinitionIndexEntry
}

/** A folder of files, at the border of fetch. */
function serve(files: Record<string, string>): void {
  vi.stubGlobal('fetch', async (url: URL) => {
    const body = files[url.pathname]
    return body === undefined ? new Response('', { status: 404 }) : new Response(body)
  })
}

const source = definitionFiles('https://xa.example/definitions/')
afterEach(() => { vi.unstubAllGlobals() })

describe('findDefinition', () => {
  it.each([['fixture-copy', '2026-11-21'], ['9.000635', '2026-11-21'], ['9.000635', '2027-02-28']])('finds %s on %s', async (name, on) => {
    serve({ '/definitions/index.json': JSON.stringify({ generatedAt: '', definitions: [entry()] }), [`/definitions/fixture-copy/2026-01-01/${sha256}.json`]: bytes })
    expect(await findDefinition(source, name, { on })).toMatchObject({ kind: 'found', definition, sha256 })
  })

  it('finds on a page whose library has an Array.from of its own, as MooTools has', async () => {
    serve({ '/definitions/index.json': JSON.stringify({ definitions: [entry()] }), [`/definitions/fixture-copy/2026-01-01/${sha256}.json`]: bytes })
    const from = vi.spyOn(Array, 'from').mockImplementation((items) => Array.prototype.slice.call(items))
    expect(await findDefinition(source, 'fixture-copy', { on: '2026-11-21' })).toMatchObject({ kind: 'found' })
    from.mockRestore()
  })

  it('says that a procedure has ended on the day after its last', async () => {
    serve({ '/definitions/index.json': JSON.stringify({ definitions: [entry()] }) })
    expect(await findDefinition(source, 'fixture-copy', { on: '2027-03-01' })).toMatchObject({ kind: 'ended', entry: { effectiveTo: '2027-02-28' } })
  })

  it('does not know a name that is nowhere, nor one that is not in force yet', async () => {
    serve({ '/definitions/index.json': JSON.stringify({ definitions: [entry()] }) })
    expect(await findDefinition(source, 'other', { on: '2026-11-21' })).toEqual({ kind: 'unknown' })
    expect(await findDefinition(source, 'fixture-copy', { on: '2025-12-31' })).toEqual({ kind: 'unknown' })
  })

  it('opens no definition whose bytes differ from the index', async () => {
    serve({ '/definitions/index.json': JSON.stringify({ definitions: [entry()] }), [`/definitions/fixture-copy/2026-01-01/${sha256}.json`]: bytes.replace('8000', '9000') })
    expect(await findDefinition(source, 'fixture-copy', { on: '2026-11-21' })).toEqual({ kind: 'broken' })
  })

  describe('in parts', () => {
    // Its words are a part too, so long is it.
    const on = '2026-11-21'
    const listed = DEFINITION_INDEX.find(({ slug }) => slug === 'interlinked-birth') ?? expect.fail('no interlinked-birth')
    const files = Object.fromEntries([...readDefinitionFiles({ generatedAt: '' })].map(([path, text]) => [`/definitions/${path}`, text]))
    const parts = partsOf(files[`/definitions/${listed.path}`] ?? '') ?? expect.fail('no parts')
    const nameOf = (sha256: string): string => `/definitions/${partReference(sha256).path}`
    const without = (...names: string[]): Record<string, string> => Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)))
    const first = firstParts(parts).map(nameOf)

    it('needs nothing but its first parts for a page in Vietnamese, and fetches the rest when it is wanted', async () => {
      serve(without(nameOf(parts.english), nameOf(parts.later)))
      const outcome = await findDefinition(source, listed.slug, { on })
      if (outcome.kind !== 'found') throw new Error(outcome.kind)
      const { vi: name } = listed.name
      expect(outcome.definition.procedure.name).toEqual({ vi: name, en: name })
      expect(outcome.definition.procedure.eligibility[0]?.source).toBe('')
      await expect(outcome.speak?.('en')).rejects.toThrow()
      await expect(outcome.learn?.()).rejects.toThrow()
      serve(files)
      await Promise.all([outcome.speak?.('en'), outcome.learn?.()])
      expect(outcome.definition).toEqual((await import('@motcua/schemas/interlinked-birth')).definition)
    })

    it('asks for the main file and its first parts at once, after the index', async () => {
      const asked: string[][] = [[]]
      vi.stubGlobal('fetch', async ({ pathname }: URL) => {
        asked.at(-1)?.push(pathname)
        // What is asked for in one turn travels together.
        await new Promise((resolve) => { setTimeout(resolve, 5) })
        asked.push([])
        return new Response(files[pathname])
      })
      await findDefinition(source, listed.slug, { on })
      expect(asked.filter((wave) => wave.length > 0).map((wave) => wave.toSorted())).toEqual([['/definitions/index.json'], [`/definitions/${listed.path}`, ...first].toSorted()])
    })

    it('fetches English at once for a page in English', async () => {
      serve(files)
      expect(await findDefinition(source, listed.slug, { on, language: 'en' })).toMatchObject({ definition: { procedure: { name: listed.name } } })
    })

    it.each([['English', nameOf(parts.english)], ['a table', first[0] ?? ''], ['the words', first.at(-1) ?? '']])('opens no form when %s was changed, or is gone', async (_, name) => {
      serve({ ...files, [name]: `${files[name]} ` })
      expect(await findDefinition(source, listed.slug, { on, language: 'en' })).toEqual({ kind: 'broken' })
      serve(without(name))
      expect(await findDefinition(source, listed.slug, { on, language: 'en' })).toEqual({ kind: 'broken' })
    })
  })

  it('lets a lost connection through, so that it is not taken for a missing procedure', async () => {
    vi.stubGlobal('fetch', async () => { throw new TypeError('network') })
    await expect(findDefinition(source, 'fixture-copy', { on: '2026-11-21' })).rejects.toThrow('network')
  })
})

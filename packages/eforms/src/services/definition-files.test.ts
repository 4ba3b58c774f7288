import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DefinitionIndexEntry } from '@motcua/schemas/definition'
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
    const whole = definition
    const part = (content: unknown): { name: string; text: string; reference: { path: string; sha256: string } } => {
      const text = JSON.stringify(content)
      const hash = createHash('sha256').update(text).digest('hex')
      return { name: `/definitions/parts/${hash}.json`, text, reference: { path: `parts/${hash}.json`, sha256: hash } }
    }
    const texts: string[] = []
    const { procedure, optionSets } = JSON.parse(JSON.stringify({ procedure: whole.procedure, optionSets: whole.optionSets }), (_, value) => {
      if (typeof value?.vi !== 'string') return value
      texts.push(value.en)
      return { vi: value.vi }
    })
    const [who] = procedure.eligibility
    const english = part({ words: whole.locales.en, texts })
    const facts = part([[who.source, who.checkedOn]])
    const main = JSON.stringify({
      ...whole, locales: undefined, words: whole.locales.vi, procedure: { ...procedure, eligibility: [{ text: who.text, confidence: who.confidence, fact: 0 }] }, optionSets,
      parts: { optionSets: {}, english: english.reference.sha256, facts: facts.reference.sha256 },
    })
    const mainHash = createHash('sha256').update(main).digest('hex')
    const files = {
      '/definitions/index.json': JSON.stringify({ definitions: [entry({ sha256: mainHash, path: `fixture-copy/${mainHash}.json` })] }),
      [`/definitions/fixture-copy/${mainHash}.json`]: main,
    }

    it('needs neither English nor sources for a page in Vietnamese, and fetches them when they are wanted', async () => {
      serve(files)
      const outcome = await findDefinition(source, 'fixture-copy', { on: '2026-11-21' })
      if (outcome.kind !== 'found') throw new Error(outcome.kind)
      const { vi: name } = whole.procedure.name
      expect(outcome.definition.procedure.name).toEqual({ vi: name, en: name })
      expect(outcome.definition.procedure.eligibility[0]?.source).toBe('')
      await expect(outcome.speak?.('en')).rejects.toThrow()
      await expect(outcome.learn?.()).rejects.toThrow()
      serve({ ...files, [english.name]: english.text, [facts.name]: facts.text })
      await Promise.all([outcome.speak?.('en'), outcome.learn?.()])
      expect(outcome.definition).toEqual(whole)
    })

    it('fetches English at once for a page in English', async () => {
      serve({ ...files, [english.name]: english.text })
      expect(await findDefinition(source, 'fixture-copy', { on: '2026-11-21', language: 'en' })).toMatchObject({ definition: { procedure: { name: whole.procedure.name } } })
    })

    it('opens no form whose part was changed, or is gone', async () => {
      serve({ ...files, [english.name]: english.text.replace('e', 'é') })
      expect(await findDefinition(source, 'fixture-copy', { on: '2026-11-21', language: 'en' })).toEqual({ kind: 'broken' })
      serve(files)
      expect(await findDefinition(source, 'fixture-copy', { on: '2026-11-21', language: 'en' })).toEqual({ kind: 'broken' })
    })
  })

  it('lets a lost connection through, so that it is not taken for a missing procedure', async () => {
    vi.stubGlobal('fetch', async () => { throw new TypeError('network') })
    await expect(findDefinition(source, 'fixture-copy', { on: '2026-11-21' })).rejects.toThrow('network')
  })
})

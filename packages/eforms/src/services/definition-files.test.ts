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
    expect(await findDefinition(source, name, on)).toEqual({ kind: 'found', definition, sha256 })
  })

  it('says that a procedure has ended on the day after its last', async () => {
    serve({ '/definitions/index.json': JSON.stringify({ definitions: [entry()] }) })
    expect(await findDefinition(source, 'fixture-copy', '2027-03-01')).toMatchObject({ kind: 'ended', entry: { effectiveTo: '2027-02-28' } })
  })

  it('does not know a name that is nowhere, nor one that is not in force yet', async () => {
    serve({ '/definitions/index.json': JSON.stringify({ definitions: [entry()] }) })
    expect(await findDefinition(source, 'other', '2026-11-21')).toEqual({ kind: 'unknown' })
    expect(await findDefinition(source, 'fixture-copy', '2025-12-31')).toEqual({ kind: 'unknown' })
  })

  it('opens no definition whose bytes differ from the index', async () => {
    serve({ '/definitions/index.json': JSON.stringify({ definitions: [entry()] }), [`/definitions/fixture-copy/2026-01-01/${sha256}.json`]: bytes.replace('8000', '9000') })
    expect(await findDefinition(source, 'fixture-copy', '2026-11-21')).toEqual({ kind: 'broken' })
  })

  it('lets a lost connection through, so that it is not taken for a missing procedure', async () => {
    vi.stubGlobal('fetch', async () => { throw new TypeError('network') })
    await expect(findDefinition(source, 'fixture-copy', '2026-11-21')).rejects.toThrow('network')
  })
})

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

  it('is not made of a version that is not there', () => {
    expect(() => keptDefinition(source, 'a'.repeat(64))).toThrow(TypeError)
    expect(source.part('a'.repeat(64))).toBeUndefined()
  })
})

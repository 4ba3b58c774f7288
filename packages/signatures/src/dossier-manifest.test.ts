import { describe, expect, it } from 'vitest'
import { parseManifest } from './manifest.ts'
import type { DossierManifest } from './manifest.ts'

const manifest: DossierManifest = {
  dossier: 'H01.30838-261121-0001',
  procedure: '2.000635',
  outcome: 'positive',
  files: [{ name: 'trich-luc.pdf', sha256: 'a'.repeat(64), bytes: 2046 }],
  issuer: 'H01.30838',
  closedBy: 'officer-7',
  iat: 1_795_248_000,
  prev: null,
}

describe('a dossier manifest', () => {
  it('is read when it has exactly its members', () => {
    expect(parseManifest(manifest)).toEqual({ ok: true, manifest })
    expect(parseManifest({ ...manifest, outcome: 'negative', prev: 'b'.repeat(64), files: [] })).toMatchObject({ ok: true })
  })

  it.each<[string, unknown, string[]]>([
    ['not an object', [], ['']],
    ['nothing', null, ['']],
    ['empty', {}, ['/dossier', '/procedure', '/outcome', '/files', '/issuer', '/closedBy', '/iat', '/prev']],
    ['another outcome', { ...manifest, outcome: 'maybe' }, ['/outcome']],
    ['an extra member', { ...manifest, 'a/b': 1 }, ['/a~1b']],
    ['a hash in capitals', { ...manifest, prev: 'A'.repeat(64) }, ['/prev']],
    ['an empty file', { ...manifest, files: [{ name: 'a', sha256: 'a'.repeat(64), bytes: 0 }] }, ['/files/0/bytes']],
    ['a file that is text', { ...manifest, files: ['a'] }, ['/files/0']],
    ['the same file twice', { ...manifest, files: [...manifest.files, ...manifest.files] }, ['/files/1/sha256']],
    ['a time in words', { ...manifest, iat: '2026-11-21' }, ['/iat']],
  ])('is refused with pointers when it is %s', (_, value, pointers) => {
    expect(parseManifest(value)).toEqual({ ok: false, pointers })
  })
})

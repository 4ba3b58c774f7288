import type { DefinitionIndexEntry } from '@motcua/schemas/definition'
import { partReference } from '@motcua/schemas/served'

/** Where definitions come from: content-addressed bytes and the index that names the current ones. */
export interface DefinitionSource {
  /** Versions that may be filed on a calendar day (`YYYY-MM-DD`). */
  index(on: string): readonly DefinitionIndexEntry[]
  /** Exact bytes of one definition; undefined when the hash is not known. */
  bytes(sha256: string): Uint8Array | undefined
  /** Exact bytes of a part that a definition names; undefined when the hash is not known. */
  part(sha256: string): Uint8Array | undefined
  /** The entry behind a hash, current or not. */
  entry(sha256: string): DefinitionIndexEntry | undefined
}

/** A source over entries and bytes held in memory; `bytesOf` knows the paths of the entries and of parts, `parts/<sha256>.json`. */
export function createDefinitionSource(entries: readonly DefinitionIndexEntry[], bytesOf: (path: string) => Uint8Array | undefined): DefinitionSource {
  const byHash = new Map(entries.map((entry) => [entry.sha256, entry]))
  return {
    index: (on) => entries.filter((entry) => entry.effectiveFrom <= on && (entry.effectiveTo === null || on <= entry.effectiveTo)),
    entry: (sha256) => byHash.get(sha256),
    part: (sha256) => bytesOf(partReference(sha256).path),
    bytes: (sha256) => {
      const entry = byHash.get(sha256)
      return entry === undefined ? undefined : bytesOf(entry.path)
    },
  }
}

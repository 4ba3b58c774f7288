import type { LegalBasis, LocaleBundle } from './definition.ts'

/** An immutable part of a served definition, named by the bytes it must have. */
export interface PartReference {
  /** Relative to `/definitions/`: `parts/<sha256>.json`. */
  path: string
  /** Hex SHA-256 of its bytes. */
  sha256: string
}

/** What the main file of a definition leaves to parts: the hex SHA-256 of each. */
export interface DefinitionParts {
  /** `Option[]` in Vietnamese by name of the set: reference tables that procedures share. */
  optionSets: Readonly<Record<string, string>>
  /** {@link WordsPart}, where the main file would be too long with them. */
  words?: string
  /** {@link EnglishPart}. */
  english: string
  /** {@link LaterPart}. */
  later: string
}

/** Content of the part with labels and hints in Vietnamese, in the order of the pages and their items; `null` where there are none. */
export type WordsPart = ReadonlyArray<object | null>

/** Content of the English part. */
export interface EnglishPart {
  words: LocaleBundle
  /** English of every text of the main file, in its order, and then of the tables; `''` where it reads as the Vietnamese. */
  texts: string[]
}

/** Where a fact comes from; of a legal basis also what it is called. */
export type SourceRow = Pick<LegalBasis, 'source' | 'checkedOn'> & Partial<Pick<LegalBasis, 'citation' | 'title'>>

/** Content of the part with what no page shows before something was opened or typed. */
export interface LaterPart {
  sources: readonly SourceRow[]
  /** Which row of `sources` every fact of the main file has, in their order. */
  facts: readonly number[]
  /** What is said of wrong answers in Vietnamese, by pointer and issue code. */
  messages: Readonly<Record<string, Record<string, string>>>
  /** What is said in Vietnamese when a rule does not hold, by its id. */
  rules: LocaleBundle['rules']
}

/** Address of a part below `/definitions/`. */
export function partReference(sha256: string): PartReference {
  return { path: `parts/${sha256}.json`, sha256 }
}

/** Hashes of the parts without which there is no first page in Vietnamese. */
export function firstParts({ optionSets, words }: DefinitionParts): string[] {
  return [...Object.values(optionSets), words ?? []].flat()
}

/** Every part a main file names. */
export function partReferences(parts: DefinitionParts): PartReference[] {
  return [...firstParts(parts), parts.english, parts.later].map(partReference)
}

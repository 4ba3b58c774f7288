import { foldForSearch } from '@motcua/core/text'
import type { DefinitionIndexEntry } from '@motcua/schemas/definition'

/** A word that is only begun counts less than a whole one: “kha” is on its way to many words. */
const BEGUN = 0.6
/** What shares less than this part of the best match's weight is left out. */
const NEAR_ENOUGH = 0.5

/** What people call procedures, by slug: content of `reference/everyday-words.json`. */
export type WordsBySlug = Readonly<Record<string, { readonly vi: readonly string[]; readonly en: readonly string[] }>>

/**
 * Procedures that a person may mean, the likeliest first: by words of the name or of what people call it, in either language, with
 * or without marks, in whole sentences too (“tôi muốn làm khai sinh cho con”), or by code. A word weighs more the fewer
 * procedures have it; words that none has are passed over. Empty text gives every procedure in the order of its name.
 *
 * @example
 * searchProcedures(entries, 'giay doc than', words).map(({ slug }) => slug) // ['marital-status-confirmation']
 */
export function searchProcedures(entries: readonly DefinitionIndexEntry[], text: string, everydayWords: WordsBySlug = {}): readonly DefinitionIndexEntry[] {
  const inOrder = [...entries].sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'))
  const wanted = wordsIn(text)
  if (wanted.length === 0) return inOrder
  const phrase = wanted.join(' ')
  const known = inOrder.map((entry) => ({ entry, names: namesOf(entry, everydayWords[entry.slug]) }))
  const weights = known.map(() => 0)
  for (const word of wanted) {
    const shares = known.map(({ names }) => shareOf(word, names))
    const rarity = Math.log(1 + known.length / shares.filter((share) => share > 0).length)
    shares.forEach((share, index) => { if (share > 0) weights[index] = (weights[index] ?? 0) + share * rarity })
  }
  const ranked = known
    .map(({ entry, names }, index) => ({ entry, weight: (weights[index] ?? 0) * closeness(phrase, names) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const least = (ranked[0]?.weight ?? 0) * NEAR_ENOUGH
  return ranked.filter(({ weight }) => weight >= least).map(({ entry }) => entry)
}

function shareOf(word: string, names: readonly string[]): number {
  if (names.some((name) => ` ${name} `.includes(` ${word} `))) return 1
  return names.some((name) => ` ${name}`.includes(` ${word}`)) ? BEGUN : 0
}

/** The words in one piece are meant before the same words apart; of two such names the shorter. */
function closeness(phrase: string, names: readonly string[]): number {
  return Math.max(...names.map((name) => (` ${name}`.includes(` ${phrase}`) ? 1.5 + phrase.length / name.length : 1)))
}

function namesOf({ name, codes }: DefinitionIndexEntry, { vi, en }: WordsBySlug[string] = { vi: [], en: [] }): readonly string[] {
  return [name.vi, name.en, ...codes.map(({ code }) => code), ...vi, ...en].map((text) => wordsIn(text).join(' '))
}

/** Folded words; a code loses its dots, as people leave them out. */
function wordsIn(text: string): string[] {
  return foldForSearch(text).replace(/(?<=\d)\.(?=\d)/gu, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

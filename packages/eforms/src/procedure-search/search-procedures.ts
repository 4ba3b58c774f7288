import { foldForSearch } from '@motcua/core/text'
import type { DefinitionIndexEntry } from '@motcua/schemas/definition'

/** A word that is only begun counts less than a whole one: “kha” is on its way to many words. */
const BEGUN = 0.6
/** A shorter word has to stand whole in English (“pen” begins no “pension”), and means itself where any name has it whole (“die” is no “điểm chỉ”). */
const SHORT = 4
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
  const known = inOrder.map((entry) => ({ entry, ...namesOf(entry, everydayWords[entry.slug]) }))
  const weights = known.map(() => 0)
  for (const word of wanted) {
    const whole = known.map(({ names }) => hasWord(word, names))
    const isMeantWhole = word.length < SHORT && whole.includes(true)
    const shares = known.map(({ names, vietnamese }, index) => (whole[index] ? 1 : !isMeantWhole && isBegun(word, word.length < SHORT ? vietnamese : names) ? BEGUN : 0))
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

/** Whether there is a word in it to search for: an emoji or a full stop is none. */
export function hasWords(text: string): boolean { return wordsIn(text).length > 0 }

function hasWord(word: string, names: readonly string[]): boolean { return names.some((name) => ` ${name} `.includes(` ${word} `)) }
function isBegun(word: string, names: readonly string[]): boolean { return names.some((name) => ` ${name}`.includes(` ${word}`)) }

/** The words in one piece are meant before the same words apart; of two such names the shorter. */
function closeness(phrase: string, names: readonly string[]): number {
  return Math.max(...names.map((name) => (` ${name}`.includes(` ${phrase}`) ? 1.5 + phrase.length / name.length : 1)))
}

function namesOf({ name, codes }: DefinitionIndexEntry, { vi, en }: WordsBySlug[string] = { vi: [], en: [] }): { names: readonly string[]; /** Those of them that are Vietnamese, and codes. */ vietnamese: readonly string[] } {
  const folded = (texts: readonly string[]): string[] => texts.map((text) => wordsIn(text).join(' '))
  const vietnamese = folded([name.vi, ...codes.map(({ code }) => code), ...vi])
  return { vietnamese, names: [...vietnamese, ...folded([name.en, ...en])] }
}

/** Folded words; a code loses its dots, as people leave them out. */
function wordsIn(text: string): string[] {
  return foldForSearch(text).replace(/(?<=\d)\.(?=\d)/gu, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

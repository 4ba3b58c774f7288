import { foldForSearch } from '@motcua/core/text'
import type { FieldOption } from '../field.ts'

interface Folded { label: string; names: readonly string[] }
const FOLDED = new WeakMap<readonly FieldOption[], readonly Folded[]>()

/**
 * Options whose words hold what was typed, marks and case aside: those that begin with it, then those in which a word
 * does, then those one of whose other names does at the beginning of a word, then the others. No text gives all of them.
 */
export function searchOptions(options: readonly FieldOption[], text: string): readonly FieldOption[] {
  const wanted = foldWords(text)
  if (wanted === '') return options
  let folded = FOLDED.get(options)
  if (!folded) FOLDED.set(options, folded = options.map(({ label, alsoCalled = [] }) => ({ label: foldWords(label), names: alsoCalled.map(foldWords) })))
  const ranks: FieldOption[][] = [[], [], [], []]
  for (const [index, { label, names }] of folded.entries()) {
    const option = options[index]
    const rank = label.startsWith(wanted) ? 0 : hasWord(label, wanted) ? 1 : names.some((name) => hasWord(name, wanted)) ? 2 : label.includes(wanted) ? 3 : undefined
    if (option && rank !== undefined) ranks[rank]?.push(option)
  }
  return ranks.flat()
}

function hasWord(text: string, beginning: string): boolean { return ` ${text}`.includes(` ${beginning}`) }

/** Marks, case, hyphens and apostrophes aside: people write “Ê Đê” and “Ê-đê”, “H’Mông” and “Hmông”. */
export function foldWords(text: string): string { return foldForSearch(text).replace(/['’]/g, '').replace(/-/g, ' ') }

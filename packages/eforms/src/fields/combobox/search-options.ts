import { foldForSearch } from '@motcua/core/text'
import type { FieldOption } from '../field.ts'

const FOLDED = new WeakMap<readonly FieldOption[], readonly string[]>()

/**
 * Options whose words hold what was typed, marks and case aside: those that begin with it, then those in which a word
 * does, then the others. No text gives all of them.
 */
export function searchOptions(options: readonly FieldOption[], text: string): readonly FieldOption[] {
  const wanted = foldWords(text)
  if (wanted === '') return options
  let folded = FOLDED.get(options)
  if (!folded) FOLDED.set(options, folded = options.map(({ label }) => foldWords(label)))
  const ranks: FieldOption[][] = [[], [], []]
  for (const [index, label] of folded.entries()) {
    const at = label.indexOf(wanted)
    const option = options[index]
    if (option && at >= 0) ranks[at === 0 ? 0 : label.includes(` ${wanted}`) ? 1 : 2]?.push(option)
  }
  return ranks.flat()
}

/** Marks, case and hyphens aside: people write “Ê Đê” and “Ê-đê”. */
export function foldWords(text: string): string { return foldForSearch(text).replaceAll('-', ' ') }

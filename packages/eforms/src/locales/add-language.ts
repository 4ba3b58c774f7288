import type { AddedWords, LanguagePack } from './added-words.ts'

const LOADERS = new Map<string, () => Promise<LanguagePack | { default: LanguagePack }>>()
const LOADED = new Map<string, Promise<AddedWords | undefined>>()

/**
 * Adds a language to every element on the page, by its BCP 47 tag. It is loaded when an element first asks for it with `lang`;
 * every word that it lacks is Vietnamese. Declarations, slips and receipts stay Vietnamese.
 *
 * @example
 * addLanguage('km', () => import('./km.js'))   // export default { strings: { start: 'ចាប់ផ្ដើម' }, texts: {}, forms: {} }
 */
export function addLanguage(tag: string, load: () => Promise<LanguagePack | { default: LanguagePack }>): void {
  const [name = tag] = Intl.getCanonicalLocales(tag)
  LOADERS.set(name, load)
  LOADED.delete(name)
}

/** The language added for a tag: its own, or that of its first part (`km` for `km-KH`). */
export function languageAdded(tag: string): string | undefined {
  if (LOADERS.size === 0) return undefined
  const parts = tag.split('-')
  for (let count = parts.length; count > 0; count--) {
    const wanted = parts.slice(0, count).join('-').toLowerCase()
    const found = [...LOADERS.keys()].find((name) => name.toLowerCase() === wanted)
    if (found) return found
  }
  return undefined
}

/** Its words; `undefined` when they cannot be had now. */
export function loadAdded(tag: string): Promise<AddedWords | undefined> {
  const known = LOADED.get(tag) ?? load(tag)
  LOADED.set(tag, known)
  return known
}

async function load(tag: string): Promise<AddedWords | undefined> {
  try {
    const [pack, { addedWords }] = await Promise.all([LOADERS.get(tag)?.(), import('./added-words.ts')])
    return pack && addedWords(tag, 'default' in pack ? pack.default : pack)
  } catch {
    // A lost connection may be tried again.
    LOADED.delete(tag)
    return undefined
  }
}

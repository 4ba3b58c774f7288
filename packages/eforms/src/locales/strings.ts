import type { UiKey, UiStrings } from './ui-strings.ts'

export type { UiKey, UiStrings } from './ui-strings.ts'
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Vietnamese unless the tag begins with `en`. */
export function languageOf(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'vi'
}

/** Puts values into `{name}` places; a place without a value stays visible, so that a mistake shows. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))
}

/** Translator handed to views. */
export interface Words {
  readonly language: Language
  readonly strings: Partial<UiStrings>
  (key: UiKey, values?: Readonly<Record<string, string | number>>): string
}

/** Binds strings to their language. Vietnamese comes in areas, so that a single field does not carry the words of a tracker. */
export function wordsOf(language: Language, strings: Partial<UiStrings>): Words {
  const words = (key: UiKey, values?: Readonly<Record<string, string | number>>): string => {
    const text = strings[key] ?? key
    return values ? fill(text, values) : text
  }
  return Object.assign(words, { language, strings })
}

const EXTENDED = new WeakMap<Words, Map<Partial<UiStrings>, Words>>()

/** The same translator with one more area; asked again, the same answer. */
export function withArea(words: Words, vietnamese: Partial<UiStrings>): Words {
  const areas = EXTENDED.get(words) ?? new Map<Partial<UiStrings>, Words>()
  const known = areas.get(vietnamese) ?? wordsOf(words.language, { ...vietnamese, ...words.strings })
  EXTENDED.set(words, areas.set(vietnamese, known))
  return known
}

/** Words of a language: the Vietnamese areas one has, or the whole of English, which arrives in its own chunk. */
export async function loadWords(language: Language, vietnamese: Partial<UiStrings>): Promise<Words> {
  return wordsOf(language, language === 'en' ? (await import('./en.ts')).en : vietnamese)
}

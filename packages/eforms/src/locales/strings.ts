import { vi } from './vi.ts'
import type { UiKey, UiStrings } from './vi.ts'

export type { UiKey, UiStrings } from './vi.ts'
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Vietnamese unless the tag begins with `en`. */
export function languageOf(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'vi'
}

/** Words of a language; English arrives in its own chunk, Vietnamese is always there. */
export async function loadStrings(language: Language): Promise<UiStrings> {
  return language === 'en' ? (await import('./en.ts')).en : vi
}

/** Puts values into `{name}` places; a place without a value stays visible, so that a mistake shows. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))
}

/** Translator handed to views. */
export interface Words {
  readonly language: Language
  (key: UiKey, values?: Readonly<Record<string, string | number>>): string
}

/** Binds a set of strings to its language. */
export function wordsOf(language: Language, strings: UiStrings = vi): Words {
  const words = (key: UiKey, values?: Readonly<Record<string, string | number>>): string =>
    values ? fill(strings[key], values) : strings[key]
  return Object.assign(words, { language })
}

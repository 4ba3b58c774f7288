import type { Sentences } from '@motcua/form-core'
import type { LocalizedText } from '@motcua/schemas/definition'
import { languageAdded, loadAdded } from './add-language.ts'
import type { AddedWords } from './added-words.ts'
import type { UiKey, UiStrings } from './ui-strings.ts'

export type { UiKey, UiStrings } from './ui-strings.ts'
/** Languages that the procedures are written in. */
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language to speak for a tag: one that was added, English, or else Vietnamese. */
export function languageOf(tag: string | null | undefined): string {
  return languageAdded(tag ?? '') ?? (tag?.toLowerCase().startsWith('en') ? 'en' : 'vi')
}

/** Puts values into `{name}` places; a place without a value stays visible, so that a mistake shows. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))
}

/** Translator handed to views. */
export interface Words {
  /** BCP 47 tag of what is spoken. */
  readonly tag: string
  /** Language of the data it reads: Vietnamese under a language that was added. */
  readonly language: Language
  /** Of a language that was added. */
  readonly added?: AddedWords | undefined
  readonly strings: Partial<UiStrings>
  /** For what is wrong with an answer. @default the Vietnamese */
  readonly sentences?: Sentences | undefined
  (key: UiKey, values?: Readonly<Record<string, string | number>>): string
  /** Text of a procedure, such as the name of a paper. */
  text(text: LocalizedText): string
}

/** Binds strings to their language. Vietnamese comes in areas, so that a single field does not carry the words of a tracker. */
export function wordsOf(language: Language, strings: Partial<UiStrings>, { added, sentences }: Pick<Words, 'added' | 'sentences'> = {}): Words {
  const words = (key: UiKey, values?: Readonly<Record<string, string | number>>): string => {
    const text = strings[key] ?? key
    return values ? fill(text, values) : text
  }
  return Object.assign(words, { tag: added?.tag ?? language, language, strings, added, sentences, text: (text: LocalizedText) => added?.texts[text.vi] ?? text[language] })
}

const EXTENDED = new WeakMap<Words, Map<Partial<UiStrings>, Words>>()

/** The same translator with one more area; asked again, the same answer. */
export function withArea(words: Words, vietnamese: Partial<UiStrings>): Words {
  const areas = EXTENDED.get(words) ?? new Map<Partial<UiStrings>, Words>()
  const known = areas.get(vietnamese) ?? wordsOf(words.language, { ...vietnamese, ...words.strings }, words)
  EXTENDED.set(words, areas.set(vietnamese, known))
  return known
}

/**
 * Words of a language: the Vietnamese areas one has, the whole of English, which arrives in its own chunk, or a language that
 * was added, on top of Vietnamese. Where that cannot be had it is Vietnamese.
 */
export async function loadWords(tag: string, vietnamese: Partial<UiStrings>): Promise<Words> {
  if (tag === 'vi') return wordsOf(tag, vietnamese)
  if (tag === 'en') {
    try {
      const { en, sentences } = await import('./english.ts')
      return wordsOf(tag, en, { sentences })
    } catch {
      // A lost connection: asked for again when the language is next switched.
      return wordsOf('vi', vietnamese)
    }
  }
  const added = await loadAdded(tag)
  return wordsOf('vi', { ...vietnamese, ...added?.strings }, { added })
}

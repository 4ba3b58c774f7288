import type { MessageWords } from '@motcua/form-core'
import type { FormSource, LocaleBundle } from '@motcua/schemas/definition'
import type { UiStrings } from './ui-strings.ts'

/** A language as its translator writes it. All of it is optional: what is missing is Vietnamese, word by word. */
export interface LanguagePack {
  /** Words of the elements, by key. */
  strings?: Partial<UiStrings>
  /** Sentences for what is wrong with an answer, by issue code, with `{label}` and `{limit}`. */
  sentences?: Readonly<Record<string, string>>
  /** Texts of procedures, such as names, papers and options, by their Vietnamese. */
  texts?: Readonly<Record<string, string>>
  /** Words of forms, by slug of the procedure. */
  forms?: Readonly<Record<string, Partial<LocaleBundle>>>
}

/** A language that was added, ready to speak. */
export interface AddedWords {
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  readonly strings: Partial<UiStrings>
  readonly texts: Readonly<Record<string, string>>
  /** Words of a form; the same object as long as the definition's Vietnamese is. */
  form(definition: FormSource): MessageWords
}

/** Languages and scripts written from right to left. */
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ks|ku-arab|nqo|pnb|ps|sd|syr|ug|ur|yi)(-|$)|-(arab|hebr|thaa|syrc|nkoo|adlm)(-|$)/i

export function addedWords(tag: string, { strings = {}, sentences = {}, texts = {}, forms = {} }: LanguagePack): AddedWords {
  const known = new WeakMap<LocaleBundle, MessageWords>()
  return {
    tag, strings, dir: RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr',
    texts: Object.assign(Object.create(null) as Record<string, string>, texts),
    form({ procedure, locales }) {
      const made = known.get(locales.vi) ?? { tag, sentences, bundle: merged(locales.vi, Object.hasOwn(forms, procedure.slug) ? forms[procedure.slug] : undefined) }
      known.set(locales.vi, made)
      return made
    },
  }
}

/** The Vietnamese words with those of the language over them, one by one. */
function merged(vietnamese: LocaleBundle, own: Partial<LocaleBundle> = {}): LocaleBundle {
  const over = <T extends object>(base: Readonly<Record<string, T>>, more: Readonly<Record<string, T>> = {}): Record<string, T> =>
    Object.fromEntries(Object.entries(base).map(([key, text]) => [key, { ...text, ...(Object.hasOwn(more, key) ? more[key] : undefined) }]))
  return { pages: over(vietnamese.pages, own.pages), groups: over(vietnamese.groups, own.groups), fields: over(vietnamese.fields, own.fields), rules: { ...vietnamese.rules, ...own.rules } }
}

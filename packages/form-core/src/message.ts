import type { Issue } from '@motcua/core/issue'
import type { FormSource, LocaleBundle } from '@motcua/schemas/definition'
import { modelOf } from './model/model.ts'
import type { Locale } from './types.ts'
import { KIND_WORDS } from './words/kind-words.ts'
import { WORDS } from './words/words.ts'

/** A pointer with row keys or indexes as the locale writes it: `/witnesses/r2/name` → `/witnesses/-/name`. */
export function localePointer(pointer: string, definition: FormSource): string {
  // One message in a form of a thousand questions must not walk all of them.
  for (const repeat of modelOf(definition).repeats.keys()) {
    if (pointer.startsWith(`${repeat}/`)) return `${repeat}/${['-', ...pointer.slice(repeat.length + 1).split('/').slice(1)].join('/')}`
  }
  return pointer
}

/** The question's words. Without any in the bundle, the pointer: visible at once to whoever edits the locale. */
export function label(pointer: string, definition: FormSource, locale: Locale): string {
  return fieldWords(pointer, definition, locale)?.label ?? pointer
}

export function hint(pointer: string, definition: FormSource, locale: Locale): string | undefined {
  return fieldWords(pointer, definition, locale)?.hint
}

export function pageTitle(pageId: string, definition: FormSource, locale: Locale): string {
  return own(definition.locales[locale].pages, pageId)?.title ?? pageId
}

export function legend(groupId: string, definition: FormSource, locale: Locale): string {
  return own(definition.locales[locale].groups, groupId)?.legend ?? groupId
}

/** Words of a language that the definition itself does not have; sentences that are missing are Vietnamese. */
export interface MessageWords {
  /** BCP 47 tag, for numbers. */
  tag: string
  bundle: LocaleBundle
  /** Generic sentences by issue code, with `{label}` and `{limit}`. */
  sentences: Readonly<Record<string, string>>
}

/**
 * Words for an issue: those of the form for this field and code, those of the rule, those of the kind of field, else a
 * generic sentence with the question's label. `{label}` and `{limit}` (any param) are filled in.
 *
 * @example message({ pointer: '/copies', code: 'maximum', params: { limit: 20 }, … }, definition, 'vi')
 */
export function message(issue: Issue, definition: FormSource, words: Locale | MessageWords): string {
  const { locale, bundle, sentences, tag } = typeof words === 'string' ? { locale: words, bundle: definition.locales[words], sentences: {}, tag: words } : { ...words, locale: 'vi' as const }
  const text = own(bundle.fields, localePointer(issue.pointer, definition))
  const own_ = own(text?.messages ?? {}, issue.code)
  const rule = issue.source === 'rule' ? own(bundle.rules, issue.code) : undefined
  const added = own(sentences, issue.code)
  const kind = issue.source === 'schema' ? modelOf(definition).fields.get(localePointer(issue.pointer, definition))?.definition.field : undefined
  const ofKind = kind && own(KIND_WORDS[locale][kind] ?? {}, issue.code)
  const generic = own(WORDS[locale], issue.code) ?? (issue.source === 'schema' ? WORDS[locale].other : WORDS[locale][issue.source])
  const values = { ...issue.params, label: text?.label ?? issue.pointer }
  return (own_ ?? rule ?? added ?? ofKind ?? generic ?? '').replaceAll(/\{(\w+)\}/g, (all, name: string) => (own<string | number | boolean>(values, name) ?? all).toLocaleString(tag))
}

function fieldWords(pointer: string, definition: FormSource, locale: Locale): LocaleBundle['fields'][string] | undefined {
  return own(definition.locales[locale].fields, localePointer(pointer, definition))
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

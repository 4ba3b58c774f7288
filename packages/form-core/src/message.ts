import type { Issue } from '@motcua/core/issue'
import type { FormSource, LocaleBundle } from '@motcua/schemas/definition'
import type { Locale } from './types.ts'
import { localePointer, messageIn, own } from './message-in.ts'
import type { MessageWords } from './message-in.ts'
import { SENTENCES_EN } from './words/en.ts'
import { SENTENCES_VI } from './words/vi.ts'

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

/**
 * Words for an issue: those of the form for this field and code, those of the rule, those of the kind of field, else a
 * generic sentence with the question's label. `{label}` and `{limit}` (any param) are filled in.
 *
 * @example message({ pointer: '/copies', code: 'maximum', params: { limit: 20 }, … }, definition, 'vi')
 */
export function message(issue: Issue, definition: FormSource, words: Locale | MessageWords): string {
  return messageIn(issue, definition, typeof words === 'string' ? { tag: words, bundle: definition.locales[words], sentences: {}, base: words === 'en' ? SENTENCES_EN : SENTENCES_VI } : words)
}

function fieldWords(pointer: string, definition: FormSource, locale: Locale): LocaleBundle['fields'][string] | undefined {
  return own(definition.locales[locale].fields, localePointer(pointer, definition))
}

import type { FormSource, LocaleBundle } from '@motcua/schemas/definition'
import { localePointer } from './message-in.ts'
import { own } from './own.ts'
import type { Locale } from './types.ts'

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

function fieldWords(pointer: string, definition: FormSource, locale: Locale): LocaleBundle['fields'][string] | undefined {
  return own(definition.locales[locale].fields, localePointer(pointer, definition))
}

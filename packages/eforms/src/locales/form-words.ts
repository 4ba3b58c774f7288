import { messageIn } from '@motcua/form-core'
import type { FieldIssue } from '@motcua/form-core'
import type { FormSource, LocaleBundle } from '@motcua/schemas/definition'
import type { Words } from './strings.ts'

/** Words of a form in the language spoken. */
export function labelsOf(definition: FormSource, words: Words): LocaleBundle {
  return words.added?.form(definition).bundle ?? definition.locales[words.language]
}

/** Words for an issue in the language spoken. */
export function messageOf(issue: FieldIssue, definition: FormSource, words: Words): string {
  return messageIn(issue, definition, words.added?.form(definition) ?? { tag: words.tag, bundle: definition.locales[words.language], sentences: {}, base: words.sentences })
}

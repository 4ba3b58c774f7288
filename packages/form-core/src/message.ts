import type { Issue } from '@motcua/core/issue'
import type { FormSource } from '@motcua/schemas/definition'
import type { Locale } from './types.ts'
import { messageIn } from './message-in.ts'
import type { MessageWords } from './message-in.ts'
import { SENTENCES_EN } from './words/en.ts'
import { SENTENCES_VI } from './words/vi.ts'

/**
 * Words for an issue: those of the form for this field and code, those of the rule, those of the kind of field, else a
 * generic sentence with the question's label. `{label}` and `{limit}` (any param) are filled in.
 *
 * @example message({ pointer: '/copies', code: 'maximum', params: { limit: 20 }, … }, definition, 'vi')
 */
export function message(issue: Issue, definition: FormSource, words: Locale | MessageWords): string {
  return messageIn(issue, definition, typeof words === 'string' ? { tag: words, bundle: definition.locales[words], sentences: {}, base: words === 'en' ? SENTENCES_EN : SENTENCES_VI } : words)
}

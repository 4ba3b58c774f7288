import type { PropertyDeclarations } from 'lit'
import type { JsonValue } from '@motcua/core/json'
import type { Words } from '../locales/strings.ts'
import { FieldShell } from './field-shell.ts'

/**
 * Free text with limits that are said in words when they are broken; typing is never stopped.
 *
 * @attr {number} minlength - least number of characters
 * @attr {number} maxlength - greatest number of characters
 * @attr {string} pattern - regular expression that the whole answer must match; say it in words in `hint`
 */
export abstract class TextShell extends FieldShell {
  static override properties: PropertyDeclarations = {
    ...FieldShell.properties, minLength: { type: Number, attribute: 'minlength' }, maxLength: { type: Number, attribute: 'maxlength' }, pattern: { type: String },
  }

  /** The attribute `minlength`. */
  declare minLength: number | undefined
  /** The attribute `maxlength`. */
  declare maxLength: number | undefined
  declare pattern: string | undefined

  protected override problem(answer: JsonValue, words: Words): string {
    const text = String(answer)
    const { label, minLength, maxLength, pattern } = this
    const { length } = [...text]
    if (minLength && length < minLength) return words('aloneMinLength', { label, limit: minLength })
    if (maxLength && length > maxLength) return words('aloneMaxLength', { label, limit: maxLength })
    return pattern && !matches(pattern, text) ? words('alonePattern', { label }) : ''
  }
}

/** As native: a pattern that is no regular expression asks for nothing. */
function matches(pattern: string, text: string): boolean {
  try { return new RegExp(`^(?:${pattern})$`, 'u').test(text) } catch { return true }
}

import type { PropertyDeclarations } from 'lit'
import type { JsonValue } from '@motcua/core/json'
import type { Words } from '../locales/strings.ts'
import { FieldShell } from './field-shell.ts'

/**
 * An answer that has an order: a number, an amount, a day, an hour.
 *
 * @attr {string} min - least answer, written as in `value`
 * @attr {string} max - greatest answer, written as in `value`
 */
export abstract class RangeShell extends FieldShell {
  static override properties: PropertyDeclarations = { ...FieldShell.properties, min: { type: String }, max: { type: String } }

  declare min: string | undefined
  declare max: string | undefined

  /** What is wrong with an answer before it is compared; empty text for nothing. */
  protected abstract unreal(answer: JsonValue, words: Words): string
  /** How a limit reads in the message. */
  protected shown(limit: JsonValue, words: Words): string { return typeof limit === 'number' ? limit.toLocaleString(words.language) : String(limit) }

  protected override problem(answer: JsonValue, words: Words): string {
    const unreal = this.unreal(answer, words)
    if (unreal) return unreal
    const [min, max] = [this.min, this.max].map((text) => {
      const limit = this.read(text ?? '')
      // As native: what is no answer limits nothing.
      return limit === undefined || this.unreal(limit, words) ? undefined : limit
    })
    if (min !== undefined && isLess(answer, min)) return words('aloneMin', { label: this.label, limit: this.shown(min, words) })
    return max !== undefined && isLess(max, answer) ? words('aloneMax', { label: this.label, limit: this.shown(max, words) }) : ''
  }
}

/** Numbers by size; days and hours by their text, which sorts as they do. */
function isLess(a: JsonValue, b: JsonValue): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a < b : String(a) < String(b)
}

import { isPartialDate } from '@motcua/core/dates'
import type { JsonValue } from '@motcua/core/json'
import { createPartialDate } from './partial-date.ts'
import type { Words } from '../../locales/strings.ts'
import { FieldShell } from '../../field-shell/field-shell.ts'

/**
 * A date of which only the year, or month and year, may be known: `1958`, `1958-03` or `1958-03-02`.
 *
 * @element motcua-partial-date-field
 */
export class MotcuaPartialDateField extends FieldShell {
  static readonly tag = 'motcua-partial-date-field'
  protected override readonly kind = 'partial-date'
  protected override readonly control = createPartialDate()
  protected override problem(answer: JsonValue, words: Words): string { return isPartialDate(answer) ? '' : words('alonePartialDate', { label: this.label }) }
}

import { isCalendarDate } from '@motcua/core/dates'
import { DateControl } from '../../fields/date/date.ts'
import type { Words } from '../../locales/strings.ts'
import { FieldShell } from '../field-shell.ts'

/**
 * A date as day, month and year. `value` is `YYYY-MM-DD`, or what was typed while it is not a date.
 *
 * @attr label, hint, error, name, value, required, disabled, locked, autocomplete, lang
 * @csspart root, field, label, hint, error, control
 * @fires input, change
 */
export class MotcuaDateField extends FieldShell {
  protected override readonly kind = 'date'
  protected override readonly control = new DateControl()
  protected override problem(value: string, words: Words): string { return isCalendarDate(value) ? '' : words('fieldDate', { label: this.label }) }
}

import { formatCalendarDate, isCalendarDate } from '@motcua/core/dates'
import type { JsonValue } from '@motcua/core/json'
import { createDate } from './date.ts'
import type { Words } from '../../locales/strings.ts'
import { RangeShell } from '../../field-shell/range-shell.ts'

/**
 * A date as day, month and year. `value` is `YYYY-MM-DD`, or what was typed while it is not a date.
 *
 * @element motcua-date-field
 */
export class MotcuaDateField extends RangeShell {
  static readonly tag = 'motcua-date-field'
  protected override readonly kind = 'date'
  protected override readonly control = createDate()
  protected override unreal(answer: JsonValue, words: Words): string { return isCalendarDate(answer) ? '' : words('fieldDate', { label: this.label }) }
  protected override shown(limit: JsonValue, words: Words): string { return formatCalendarDate(String(limit), words.language) }
}

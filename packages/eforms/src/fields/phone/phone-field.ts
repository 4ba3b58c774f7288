import { normalisePhone } from '@motcua/core/identifiers'
import type { JsonValue } from '@motcua/core/json'
import { createPhone } from './phone.ts'
import type { Words } from '../../locales/strings.ts'
import { FieldShell } from '../../field-shell/field-shell.ts'

/**
 * A Vietnamese telephone number; blanks, dots and dashes are taken out.
 *
 * @element motcua-phone-field
 */
export class MotcuaPhoneField extends FieldShell {
  static readonly tag = 'motcua-phone-field'
  protected override readonly kind = 'phone'
  protected override readonly control = createPhone()
  protected override problem(answer: JsonValue, words: Words): string { return normalisePhone(String(answer)).success ? '' : words('alonePhone', { label: this.label }) }
  protected override caution(answer: JsonValue, words: Words): string { return normalisePhone(String(answer)).issues.length > 0 ? words('alonePhonePrefix') : '' }
}

import { isEmail } from '@motcua/core/identifiers'
import type { JsonValue } from '@motcua/core/json'
import { createEmail } from './email.ts'
import type { Words } from '../../locales/strings.ts'
import { FieldShell } from '../../field-shell/field-shell.ts'

/**
 * An e-mail address.
 *
 * @element motcua-email-field
 */
export class MotcuaEmailField extends FieldShell {
  static readonly tag = 'motcua-email-field'
  protected override readonly kind = 'email'
  protected override readonly control = createEmail()
  protected override problem(answer: JsonValue, words: Words): string { return isEmail(answer) ? '' : words('aloneEmail', { label: this.label }) }
}

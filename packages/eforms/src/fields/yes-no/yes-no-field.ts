import type { JsonValue } from '@motcua/core/json'
import { createYesNo } from './yes-no.ts'
import type { Words } from '../../locales/strings.ts'
import { FieldShell } from '../../field-shell/field-shell.ts'

/**
 * A question that is answered with yes or no: `value` is `true` or `false`, and empty is neither.
 *
 * @element motcua-yes-no-field
 */
export class MotcuaYesNoField extends FieldShell {
  static readonly tag = 'motcua-yes-no-field'
  protected override readonly kind = 'yes-no'
  protected override readonly control = createYesNo()
  protected override problem(answer: JsonValue, words: Words): string { return typeof answer === 'boolean' ? '' : words('aloneOption', { label: this.label }) }
}

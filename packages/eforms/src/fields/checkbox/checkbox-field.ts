import { createCheckbox } from './checkbox.ts'
import { TickShell } from '../../field-shell/tick-shell.ts'

/**
 * A box to tick: `value` is `true`, or empty. For a statement that must be agreed to see `motcua-consent-field`.
 *
 * @element motcua-checkbox-field
 */
export class MotcuaCheckboxField extends TickShell {
  static readonly tag = 'motcua-checkbox-field'
  protected override readonly kind = 'checkbox'
  protected override readonly control = createCheckbox()
}

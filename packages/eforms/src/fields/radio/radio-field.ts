import { createRadio } from './radio.ts'
import { OptionShell } from '../../field-shell/option-shell.ts'

/**
 * One of a few options, all in sight.
 *
 * @element motcua-radio-field
 */
export class MotcuaRadioField extends OptionShell {
  static readonly tag = 'motcua-radio-field'
  protected override readonly kind = 'radio'
  protected override readonly control = createRadio()
}

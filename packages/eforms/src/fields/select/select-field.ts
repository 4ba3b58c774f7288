import { createSelect } from './select.ts'
import { OptionShell } from '../../field-shell/option-shell.ts'

/**
 * One of several options, as a native list.
 *
 * @element motcua-select-field
 */
export class MotcuaSelectField extends OptionShell {
  static readonly tag = 'motcua-select-field'
  protected override readonly kind = 'select'
  protected override readonly control = createSelect()
}

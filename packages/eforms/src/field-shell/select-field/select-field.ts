import { createSelect } from '../../fields/select/select.ts'
import { OptionShell } from '../option-shell.ts'

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

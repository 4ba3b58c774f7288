import { TextControl } from '../../fields/text-control.ts'
import { FieldShell } from '../field-shell.ts'

/**
 * One line of text as a form control of its own.
 *
 * @attr label, hint, error, name, value, required, disabled, locked, autocomplete, lang
 * @csspart root, field, label, hint, error, control
 * @fires input, change
 */
export class MotcuaTextField extends FieldShell {
  protected override readonly kind = 'text'
  protected override readonly control = new TextControl()
}

import { createText } from './text.ts'
import { TextShell } from '../../field-shell/text-shell.ts'

/**
 * One line of text as a form control of its own.
 *
 * @element motcua-text-field
 */
export class MotcuaTextField extends TextShell {
  static readonly tag = 'motcua-text-field'
  protected override readonly kind = 'text'
  protected override readonly control = createText()
}

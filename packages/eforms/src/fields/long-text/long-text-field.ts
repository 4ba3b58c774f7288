import { createLongText } from './long-text.ts'
import { TextShell } from '../../field-shell/text-shell.ts'

/**
 * Several lines of text. Enter begins a new line.
 *
 * @element motcua-long-text-field
 */
export class MotcuaLongTextField extends TextShell {
  static readonly tag = 'motcua-long-text-field'
  protected override readonly kind = 'long-text'
  protected override readonly control = createLongText()
}

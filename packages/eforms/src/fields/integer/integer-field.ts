import type { JsonValue } from '@motcua/core/json'
import { createInteger } from './integer.ts'
import type { Words } from '../../locales/strings.ts'
import { RangeShell } from '../../field-shell/range-shell.ts'

/**
 * A whole number in a text box: no spin buttons that change by scrolling.
 *
 * @element motcua-integer-field
 */
export class MotcuaIntegerField extends RangeShell {
  static readonly tag = 'motcua-integer-field'
  protected override readonly kind = 'integer'
  protected override readonly control = createInteger()
  protected override unreal(answer: JsonValue, words: Words): string { return typeof answer === 'number' ? '' : words('aloneNumber', { label: this.label }) }
}

import type { JsonValue } from '@motcua/core/json'
import { parseInput } from '@motcua/form-core/parse-input'
import { createNumber } from './number.ts'
import type { Words } from '../../locales/strings.ts'
import { RangeShell } from '../../field-shell/range-shell.ts'

/**
 * A number with decimals, typed with a comma or a point. `value` has a point: `1.5`.
 *
 * @element motcua-number-field
 */
export class MotcuaNumberField extends RangeShell {
  static readonly tag = 'motcua-number-field'
  protected override readonly kind = 'number'
  protected override readonly control = createNumber()

  /** In `value`, unlike in what people type, a point can only begin the fraction. */
  protected override read(text: string): JsonValue | undefined { return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : parseInput('number', text) }
  protected override unreal(answer: JsonValue, words: Words): string { return typeof answer === 'number' ? '' : words('aloneDecimal', { label: this.label }) }
}

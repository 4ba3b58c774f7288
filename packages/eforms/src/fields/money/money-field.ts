import type { JsonValue } from '@motcua/core/json'
import { isVnd } from '@motcua/core/money'
import { createMoney } from './money.ts'
import type { Words } from '../../locales/strings.ts'
import { RangeShell } from '../../field-shell/range-shell.ts'

/**
 * An amount in đồng, 0 or more, in groups of three and said in words below. `value` has digits only: `1500000`.
 *
 * @element motcua-money-field
 */
export class MotcuaMoneyField extends RangeShell {
  static readonly tag = 'motcua-money-field'
  protected override readonly kind = 'money'
  protected override readonly control = createMoney()

  protected override unreal(answer: JsonValue, words: Words): string { return isVnd(answer) ? '' : words('aloneMoney', { label: this.label }) }
  protected override shown(limit: JsonValue, words: Words): string { return `${super.shown(limit, words)} đ` }
}

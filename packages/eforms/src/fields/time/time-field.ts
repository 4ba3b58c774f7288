import type { JsonValue } from '@motcua/core/json'
import { createTime } from './time.ts'
import type { Words } from '../../locales/strings.ts'
import { RangeShell } from '../../field-shell/range-shell.ts'

const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/**
 * A time of day, typed as people write it (`7h30`, `2 giờ chiều`). `value` is `HH:mm`.
 *
 * @element motcua-time-field
 */
export class MotcuaTimeField extends RangeShell {
  static readonly tag = 'motcua-time-field'
  protected override readonly kind = 'time'
  protected override readonly control = createTime()

  protected override unreal(answer: JsonValue, words: Words): string { return TIME_OF_DAY.test(String(answer)) ? '' : words('aloneTime', { label: this.label }) }
}

import type { JsonValue } from '@motcua/core/json'
import { PROVINCES } from '@motcua/schemas/reference'
import { createProvince } from './province.ts'
import type { Words } from '../../locales/strings.ts'
import { PlaceShell } from '../../field-shell/place-shell.ts'

/**
 * A province or centrally-run city. `value` is its code of two digits.
 *
 * @element motcua-province-field
 */
export class MotcuaProvinceField extends PlaceShell {
  static readonly tag = 'motcua-province-field'
  protected override readonly kind = 'province'
  protected override readonly control = createProvince()
  protected override problem(answer: JsonValue, words: Words): string { return PROVINCES.some(({ code }) => code === answer) ? '' : words('aloneOption', { label: this.label }) }
}

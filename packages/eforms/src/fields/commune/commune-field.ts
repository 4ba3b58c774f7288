import { isCommuneCodeShape } from '@motcua/core/identifiers'
import type { JsonValue } from '@motcua/core/json'
import type { PropertyDeclarations } from 'lit'
import { createCommune } from './commune.ts'
import type { FieldProps } from '../field.ts'
import type { Words } from '../../locales/strings.ts'
import { PlaceShell } from '../../field-shell/place-shell.ts'

/**
 * A commune, ward or special zone, searched by name with or without marks. `value` is its code of five digits.
 *
 * @element motcua-commune-field
 * @attr {string} province - code of two digits: its communes come first
 */
export class MotcuaCommuneField extends PlaceShell {
  static readonly tag = 'motcua-commune-field'
  static override properties: PropertyDeclarations = { ...PlaceShell.properties, province: { type: String } }

  declare province: string
  protected override readonly kind = 'commune'
  protected override readonly control = createCommune()

  constructor() {
    super()
    this.province = ''
  }

  protected override get more(): Partial<FieldProps> { return { ...super.more, ...(this.province && { provinceCode: this.province }) } }

  /** Whether the code exists is known once the list is here; whether it is one, before. */
  protected override problem(answer: JsonValue, words: Words): string {
    const known = this.places.state.peek() === 'ready' ? this.places.commune(String(answer)) !== undefined : isCommuneCodeShape(answer)
    return known ? '' : words('aloneOption', { label: this.label })
  }
}

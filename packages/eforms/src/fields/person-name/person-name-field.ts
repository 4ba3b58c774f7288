import { checkPersonName } from '@motcua/core/text'
import type { JsonValue } from '@motcua/core/json'
import { createPersonName } from './person-name.ts'
import type { Words } from '../../locales/strings.ts'
import { FieldShell } from '../../field-shell/field-shell.ts'

/**
 * Surname, middle name and given name, in the order of the birth certificate.
 *
 * @element motcua-person-name-field
 */
export class MotcuaPersonNameField extends FieldShell {
  static readonly tag = 'motcua-person-name-field'
  protected override readonly kind = 'person-name'
  protected override readonly control = createPersonName()
  protected override problem(answer: JsonValue, words: Words): string { return checkPersonName(String(answer)).some(({ severity }) => severity === 'error') ? words('alonePersonName', { label: this.label }) : '' }
  protected override caution(answer: JsonValue, words: Words): string { return checkPersonName(String(answer)).length > 0 ? words('alonePersonNameLook') : '' }
}

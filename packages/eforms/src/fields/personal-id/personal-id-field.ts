import { parsePersonalId } from '@motcua/core/identifiers'
import type { JsonValue } from '@motcua/core/json'
import { createPersonalId } from './personal-id.ts'
import type { Words } from '../../locales/strings.ts'
import { FieldShell } from '../../field-shell/field-shell.ts'

/**
 * A personal identification number (số định danh cá nhân): twelve digits, kept as text.
 *
 * @element motcua-personal-id-field
 */
export class MotcuaPersonalIdField extends FieldShell {
  static readonly tag = 'motcua-personal-id-field'
  protected override readonly kind = 'personal-id'
  protected override readonly control = createPersonalId()
  protected override problem(answer: JsonValue, words: Words): string { return parsePersonalId(String(answer)).success ? '' : words('alonePersonalId', { label: this.label }) }
  protected override caution(answer: JsonValue, words: Words): string { return parsePersonalId(String(answer)).issues.length > 0 ? words('alonePersonalIdPlace') : '' }
}

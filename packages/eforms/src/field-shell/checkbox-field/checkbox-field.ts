import type { JsonValue } from '@motcua/core/json'
import { createCheckbox } from '../../fields/checkbox/checkbox.ts'
import { FieldShell } from '../field-shell.ts'

/**
 * A statement to agree with: ticked gives `true`, not ticked nothing. For a consent make it `required`.
 *
 * @element motcua-checkbox-field
 */
export class MotcuaCheckboxField extends FieldShell {
  static readonly tag = 'motcua-checkbox-field'
  protected override readonly kind = 'checkbox'
  protected override readonly control = createCheckbox()
  /** As of a native checkbox. */
  get checked(): boolean { return this.answer === true }
  set checked(checked: boolean) { this.answer = checked || undefined }

  /** `true` or nothing: there is no “no” to a statement. */
  protected override read(text: string): JsonValue | undefined { return text === 'true' || undefined }
}

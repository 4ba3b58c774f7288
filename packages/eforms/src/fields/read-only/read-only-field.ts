import type { FieldProps } from '../field.ts'
import { createReadOnly } from './read-only.ts'
import { FieldShell } from '../../field-shell/field-shell.ts'
import type { Fault } from '../../field-shell/form-associated.ts'

/**
 * A value to be seen and sent, not edited; its change is spoken. It is never wrong.
 *
 * @element motcua-read-only-field
 */
export class MotcuaReadOnlyField extends FieldShell {
  static readonly tag = 'motcua-read-only-field'
  protected override readonly kind = 'read-only'
  protected override readonly control = createReadOnly()

  /** Its hint stays, and says where it comes from. */
  protected override get more(): Partial<FieldProps> { return { origin: '' } }
  protected override fault(): Fault | undefined { return undefined }
}

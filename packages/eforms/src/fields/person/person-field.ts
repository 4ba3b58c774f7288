import { BlockShell } from '../../field-shell/block-shell.ts'

/**
 * A person as the civil-status book has them.
 *
 * @element motcua-person-field
 */
export class MotcuaPersonField extends BlockShell {
  static readonly tag = 'motcua-person-field'
  protected override readonly block = 'person'
}

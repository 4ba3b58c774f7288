import { BlockShell } from '../../field-shell/block-shell.ts'

/**
 * An identity document: kind, number, day and place of issue.
 *
 * @element motcua-identity-document-field
 */
export class MotcuaIdentityDocumentField extends BlockShell {
  static readonly tag = 'motcua-identity-document-field'
  protected override readonly block = 'identity-document'
}

import { BlockShell } from '../../field-shell/block-shell.ts'

/**
 * Where somebody lives: in Viet Nam by province, commune and street, abroad by country and text.
 *
 * @element motcua-address-field
 */
export class MotcuaAddressField extends BlockShell {
  static readonly tag = 'motcua-address-field'
  protected override readonly block = 'address'
}

import { createSearchSelect } from './search-select.ts'
import { OptionShell } from '../../field-shell/option-shell.ts'

/**
 * One of many options, found by typing any part of its words, with or without marks. In the property `choices` an option may
 * have `alsoCalled`: other names that it is found by and that are not shown.
 *
 * @element motcua-search-select-field
 */
export class MotcuaSearchSelectField extends OptionShell {
  static readonly tag = 'motcua-search-select-field'
  protected override readonly kind = 'search-select'
  protected override readonly control = createSearchSelect()
}

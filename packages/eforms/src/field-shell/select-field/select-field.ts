import type { FieldOption } from '../../fields/field.ts'
import { SelectControl } from '../../fields/select/select.ts'
import { FieldShell } from '../field-shell.ts'

/**
 * One of several options. Give them as the property `choices`, or as `<option>` children of the page.
 *
 * @attr label, hint, error, name, value, required, disabled, locked, autocomplete, lang
 * @csspart root, field, label, hint, error, control
 * @fires input, change
 */
export class MotcuaSelectField extends FieldShell {
  static override properties = { ...FieldShell.properties, choices: { attribute: false } }
  declare choices: readonly FieldOption[] | undefined
  protected override readonly kind = 'select'
  protected override readonly control = new SelectControl()
  protected override get options(): readonly FieldOption[] {
    return this.choices ?? [...this.querySelectorAll('option')].map((option) => ({ value: option.value, label: option.label }))
  }
}

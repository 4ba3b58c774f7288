import type { JsonValue } from '@motcua/core/json'
import { createCheckboxes } from './checkboxes.ts'
import type { FormEntry } from '../../field-shell/form-associated.ts'
import { OptionShell } from '../../field-shell/option-shell.ts'
import type { UiKey } from '../../locales/strings.ts'

/**
 * Several of a set. `value` lists what is chosen, parted by blanks; the form receives one entry for each, as from native boxes of one name.
 *
 * @element motcua-checkboxes-field
 */
export class MotcuaCheckboxesField extends OptionShell {
  static readonly tag = 'motcua-checkboxes-field'
  protected override readonly kind = 'checkboxes'
  protected override readonly control = createCheckboxes()

  protected override get missing(): UiKey { return 'aloneSome' }

  protected override read(text: string): JsonValue | undefined {
    const chosen = text.split(/\s+/).filter(Boolean)
    return chosen.length > 0 ? chosen : undefined
  }

  protected override write(answer: JsonValue): string { return Array.isArray(answer) ? answer.join(' ') : '' }

  protected override formEntry(): FormEntry {
    const { answer, name } = this
    const { state } = super.formEntry()
    if (!Array.isArray(answer) || !name) return { entry: null, state }
    const entry = new FormData()
    for (const value of answer) entry.append(name, String(value))
    return { entry, state }
  }
}

import type { PropertyDeclarations } from 'lit'
import type { JsonValue } from '@motcua/core/json'
import type { FieldOption } from '../fields/field.ts'
import type { Words } from '../locales/strings.ts'
import { FieldShell } from './field-shell.ts'

/**
 * A choice among options: the property `choices`, or `<option>` children of the page.
 *
 * @slot - not shown: `<option value="…">label</option>`, read as the options but for those that are empty or disabled; which one is chosen says `value`
 */
export abstract class OptionShell extends FieldShell {
  static override properties: PropertyDeclarations = { ...FieldShell.properties, choices: { attribute: false } }

  /** Options with their words; instead of `<option>` children. */
  declare choices: readonly FieldOption[] | undefined
  /** A framework may add its options later than the element. */
  readonly #children = new MutationObserver(() => { this.requestUpdate() })

  override connectedCallback(): void {
    super.connectedCallback()
    this.#children.observe(this, { childList: true, subtree: true, characterData: true })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#children.disconnect()
  }

  protected override get options(): readonly FieldOption[] {
    return this.choices ?? [...this.querySelectorAll<HTMLOptionElement>('option:not([value=""], :disabled)')].map((option) => ({ value: option.value, label: option.label }))
  }

  protected override problem(answer: JsonValue, words: Words): string {
    const offered = new Set(this.options.map(({ value }) => value))
    const chosen = Array.isArray(answer) ? answer : [answer]
    return chosen.every((value) => typeof value === 'string' && offered.has(value)) ? '' : words('aloneOption', { label: this.label })
  }
}

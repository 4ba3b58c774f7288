import { noChange } from 'lit/html.js'
import { directive, Directive } from 'lit/directive.js'
import type { ElementPart } from 'lit/directive.js'
import type { FieldOption } from '../field.ts'

/** Options of a `<select>` and the chosen one, without a template for each: a form of many lists has thousands. */
class ChoicesDirective extends Directive {
  #options: readonly FieldOption[] = []
  #none: string | undefined

  override render(_options: readonly FieldOption[], _value: string, _none: string): unknown { return noChange }

  override update({ element }: ElementPart, [options, value, none]: [readonly FieldOption[], string, string]): unknown {
    if (!(element instanceof HTMLSelectElement)) return noChange
    if (none !== this.#none || !sameOptions(options, this.#options)) element.replaceChildren(option('', none), ...options.map((each) => option(each.value, each.label)))
    this.#options = options
    this.#none = none
    if (element.value !== value) element.value = value
    // What is not offered leaves the question open.
    if (element.selectedIndex < 0) element.selectedIndex = 0
    return noChange
  }
}

function sameOptions(a: readonly FieldOption[], b: readonly FieldOption[]): boolean {
  return a === b || (a.length === b.length && a.every(({ value, label }, at) => value === b[at]?.value && label === b[at].label))
}

function option(value: string, label: string): HTMLOptionElement {
  return Object.assign(document.createElement('option'), { value, textContent: label })
}

/** @param none words of the choice that chooses nothing */
export const choices = directive(ChoicesDirective)

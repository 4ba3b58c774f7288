import { html } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { TemplateResult } from 'lit/html.js'
import { attributes } from '../../dom/attributes.ts'
import { leftGroup } from '../date/date.ts'
import { groupFrame, lockedFrame } from '../field.ts'
import type { FieldControl, FieldOption, FieldProps } from '../field.ts'

/** Several of a set. Gives their values in the order of the set, whatever the order of ticking. */
export class CheckboxesControl implements FieldControl {
  render(props: FieldProps): TemplateResult {
    const chosen = Array.isArray(props.value) ? props.value : []
    const isChosen = ({ value }: FieldOption): boolean => chosen.includes(value)
    if (props.locked) return lockedFrame(props, props.options.filter(isChosen).map(({ label }) => label).join('; '))
    const tick = (option: FieldOption, on: boolean): void => {
      props.onInput(props.options.filter((other) => (other === option ? on : isChosen(other))).map(({ value }) => value))
    }
    return groupFrame(props, html`<div class="choices" @focusout=${(e: FocusEvent) => leftGroup(e) && props.onLeave()}>${props.options.map((option, index) => {
      return html`<label class="choice"><input part="control" type="checkbox" ${attributes({
        id: `${props.id}-${index}`, name: props.id, value: option.value, disabled: props.disabled, 'aria-invalid': props.error ? 'true' : undefined,
        'aria-describedby': index === 0 && props.error ? `${props.id}-error` : undefined,
      })} .checked=${live(isChosen(option))} @change=${(e: Event) => { tick(option, e.target instanceof HTMLInputElement && e.target.checked) }}>${option.label}</label>`
    })}</div>`)
  }
}

export const createCheckboxes = () => new CheckboxesControl()

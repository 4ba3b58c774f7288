import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { TemplateResult } from 'lit'
import { describedBy, hintAndError } from '../field.ts'
import type { FieldControl, FieldProps } from '../field.ts'

/** Yes or nothing: a statement to agree with. */
export class CheckboxControl implements FieldControl {
  render(props: FieldProps): TemplateResult {
    return html`<div class=${props.error ? 'field invalid' : 'field'} part="field">${hintAndError(props)}
      <div class="choice"><input part="control" type="checkbox" id=${props.id} name=${props.id} ?disabled=${props.disabled || props.locked}
        aria-required=${props.required ? 'true' : nothing} aria-invalid=${props.error ? 'true' : nothing} aria-describedby=${describedBy(props)}
        .checked=${live(props.value === true)} @blur=${() => { props.onLeave() }}
        @change=${(e: Event) => { props.onInput(e.target instanceof HTMLInputElement && e.target.checked) }}><label part="label" for=${props.id} .textContent=${props.label}></label></div></div>`
  }
}

export const createCheckbox = () => new CheckboxControl()

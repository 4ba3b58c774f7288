import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { attributes } from '../../dom/attributes.ts'
import { controlAttributes } from '../field.ts'
import type { FieldControl, FieldProps } from '../field.ts'
import { frame } from '../frame.ts'

/** Yes or nothing: a statement to agree with. */
export class CheckboxControl implements FieldControl {
  render(props: FieldProps): TemplateResult { return tickBox(props) }
}

/** A box to tick with its statement; `more` stands before it. */
export function tickBox(props: FieldProps, more: unknown = nothing): TemplateResult {
  return html`<div part="field" ${frame(props, 'none')}>${more}<label class="choice" part="label"><input part="control" type="checkbox"
      ${attributes({ ...controlAttributes(props), disabled: props.disabled || props.locked }, props.value === true)} @blur=${() => { props.onLeave() }}
      @change=${(e: Event) => { props.onInput(e.target instanceof HTMLInputElement && e.target.checked) }}>${props.label}</label></div>`
}

export const createCheckbox = () => new CheckboxControl()

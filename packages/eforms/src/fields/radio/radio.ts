import { html } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { attributes } from '../../dom/attributes.ts'
import { groupFrame, lockedFrame } from '../field.ts'
import type { FieldControl, FieldProps } from '../field.ts'
import { leftGroup } from '../date/date.ts'

/** One of a few options, all in sight. */
export class RadioControl implements FieldControl {
  render(props: FieldProps): TemplateResult { return radioView(props) }
}

export function radioView(props: FieldProps): TemplateResult {
  if (props.locked) return lockedFrame(props, props.options.find((o) => o.value === props.value)?.label ?? '')
  return groupFrame(props, html`<div class="choices" @focusout=${(e: FocusEvent) => leftGroup(e) && props.onLeave()}>${props.options.map((option, index) => {
    return html`<label class="choice"><input part="control" type="radio" ${attributes({
      id: `${props.id}-${index}`, name: props.id, value: option.value, disabled: props.disabled, 'aria-describedby': index === 0 && props.error ? `${props.id}-error` : undefined,
    }, props.value === option.value)} @change=${() => { props.onInput(option.value) }}>${option.label}</label>`
  })}</div>`)
}

export const createRadio = () => new RadioControl()

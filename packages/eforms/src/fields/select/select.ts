import { html } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { attributes } from '../../dom/attributes.ts'
import { controlAttributes, labelledFrame, lockedFrame } from '../field.ts'
import type { FieldControl, FieldOption, FieldProps } from '../field.ts'
import { valueOf } from '../text-control.ts'

/** One of several options, native `<select>`. */
export class SelectControl implements FieldControl {
  render(props: FieldProps): TemplateResult { return selectView(props, props.options) }
}

export function selectView(props: FieldProps, options: readonly FieldOption[]): TemplateResult {
  const value = typeof props.value === 'string' ? props.value : ''
  if (props.locked) return lockedFrame(props, options.find((o) => o.value === value)?.label ?? value)
  return labelledFrame(props, html`<select part="control" ${attributes({ ...controlAttributes(props), autocomplete: props.autocomplete ?? 'off' })}
      @change=${(e: Event) => { props.onInput(valueOf(e)) }} @blur=${() => { props.onLeave() }}>
      <option value="" .selected=${value === ''} .textContent=${props.words('choose')}></option>
      ${options.map((o) => html`<option value=${o.value} .selected=${o.value === value} .textContent=${o.label}></option>`)}
    </select>`)
}

export const createSelect = () => new SelectControl()

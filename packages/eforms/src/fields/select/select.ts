import { html } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { attributes } from '../../dom/attributes.ts'
import { controlAttributes, labelledFrame, lockedFrame } from '../field.ts'
import type { FieldControl, FieldOption, FieldProps } from '../field.ts'
import { valueOf } from '../text-control.ts'
import { choices } from './choices.ts'

/** One of several options, native `<select>`. */
export class SelectControl implements FieldControl {
  render(props: FieldProps): TemplateResult { return selectView(props, props.options) }
}

export function selectView(props: FieldProps, options: readonly FieldOption[]): TemplateResult {
  const value = typeof props.value === 'string' ? props.value : ''
  if (props.locked) return lockedFrame(props, options.find((o) => o.value === value)?.label ?? value)
  return labelledFrame(props, html`<select part="control" ${attributes({ ...controlAttributes(props), autocomplete: props.autocomplete ?? 'off' })} ${choices(options, value, props.words('choose'))}
      @change=${(e: Event) => { props.onInput(valueOf(e)) }} @blur=${() => { props.onLeave() }}></select>`)
}

export const createSelect = () => new SelectControl()

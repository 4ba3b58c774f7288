import type { TemplateResult } from 'lit/html.js'
import type { FieldControl, FieldProps } from '../field.ts'
import { radioView } from '../radio/radio.ts'

/** A question that is answered with yes or no; not answering is neither. */
export class YesNoControl implements FieldControl {
  render(props: FieldProps): TemplateResult {
    const options = (['yes', 'no'] as const).map((answer) => ({ value: String(answer === 'yes'), label: props.words(answer) }))
    return radioView({ ...props, options, value: props.value === undefined ? undefined : String(props.value) })
  }
}

export const createYesNo = () => new YesNoControl()

import { html } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { attributes } from '../../dom/attributes.ts'
import { describedBy, labelledFrame } from '../field.ts'
import type { FieldControl, FieldProps } from '../field.ts'
import { shownValue } from './shown-value.ts'

/** A value to be seen and not edited: worked out from other answers, or filled in. An `output`, so that its change is spoken. */
export class ReadOnlyControl implements FieldControl {
  render(props: FieldProps): TemplateResult {
    // It is no locked question: its own hint stays, and nobody is told what they may leave out.
    const shown = { ...props, locked: false, required: true }
    return labelledFrame(shown, html`<output part="control" tabindex="-1" ${attributes({ id: props.id, 'aria-describedby': describedBy(shown) })}
      .textContent=${shownValue(props.value, props.options, props.words) || props.words('nothingYet')}></output>`)
  }
}

export const createReadOnly = () => new ReadOnlyControl()

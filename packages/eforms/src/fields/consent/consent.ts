import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import type { FieldControl, FieldProps } from '../field.ts'
import { tickBox } from '../checkbox/checkbox.ts'

/** What must be agreed to: the statement beside its box, and the whole text, where there is more of it, behind a disclosure. */
export class ConsentControl implements FieldControl {
  render(props: FieldProps): TemplateResult {
    const { details = '', words } = props
    return tickBox(props, details === '' ? nothing : html`<details part="details"><summary .textContent=${words('consentDetails')}></summary>${details.split('\n')
      .map((paragraph) => html`<p .textContent=${paragraph}></p>`)}</details>`)
  }
}

export const createConsent = () => new ConsentControl()

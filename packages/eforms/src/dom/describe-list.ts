import { html } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'

/** One line of a list of terms. */
export function term(name: string, value: string, action: unknown = ''): TemplateResult {
  return html`<div class="row"><dt .textContent=${name}></dt><dd .textContent=${value}></dd><dd class="action">${action}</dd></div>`
}

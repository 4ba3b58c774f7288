import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'

/** One line of a list of terms. `language` of the value where it is not that of the page. */
export function term(name: string, value: string, action: unknown = '', language = ''): TemplateResult {
  return html`<div class="row"><dt .textContent=${name}></dt><dd lang=${language || nothing} .textContent=${value}></dd><dd class="action">${action}</dd></div>`
}

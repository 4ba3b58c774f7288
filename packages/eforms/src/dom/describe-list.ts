import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import type { Words } from '../locales/strings.ts'

/** One line of a list of terms. `language` of the value where it is not that of the page. */
export function term(name: string, value: string, action: unknown = '', language = ''): TemplateResult {
  return html`<div class="row"><dt .textContent=${name}></dt><dd lang=${language || nothing} .textContent=${value}></dd><dd class="action">${action}</dd></div>`
}

/** The way back to what a line says. */
export function changeButton(words: Words, what: string, change: () => void): TemplateResult {
  return html`<button type="button" class="link" aria-label=${`${words('change')}: ${what}`} .textContent=${words('change')} @click=${change}></button>`
}

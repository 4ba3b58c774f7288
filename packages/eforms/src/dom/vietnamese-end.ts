import { html } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'

/** A line whose last words stay Vietnamese in every language: they are marked, for the voice that reads them. */
export function vietnameseEnd(before: string, text: string): TemplateResult {
  return html`<p><span .textContent=${before}></span><span lang="vi" .textContent=${text}></span></p>`
}

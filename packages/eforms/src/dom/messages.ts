import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { links } from './links.ts'
import type { Link } from './links.ts'

/**
 * Words in a box that stands out. `warn` for things to know, `bad-notice` for what went wrong. `id` of the words.
 * `quote` ends them: the gateway's own, Vietnamese in every language.
 */
export function notice(text: string, tone: '' | 'warn' | 'bad-notice' = '', id = '', quote = ''): TemplateResult {
  return html`<div class=${`notice ${tone}`} role=${tone === 'bad-notice' ? 'alert' : 'note'}><p id=${id || nothing}><span .textContent=${text}></span>${quote ? html`<span lang="vi" .textContent=${quote}></span>` : nothing}</p></div>`
}

export type SummaryItem = Link

/** Error summary: takes focus, names every error, and leads to its field without touching the page's address. `level` of its heading. */
export function errorSummary(title: string, items: readonly SummaryItem[], { level = 3 }: { level?: 2 | 3 } = {}): TemplateResult {
  return html`<div class="summary" part="error-summary" id="summary" role="alert" aria-labelledby="summary-title" tabindex="-1">${level === 2 ? html`<h2 id="summary-title" .textContent=${title}></h2>` : html`<h3 id="summary-title" .textContent=${title}></h3>`}
    <ul ${links(items)}></ul></div>`
}

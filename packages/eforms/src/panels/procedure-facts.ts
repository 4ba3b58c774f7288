import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { Procedure, Provenance } from '@motcua/schemas/definition'
import { vietnameseEnd } from '../dom/vietnamese-end.ts'
import { formatDay, formatMoney } from '../locales/formats.ts'
import type { Words } from '../locales/strings.ts'

/** The code a procedure goes by now. */
export function presentCode({ codes }: Pick<Procedure, 'codes'>): string { return (codes.find((alias) => alias.to === null) ?? codes.at(-1))?.code ?? '' }

/** Facts of one sort under their heading; where there are none, what that means. */
export function factSection(title: string, items: TemplateResult[], words: Words, none: 'factUnknown' | 'feesNone' | 'papersNone' = 'factUnknown'): TemplateResult {
  return html`<section><h3 .textContent=${title}></h3>${items.length > 0 ? html`<ul>${items}</ul>` : html`<p .textContent=${words(none)}></p>`}</section>`
}

/** Often a dozen acts: named in one line until somebody wants to read them. Their names stay Vietnamese. */
export function legalBases(procedure: Procedure, words: Words): TemplateResult {
  const items = procedure.legalBases.map((fact) => factItem(fact.title ? `${fact.citation}: ${fact.title}` : fact.citation, fact, words, { language: 'vi' }))
  return html`<section><h3 .textContent=${words('factLegalBasis')}></h3>${items.length === 0 ? html`<p .textContent=${words('factUnknown')}></p>`
    : html`<details><summary .textContent=${words('factActs', { count: items.length })}></summary><ul>${items}</ul></details>`}</section>`
}

/** One fact, with where it comes from and how sure we are of it. `more` stands between the two. */
export function factItem(text: string, fact: Provenance, words: Words, { language = words.language, more = '' }: { language?: string; more?: unknown } = {}): TemplateResult {
  return html`<li><span lang=${language} .textContent=${text}></span>${fact.confidence === 'UNKNOWN' ? html` <strong .textContent=${`— ${words('factUnknown')}`}></strong>` : nothing}${more}
    <details><summary><span .textContent=${words('factSource')}></span><span class="visually-hidden" lang=${language} .textContent=${`: ${text}`}></span></summary>
      ${vietnameseEnd(words('sourceLine', { source: '' }), fact.source)}<p .textContent=${words('checkedLine', { date: formatDay(fact.checkedOn) })}></p>
      <p .textContent=${words('confidenceLine', { confidence: words(`confidence${fact.confidence}`) })}></p></details></li>`
}

/** An amount as far as it is known before anything was answered. */
export function amountText(amount: unknown, words: Words): string {
  if (amount === null) return words('feeByProvince')
  return typeof amount === 'number' ? formatMoney(amount) : words('feeByAnswers')
}

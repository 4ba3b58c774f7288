import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { vietnameseEnd } from '../dom/vietnamese-end.ts'
import type { Procedure, Provenance, RequiredDocument } from '@motcua/schemas/definition'
import type { Words } from '../locales/strings.ts'
import { formatDay, formatMoney } from '../locales/formats.ts'
import type { CommuneInfo } from '../services/contract.ts'
import { isReceivedAtDesk, receivingOffice } from './receiving-office.ts'

/** What a person wants to know before starting; every fact with its source and how sure it is. */
export function factsView(procedure: Procedure, commune: CommuneInfo, words: Words): TemplateResult {
  const code = procedure.codes.find((alias) => alias.to === null) ?? procedure.codes.at(-1)
  const papers = procedure.documents
  return html`<p .textContent=${words.text(procedure.summary)}></p>
    ${code ? html`<p class="muted" .textContent=${words('factCode', { code: code.code })}></p>` : nothing}
    <div class="facts">
      ${section(words('factWho'), procedure.eligibility.map((fact) => factItem(words.text(fact.text), fact, words)), words)}
      ${section(words('factHowLong'), procedure.timeLimits.map((fact) => factItem(words.text(fact.text), fact, words)), words)}
      ${section(words('factHowMuch'), procedure.fees.map((fee) => factItem(`${words.text(fee.name)}: ${amountText(fee.amountVnd, words)}`, fee, words)), words, 'feesNone')}
      ${section(words('factPapers'), papers.map((paper) => factItem(`${words.text(paper.name)} (${needText(paper, words)})`, paper, words)), words, 'papersNone')}
      ${section(words('factResults'), procedure.results.map((fact) => factItem(words.text(fact.name), fact, words)), words)}
      ${section(words('factChannels'), procedure.channels.map((fact) => factItem(words.text(fact.text), fact, words)), words)}
      <section><h3 .textContent=${words('factWhere')}></h3><p lang="vi" .textContent=${receivingOffice(procedure, commune)}></p>
        ${commune.desk && isReceivedAtDesk(procedure) ? html`<p .textContent=${commune.desk.address}></p><p .textContent=${words('deskPhone', { phone: commune.desk.phone })}></p><p .textContent=${words('deskHours', { hours: commune.desk.hours })}></p>` : nothing}</section>
      ${legalBases(procedure, words)}
    </div>`
}

function section(title: string, items: TemplateResult[], words: Words, none: 'factUnknown' | 'feesNone' | 'papersNone' = 'factUnknown'): TemplateResult {
  return html`<section><h3 .textContent=${title}></h3>${items.length > 0 ? html`<ul>${items}</ul>` : html`<p .textContent=${words(none)}></p>`}</section>`
}

/** Often a dozen acts: named in one line until somebody wants to read them. Their names stay Vietnamese. */
function legalBases(procedure: Procedure, words: Words): TemplateResult {
  const items = procedure.legalBases.map((fact) => factItem(fact.title ? `${fact.citation}: ${fact.title}` : fact.citation, fact, words, 'vi'))
  return html`<section><h3 .textContent=${words('factLegalBasis')}></h3>${items.length === 0 ? html`<p .textContent=${words('factUnknown')}></p>`
    : html`<details><summary .textContent=${words('factActs', { count: items.length })}></summary><ul>${items}</ul></details>`}</section>`
}

function factItem(text: string, fact: Provenance, words: Words, language: string = words.language): TemplateResult {
  return html`<li><span lang=${language} .textContent=${text}></span>${fact.confidence === 'UNKNOWN' ? html` <strong .textContent=${`— ${words('factUnknown')}`}></strong>` : nothing}
    <details><summary><span .textContent=${words('factSource')}></span><span class="visually-hidden" lang=${language} .textContent=${`: ${text}`}></span></summary>
      ${vietnameseEnd(words('sourceLine', { source: '' }), fact.source)}<p .textContent=${words('checkedLine', { date: formatDay(fact.checkedOn) })}></p>
      <p .textContent=${words('confidenceLine', { confidence: words(`confidence${fact.confidence}`) })}></p></details></li>`
}

function amountText(amount: unknown, words: Words): string {
  if (amount === null) return words('feeByProvince')
  return typeof amount === 'number' ? formatMoney(amount) : words('feeByAnswers')
}

function needText(paper: RequiredDocument, words: Words): string {
  if (paper.need === 'lookup') return words('papersLookup')
  if (paper.need === 'present-only') return words('papersPresent')
  if (paper.need === 'optional') return words('papersOptional')
  return words(paper.requiredWhen === undefined ? 'papersAlways' : 'papersDepend')
}

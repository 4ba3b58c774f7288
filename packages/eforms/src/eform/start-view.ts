import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { Procedure, RequiredDocument } from '@motcua/schemas/definition'
import type { Words } from '../locales/strings.ts'
import { amountText, factItem, factSection, legalBases, presentCode } from '../panels/procedure-facts.ts'
import type { CommuneInfo } from '../services/contract.ts'
import { keptDraftsView } from './draft-view.ts'
import type { EformFlow } from './flow.ts'
import type { Opened } from './flow-types.ts'
import { isReceivedAtDesk, receivingOffice } from './receiving-office.ts'
import { noticeView } from './step-view.ts'

/** The first page: what was kept here, the facts, and the way in. `note` says with whose account to sign in. */
export function startView(flow: EformFlow, opened: Opened, note: TemplateResult | typeof nothing | undefined, words: Words): TemplateResult {
  const { procedure } = opened.definition
  const submit = opened.ending === 'submit'
  return html`<h2 id="heading" part="title" tabindex="-1" .textContent=${words.text(procedure.name)}></h2>
    ${noticeView(flow, words)}
    ${flow.drafts.found.length > 0 ? keptDraftsView(flow, opened, words) : nothing}
    ${factsView(procedure, opened.commune, words)}
    <p .textContent=${words(submit ? 'signInNote' : 'handOffNote')} ?hidden=${submit && !flow.needsSignIn}></p>
    ${note}
    <div class="buttons"><button type="button" class="button" part="continue" .textContent=${words(flow.needsSignIn ? 'startSignIn' : 'start')} @click=${() => { void flow.start() }}></button>
      ${submit ? html`<button type="button" class="link" .textContent=${words('myDossiersLink')} @click=${() => { flow.track() }}></button>` : nothing}</div>`
}

/** What a person wants to know before starting; every fact with its source and how sure it is. */
function factsView(procedure: Procedure, commune: CommuneInfo, words: Words): TemplateResult {
  const code = presentCode(procedure)
  const papers = procedure.documents
  return html`<p .textContent=${words.text(procedure.summary)}></p>
    ${code ? html`<p class="muted" .textContent=${words('factCode', { code })}></p>` : nothing}
    <div class="facts">
      ${factSection(words('factWho'), procedure.eligibility.map((fact) => factItem(words.text(fact.text), fact, words)), words)}
      ${factSection(words('factHowLong'), procedure.timeLimits.map((fact) => factItem(words.text(fact.text), fact, words)), words)}
      ${factSection(words('factHowMuch'), procedure.fees.map((fee) => factItem(`${words.text(fee.name)}: ${amountText(fee.amountVnd, words)}`, fee, words)), words)}
      ${factSection(words('factPapers'), papers.map((paper) => factItem(`${words.text(paper.name)} (${needText(paper, words)})`, paper, words)), words, 'papersNone')}
      ${factSection(words('factResults'), procedure.results.map((fact) => factItem(words.text(fact.name), fact, words)), words)}
      ${factSection(words('factChannels'), procedure.channels.map((fact) => factItem(words.text(fact.text), fact, words)), words)}
      <section><h3 .textContent=${words('factWhere')}></h3><p lang="vi" .textContent=${receivingOffice(procedure, commune)}></p>
        ${commune.desk && isReceivedAtDesk(procedure) ? html`<p .textContent=${commune.desk.address}></p><p .textContent=${words('deskPhone', { phone: commune.desk.phone })}></p><p .textContent=${words('deskHours', { hours: commune.desk.hours })}></p>` : nothing}</section>
      ${legalBases(procedure, words)}
    </div>`
}

function needText(paper: RequiredDocument, words: Words): string {
  if (paper.need === 'lookup') return words('papersLookup')
  if (paper.need === 'present-only') return words('papersPresent')
  if (paper.need === 'optional') return words('papersOptional')
  return words(paper.requiredWhen === undefined ? 'papersAlways' : 'papersDepend')
}

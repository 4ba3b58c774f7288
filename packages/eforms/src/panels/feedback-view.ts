import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { Feedback } from '@motcua/portal-client/feedback'
import { term } from '../dom/describe-list.ts'
import { errorSummary } from '../dom/messages.ts'
import { badAttributeNotice } from '../eform/blocked-view.ts'
import { formatInstant } from '../locales/formats.ts'
import type { Words } from '../locales/strings.ts'
import { viFeedback } from '../locales/vi-feedback.ts'
import { choiceList, longText } from './choice-list.ts'
import type { FeedbackError, FeedbackPanel } from './feedback-panel.ts'
import { problemView } from './sending.ts'

/** Everything about complaints and suggestions, at the place where the person is. */
export function feedbackView(panel: FeedbackPanel): TemplateResult {
  const words = panel.host.words()
  return html`<section part="feedback"><h2 id="feedback" tabindex="-1" .textContent=${words('feedbackTitle')}></h2>
    ${summaryView(panel, words)}${problemView(panel.problem, words)}
    ${panel.place === 'form' ? formView(panel, words) : panel.place === 'item' && panel.item ? itemView(panel, panel.item, words) : listView(panel, words)}</section>`
}

function listView(panel: FeedbackPanel, words: Words): TemplateResult {
  const { list, lacksReceiver } = panel
  return html`<p .textContent=${words('feedbackIntro')}></p>
    ${lacksReceiver ? badAttributeNotice(words, 'panelCommune', 'commune', panel.options.commune)
      : html`<div class="buttons"><button type="button" class="button" part="new-feedback" .textContent=${words('feedbackNew')} @click=${() => { panel.begin() }}></button></div>`}
    <h3 .textContent=${words('feedbackMine')}></h3>
    ${list === undefined ? panel.problem ? nothing : html`<p role="status" .textContent=${words('panelLoading')}></p>` : list.feedback.length === 0 ? html`<p .textContent=${words('feedbackNone')}></p>` : html`<ul class="cards">${list.feedback.map((one) => html`<li>
      <strong .textContent=${textOf('feedbackKind', one.kind, words)}></strong> · <span .textContent=${formatInstant(one.receivedAt, words.tag)}></span>
      <p><span .textContent=${textOf('feedbackState', one.state, words)}></span>${one.late ? html` · <span class="bad" .textContent=${words('feedbackLate')}></span>` : nothing}</p>
      <button type="button" class="link" .textContent=${words('feedbackSee', { code: one.code })} @click=${() => { void panel.open(one.code) }}></button></li>`)}</ul>`}
    <div class="buttons"><button type="button" class="button secondary" .textContent=${words('feedbackRefresh')} @click=${() => { void panel.refresh() }}></button></div>`
}

function formView(panel: FeedbackPanel, words: Words): TemplateResult {
  const { dossier } = panel.options
  return html`${dossier ? html`<p><strong .textContent=${words('feedbackAbout', { code: dossier })}></strong></p>` : nothing}
    ${choiceList({
      id: 'kind', type: 'radio', question: words('feedbackKind'), error: besideText(panel, 'kind', words), chosen: [panel.kind], change: (value) => { panel.kind = value === 'complaint' ? 'complaint' : 'suggestion' },
      choices: [
        { value: 'complaint', label: words('feedbackKind:complaint'), hint: words('feedbackKindComplaintHint') },
        { value: 'suggestion', label: words('feedbackKind:suggestion'), hint: words('feedbackKindSuggestionHint') },
      ],
    })}
    ${longText({ id: 'words', label: words('feedbackWords'), hint: [words('feedbackWordsHint'), panel.lengths && words('feedbackWordsRange', panel.lengths)].filter(Boolean).join(' '), error: besideText(panel, 'words', words), value: panel.text, change: (value) => { panel.text = value } })}
    <div class="buttons"><button type="button" class="button" part="send-feedback" aria-disabled=${panel.busy ? 'true' : nothing} .textContent=${words('feedbackSend')} @click=${() => { void panel.send() }}></button>
      <button type="button" class="link" .textContent=${words('feedbackBack')} @click=${() => { void panel.back() }}></button></div>`
}

function itemView(panel: FeedbackPanel, item: Feedback, words: Words): TemplateResult {
  const { tag } = words
  const isOver = item.handledAt !== null
  return html`${panel.justSent ? html`<div class="reference" role="status" id="sent" tabindex="-1"><span .textContent=${words('feedbackSent')}></span><strong .textContent=${item.code}></strong></div>` : nothing}
    <p id="feedback-state" tabindex="-1" role="status"><strong .textContent=${textOf('feedbackState', item.state, words)}></strong>${item.late ? html` · <span class="bad" .textContent=${words('feedbackLate')}></span>` : nothing}</p>
    <dl>${term(words('feedbackCode'), item.code)}${term(words('feedbackAgency'), item.agencyName)}${item.dossier ? term(words('feedbackDossier'), item.dossier) : nothing}
      ${term(words('feedbackReceived'), formatInstant(item.receivedAt, tag))}
      ${isOver ? nothing : term(words('feedbackHandleBy'), item.handleBy ? formatInstant(item.handleBy, tag) : words('feedbackHandleByNone'))}
      ${item.state === 'answered' && item.publishBy ? term(words('feedbackPublishBy'), formatInstant(item.publishBy, tag)) : nothing}</dl>
    ${item.allowedActs.includes('supply') ? html`${longText({ id: 'supply', label: words('feedbackSupply'), error: besideText(panel, 'supply', words), value: panel.supply, change: (value) => { panel.supply = value } })}
      <div class="buttons"><button type="button" class="button" .textContent=${words('feedbackSupplySend')} @click=${() => { void panel.add('supply') }}></button></div>` : nothing}
    <h3 .textContent=${words('feedbackHistory')}></h3>
    <ol class="timeline">${item.acts.map((act) => html`<li><strong .textContent=${textOf('feedbackAct', act.kind, words)}></strong><span .textContent=${formatInstant(act.at, tag)}></span>
      <span class="muted" .textContent=${act.by.name}></span>${act.words ? html`<span class="said" lang="vi" .textContent=${act.words}></span>` : nothing}</li>`)}</ol>
    ${item.allowedActs.includes('withdraw') ? withdrawalView(panel, words) : nothing}
    <div class="buttons"><button type="button" class="button secondary" .textContent=${words('feedbackRefresh')} @click=${() => { void panel.refresh() }}></button>
      <button type="button" class="link" .textContent=${words('feedbackBack')} @click=${() => { void panel.back() }}></button></div>`
}

function withdrawalView(panel: FeedbackPanel, words: Words): TemplateResult {
  if (!panel.askingWithdrawal) return html`<p><button type="button" class="link" id="withdrawal" .textContent=${words('feedbackWithdraw')} @click=${() => { panel.askWithdrawal(true) }}></button></p>`
  return html`<div class="notice warn" role="alert" id="withdrawal" tabindex="-1" aria-labelledby="withdrawal-text"><p id="withdrawal-text" .textContent=${words('feedbackWithdrawAsk')}></p><div class="buttons">
    <button type="button" class="button" .textContent=${words('feedbackWithdrawYes')} @click=${() => { void panel.add('withdraw') }}></button>
    <button type="button" class="button secondary" .textContent=${words('feedbackWithdrawNo')} @click=${() => { panel.askWithdrawal(false) }}></button></div></div>`
}

function summaryView(panel: FeedbackPanel, words: Words): TemplateResult | typeof nothing {
  if (panel.errors.length === 0) return nothing
  return errorSummary(words('errorSummaryTitle'), panel.errors.map((id) => ({ id, text: errorText(panel, id, words) ?? '', go: () => { panel.host.focus(id) } })))
}

/** Beside its question an error says that it is one; in the summary the heading does. */
function besideText(panel: FeedbackPanel, error: FeedbackError, words: Words): string | undefined {
  const text = errorText(panel, error, words)
  return text && `${words('errorPrefix')}${text}`
}

function errorText(panel: FeedbackPanel, error: FeedbackError, words: Words): string | undefined {
  if (!panel.errors.includes(error)) return undefined
  if (error === 'kind') return words('feedbackKindMissing')
  const count = panel.countOf(error === 'words' ? panel.text : panel.supply)
  const { least, most } = panel.lengths ?? { least: 1, most: Infinity }
  if (count > most) return words('feedbackWordsTooLong', { most, count })
  return error === 'words' ? words('feedbackWordsMissing', { least }) : words('feedbackSupplyMissing')
}

/** A newer gateway may know a kind, a state or an act that has no words here: general ones stand for it. */
function textOf(area: 'feedbackKind' | 'feedbackState' | 'feedbackAct', name: string, words: Words): string {
  const key = `${area}:${name}`
  return words(isKey(key) ? key : `${area}:other`)
}

function isKey(key: string): key is keyof typeof viFeedback { return Object.hasOwn(viFeedback, key) }

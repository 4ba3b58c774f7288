import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { term } from '../dom/describe-list.ts'
import { vietnameseEnd } from '../dom/vietnamese-end.ts'
import { formatInstant, formatMoney } from '../locales/formats.ts'
import type { Words } from '../locales/strings.ts'
import { viAfter } from '../locales/vi-after.ts'
import type { AssistedBy, Dossier, DossierSummary, Step } from '../services/contract.ts'
import { endedEarly, owedVnd } from './dossier-end.ts'
import { slipView } from './office-papers.ts'
import { uploadView } from '../uploads/upload-view.ts'
import type { TrackerPanel } from './tracker-panel.ts'

/** My dossiers, newest first. */
export function dossierListView(panel: TrackerPanel, dossiers: readonly DossierSummary[], words: Words): TemplateResult {
  if (dossiers.length === 0) return html`<p .textContent=${words('trackNone')}></p>`
  return html`<ul class="cards">${dossiers.map((dossier) => html`<li><strong .textContent=${words.text(dossier.procedureName)}></strong>
    <p><span .textContent=${dossier.code}></span> · <span .textContent=${stateText(dossier.state, words)}></span>${dossier.late ? html` · <span class="bad" .textContent=${words('trackLate')}></span>` : nothing}</p>
    <button type="button" class="link" .textContent=${words('trackOpen', { code: dossier.code })} @click=${() => { void panel.open(dossier.code) }}></button></li>`)}</ul>`
}

/** One dossier: state, due time, what to do now, steps, slip, results. */
export function dossierView(panel: TrackerPanel, dossier: Dossier, words: Words): TemplateResult {
  const { tag } = words
  const ended = endedEarly(dossier) || dossier.state >= 9
  return html`<p><strong .textContent=${words.text(dossier.procedureName)}></strong></p>
    <dl>${term(words('trackCode'), dossier.code)}${term(words('trackState'), stateText(dossier.state, words))}${term(words('trackAgency'), dossier.agencyName)}
      ${term(words('trackSubmitted'), formatInstant(dossier.submittedAt, tag))}${dossier.dueAt ? term(words('trackDue'), formatInstant(dossier.dueAt, tag)) : ended ? nothing : term(words('trackDue'), words('trackDueNone'))}${dossier.assistedBy ? term(words('trackHelper'), helperText(dossier.assistedBy, words)) : nothing}</dl>
    ${dossier.late ? html`<p class="bad" .textContent=${words('trackLate')}></p>` : nothing}
    ${dossier.lateReason ? vietnameseEnd(words('trackLateReason', { reason: '' }), dossier.lateReason) : nothing}
    <h3 .textContent=${words('trackNow')}></h3>
    ${nowView(panel, dossier, words)}
    ${supplementView(panel, dossier, words)}
    ${panel.payment?.view() ?? nothing}
    ${resultsView(panel, dossier, words)}
    <h3 .textContent=${words('trackSteps')}></h3><ol class="timeline">${dossier.steps.map((step) => stepView(step, words))}</ol>
    ${dossier.steps.some((step) => step.kind === 'receive') ? slipSection(panel, words) : nothing}
    ${ended ? panel.below?.(dossier.code) : withdrawalView(panel, words)}`
}

/** Beside the applicant, never instead. */
function helperText(by: AssistedBy, words: Words): string {
  const who = words(`helper:${by.kind}`)
  return by.mode === 'guided' ? words('helperGuided', { who }) : words('helperOperated', { who, reason: by.reason })
}

function nowView(panel: TrackerPanel, dossier: Dossier, words: Words): TemplateResult {
  const text = nowText(panel, dossier, words)
  const reason = text === undefined ? reasonOfEnd(dossier) : undefined
  const ended = reason === undefined ? words('trackEnded') : `${words('trackEnded')} ${words('trackEndedReason', { reason: '' })}`
  return html`<p role="status" id="now" tabindex="-1"><span .textContent=${text ?? ended}></span>${reason === undefined ? nothing : html`<span lang="vi" .textContent=${reason}></span>`}</p>`
}

/** Nothing when the dossier has ended and nothing is left to do. */
function nowText(panel: TrackerPanel, dossier: Dossier, words: Words): string | undefined {
  if (endedEarly(dossier)) return undefined
  const owed = owedVnd(dossier)
  const pay = owed > 0 ? words('trackPay', { amount: formatMoney(owed) }) : ''
  if (dossier.state >= 9) {
    const hasResult = dossier.results.length > 0
    if (dossier.state === 10 && !hasResult && !pay) return undefined
    return [hasResult ? words('trackCollect') : '', pay].filter(Boolean).join(' ') || words('trackNothing')
  }
  if (panel.sent && dossier.state !== 5) return words('trackSupplementSent')
  if (dossier.supplement && !dossier.supplement.answeredAt) return words('trackSupplement')
  return pay || words('trackNothing')
}

/** Why it has ended, when the step that ended it says so: an officer's words. */
function reasonOfEnd(dossier: Dossier): string | undefined {
  const last = dossier.steps.at(-1)
  return last?.state === dossier.state && last.note ? last.note : undefined
}

function supplementView(panel: TrackerPanel, dossier: Dossier, words: Words): TemplateResult | typeof nothing {
  const { supplement } = dossier
  const uploads = panel.supplementUploads
  if (!supplement || supplement.answeredAt || !uploads) return nothing
  return html`<div class="notice warn">${vietnameseEnd(words('trackSupplementNote', { note: '' }), supplement.note)}</div>
    ${panel.supplementDocuments.map((document) => uploadView(document, uploads, words))}
    <div class="buttons"><button type="button" class="button" part="send-supplement" aria-disabled=${panel.busy || uploads.busy ? 'true' : nothing} .textContent=${words('trackSupplementSend')} @click=${() => { void panel.sendSupplement() }}></button></div>`
}

function resultsView(panel: TrackerPanel, dossier: Dossier, words: Words): TemplateResult | typeof nothing {
  if (dossier.results.length === 0) return nothing
  return html`<h3 .textContent=${words('trackResults')}></h3><ul class="cards">${dossier.results.map((file) => html`<li><strong .textContent=${file.name}></strong>
      <div class="buttons"><button type="button" class="button" .textContent=${words('resultDownload', { name: file.name })} @click=${() => { void panel.download(file) }}></button>
      <button type="button" class="button secondary" .textContent=${words('resultVerify', { name: file.name })} @click=${() => { void panel.verifyResult(file) }}></button></div></li>`)}</ul>
    ${panel.verify?.reportView() ?? nothing}`
}

function stepView(step: Step, words: Words): TemplateResult {
  const key = `step:${step.kind}`
  const seal = step.sealed === 'officer-signature' ? words('stepSealOfficer') : step.sealed === 'system-seal' ? words('stepSealSystem') : ''
  return html`<li><strong .textContent=${isUiKey(key) ? words(key) : stateText(step.state, words)}></strong><span .textContent=${formatInstant(step.at, words.tag)}></span>
    <span class="muted" .textContent=${[step.by.name, seal].filter(Boolean).join(', ')}></span>${step.note ? html`<span lang="vi" .textContent=${step.note}></span>` : nothing}</li>`
}

function slipSection(panel: TrackerPanel, words: Words): TemplateResult {
  const { slip } = panel
  return html`<h3 id="slip" tabindex="-1" .textContent=${words('trackSlip')}></h3>${slip ? slipView(slip) : html`<button type="button" class="button secondary" .textContent=${words('trackSlipOpen')} @click=${() => { void panel.openSlip() }}></button>`}`
}

function withdrawalView(panel: TrackerPanel, words: Words): TemplateResult {
  if (!panel.confirmingWithdrawal) return html`<p><button type="button" class="link" id="withdrawal" .textContent=${words('withdraw')} @click=${() => { panel.askWithdrawal(true) }}></button></p>`
  return html`<div class="notice warn" role="alert" id="withdrawal" tabindex="-1" aria-labelledby="withdrawal-text"><p id="withdrawal-text" .textContent=${words('withdrawConfirm')}></p><div class="buttons">
    <button type="button" class="button" .textContent=${words('withdrawYes')} @click=${() => { void panel.withdraw() }}></button>
    <button type="button" class="button secondary" .textContent=${words('cancel')} @click=${() => { panel.askWithdrawal(false) }}></button></div></div>`
}

/** A newer gateway may know a state that has no words here. */
function stateText(state: number, words: Words): string {
  const key = `state${state}`
  return words(isUiKey(key) ? key : 'stateOther')
}

function isUiKey(key: string): key is keyof typeof viAfter { return Object.hasOwn(viAfter, key) }

import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { errorSummary, notice } from '../dom/messages.ts'
import type { Words } from '../locales/strings.ts'
import type { checkStep } from './check-step.ts'
import { documentsView } from './documents-view.ts'
import { draftView } from './draft-view.ts'
import { rowNumber } from './flow-errors.ts'
import type { EformFlow } from './flow.ts'
import { CHECK_STEP, DOCUMENTS_STEP, contextOf } from './flow-types.ts'
import type { FlowError, Opened } from './flow-types.ts'
import { checklistOf } from './papers.ts'
import { stepTitle } from './step-title.ts'
import { stepsOf } from './steps.ts'

/** Views that are not needed on the first page; they arrive with their chunks. `uploads` only where papers are sent. */
export interface LaterViews { uploads: Pick<typeof import('../uploads/uploads.ts'), 'uploadView' | 'attachmentsView'> | undefined; check: typeof checkStep | undefined }

/** One step: where one is, what is wrong, the questions, the way on. `fields` is the mounted page; on the check page that of the undertaking. */
export function stepView(flow: EformFlow, opened: Opened, step: string, fields: HTMLElement | undefined, later: LaterViews, words: Words): TemplateResult {
  const steps = stepsOf(flow)
  const number = steps.indexOf(step) + 1
  const title = stepTitle(opened, step, words) ?? step
  const intro = contextOf(opened, step).labels.value.pages[step]?.intro
  return html`<p class="progress" part="progress" id="progress" .textContent=${words('step', { step: number, total: steps.length })}></p>
    <ol class="steps screen" part="steps">${steps.map((s, index) => html`<li class=${index + 1 < number ? 'done' : index + 1 === number ? 'now' : ''} aria-current=${index + 1 === number ? 'step' : nothing}><span .textContent=${stepTitle(opened, s, words) ?? s}></span></li>`)}</ol>
    <h2 id="heading" part="title" tabindex="-1" aria-describedby="progress notice" .textContent=${title}></h2>
    ${noticeView(flow, words)}
    ${flow.errors.length > 0 ? summaryView(flow, opened, words) : nothing}
    ${intro ? html`<p .textContent=${intro}></p>` : nothing}
    ${flow.offer?.view(step, words)}
    ${step === DOCUMENTS_STEP ? documents(flow, opened, later, words) : step === CHECK_STEP ? later.check?.(flow, opened, fields, later, words) ?? html`<p role="status" .textContent=${words('loading')}></p>` : html`<div class="fields">${fields}</div>`}
    ${flow.watch.checks?.isChecking === undefined ? nothing : html`<p class="muted" role="status" .textContent=${flow.watch.checks.isChecking ? words('answersChecking') : ''}></p>`}
    <div class="buttons"><button type="submit" class="button" part="continue" aria-disabled=${flow.submitting ? 'true' : nothing} .textContent=${continueText(flow, opened, step, words)}></button>
      <button type="button" class="button secondary" part="back" .textContent=${words('back')} @click=${() => { flow.walk.back() }}></button></div>
    ${draftView(opened.draft, words)}`
}

/** What has happened, with the one thing to do about it. */
export function noticeView(flow: EformFlow, words: Words): TemplateResult | typeof nothing {
  const { notice: said } = flow
  if (!said) return nothing
  return html`<div id="notice" tabindex="-1" role="group" aria-labelledby="notice-text">${notice(words(said.key, said.values), said.tone, 'notice-text', said.quote)}
    ${said.supportCode ? html`<p class="muted" .textContent=${words('supportCode', { code: said.supportCode })}></p>` : nothing}
    ${said.signIn ? html`<p class="muted" .textContent=${words(flow.opened?.draft.available ? 'signInKeeps' : 'signInLosesShared')}></p>
      <div class="buttons"><button type="button" class="button" .textContent=${words('signInAgain')} @click=${() => { void flow.session.signIn('resume') }}></button></div>` : nothing}
    ${said.key === 'submitOffline' && flow.opened?.draft.available && !flow.opened.draft.chosen ? html`<p class="muted" .textContent=${words('submitKeeps')}></p>` : nothing}
    ${said.dossiers ? html`<div class="buttons"><button type="button" class="button" .textContent=${words('myDossiersLink')} @click=${() => { flow.track() }}></button></div>` : nothing}</div>`
}

export function errorText(error: FlowError, opened: Opened, words: Words): string {
  if (typeof error.text === 'string') return words(error.text, error.values)
  const { form, message: messageOf } = contextOf(opened, error.step)
  const message = messageOf(error.text)
  // Two rows lack the same answer: only the number tells which.
  const number = rowNumber(form, error.text.pointer)
  return number === undefined ? message : `${words('rowLegend', { number })}: ${message}`
}

function summaryView(flow: EformFlow, opened: Opened, words: Words): TemplateResult {
  return errorSummary(words('errorSummaryTitle'), flow.errors.map((error) => ({ id: error.id, text: errorText(error, opened, words), go: () => { flow.walk.goToError(error) } })))
}

function documents(flow: EformFlow, opened: Opened, { uploads }: LaterViews, words: Words): TemplateResult {
  const errors = new Map(flow.errors.filter((e) => e.step === DOCUMENTS_STEP).map((e) => [e.id.slice('doc-'.length), errorText(e, opened, words)]))
  return documentsView(checklistOf(flow), opened.uploads, uploads?.uploadView, errors, words)
}

function continueText(flow: EformFlow, opened: Opened, step: string, words: Words): string {
  if (step !== CHECK_STEP) return words('continue')
  if (flow.submitting) return words('submitting')
  if (opened.ending !== 'submit') return words('finishHandOff')
  return words(flow.notice?.key === 'submitOffline' ? 'submitRetry' : 'submit')
}

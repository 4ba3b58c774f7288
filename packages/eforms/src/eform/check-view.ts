import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { PageState } from '@motcua/form-core'
import type { ComputedFee } from '@motcua/dossier/fees'
import { changeButton, term } from '../dom/describe-list.ts'
import type { FormContext } from '../form-view/context.ts'
import { formatMoney } from '../locales/formats.ts'
import type { Words } from '../locales/strings.ts'
import { answerSections } from './answers.ts'
import type { Answer } from './answers.ts'

export interface CheckViewModel {
  pages: ReadonlyArray<{ page: PageState; context: FormContext }>
  words: Words
  fee: ComputedFee
  /** Papers that go with it; absent when they are handed over elsewhere. */
  papers?: TemplateResult | undefined
  /** The definition's own undertaking, mounted; absent when it has none and ours is shown. */
  closing?: HTMLElement
  agreed: boolean
  undertakingError: string
  /** What is said while it is on its way. */
  status: string
  change(pageId: string, pointer: string): void
  agree(agreed: boolean): void
}

/** Everything that will be said, with a way back to each answer, what it will cost, and the undertaking. */
export function checkView(model: CheckViewModel): TemplateResult {
  const { words } = model
  return html`${model.pages.map(({ page, context }) => pageView(page, context, model))}
    ${model.papers ?? nothing}
    ${feeView(model.fee, words)}
    ${model.closing ?? undertakingView(model, words)}
    <span class="visually-hidden" role="status" .textContent=${model.status}></span>`
}

function undertakingView(model: CheckViewModel, words: Words): TemplateResult {
  return html`<div class=${model.undertakingError ? 'field invalid' : 'field'}>
      ${model.undertakingError ? html`<span class="error" id="undertaking-error" .textContent=${words('errorPrefix') + model.undertakingError}></span>` : nothing}
      <div class="choice"><input type="checkbox" id="undertaking" name="undertaking" aria-required="true" aria-invalid=${model.undertakingError ? 'true' : nothing}
        aria-describedby=${model.undertakingError ? 'undertaking-error' : nothing} .checked=${model.agreed}
        @input=${(e: Event) => { model.agree(e.target instanceof HTMLInputElement && e.target.checked) }}><label for="undertaking" .textContent=${words('undertaking')}></label></div></div>`
}

function pageView(page: PageState, context: FormContext, model: CheckViewModel): TemplateResult {
  const title = context.labels.value.pages[page.id]?.title ?? page.id
  return html`<section><h3 .textContent=${title}></h3>${answerSections(page.items.value, context).map((section) => html`
    ${section.heading && section.heading !== title ? html`<h4 .textContent=${section.heading}></h4>` : nothing}
    <dl>${section.answers.map((answer) => answerView(answer, page, model))}</dl>`)}</section>`
}

function answerView({ field, label, value, warnings }: Answer, page: PageState, model: CheckViewModel): TemplateResult {
  const { words } = model
  const change = field.locked.value ? nothing : changeButton(words, label, () => { model.change(page.id, field.pointer) })
  return term(label, value || words('notAnswered'), html`${warnings.map((warning) => html`<span class="warning" .textContent=${words('warningPrefix') + warning}></span>`)}${change}`)
}

function feeView(fee: ComputedFee, words: Words): TemplateResult {
  const known = fee.unknown.length === 0
  return html`<section><h3 .textContent=${words('feeTitle')}></h3>
    ${fee.lines.length > 0 ? html`<dl>${fee.lines.map((line) => term(words.text(line.name), formatMoney(line.amountVnd), html`<span class="muted" lang="vi" .textContent=${line.legalBasis}></span>`))}
      ${known ? term(words('feeTotal'), formatMoney(fee.amountVnd)) : nothing}</dl>` : nothing}
    <p .textContent=${words(!known ? 'feeUnknown' : fee.amountVnd === 0 ? 'feeZero' : 'feeEstimate')}></p></section>`
}

import { createDateWords, dateInWords } from '@motcua/core/date-words'
import type { DateWordsRenderer } from '@motcua/core/date-words'
import { isPartialDate } from '@motcua/core/dates'
import { isVnd } from '@motcua/core/money'
import { amountInWords } from '@motcua/core/money-words'
import { capitalsOf } from '@motcua/core/text'
import type { JsonValue } from '@motcua/core/json'
import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { PageState } from '@motcua/form-core'
import { qrCode } from '../dom/qr-code.ts'
import { viFields } from '../locales/vi-fields.ts'
import { viFlow } from '../locales/vi-flow.ts'
import { viHandOff } from '../locales/vi-hand-off.ts'
import { wordsOf } from '../locales/strings.ts'
import type { Words } from '../locales/strings.ts'
import { signal } from '@preact/signals-core'
import type { FormContext } from '../form-view/context.ts'
import { offeredOptions } from '../form-view/mount-field.ts'
import { answerSections } from './answers.ts'
import type { Answer, AnswerSection } from './answers.ts'
import { AGREEMENTS, closingPageOf } from './closing-page.ts'
import type { Opened } from './flow-types.ts'
import { receivingOffice } from './receiving-office.ts'
import type { PackedHandOff } from './hand-off-view.ts'

/** The declaration on paper. Always Vietnamese, whatever language the form was filled in. */
export function declarationView(opened: Opened, packed: PackedHandOff, words: Words, dateWords: DateWordsRenderer = createDateWords()): TemplateResult {
  const { definition } = opened
  const form = definition.procedure.declarationForm
  const paper = wordsOf('vi', { ...viFields, ...viFlow, ...viHandOff })
  const context: FormContext = { ...opened.context, words: signal(paper), labels: signal(definition.locales.vi) }
  return html`<div class="paper" lang="vi" part="declaration">
    ${form?.code ? html`<p class="form-code" .textContent=${paper('formCode', { code: form.code })}></p>` : nothing}
    <p class="nation" .textContent=${viHandOff.nation}></p><p class="motto"><span .textContent=${viHandOff.motto}></span></p>
    <h2>${form?.name ? html`<span .textContent=${form.name.vi}></span>` : html`<span .textContent=${viHandOff.declaration}></span> <span .textContent=${definition.procedure.name.vi}></span>`}</h2>
    <p class="addressee" .textContent=${paper('addressee', { agency: receivingOffice(definition.procedure, opened.commune) })}></p>
    ${definition.procedure.completeness === 'incomplete' ? html`<p .textContent=${viFlow.incompleteBanner}></p>` : ''}
    ${opened.form.pages.value.map((page) => pageOnPaper(page, context, dateWords))}
    ${closingPageOf(opened.form) ? '' : ticked(viFlow.undertaking, true)}
    <div class="sign"><p class="place" .textContent=${viHandOff.declarationDate}></p><p class="signer" .textContent=${viHandOff.signer}></p><p class="manner" .textContent=${viHandOff.signManner}></p></div>
    <div class="foot">${qrCode(`MOTCUA1;${packed.code};${packed.sha256}`, words('qrPackageAlt'))}<p class="hash" .textContent=${packed.sha256}></p></div></div>`
}

/**
 * A page under its title, and its groups under theirs where they say more. A title that speaks to the reader of the
 * screen, or that the first line repeats, is none of a paper form; one with nothing under it is left out, but for a list, which says that it is empty.
 */
function pageOnPaper(page: PageState, context: FormContext, dateWords: DateWordsRenderer): TemplateResult | typeof nothing {
  const title = context.labels.value.pages[page.id]?.title ?? ''
  const items = page.items.value
  const sections = answerSections(items, context)
  if (sections.length === 0) return items.some(({ type }) => type === 'repeat') ? html`<h3 .textContent=${title}></h3><p .textContent=${viHandOff.noRows}></p>` : nothing
  return html`${SPOKEN.test(title) || title === sections[0]?.answers[0]?.label ? nothing : html`<h3 .textContent=${title}></h3>`}${sections.map((section) => html`<section>
    ${section.heading && section.heading !== title && !SPOKEN.test(section.heading) ? html`<h4 .textContent=${section.heading}></h4>` : nothing}${answersOnPaper(section, context, dateWords)}</section>`)}`
}

/** A question, or words to "bạn". */
const SPOKEN = /\?$|(?<!\p{L})bạn(?!\p{L})/iu

/** More options than these are written out: a paper form has no room for their boxes. */
const MOST_BOXES = 4

/** What was answered, then what was agreed to, each in the order of the form. What is left open has a dotted line to be filled in by hand. */
function answersOnPaper({ answers }: AnswerSection, context: FormContext, dateWords: DateWordsRenderer): TemplateResult {
  const agreements = answers.filter(({ field }) => AGREEMENTS.has(field.definition.field))
  const told = answers.filter((answer) => !agreements.includes(answer) && !isNamedBeside(answer, answers))
  return html`${told.length > 0 ? html`<dl>${told.map((answer) => line(answer, context, dateWords))}</dl>` : nothing}
    ${agreements.map(({ field, label }) => ticked(label, field.value.value === true))}`
}

/** A province that only narrowed the choice of a commune: the commune's full name ends with it. */
function isNamedBeside({ field }: Answer, answers: readonly Answer[]): boolean {
  return answers.some((other) => other.field.definition.field === 'commune' && other.value !== '' && other.field.definition.provincePointer === field.definition.pointer)
}

/** A question with what was answered; of a choice among a few, every option that was offered with its box, ticked or not. */
function line(answer: Answer, context: FormContext, dateWords: DateWordsRenderer): TemplateResult {
  const { field } = answer.field.definition
  const options = field === 'radio' || field === 'checkboxes' ? offeredOptions(answer.field, context) : []
  const isBoxed = options.length > 0 && options.length <= MOST_BOXES
  return html`<div class=${isBoxed ? 'boxes' : field}><dt .textContent=${leadIn(context.labels.value.fields[answer.field.definition.pointer]?.onPaper ?? answer.label)}></dt> ${isBoxed
    ? html`<dd>${options.map(({ value, label }) => html`<span .textContent=${`${isChosen(answer.field.value.value, value) ? '☑' : '☐'} ${label}`}></span> `)}</dd>`
    : html`<dd .textContent=${onPaper(answer, dateWords)}></dd>`}</div>`
}

function isChosen(answer: JsonValue | undefined, option: string): boolean {
  return Array.isArray(answer) ? answer.includes(option) : answer === option
}

/** A date or an amount that the paper form wants in words too has them beside the figures; a name stands in capitals where it says so. */
function onPaper({ field, value }: Answer, dateWords: DateWordsRenderer): string {
  const answer = field.value.value
  if (field.definition.inCapitals) return capitalsOf(value)
  if (!field.definition.inWords) return value
  if (isVnd(answer)) return `${value} (${amountInWords(answer)})`
  return typeof answer === 'string' && isPartialDate(answer) ? `${value} (${dateInWords(answer, dateWords)})` : value
}

function ticked(sentence: string, isAgreed: boolean): TemplateResult { return html`<p .textContent=${`${isAgreed ? '☑' : '☐'} ${sentence}`}></p>` }

/** A question or a sentence keeps its own mark; anything else gets a colon before its answer. */
function leadIn(label: string): string { return /[?.:…]$/u.test(label.trimEnd()) ? label : `${label}:` }

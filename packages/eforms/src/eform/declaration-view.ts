import { createDateWords, dateInWords } from '@motcua/core/date-words'
import type { DateWordsRenderer } from '@motcua/core/date-words'
import { isPartialDate } from '@motcua/core/dates'
import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { qrCode } from '../dom/qr-code.ts'
import { viFields } from '../locales/vi-fields.ts'
import { viFlow } from '../locales/vi-flow.ts'
import { wordsOf } from '../locales/strings.ts'
import type { Words } from '../locales/strings.ts'
import { signal } from '@preact/signals-core'
import type { FormContext } from '../form-view/context.ts'
import { answerSections } from './answers.ts'
import type { Answer, AnswerSection } from './answers.ts'
import type { Opened } from './flow-types.ts'
import type { PackedHandOff } from './hand-off-view.ts'

/** The declaration on paper. Always Vietnamese, whatever language the form was filled in. */
export function declarationView(opened: Opened, packed: PackedHandOff, words: Words, dateWords: DateWordsRenderer = createDateWords()): TemplateResult {
  const { definition } = opened
  const paper = wordsOf('vi', { ...viFields, ...viFlow })
  const context: FormContext = { ...opened.context, words: signal(paper), labels: signal(definition.locales.vi) }
  const sections = opened.form.pages.value.flatMap((page) => answerSections(page.items.value, context, definition.locales.vi.pages[page.id]?.title))
  return html`<div class="paper" lang="vi" part="declaration">
    <p class="nation" .textContent=${viFlow.nation}></p><p class="motto" .textContent=${viFlow.motto}></p>
    <h2 .textContent=${definition.procedure.name.vi}></h2>
    <p .textContent=${paper('addressee', { agency: opened.commune.agencyName })}></p>
    ${definition.procedure.completeness === 'incomplete' ? html`<p .textContent=${viFlow.incompleteBanner}></p>` : ''}
    ${sections.map((section) => html`<h3 .textContent=${section.heading}></h3>${answersOnPaper(section, dateWords)}`)}
    ${closes(opened) ? '' : ticked(viFlow.undertaking, true)}
    <div class="sign"><p .textContent=${viFlow.declarationDate}></p><p .textContent=${viFlow.signHere}></p></div>
    ${qrCode(`MOTCUA1;${packed.code};${packed.sha256}`, words('qrPackageAlt'))}<p class="hash" .textContent=${packed.sha256}></p></div>`
}

/** What was answered, then what was agreed to: a ticked box with its sentence, as on the paper form. */
function answersOnPaper({ answers }: AnswerSection, dateWords: DateWordsRenderer): TemplateResult {
  const agreements = answers.filter(({ field }) => field.definition.field === 'checkbox')
  const told = answers.filter((answer) => !agreements.includes(answer))
  return html`${told.length > 0 ? html`<dl>${told.map((answer) => html`<div><dt .textContent=${leadIn(answer.label)}></dt> <dd .textContent=${onPaper(answer, dateWords) || '……………'}></dd></div>`)}</dl>` : nothing}
    ${agreements.map(({ field, label }) => ticked(label, field.value.value === true))}`
}

/** A date that the paper form wants in words too has them beside the figures. */
function onPaper({ field, value }: Answer, dateWords: DateWordsRenderer): string {
  const date = field.value.value
  return field.definition.inWords && typeof date === 'string' && isPartialDate(date) ? `${value} (${dateInWords(date, dateWords)})` : value
}

function ticked(sentence: string, isAgreed: boolean): TemplateResult { return html`<p .textContent=${`${isAgreed ? '☑' : '☐'} ${sentence}`}></p>` }

/** A question or a sentence keeps its own mark; anything else gets a colon before its answer. */
function leadIn(label: string): string { return /[?.:…]$/u.test(label.trimEnd()) ? label : `${label}:` }

/** The definition brings an undertaking of its own. */
function closes(opened: Opened): boolean {
  return opened.form.pages.value.at(-1)?.items.value.every((item) => item.type === 'field' && item.definition.field === 'checkbox') ?? false
}

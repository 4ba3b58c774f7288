import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { FieldOption } from '../fields/field.ts'
import { radioView } from '../fields/radio/radio.ts'
import type { Words } from '../locales/strings.ts'
import type { GuideQuestion } from './guide-interview.ts'
import type { GuideWords } from './guide-words.ts'

export interface QuestionDeeds { answer(key: string, value: string): void; clear(): void; redraw(): void }

/** The few questions on which papers, fees and times depend. */
export function questionsView(questions: readonly GuideQuestion[], said: GuideWords, words: Words, { answer, clear, redraw }: QuestionDeeds): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing
  return html`<section class="ask" part="questions" aria-labelledby="ask"><h3 id="ask" tabindex="-1" .textContent=${words('guideAsk')}></h3><p class="muted" .textContent=${words('guideAskNote')}></p>
    ${questions.map((question) => radioView({
      id: idOf(question.key), kind: 'radio', label: labelOf(question, said, words), hint: hintOf(question, said), error: '', warning: '', required: true, locked: false, disabled: false,
      value: question.answer, options: optionsOf(question, words), words, onInput: (value) => { answer(question.key, String(value)) }, onLeave: () => undefined, redraw,
    }))}
    ${questions.some((question) => question.answer !== undefined) ? html`<button type="button" class="link" .textContent=${words('guideClear')} @click=${clear}></button>` : nothing}</section>`
}

/** Valid in an address and a selector. */
function idOf(key: string): string { return `q${key.replaceAll(/[^a-zA-Z0-9]+/g, '-')}` }

function labelOf({ pointer, years }: GuideQuestion, said: GuideWords, words: Words): string {
  return years === undefined ? said.label(pointer) : words('guideAgeAsk', { who: said.who(pointer), years })
}

function hintOf({ pointer, years }: GuideQuestion, said: GuideWords): string {
  if (years !== undefined) return ''
  const context = said.context(pointer)
  return [context && !/[.?!]$/.test(context) ? `${context}.` : context, said.hint(pointer)].filter(Boolean).join(' ')
}

function optionsOf({ options, years }: GuideQuestion, words: Words): FieldOption[] {
  if (years === undefined) return options.map(({ value, label }) => ({ value, label: words.text(label) }))
  return [{ value: 'yes', label: words('guideAgeYes', { years }) }, { value: 'no', label: words('guideAgeNo', { years }) }]
}

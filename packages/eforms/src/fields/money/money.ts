import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { isVnd } from '@motcua/core/money'
import { amountInWords } from '@motcua/core/money-words'
import { readMoney } from '@motcua/form-core/parse-input'
import { labelledFrame } from '../field.ts'
import type { FieldProps } from '../field.ts'
import { TextControl, textOf, tidyLine } from '../text-control.ts'

/** Amount in đồng: typed as people write it, in groups of three once they have left, and said in Vietnamese words below. */
export const createMoney = () => new TextControl({
  inputMode: 'numeric', widthChars: 20, read: readMoney,
  show: (value, { language }) => (typeof value === 'number' ? value.toLocaleString(language) : textOf(value)),
  tidy(text, { language }) {
    const amount = readMoney(text)
    return typeof amount === 'number' ? amount.toLocaleString(language) : tidyLine(text)
  },
  describedBy: (props) => (inWords(props) ? wordsId(props) : undefined),
  frame,
})

function frame(props: FieldProps, box: TemplateResult): TemplateResult {
  const words = inWords(props)
  return labelledFrame(props, html`<div class="amount">${box}<span class="unit" aria-hidden="true">đ</span></div>${words
    ? html`<span class="in-words" id=${wordsId(props)} .textContent=${words}></span>` : nothing}`)
}

/** Only in Vietnamese: the words are there to notice a nought too many, as on a receipt. */
function inWords({ value, words }: FieldProps): string {
  return words.tag === 'vi' && isVnd(value) ? amountInWords(value) : ''
}

function wordsId({ id }: FieldProps): string { return `${id}-words` }

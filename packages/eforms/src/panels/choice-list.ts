import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'

export interface ChoiceListOptions {
  /** Of the group; the choices are `<id>-0`, `<id>-1` … */
  id: string
  type: 'radio' | 'checkbox'
  question: string
  hint?: string
  error?: string | undefined
  choices: ReadonlyArray<{ value: string; label: string; hint?: string }>
  chosen: readonly string[]
  change(value: string, isChosen: boolean): void
}

/** A question with native radio buttons or ticks, outside of a form of the engine. */
export function choiceList({ id, type, question, hint, error, choices, chosen, change }: ChoiceListOptions): TemplateResult {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return html`<fieldset class=${error ? 'field invalid' : 'field'} id=${id} part="field" aria-describedby=${described || nothing}><legend .textContent=${question}></legend>
    ${hint ? html`<span class="hint" id=${`${id}-hint`} .textContent=${hint}></span>` : nothing}${error ? html`<span class="error" id=${`${id}-error`} .textContent=${error}></span>` : nothing}
    <div class="choices">${choices.map(({ value, label, hint: about }, index) => html`<div class="choice"><input type=${type} name=${id} id=${`${id}-${index}`} .value=${value} .checked=${chosen.includes(value)} @change=${({ target }: Event) => { if (target instanceof HTMLInputElement) change(value, target.checked) }}><label for=${`${id}-${index}`}><span .textContent=${label}></span>${about ? html`<span class="hint" .textContent=${about}></span>` : nothing}</label></div>`)}</div></fieldset>`
}

export interface LongTextOptions { id: string; label: string; hint?: string; error?: string | undefined; value: string; optionalMark?: string; change(value: string): void }

/** A question answered in free words. What is typed stays as it is until it is sent. */
export function longText({ id, label, hint, error, value, optionalMark, change }: LongTextOptions): TemplateResult {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return html`<div class=${error ? 'field invalid' : 'field'} part="field"><label class="label" for=${id}><span .textContent=${optionalMark ? `${label} ` : label}></span>${optionalMark ? html`<span class="optional" .textContent=${optionalMark}></span>` : nothing}</label>
    ${hint ? html`<span class="hint" id=${`${id}-hint`} .textContent=${hint}></span>` : nothing}${error ? html`<span class="error" id=${`${id}-error`} .textContent=${error}></span>` : nothing}
    <textarea id=${id} rows="5" autocomplete="off" aria-invalid=${error ? 'true' : nothing} aria-describedby=${described || nothing} .value=${value} @input=${({ target }: Event) => { if (target instanceof HTMLTextAreaElement) change(target.value) }}></textarea></div>`
}

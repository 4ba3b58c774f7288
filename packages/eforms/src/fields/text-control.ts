import { html, noChange } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import type { JsonValue } from '@motcua/core/json'
import { readTyped } from '@motcua/form-core/read-typed'
import { attributes } from '../dom/attributes.ts'
import type { Attributes } from '../dom/attributes.ts'
import { controlAttributes, labelledFrame } from './field.ts'
import type { FieldControl, FieldProps } from './field.ts'
import { frame } from './frame.ts'
import type { Words } from '../locales/strings.ts'

export interface TextControlOptions {
  type?: 'text' | 'tel' | 'email'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  autocomplete?: string
  widthChars?: number
  multiline?: boolean
  spellcheck?: boolean
  autocapitalize?: 'words' | 'none' | 'sentences'
  /** What the text means, for a kind that reads it itself. @default as the form reads this kind */
  read?: (text: string) => string | number
  /** How an answer reads in the box. @default as it is */
  show?: (value: JsonValue | undefined, words: Words) => string
  /** How the text looks once the person has left the field. */
  tidy?: (text: string, words: Words) => string
  /** What stands round the box. @default the label, and what is said about the field */
  frame?: (props: FieldProps, box: TemplateResult) => TemplateResult
  /** Id of something more that describes the box. */
  describedBy?: (props: FieldProps) => string | undefined
}

/**
 * One text box. The text belongs to the person: it is rewritten only when the model changes from elsewhere, or on
 * leaving the field, and never while an input method (Telex, VNI) is composing.
 */
export class TextControl implements FieldControl {
  #text = ''
  #props: FieldProps | undefined
  #last: JsonValue | undefined
  #words: Words | undefined
  #isComposing = false
  /** A value from elsewhere has come during a composition: it is shown when the composition has ended. */
  #waits = false
  readonly #options: TextControlOptions

  constructor(options: TextControlOptions = {}) { this.#options = options }

  render(props: FieldProps): TemplateResult | typeof noChange {
    const { value, words } = props
    const { show = textOf } = this.#options
    const drawn = this.#props
    this.#props = props
    const isNews = Object.is(value, this.#last)
      // A number that reads as it would be written is written anew in another language.
      ? this.#words !== undefined && words !== this.#words && this.#text === show(value, this.#words)
      : !Object.is(value, readTyped(props.kind, this.#read(this.#text)))
    this.#waits = isNews && this.#isComposing
    if (!this.#waits) {
      if (isNews) this.#text = show(value, words)
      this.#last = value
      this.#words = words
    }
    // What was typed stands in the box already, and for most keys nothing else is to be said.
    if (drawn && !isNews && !this.#options.frame && differInAnswerOnly(drawn, props)) return noChange
    return this.#options.multiline ? this.#area(props) : this.#line(props)
  }

  // One template with its frame: a large form has hundreds of these.
  #line(props: FieldProps): TemplateResult {
    const { frame: around, type = 'text', widthChars, autocomplete = 'off', inputMode, spellcheck, autocapitalize } = this.#options
    const own = attributes({
      ...this.#shared(props), type, class: width(props.widthChars ?? widthChars) || undefined, autocomplete: props.autocomplete ?? autocomplete,
      inputmode: props.inputMode ?? inputMode, spellcheck: spellcheck ? 'true' : 'false', autocapitalize,
    }, this.#text)
    return around ? around(props, html`<input part="control" ${own} @input=${this} @blur=${this}>`)
      : html`<div part="field" ${frame(props, 'question')}><label class="label" part="label"></label><input part="control" ${own} @input=${this} @blur=${this}></div>`
  }

  #area(props: FieldProps): TemplateResult {
    const own = attributes({ ...this.#shared(props), autocomplete: props.autocomplete ?? 'off' }, this.#text)
    return labelledFrame(props, html`<textarea part="control" rows="4" ${own} @input=${this} @blur=${this}></textarea>`)
  }

  /** Listens itself: a closure for each event of a thousand fields would be a thousand of each. */
  handleEvent(event: InputEvent): void {
    if (!this.#props) return
    if (event.type === 'blur') this.#left(event, this.#props)
    else this.#typed(event, this.#props)
  }

  #shared(props: FieldProps): Attributes {
    const shared: Attributes = { ...controlAttributes(props), readonly: props.locked }
    const more = this.#options.describedBy?.(props)
    return more ? { ...shared, 'aria-describedby': [shared['aria-describedby'], more].filter(Boolean).join(' ') } : shared
  }

  #read(text: string): string | number { return this.#options.read?.(text) ?? text }

  #typed(event: InputEvent, props: FieldProps): void {
    if (event.isComposing && !this.#isComposing) {
      event.target?.addEventListener('compositionend', () => {
        this.#isComposing = false
        // Safari tells of the last text only after the end (WebKit bug 165004): the person's word comes first.
        setTimeout(() => { if (this.#waits && !this.#isComposing) props.redraw() })
      }, { once: true })
    }
    this.#isComposing = event.isComposing
    this.#text = valueOf(event)
    props.onInput(this.#read(this.#text))
  }

  #left(event: Event, props: FieldProps): void {
    const typed = valueOf(event)
    const tidy = (this.#options.tidy ?? tidyLine)(typed, props.words)
    if (tidy !== typed && !props.locked) {
      this.#text = tidy
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) event.target.value = tidy
      props.onInput(this.#read(tidy))
    }
    props.onLeave()
  }
}

function differInAnswerOnly(drawn: FieldProps, next: FieldProps): boolean {
  // Asked first: it is what differs for each of the errors of a form that is sent empty.
  return drawn.error === next.error && Object.entries(next).every(([name, value]) => name === 'value' || value === Reflect.get(drawn, name))
}

/** Composed characters, none that cannot be seen (pasted from a chat or a document), no space at the ends, one space between words. */
export function tidyLine(text: string): string { return text.replace(/\p{Cf}/gu, '').normalize('NFC').replace(/[^\S\n]+/g, ' ').trim() }
/** Digits without the spaces, dots and dashes people put between them; what is no number stays as it was typed. */
export function tidyDigits(text: string): string {
  const line = tidyLine(text)
  const digits = line.replace(/[\s.-]/g, '')
  return /^\+?\d*$/.test(digits) ? digits : line
}

export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export function valueOf(event: Event): string {
  const target = event.target
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target.value : ''
}

export function width(chars: number | undefined): string {
  if (chars === undefined) return ''
  return chars <= 2 ? 'w-2' : chars <= 4 ? 'w-4' : chars <= 14 ? 'w-10' : chars <= 24 ? 'w-20' : ''
}

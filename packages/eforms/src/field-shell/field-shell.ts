import { html, nothing } from 'lit'
import type { PropertyDeclarations, TemplateResult } from 'lit'
import type { RawAnswer } from '@motcua/form-core'
import { parseInput } from '@motcua/form-core/parse-input'
import type { JsonValue } from '@motcua/core/json'
import type { FieldKind } from '@motcua/schemas/definition'
import { stopPrintableKeys } from '../dom/focus.ts'
import type { FieldControl, FieldOption, FieldProps } from '../fields/field.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import { FormAssociated } from './form-associated.ts'
import type { Fault, FormEntry } from './form-associated.ts'

/**
 * One question on its own, drawn by the same control as in the eForm. What differs from kind to kind is the subclass's.
 *
 * @attr {string} value - the answer as text; what the form receives, and what reset goes back to
 * @attr {string} autocomplete - as native, where the control has one
 */
export abstract class FieldShell extends FormAssociated {
  static override properties: PropertyDeclarations = {
    ...FormAssociated.properties, value: { type: String, noAccessor: true }, autocomplete: { type: String },
    // Declared, so that what a page sets before the code is here is not lost.
    answer: { attribute: false, noAccessor: true },
  }

  declare autocomplete: string

  protected abstract readonly kind: FieldKind
  protected abstract readonly control: FieldControl
  #answer: JsonValue | undefined
  #turn = 0

  constructor() {
    super()
    this.autocomplete = ''
  }

  /** The answer as text, empty for none. Setting it is no edit: no event, no message. */
  get value(): string { return this.#answer === undefined ? '' : this.write(this.#answer) }
  set value(text: string | null | undefined) { this.answer = this.read(String(text ?? '')) }

  /** The answer as the payload has it: a number for an amount, `true` for a tick; `undefined` for none. */
  get answer(): JsonValue | undefined { return this.#answer }
  set answer(answer: JsonValue | undefined) {
    // What JSON cannot say (`NaN`) would reach the server as “null”.
    this.#take((JSON.stringify(answer) ?? 'null') === 'null' ? undefined : answer)
    // Not under the person’s hand: a page may well set again what it was just told.
    if (!this.shadowRoot?.activeElement) {
      this.#turn += 1
      this.requestUpdate()
    }
    this.settled()
  }

  #take(answer: JsonValue | undefined): void {
    const old = this.#answer
    this.#answer = answer
    this.requestUpdate('answer', old)
  }

  /** Text to answer; the inverse of {@link write}. */
  protected read(text: string): JsonValue | undefined { return parseInput(this.kind, text) }
  protected write(answer: JsonValue): string { return typeof answer === 'string' ? answer : JSON.stringify(answer) }
  protected get options(): readonly FieldOption[] { return [] }
  /** What is said of an answer that is required and not there. */
  protected get missing(): UiKey { return 'fieldRequired' }
  /** What is wrong with an answer that is not empty; empty text for nothing. */
  protected problem(_answer: JsonValue, _words: Words): string { return '' }
  /** What to look at again, though it blocks nothing. */
  protected caution(_answer: JsonValue, _words: Words): string { return '' }
  /** More of what the control is given. */
  protected get more(): Partial<FieldProps> { return {} }

  protected override fault(): Fault | undefined {
    const answer = this.#answer
    if (answer === undefined || (typeof answer === 'string' && answer.trim() === '')) return this.required ? { flag: 'valueMissing', message: this.words(this.missing, { label: this.label }) } : undefined
    const message = this.problem(answer, this.words)
    return message === '' ? undefined : { flag: 'customError', message }
  }

  protected override formEntry(): FormEntry {
    const { value, answer } = this
    // As JSON: what could not be read comes back as it was typed.
    return { entry: value === '' ? null : value, state: answer === undefined ? '' : JSON.stringify(answer) }
  }

  protected override reset(): void { this.value = this.getAttribute('value') }
  protected override restore(state: string, mode?: unknown): void {
    if (mode === 'autocomplete') this.value = state
    else this.answer = parseState(state)
  }

  protected override render(): TemplateResult {
    const { words } = this
    const answer = this.#answer
    return html`<div class="root" part="root" lang=${words.tag} dir=${words.added?.dir ?? nothing} @keydown=${stopPrintableKeys} @keypress=${stopPrintableKeys} @keyup=${stopPrintableKeys}
      @input=${stop} @change=${this.#chosen}>${this.control.render({
        id: 'control', kind: this.kind, label: this.label, hint: this.hint, error: this.shownError,
        warning: this.tried && answer !== undefined && !this.shownError ? this.caution(answer, words) : '',
        required: this.required, locked: this.locked, disabled: this.isDisabled, value: answer, turn: this.#turn, options: this.options, words,
        // A locked answer says where it comes from; the page knows.
        ...(this.locked && this.hint && { origin: this.hint }),
        ...(this.autocomplete && { autocomplete: this.autocomplete }), ...this.more,
        onInput: this.#typed, onLeave: () => { this.left() }, redraw: () => { this.requestUpdate() },
      })}</div>`
  }

  // Drawn at once, as in the eForm: a control knows what is typed only until its handler returns.
  readonly #typed = (raw: RawAnswer): void => {
    this.#take(parseInput(this.kind, raw))
    this.edited()
  }

  /** What is chosen counts at once; what is typed, when focus leaves. */
  readonly #chosen = (event: Event): void => {
    if (event.target instanceof Element && event.target.matches('select, [type="radio"], [type="checkbox"]')) this.left()
  }
}

/** An answer that was kept; nothing for what another version of the page may have left. */
function parseState(state: string): JsonValue | undefined {
  try { return JSON.parse(state) as JsonValue } catch { return undefined }
}

/** Native `input` of the inner control comes before the answer is known: the element sends its own. */
function stop(event: Event): void { event.stopPropagation() }

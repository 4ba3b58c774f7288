import { LitElement } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { html } from 'lit'
import type { FieldKind } from '@motcua/schemas/definition'
import { stopPrintableKeys } from '../dom/focus.ts'
import type { FieldControl, FieldOption } from '../fields/field.ts'
import { languageOf, loadWords, wordsOf } from '../locales/strings.ts'
import type { Words } from '../locales/strings.ts'
import { viFields } from '../locales/vi-fields.ts'
import { sheet } from '../look/sheet.ts'

/**
 * One field on its own, in any form of any page: form-associated, in its own root, drawn by the same function as in the eForm.
 *
 * A label or `aria-*` of the page does not name the inner input: give `label` and `hint` as attributes.
 */
export abstract class FieldShell extends LitElement {
  static formAssociated = true
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  static override styles = sheet
  static override properties = {
    label: { type: String }, hint: { type: String }, error: { type: String }, name: { type: String }, value: { type: String },
    required: { type: Boolean }, disabled: { type: Boolean }, locked: { type: Boolean }, autocomplete: { type: String }, lang: { type: String },
  }

  declare label: string
  declare hint: string
  /** An error of the page's own; shown at once. */
  declare error: string
  declare name: string
  /** The present answer as the payload has it. */
  declare value: string
  declare required: boolean
  declare disabled: boolean
  declare locked: boolean
  declare autocomplete: string
  declare lang: string

  protected abstract readonly kind: FieldKind
  protected abstract readonly control: FieldControl
  readonly #internals = this.attachInternals()
  #words: Words = wordsOf('vi', viFields)
  #tried = false
  #formDisabled = false
  #initial: string | undefined

  constructor() {
    super()
    this.label = ''
    this.hint = ''
    this.error = ''
    this.name = ''
    this.value = ''
    this.required = false
    this.disabled = false
    this.locked = false
    this.autocomplete = ''
    this.lang = ''
    this.addEventListener('invalid', (event) => { this.#invalid(event) })
    this.addEventListener('keydown', (event) => { this.#enter(event) })
  }

  get form(): HTMLFormElement | null { return this.#internals.form }
  get validity(): ValidityState { return this.#internals.validity }
  get validationMessage(): string { return this.#internals.validationMessage }
  checkValidity(): boolean { return this.#internals.checkValidity() }
  reportValidity(): boolean { return this.#internals.reportValidity() }

  formResetCallback(): void {
    this.#tried = false
    this.value = this.#initial ?? ''
  }

  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled
    this.requestUpdate()
  }

  protected get options(): readonly FieldOption[] { return [] }

  /** What is wrong with a value besides being empty; empty text for nothing. */
  protected problem(_value: string, _words: Words): string { return '' }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#initial ??= this.value
    if (changed.has('lang')) void this.#speak()
  }

  protected override render(): TemplateResult {
    const words = this.#words
    return html`<div class="root" part="root" lang=${words.language} @keydown=${stopPrintableKeys} @keypress=${stopPrintableKeys} @keyup=${stopPrintableKeys}>${this.control.render({
      id: 'control', kind: this.kind, label: this.label, hint: this.hint, error: this.error || (this.#tried ? this.#problem() : ''), warning: '',
      required: this.required, locked: this.locked, disabled: this.disabled || this.#formDisabled, value: this.value === '' ? undefined : this.value,
      options: this.options, words, ...(this.autocomplete && { autocomplete: this.autocomplete }),
      onInput: (raw) => {
        this.value = String(raw)
        // Native `input` is composed and leaves the root by itself; `change` does not.
      },
      onLeave: () => {
        this.#tried ||= this.value !== ''
        this.requestUpdate()
        this.dispatchEvent(new Event('change', { bubbles: true }))
      },
      redraw: () => { this.requestUpdate() },
    })}</div>`
  }

  protected override updated(): void {
    this.#internals.setFormValue(this.value === '' ? null : this.value)
    const message = this.#problem()
    const input = this.renderRoot.querySelector<HTMLElement>('input, select, textarea')
    const flags = message === '' ? {} : this.value === '' ? { valueMissing: true } : { customError: true }
    if (input) this.#internals.setValidity(flags, message, input)
    if (message !== '' && this.#tried) this.#internals.states.add('user-invalid')
    else this.#internals.states.delete('user-invalid')
  }

  #problem(): string {
    if (this.locked || this.disabled) return ''
    if (this.error) return this.error
    if (this.value === '') return this.required ? this.#words('fieldRequired', { label: this.label }) : ''
    return this.problem(this.value, this.#words)
  }

  /** Our message instead of the browser's bubble; the browser then focuses nothing, so the first invalid field does it itself. */
  #invalid(event: Event): void {
    event.preventDefault()
    this.#tried = true
    this.requestUpdate()
    const first = [...this.form?.elements ?? []].find((element) => element.matches(':invalid'))
    if (first === this) void this.updateComplete.then(() => { this.focus() })
  }

  #enter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return
    const [origin] = event.composedPath()
    if (origin instanceof HTMLInputElement) this.form?.requestSubmit()
  }

  async #speak(): Promise<void> {
    const language = languageOf(this.lang)
    if (language === this.#words.language) return
    this.#words = await loadWords(language, viFields)
    this.requestUpdate()
  }
}

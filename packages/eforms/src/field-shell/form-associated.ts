import { LitElement } from 'lit'
import type { PropertyDeclarations, PropertyValues } from 'lit'
import { afterPress, noticePresses } from '../dom/after-press.ts'
import { isInputMethodKey } from '../dom/input-method.ts'
import { languageOf, loadWords, wordsOf } from '../locales/strings.ts'
import type { UiStrings, Words } from '../locales/strings.ts'
import { viAlone } from '../locales/vi-alone.ts'
import { viFields } from '../locales/vi-fields.ts'
import { fieldSheet } from '../look/field-sheet.ts'
import { toggleState } from './custom-state.ts'
import { isBeingSent, noticeSending, sendByEnter } from './sending.ts'
import { becameText } from './text-property.ts'

const VIETNAMESE = { ...viFields, ...viAlone }

/** What is wrong now: the flag of the validity, and the words. */
export interface Fault { flag: 'valueMissing' | 'customError'; message: string }

/** What goes into the form, and what the browser keeps to restore the field after Back or a crash. */
export interface FormEntry { entry: string | File | FormData | null; state: string | File | null }

/**
 * A control of a form of any page, with a root of its own: value, validity, reset, restore, disabled fieldset, focus by label, Enter.
 *
 * A `<label>` or `aria-*` attribute of the page does not name the inner control: give `label` and `hint` as attributes.
 *
 * @attr {string} label - the question; also the name that is read out
 * @attr {string} hint - help under the question, plain text
 * @attr {string} error - an error of the page’s own, shown at once; the next edit takes it away
 * @attr {string} name - name in the form’s data
 * @attr {boolean} required - an empty answer blocks the form
 * @attr {boolean} disabled - as native: not editable, not sent, not checked
 * @attr {boolean} locked - shown and sent but not editable: vouched for elsewhere
 * @attr {boolean} autofocus - as native: has focus once it is here, unless the person is somewhere already
 * @attr {string} lang - `vi` (default) or `en`; may change at any time
 * @csspart root - everything inside the element
 * @csspart field - one question with its control
 * @csspart label - the question
 * @csspart hint - help under the question
 * @csspart error - what is wrong
 * @csspart warning - what to look at again, though it blocks nothing
 * @csspart origin - where an answer comes from that was filled in
 * @csspart control - the native control
 * @cssstate user-invalid - the answer is wrong and the person has been told
 * @fires {Event} input - the answer has changed
 * @fires {Event} change - the answer has changed and the person has left the field or made a choice
 */
export abstract class FormAssociated extends LitElement {
  static formAssociated = true
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  static override styles = fieldSheet
  static override properties: PropertyDeclarations = {
    label: { type: String }, hint: { type: String }, error: { type: String }, name: { type: String, noAccessor: true },
    required: { type: Boolean }, disabled: { type: Boolean, reflect: true }, locked: { type: Boolean }, lang: { type: String },
  }

  declare label: string
  declare hint: string
  declare error: string
  declare required: boolean
  declare disabled: boolean
  declare locked: boolean
  declare lang: string

  readonly #internals = this.attachInternals()
  #words: Words = wordsOf('vi', this.vietnamese)
  #tried = false
  #formDisabled = false
  #said: FormEntry['state'] = ''
  /** Found invalid just now, perhaps only by a page that looks. */
  #mayBeTold = false

  constructor() {
    super()
    this.label = ''
    this.hint = ''
    this.error = ''
    this.required = false
    this.disabled = false
    this.locked = false
    this.lang = ''
    noticePresses()
    noticeSending()
    this.addEventListener('invalid', (event) => { this.#invalid(event) })
    this.addEventListener('focusin', () => { if (this.#mayBeTold) this.#showFault() })
    this.addEventListener('keydown', (event) => { this.#enter(event) })
  }

  /** What is wrong with the answer besides an error of the page’s own; nothing for a field that may stay as it is. */
  protected abstract fault(): Fault | undefined
  protected abstract formEntry(): FormEntry
  /** Back to what the attributes say. */
  protected abstract reset(): void
  /** Takes back the `state` of an earlier {@link formEntry}, or text that the browser fills in. */
  protected abstract restore(state: string | File, mode?: unknown): void

  /** As native, the attribute: scripts and the form find the field by it. */
  get name(): string { return this.getAttribute('name') ?? '' }
  set name(name: string | null | undefined) {
    if (String(name ?? '') !== this.name) this.setAttribute('name', name ?? '')
    this.requestUpdate('name')
  }

  /** As native: the form that it belongs to. */
  get form(): HTMLFormElement | null { return this.#internals.form }
  /** As native; what is wrong is told as `valueMissing` or `customError`. */
  get validity(): ValidityState { return this.#internals.validity }
  /** As native: what is wrong, in the language of the field; empty for nothing. */
  get validationMessage(): string { return this.#internals.validationMessage }
  /** As native. */
  get willValidate(): boolean { return this.#internals.willValidate }
  /** As native: shows nothing. */
  checkValidity(): boolean { return this.#internals.checkValidity() }
  /** As native; from now on the element says what is wrong, and what to look at again. */
  reportValidity(): boolean {
    const isValid = this.checkValidity()
    this.#showFault()
    return isValid
  }

  formResetCallback(): void {
    this.#tried = false
    this.error = this.getAttribute('error') ?? ''
    this.reset()
  }

  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled
    this.requestUpdate()
  }

  formStateRestoreCallback(state: unknown, mode?: unknown): void { if (typeof state === 'string' || state instanceof File) this.restore(state, mode) }

  /** Vietnamese areas of words that the field needs. */
  protected get vietnamese(): Partial<UiStrings> { return VIETNAMESE }
  protected get words(): Words { return this.#words }
  protected get isDisabled(): boolean { return this.disabled || this.#formDisabled }
  /** True once the person has been here with an answer or has tried to send: until then nothing is held against them. */
  protected get tried(): boolean { return this.#tried }

  /** What to show as the error now. */
  protected get shownError(): string { return this.error || (this.#tried ? this.#fault()?.message ?? '' : '') }

  /** Takes the person to what is wrong. */
  protected focusFault(): void { this.focus() }

  /** The answer is another one without an edit: from here on changes are counted. */
  protected settled(): void { this.#said = this.formEntry().state ?? '' }

  /** After every edit. */
  protected edited(): void {
    if (this.error) this.error = ''
    this.requestUpdate()
    this.performUpdate()
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  }

  /** After a choice, or when focus has left: tells the page when something has changed since it was last told. */
  protected left({ tried = true }: { tried?: boolean } = {}): void {
    const said = this.formEntry().state ?? ''
    afterPress(() => {
      this.#tried ||= tried && said !== ''
      this.requestUpdate()
    })
    if (said === this.#said) return
    this.#said = said
    this.dispatchEvent(new Event('change', { bubbles: true }))
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#tellForm()
  }

  /** As native: what a script sets counts at once, not when it is drawn. */
  override requestUpdate(...[name, ...rest]: Parameters<LitElement['requestUpdate']>): void {
    if (name !== undefined && becameText(this, name)) return
    super.requestUpdate(name, ...rest)
    if (name !== undefined && this.hasUpdated) this.#tellForm()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang')) void this.#speak()
    if (!this.hasUpdated) this.settled()
  }

  protected override firstUpdated(): void {
    // The browser looked for what to focus before the code of the element was here.
    if (this.autofocus && document.activeElement === document.body) this.focus()
  }

  protected override updated(): void { this.#tellForm() }

  #tellForm(): void {
    const { entry, state } = this.formEntry()
    this.#internals.setFormValue(entry, state)
    const fault = this.#fault()
    const anchor = this.renderRoot.querySelector<HTMLElement>('input, select, textarea') ?? undefined
    this.#internals.setValidity(fault ? { [fault.flag]: true } : {}, fault?.message, anchor)
    toggleState(this.#internals.states, 'user-invalid', this.shownError !== '')
  }

  #fault(): Fault | undefined {
    if (this.locked || this.isDisabled) return undefined
    return this.error ? { flag: 'customError', message: this.error } : this.fault()
  }

  /**
   * Our message instead of the browser's bubble; the browser then focuses nothing, so the first invalid field does it itself. Of
   * what is not seen to be sent the browser knows better: it does nothing while a page looks, and takes the person here otherwise.
   */
  #invalid(event: Event): void {
    if (isBeingSent()) {
      event.preventDefault()
      this.#showFault()
    } else {
      this.#mayBeTold = true
      setTimeout(() => { this.#mayBeTold = false })
    }
  }

  #showFault(): void {
    this.#tried = true
    this.requestUpdate()
    const first = [...this.form?.elements ?? []].find((element) => element.matches(':invalid:not(fieldset)'))
    if (first === this) void this.updateComplete.then(() => { this.focusFault() })
  }

  #enter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || isInputMethodKey(event) || event.defaultPrevented) return
    const [origin] = event.composedPath()
    if (!(origin instanceof HTMLInputElement) || origin.type === 'file' || !this.form) return
    this.left({ tried: false })
    sendByEnter(this.form)
  }

  async #speak(): Promise<void> {
    const language = languageOf(this.lang)
    if (language === this.#words.tag) return
    const words = await loadWords(language, this.vietnamese)
    // Switched on meanwhile: the words that come last need not be those that were asked for last.
    if (language !== languageOf(this.lang)) return
    this.#words = words
    this.requestUpdate()
  }
}

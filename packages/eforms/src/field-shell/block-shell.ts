import { signal } from '@preact/signals-core'
import { html, nothing } from 'lit'
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { BlockName } from '@motcua/schemas/blocks'
import { Lazy } from '../dom/lazy.ts'
import { focusById, stopPrintableKeys } from '../dom/focus.ts'
import { leftGroup } from '../fields/date/date.ts'
import { groupFrame } from '../fields/field.ts'
import type { Words } from '../locales/strings.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { placeFiles } from '../services/load-places.ts'
import type { BlockForm } from './block-form.ts'
import { FormAssociated } from './form-associated.ts'
import type { Fault, FormEntry } from './form-associated.ts'

/**
 * Several questions that make one answer, as a block of the vocabulary has them. Into the form goes one entry per answered
 * question, named `<name>.<key>` (`home.province`, `home.commune`); what is not asked is not sent.
 *
 * An empty block that is not `required` is in order; one that is begun has to be finished.
 *
 * @attr {string} value - the answer as JSON, `{"scope":"domestic","province":"91"}`; what reset goes back to
 * @attr {string} definitions - folder that has `reference/communes.json`; default: `definitions/` beside the script
 */
export abstract class BlockShell extends FormAssociated {
  static override properties: PropertyDeclarations = {
    ...FormAssociated.properties, value: { type: String, noAccessor: true }, definitions: { type: String }, loadPlaces: { attribute: false },
    answer: { attribute: false, noAccessor: true },
  }

  declare definitions: string
  /** Gives the content of `reference/communes.json` instead of fetching it. Set it before the element is connected. */
  declare loadPlaces: (() => Promise<unknown>) | undefined

  protected abstract readonly block: BlockName
  readonly #places = new PlaceDirectory(() => (this.loadPlaces ?? placeFiles(this.definitions).loadPlaces)(), () => placeFiles(this.definitions).loadLegacyPlaces())
  readonly #say = signal<Words>(this.words)
  #initial: JsonObject = {}
  #form = this.#newForm()

  constructor() {
    super()
    this.definitions = ''
  }

  /** The answer as the payload has it; `undefined` while nothing is answered. */
  get answer(): JsonObject | undefined { return this.#form.loaded ? this.#form.loaded.answer : Object.keys(this.#initial).length > 0 ? this.#initial : undefined }
  set answer(answer: JsonObject | undefined) { this.#begin(isObject(answer) ? answer : {}) }

  /** The answer as JSON text, empty for none. */
  get value(): string { return this.answer ? JSON.stringify(this.answer) : '' }
  set value(text: string | null | undefined) { this.answer = parseObject(text ?? '') }

  override connectedCallback(): void {
    super.connectedCallback()
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    // A move in the document comes back at once: what was answered so far is what the next form begins with.
    queueMicrotask(() => { if (!this.isConnected) this.#begin(this.answer ?? {}) })
  }

  protected override fault(): Fault | undefined {
    const form = this.#form.loaded
    if (!this.answer) return this.required ? { flag: 'valueMissing', message: this.words('fieldRequired', { label: this.label || form?.legend || '' }) } : undefined
    const message = form?.problem
    return message === undefined ? undefined : { flag: 'customError', message }
  }

  protected override formEntry(): FormEntry {
    const { answer, name, value } = this
    if (!answer || !name) return { entry: null, state: value }
    const entry = new FormData()
    for (const [path, text] of leavesOf(answer)) entry.append([name, ...path].join('.'), text)
    return { entry, state: value }
  }

  protected override reset(): void { this.value = this.getAttribute('value') }
  protected override restore(state: string): void { this.value = state }
  protected override focusFault(): void {
    const id = this.#form.loaded?.showProblems()
    if (id && this.shadowRoot) focusById(this.shadowRoot, id)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    this.#say.value = this.words
  }

  protected override render(): TemplateResult {
    const { words, locked, required } = this
    const form = this.isConnected ? this.#form.get() : undefined
    return html`<div class="root" part="root" lang=${words.tag} dir=${words.added?.dir ?? nothing} @keydown=${stopPrintableKeys} @keypress=${stopPrintableKeys} @keyup=${stopPrintableKeys}
      @input=${stop} @focusout=${(event: FocusEvent) => { if (leftGroup(event)) this.left({ tried: false }) }}>${groupFrame({
        id: 'block', label: this.label || form?.legend || '', hint: this.hint, error: this.error, warning: '', required, locked, words, ...(locked && this.hint && { origin: this.hint }),
      }, form?.draw({ locked }) ?? nothing)}</div>`
  }

  protected override updated(): void {
    super.updated()
    const group = this.renderRoot.querySelector('fieldset')
    group?.classList.add('group')
    if (group) group.disabled = this.isDisabled
  }

  /** Starts anew with an answer. */
  #begin(answer: JsonObject): void {
    this.#initial = answer
    this.#form.loaded?.dispose()
    this.#form = this.#newForm()
    this.settled()
    this.requestUpdate('answer')
  }

  #newForm(): Lazy<BlockForm> {
    const lazy: Lazy<BlockForm> = new Lazy(async () => {
      const { BlockForm } = await import('./block-form.ts')
      const form = await BlockForm.open(this.block, { words: this.#say, places: this.#places, initial: this.#initial, onEdit: () => { this.edited() }, onNews: () => { this.requestUpdate() } })
      // Begun anew meanwhile.
      if (this.#form !== lazy) form.dispose()
      return form
    }, () => {
      // Written anew, in the order of the questions.
      this.settled()
      // Sent before the questions were here.
      if (this.tried) this.#form.loaded?.showProblems()
      this.requestUpdate()
    })
    return lazy
  }
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is JsonObject { return typeof value === 'object' && value !== null && !Array.isArray(value) }

/** Every answer in an answer with the keys that lead to it. */
function leavesOf(value: JsonValue, path: readonly string[] = []): Array<[path: readonly string[], text: string]> {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key]))
}

/** Native `input` comes before the answer is known: the element sends its own. */
function stop(event: Event): void { event.stopPropagation() }

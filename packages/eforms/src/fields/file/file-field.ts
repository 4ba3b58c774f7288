import { html, nothing } from 'lit'
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit'
import { stopPrintableKeys } from '../../dom/focus.ts'
import { fileView } from './file.ts'
import { fileFaultText, judgeFile } from './judge-file.ts'
import type { FileFault, FileLimits } from './judge-file.ts'
import type { UiStrings } from '../../locales/strings.ts'
import { viFiles } from '../../locales/vi-files.ts'
import { FormAssociated } from '../../field-shell/form-associated.ts'
import type { Fault, FormEntry } from '../../field-shell/form-associated.ts'

/** Ten megabytes as file managers count them. */
const MAX_BYTES = 10 * 1024 * 1024

/**
 * One file, judged by its content and not by its name. The form receives the file itself: send it as `multipart/form-data`.
 *
 * @element motcua-file-field
 * @attr {string} accept - media types parted by commas, `application/pdf,image/jpeg`; without it, and with `image/*` or `.pdf`, which only the browser’s dialog heeds, any file is taken
 * @attr {number} maxbytes - greatest size in bytes; default 10 MB
 */
export class MotcuaFileField extends FormAssociated {
  static readonly tag = 'motcua-file-field'
  static override properties: PropertyDeclarations = { ...FormAssociated.properties, accept: { type: String }, maxBytes: { type: Number, attribute: 'maxbytes' }, file: { attribute: false, noAccessor: true } }

  declare accept: string
  declare maxBytes: number
  #file: File | undefined
  /** The last one given, which may still be judged. */
  #given: File | undefined
  #turn = 0
  #fileFault: FileFault | undefined

  constructor() {
    super()
    this.accept = ''
    this.maxBytes = MAX_BYTES
  }

  /** What was chosen, good or not; `undefined` for none. Setting it is no edit. */
  get file(): File | undefined { return this.#file }
  set file(file: File | null | undefined) { void this.#take(file instanceof File ? file : undefined).then(() => { this.settled(); this.requestUpdate() }) }

  protected override get vietnamese(): Partial<UiStrings> { return { ...super.vietnamese, ...viFiles } }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    // What is taken may be said after the file is given.
    if (this.#given && (changed.has('accept') || changed.has('maxBytes'))) this.file = this.#given
  }

  protected override fault(): Fault | undefined {
    const file = this.#file
    if (!file) return this.required ? { flag: 'valueMissing', message: this.words('fieldRequired', { label: this.label }) } : undefined
    return this.#fileFault && { flag: 'customError', message: fileFaultText(this.#fileFault, file, this.#limits, this.words) }
  }

  protected override formEntry(): FormEntry { return { entry: this.#file ?? null, state: this.#file ?? null } }
  protected override reset(): void { this.file = undefined }
  protected override restore(state: string | File): void { this.file = state instanceof File ? state : undefined }

  protected override render(): TemplateResult {
    const { label, hint, required, locked, words } = this
    return html`<div class="root" part="root" lang=${words.tag} dir=${words.added?.dir ?? nothing} @keydown=${stopPrintableKeys} @keypress=${stopPrintableKeys} @keyup=${stopPrintableKeys} @input=${stop}>${fileView({
      id: 'control', label, hint, error: this.shownError, warning: '', required, locked, disabled: this.isDisabled, words, file: this.#file, accept: this.accept, ...this.#limits,
      ...(locked && hint && { origin: hint }),
      onChoose: (file) => { void this.#choose(file) }, onRemove: () => { void this.#choose(undefined) },
    })}</div>`
  }

  get #limits(): FileLimits {
    const types = this.accept.split(',').map((type) => type.trim()).filter(Boolean)
    return { mediaTypes: types.every((type) => /^[^/]+\/[^*]+$/.test(type)) ? types : [], maxBytes: this.maxBytes > 0 ? this.maxBytes : MAX_BYTES }
  }

  async #choose(file: File | undefined): Promise<void> {
    if (!await this.#take(file)) return
    this.edited()
    this.left()
  }

  /** Counts once it is judged; until then there is none, for the one before is no longer wanted. False when another came meanwhile. */
  async #take(file: File | undefined): Promise<boolean> {
    const turn = ++this.#turn
    this.#given = file
    if (file !== this.#file) this.#file = undefined
    this.requestUpdate('file')
    const fault = file && await judgeFile(file, this.#limits)
    if (turn !== this.#turn) return false
    this.#fileFault = fault
    this.#file = file
    return true
  }
}

/** Native `input` comes before the file is judged: the element sends its own. */
function stop(event: Event): void { event.stopPropagation() }

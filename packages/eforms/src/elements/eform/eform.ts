import { LitElement, html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { signal } from '@preact/signals-core'
import type { Prefill } from '@motcua/form-core'
import type { Check } from '@motcua/form-core/checks'
import { focusById, stopPrintableKeys } from '../../dom/focus.ts'
import { leaveFor } from '../../dom/web-address.ts'
import { languageOf, loadWords, withArea, wordsOf } from '../../locales/strings.ts'
import type { UiStrings, Words } from '../../locales/strings.ts'
import { viFields } from '../../locales/vi-fields.ts'
import { viFlow } from '../../locales/vi-flow.ts'
import { sheet } from '../../look/sheet.ts'
import type { EformServices } from '../../services/services.ts'
import { blockOfServices, blockedView } from '../../eform/blocked-view.ts'
import type { Block } from '../../eform/blocked-view.ts'
import { EformFlow } from '../../eform/flow.ts'
import type { FlowHost } from '../../eform/flow-types.ts'
import { FlowView } from '../../eform/flow-view.ts'
import type { FlowViewHost } from '../../eform/flow-view.ts'
import type { SharedMachine } from '../../eform/shared-machine.ts'

const VIETNAMESE = { ...viFields, ...viFlow }

/**
 * A whole procedure on a page: facts, questions one page at a time, papers, check, filing, payment and tracking.
 *
 * One shadow root, native controls, no custom element inside. It never touches a form of the page, its title or its address.
 *
 * @element motcua-eform
 * @attr procedure - slug (`birth-certificate-copy`) or code (`2.000635`)
 * @attr commune - five digits
 * @attr portal - origin of the gateway; without it filing ends by hand-off
 * @attr definitions - where definitions lie when there is no gateway; default: beside the script
 * @attr lang - `vi` (default) or `en`; may change at any time
 * @attr layout - `pages` (default): one page of questions at a time; `one-page`: all of them on one, then papers and check
 * @attr shared - a shared or kiosk machine: nothing is kept on it
 * @attr assisted - somebody helps at the counter: says who and how, recorded beside the applicant; nothing is kept, as on a shared machine
 * @attr phone-page - on a shared machine: address that the code for the citizen's own phone leads to (default: this page without what stands behind `?` and `#`)
 * @attr idle-seconds - on a shared machine: seconds without a hand on the page before it counts down to wiping it (default 180)
 * @slot - fallback: the one right hosted form, the office and its hours
 * @slot intro - text of the page above the form
 * @csspart root - everything inside the element
 * @csspart title - heading of the page
 * @csspart steps - the steps as marks, hidden from screen readers
 * @csspart progress - which step of how many
 * @csspart field - one question with its control
 * @csspart label - the question
 * @csspart hint - help under the question
 * @csspart error - what is wrong
 * @csspart warning - what to look at again, though it blocks nothing
 * @csspart origin - where an answer comes from that was filled in
 * @csspart control - the native control
 * @csspart group - questions under one legend
 * @csspart details - the text that a consent is about
 * @csspart error-summary - every error with a link to its question
 * @csspart continue - the main button
 * @csspart back - back to the page before
 * @csspart prefill - the offer to fill in what is known already, and what came of it
 * @csspart own-phone - on a shared machine: the way to the citizen's own phone
 * @csspart hand-on - on a shared machine: wipes everything for the next person
 * @csspart booking - choosing a time at the office, and the appointment
 * @csspart times - free times of a day
 * @csspart book - books the time that is chosen, or signs in for it
 * @csspart next-free - leads to the next free time
 * @csspart appointment - number of the appointment
 * @csspart appointment-ticket - the number itself
 * @csspart appointment-slip - the appointment as it is printed
 * @csspart hand-off-link - link to the one right place to file
 * @csspart declaration - the declaration as it is printed
 * @csspart dossier-code - code of the dossier that was filed
 * @csspart qr - code to photograph
 * @csspart payment - fee and how to pay it
 * @csspart receipt - receipt of the payment
 * @csspart tracker - steps of a dossier
 * @csspart intake-slip - the slip that says when the result is due
 * @csspart send-supplement - sends the papers that were asked for
 * @fires {CustomEvent} motcua-step-change - another page is shown: `{ procedure, step, number, total }`
 * @fires {CustomEvent} motcua-before-submit - before filing, cancelable: `{ procedure, ending }`
 * @fires {CustomEvent} motcua-submitted - filed, or handed off: `{ procedure, ending }`
 * @fires {CustomEvent} motcua-appointment - a time at the office was booked, moved or given up: `{ procedure, act }`
 * @fires {CustomEvent} motcua-error - something could not be done: `{ procedure, reason, supportCode? }`
 */
export class MotcuaEform extends LitElement {
  static override properties = {
    procedure: { type: String }, commune: { type: String }, portal: { type: String }, definitions: { type: String },
    lang: { type: String }, layout: { type: String }, shared: { type: Boolean }, assisted: { type: Boolean }, idleSeconds: { type: Number, attribute: 'idle-seconds' }, services: { attribute: false }, prefill: { attribute: false }, checks: { attribute: false },
  }
  static override styles = sheet

  declare procedure: string
  declare commune: string
  declare portal: string
  declare definitions: string
  declare lang: string
  declare layout: string
  declare shared: boolean
  declare assisted: boolean
  declare idleSeconds: number
  /** Replaces the default services; set it before the element is connected. */
  declare services: EformServices | undefined
  /** What the page already knows of the person: one source or several. May be set at any time, for example after a card was scanned; signing out and handing a shared machine on empty it. */
  declare prefill: Prefill | readonly Prefill[] | undefined

  /**
   * Looks at single answers elsewhere, such as in a register, by pointer with rows written `-`. Errors block the page, warnings do
   * not; a check that fails itself blocks nobody. Going on and filing wait for what is under way.
   */
  declare checks: Readonly<Record<string, Check>> | undefined

  #vietnamese: Partial<UiStrings> = VIETNAMESE
  readonly #words = signal<Words>(wordsOf('vi', VIETNAMESE))
  #flow: EformFlow | undefined
  /** Why there is not even a flow. */
  #block: Block | undefined
  /** On a machine that many people use. */
  #machine: SharedMachine | undefined
  /** What the flow, and what is drawn of it, ask of this element. */
  readonly #host: FlowHost & FlowViewHost = {
    element: this,
    words: () => this.#words.value,
    learn: (area) => { this.#vietnamese = { ...this.#vietnamese, ...area }; this.#words.value = withArea(this.#words.value, area) },
    redraw: () => { this.requestUpdate() },
    focus: (id) => { void this.updateComplete.then(() => { if (this.shadowRoot) focusById(this.shadowRoot, id) }) },
    navigate: leaveFor,
    emit: (type, detail, options) => this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: options?.cancelable ?? false })),
    signOut: (flow) => { this.prefill = undefined; void flow.session.signOut() },
  }

  readonly #view = new FlowView(this.#host)

  constructor() {
    super()
    this.procedure = ''
    this.commune = ''
    this.portal = ''
    this.definitions = ''
    this.lang = ''
    this.layout = ''
    this.shared = false
    this.assisted = false
    this.idleSeconds = 180
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated && !this.#flow) void this.#start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    // Moving within the document disconnects and connects again in one go: only a real departure ends the flow.
    queueMicrotask(() => { if (!this.isConnected) this.#stop() })
  }

  protected override firstUpdated(): void { void this.#start() }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang')) void this.#speak()
    if (changed.has('prefill') && this.prefill) this.#flow?.opened?.form.prefill(this.prefill)
    if (changed.has('checks')) void this.#flow?.watch.startChecks()
    // Lost on the way it stays as it is.
    if (changed.has('layout') && this.#flow) void this.#layOut(this.#flow).catch(() => undefined)
    const restart = changed.has('procedure') || changed.has('commune') || changed.has('portal') || changed.has('services') || changed.has('shared') || changed.has('assisted')
    if (restart && this.hasUpdated) { this.#stop(); void this.#start() }
  }

  protected override render(): TemplateResult {
    const words = this.#words.value
    return html`<div class="root" part="root" lang=${words.tag} dir=${words.added?.dir ?? nothing} @keydown=${stopPrintableKeys} @keypress=${stopPrintableKeys} @keyup=${stopPrintableKeys}
      @input=${this.#edited} @change=${this.#edited}>${this.#machine?.warning(words) ?? nothing}${this.#block ? blockedView(this.#block, words, () => { void this.#start() }) : this.#view.view(this.#flow, this.#machine)}${this.#machine?.belowView(words) ?? nothing}</div>`
  }

  /** A helper's machine is not the citizen's own either. */
  get #isShared(): boolean { return this.shared || this.assisted }

  readonly #edited = ({ type }: Event): void => { this.#view.edited(); this.#flow?.edited({ isDone: type === 'change' }) }

  async #start(): Promise<void> {
    const { portal, definitions } = this
    this.#block = globalThis.isSecureContext ? undefined : { reason: 'blockedInsecure', retry: false }
    this.requestUpdate()
    if (this.#block) return
    const services = this.services ?? await import('../../services/default-services.ts').then(({ defaultServices }) => defaultServices({ portal, definitions })).catch((error: unknown) => blockOfServices(error, portal))
    // Meanwhile the element may have gone, or its address been mended.
    const isLate = (): boolean => !this.isConnected || this.#flow !== undefined || portal !== this.portal
    if (isLate()) return
    if ('reason' in services) { this.#blocked(services); return }
    await this.#speak()
    if (isLate()) return
    const flow = new EformFlow({
      services, procedure: this.procedure, commune: this.commune, shared: this.#isShared, words: this.#words, prefill: () => this.prefill ?? [], checks: () => this.checks, layout: () => this.#view.layout,
      host: this.#host,
    })
    this.#flow = flow
    try {
      await this.#layOut(flow)
      if (this.#isShared) await this.#share(flow)
    } catch {
      if (this.#flow !== flow) return
      // What must be there first was lost on the way.
      this.#forget()
      this.#blocked({ reason: 'blockedOffline', retry: true })
      return
    }
    if (this.#flow === flow) await flow.open()
  }

  #blocked(block: Block): void {
    this.#block = block
    this.requestUpdate()
    this.#host.emit('motcua-error', { procedure: this.procedure, reason: block.reason })
  }

  async #layOut(flow: EformFlow): Promise<void> {
    await this.#view.layOut(this.layout)
    flow.walk.layOut()
  }

  async #share(flow: EformFlow): Promise<void> {
    const { SharedMachine } = await import('../../eform/shared-machine.ts')
    if (this.#flow !== flow) return
    this.#machine?.stop()
    this.#machine = new SharedMachine({
      element: this,
      flow: () => this.#flow,
      redraw: this.#host.redraw,
      forget: () => { void this.#signOut(); this.prefill = undefined; this.#forget(); this.requestUpdate() },
      handOn: () => { void this.#handOn() },
    })
  }

  /** Nothing of the person who was here stays, not even in memory. */
  async #handOn(): Promise<void> {
    // The next person does not wait until the gateway has heard of it.
    void this.#signOut()
    this.prefill = undefined
    this.#stop()
    await this.#start()
    this.#host.focus('heading')
  }

  async #signOut(): Promise<void> { await this.#flow?.opened?.services.portal?.signOut().catch(() => undefined) }

  #stop(): void {
    this.#machine?.stop()
    this.#machine = undefined
    this.#forget()
  }

  #forget(): void {
    this.#view.forget()
    this.#flow?.dispose()
    this.#flow = undefined
  }

  /** Words of the element's language; state stays. */
  async #speak(): Promise<void> {
    const language = languageOf(this.lang)
    if (language === this.#words.value.tag) return
    const [words] = await Promise.all([loadWords(language, this.#vietnamese), this.#flow?.speak(language === 'en' ? 'en' : 'vi')])
    // Switched on meanwhile: the words that come last need not be those that were asked for last.
    if (language !== languageOf(this.lang)) return
    // Learnt meanwhile: what a refusal says.
    this.#words.value = withArea(words, this.#vietnamese)
    const form = this.#flow?.opened?.form
    if (form) form.locale.value = words.language
    this.requestUpdate()
  }
}

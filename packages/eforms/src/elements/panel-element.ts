import { LitElement, html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { focusById, stopPrintableKeys } from '../dom/focus.ts'
import { blockOfServices } from '../eform/blocked-view.ts'
import { notice } from '../dom/messages.ts'
import { leaveFor } from '../dom/web-address.ts'
import { languageOf, loadWords, wordsOf } from '../locales/strings.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import { viAfter } from '../locales/vi-after.ts'
import { viFields } from '../locales/vi-fields.ts'
import { viFrame } from '../locales/vi-frame.ts'
import { sheet } from '../look/sheet.ts'
import type { PanelHost } from '../panels/panel-host.ts'
import type { EformServices, PortalServices } from '../services/services.ts'

const VIETNAMESE = { ...viFields, ...viFrame, ...viAfter }

/** What the stand-alone panels share: a gateway, words, one shadow root, signing in. Not an element by itself. */
export abstract class PanelElement extends LitElement {
  static override properties = { portal: { type: String }, lang: { type: String }, services: { attribute: false } }
  static override styles = sheet

  declare portal: string
  declare lang: string
  /** Replaces the default services; set it before the element is connected. */
  declare services: EformServices | undefined

  #words: Words = wordsOf('vi', VIETNAMESE)
  #ready: { services: EformServices; portal: PortalServices } | undefined
  #message: UiKey = 'loading'
  #signInProblem: 'signInCancelled' | 'signInFailed' | undefined

  constructor() {
    super()
    this.portal = ''
    this.lang = ''
  }

  /** Called once services are there, and again when the address of the gateway changes. */
  protected abstract begin(portal: PortalServices, services: EformServices): void
  protected abstract view(portal: PortalServices): TemplateResult
  protected abstract end(): void
  /** Whether a session is needed before anything can be shown. */
  protected needsSession(): boolean { return true }

  protected get panelHost(): PanelHost {
    return { words: () => this.#words, redraw: () => { this.requestUpdate() }, focus: (id) => { void this.updateComplete.then(() => { if (this.shadowRoot) focusById(this.shadowRoot, id) }) } }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.#ready) void this.#open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    queueMicrotask(() => { if (!this.isConnected) { this.end(); this.#ready = undefined } })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang')) void this.#speak()
    if (this.hasUpdated && (changed.has('portal') || changed.has('services'))) { this.end(); this.#ready = undefined; this.#message = 'loading'; void this.#open() }
  }

  protected override render(): TemplateResult {
    return html`<div class="root" part="root" lang=${this.#words.tag} dir=${this.#words.added?.dir ?? nothing} @keydown=${stopPrintableKeys} @keypress=${stopPrintableKeys} @keyup=${stopPrintableKeys}>${this.#content()}</div>`
  }

  #content(): TemplateResult {
    const words = this.#words
    if (!this.#ready) return html`${this.#message === 'loading' ? html`<p role="status" .textContent=${words('loading')}></p>` : html`${notice(words(this.#message, { portal: this.portal }), 'bad-notice')}<slot></slot>`}`
    const { portal } = this.#ready
    if (!this.needsSession() || portal.session()) return this.view(portal)
    return html`${this.#signInProblem ? notice(words(this.#signInProblem), 'warn') : ''}<p .textContent=${words('signInNote')}></p><button type="button" class="button" .textContent=${words('signIn')} @click=${() => { void this.#signIn(portal) }}></button>`
  }

  async #open(): Promise<void> {
    if (!globalThis.isSecureContext) { this.#message = 'blockedInsecure'; this.requestUpdate(); return }
    try {
      const { portal } = this
      const services: EformServices | undefined = this.services ?? (portal ? await import('../services/gateway-services.ts').then(({ gatewayServices }) => gatewayServices(portal)) : undefined)
      await this.#speak()
      if (!services?.portal) { this.#message = 'blockedPortal'; this.requestUpdate(); return }
      // What needs no session leaves the one-time code to an element that does.
      if (this.needsSession()) {
        const { kind } = await services.portal.completeSignIn(location.href)
        this.#signInProblem = kind === 'cancelled' ? 'signInCancelled' : kind === 'failed' ? 'signInFailed' : undefined
      }
      this.#ready = { services, portal: services.portal }
      if (!this.needsSession() || services.portal.session()) this.begin(services.portal, services)
    } catch (error) {
      this.#message = blockOfServices(error, this.portal).reason
    }
    this.requestUpdate()
  }

  async #signIn(portal: PortalServices): Promise<void> {
    try {
      const { url } = await portal.beginSignIn(location.href)
      leaveFor(url)
    } catch {
      this.#signInProblem = 'signInFailed'
      this.requestUpdate()
    }
  }

  async #speak(): Promise<void> {
    const language = languageOf(this.lang)
    if (language === this.#words.tag) return
    const words = await loadWords(language, VIETNAMESE)
    if (language !== languageOf(this.lang)) return
    this.#words = words
    this.requestUpdate()
  }
}

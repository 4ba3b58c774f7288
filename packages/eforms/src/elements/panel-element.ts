import { LitElement, html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { focusById, stopPrintableKeys } from '../dom/focus.ts'
import { badAttribute, blockOfServices } from '../eform/blocked-view.ts'
import type { Block } from '../eform/blocked-view.ts'
import { notice } from '../dom/messages.ts'
import { leaveFor } from '../dom/web-address.ts'
import { languageOf, loadWords, withArea, wordsOf } from '../locales/strings.ts'
import type { UiStrings, Words } from '../locales/strings.ts'
import { viFrame } from '../locales/vi-frame.ts'
import { viNotes } from '../locales/vi-notes.ts'
import { viPanel } from '../locales/vi-panel.ts'
import { sheet } from '../look/sheet.ts'
import type { PanelHost } from '../panels/panel-host.ts'
import type { EformServices, PortalServices } from '../services/services.ts'

const VIETNAMESE = { ...viNotes, ...viFrame, ...viPanel }

/** The services that an element cannot do without, once they are there. */
export type Needed<Need extends keyof EformServices> = Required<Pick<EformServices, Need>>

/**
 * What the stand-alone panels share: services, words, one shadow root, signing in. Not an element by itself. `Need` names the
 * services that it asks for.
 */
export abstract class PanelElement<Need extends keyof EformServices> extends LitElement {
  static override properties = { portal: { type: String }, lang: { type: String }, services: { attribute: false } }
  static override styles = sheet

  declare portal: string
  declare lang: string
  /** Replaces the services of the gateway at `portal`; set it before the element is connected. */
  declare services: Pick<EformServices, Need> | undefined

  #words: Words = wordsOf('vi', VIETNAMESE)
  /** Without a `portal` there is nobody to sign in with. */
  #ready: { portal: PortalServices | undefined } | undefined
  #block: Block | undefined
  /** The opening that is under way; what an earlier one still brings is of no use. */
  #opening: object | undefined
  #stopListening: (() => void) | undefined
  #signInProblem: 'signInCancelled' | 'signInFailed' | undefined

  constructor() {
    super()
    this.portal = ''
    this.lang = ''
  }

  protected abstract readonly needs: readonly Need[]
  /** Called once services are there, and again when the address of the gateway changes. */
  protected abstract begin(services: Needed<Need>): void
  protected abstract view(): TemplateResult
  protected abstract end(): void
  /** Its own words beside those that every panel has. */
  protected readonly area: Partial<UiStrings> = {}
  /** Properties that say what is shown: with another value it begins anew. */
  protected readonly subject: readonly string[] = ['portal', 'services']
  /** Whether words that were not sent stand here: they stay in sight when the session has ended. */
  protected hasUnsent(): boolean { return false }
  /** Whether a session is needed before anything can be shown. */
  protected needsSession(): boolean { return true }

  protected get panelHost(): PanelHost {
    return { words: () => withArea(this.#words, this.area), redraw: () => { this.requestUpdate() }, focus: (id) => { void this.updateComplete.then(() => { if (this.shadowRoot) focusById(this.shadowRoot, id) }) } }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated && !this.#ready && !this.#opening) void this.#open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    queueMicrotask(() => { if (!this.isConnected) this.#close() })
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('lang')) void this.#speak()
    // Opened by the first update, not when it is connected: what a page sets right after appending counts too.
    if (!this.hasUpdated) void this.#open()
    else if (this.subject.some((name) => changed.has(name))) { this.#close(); void this.#open() }
  }

  protected override render(): TemplateResult {
    return html`<div class="root" part="root" lang=${this.#words.tag} dir=${this.#words.added?.dir ?? nothing} @keydown=${stopPrintableKeys} @keypress=${stopPrintableKeys} @keyup=${stopPrintableKeys}>${this.#content()}</div>`
  }

  #content(): TemplateResult {
    const words = this.#words
    if (this.#block) {
      const { reason, values, retry } = this.#block
      return html`${notice(words(reason, values), 'bad-notice')}${retry ? html`<button type="button" class="button secondary" .textContent=${words('retry')} @click=${() => { void this.#open() }}></button>` : nothing}<slot></slot>`
    }
    if (!this.#ready) return html`<p role="status" .textContent=${words('panelLoading')}></p><slot></slot>`
    const { portal } = this.#ready
    if (!portal || !this.needsSession() || portal.session()) return this.view()
    return html`${this.#signInProblem ? notice(words(this.#signInProblem), 'warn') : ''}<p .textContent=${words('signInNote')}></p><button type="button" class="button" .textContent=${words('signIn')} @click=${() => { void this.#signIn(portal) }}></button>${this.hasUnsent() ? this.view() : nothing}`
  }

  async #open(): Promise<void> {
    const opening = this.#opening = {}
    const { portal } = this
    this.#block = undefined
    this.requestUpdate()
    const isLate = (): boolean => opening !== this.#opening
    const block = await this.#begun(portal, isLate).catch((error: unknown) => blockOfServices(error, portal, 'panelOffline'))
    if (isLate()) return
    this.#opening = undefined
    this.#block = block
    this.requestUpdate()
  }

  /** Begins, or says why it cannot; nothing once it is too late. */
  async #begun(portal: string, isLate: () => boolean): Promise<Block | undefined> {
    if (!globalThis.isSecureContext) return { reason: 'panelInsecure', retry: false }
    const services: Partial<EformServices> | undefined = this.services ?? (portal ? await import('../services/gateway-services.ts').then(({ gatewayServices }) => gatewayServices(portal)) : undefined)
    await this.#speak()
    if (isLate()) return undefined
    if (!services || !hasAll(services, this.needs)) return badAttribute('blockedPortal', 'portal', portal)
    // What needs no session leaves the one-time code to an element that does.
    const signIn = this.needsSession() ? services.portal : undefined
    const kind = (await signIn?.completeSignIn(location.href))?.kind
    if (isLate()) return undefined
    this.#signInProblem = kind === 'cancelled' ? 'signInCancelled' : kind === 'failed' ? 'signInFailed' : undefined
    this.#ready = { portal: services.portal }
    this.#stopListening = services.portal?.onSignOut?.(() => { this.#close(); void this.#open() })
    if (!signIn || signIn.session()) this.begin(services)
    return undefined
  }

  #close(): void {
    this.#stopListening?.()
    this.end()
    this.#ready = this.#opening = this.#block = undefined
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

function hasAll<Need extends keyof EformServices>(services: Partial<EformServices>, needs: readonly Need[]): services is Partial<EformServices> & Needed<Need> {
  return needs.every((need) => services[need] !== undefined)
}

import { html, nothing, unsafeCSS } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { todayInVietnam } from '@motcua/core/dates'
import { focusById } from '../../dom/focus.ts'
import { notice } from '../../dom/messages.ts'
import { printDeclaration } from '../../dom/print-declaration.ts'
import { blockOf } from '../../eform/block-of.ts'
import { badAttribute, blockOfServices } from '../../eform/blocked-view.ts'
import type { Block } from '../../eform/blocked-view.ts'
import { endingOf } from '../../eform/ending.ts'
import type { Language, Words } from '../../locales/strings.ts'
import { viFrame } from '../../locales/vi-frame.ts'
import { viGuide } from '../../locales/vi-guide.ts'
import { base } from '../../look/base.ts'
import { controls } from '../../look/controls.ts'
import { panels } from '../../look/panels.ts'
import { print } from '../../look/print.ts'
import { tokens } from '../../look/tokens.ts'
import { guideLook } from '../../panels/guide-look.ts'
import { asksForCalendar } from '../../panels/guide-interview.ts'
import { GuidePanel } from '../../panels/guide-panel.ts'
import { presentCode } from '../../panels/procedure-facts.ts'
import { fileServices } from '../../services/file-services.ts'
import type { EformServices, LoadedDefinition } from '../../services/services.ts'
import { choose, procedureAddress } from '../procedure-choice.ts'
import { SpokenElement } from '../spoken-element.ts'

const VIETNAMESE = { ...viFrame, ...viGuide }
/** A paper for the kitchen table: as much on it as there is room for. */
const ONE_SHEET = '@page { size: A4; margin: 10mm }'
/** With another of these it is another guide. */
const SUBJECT = ['procedure', 'commune', 'portal', 'definitions', 'services'] as const
/** What the guide asks of its services. */
export type GuideServices = Pick<EformServices, 'loadDefinition' | 'loadCommune' | 'portal'>

/**
 * The guide to one procedure before filing: who may ask, what to bring, how long, how much, where, what comes of it. A few
 * questions, where the papers depend on them, narrow it to one's own case. Answers stay on the page.
 *
 * @element motcua-guide
 * @attr procedure - slug or code: `extract-copy`, `2.000635`
 * @attr commune - code of the commune where it would be filed; without it every commune is meant
 * @attr href - address of the page where it is filed, with `{slug}` or `{code}` in it if one page serves several; without it there is no link to start
 * @attr portal - origin of the gateway, which knows how the commune lets filing end; without it the files beside the script
 * @attr definitions - folder of definitions, where they do not lie beside the script
 * @attr lang - `vi` (default), `en`, or a language that was added
 * @fires {CustomEvent} motcua-procedure-chosen - the link to start was followed, cancelable: `{ slug, code }`
 * @slot - fallback: stands there until the guide is ready, and when it cannot be
 * @csspart root - everything inside the element
 * @csspart questions - the questions on which the papers depend
 * @csspart papers - what to prepare
 * @csspart start - the link to start
 * @csspart hand-off-link - the link to the place to file
 */
export class MotcuaGuide extends SpokenElement {
  static override properties = {
    ...SpokenElement.properties, procedure: { type: String }, commune: { type: String }, href: { type: String }, portal: { type: String }, definitions: { type: String }, services: { attribute: false },
  }
  static override styles = [tokens, base, controls, panels, print, guideLook].map((text) => unsafeCSS(text))

  declare procedure: string
  declare commune: string
  declare href: string
  declare portal: string
  declare definitions: string
  /** Replaces the default services. */
  declare services: GuideServices | undefined
  protected override readonly vietnamese = VIETNAMESE
  #opened: LoadedDefinition | undefined
  #panel: GuidePanel | undefined
  #block: Block | undefined
  #isUnknownCommune = false
  /** What it is to read as; it may change while the definition is on its way. */
  #language: Language | undefined
  /** Counts what was asked for: an answer that comes late is of no use. */
  #asked = 0

  constructor() {
    super()
    this.procedure = this.commune = this.href = this.portal = this.definitions = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (SUBJECT.some((name) => changed.has(name))) void this.#load()
  }

  protected override async spoken(words: Words): Promise<void> {
    this.#language = words.language
    await this.#speakOf(this.#opened)
  }

  protected override render(): TemplateResult {
    const { words } = this
    if (!words) return html`<slot></slot>`
    if (this.#panel) return this.rooted(words, html`${this.#isUnknownCommune ? notice(words('blockedCommune', { commune: this.commune }), 'bad-notice') : nothing}${this.#guide(this.#panel, words)}`)
    if (!this.#block) return this.rooted(words, html`<p role="status" .textContent=${words('guideLoading')}></p><slot></slot>`)
    const { reason, values, retry } = this.#block
    return this.rooted(words, html`<div id="heading" tabindex="-1">${notice(words(reason, values), 'bad-notice')}</div>
      ${retry ? html`<button type="button" class="button secondary" .textContent=${words('retry')} @click=${() => { void this.#load({ again: true }) }}></button>` : nothing}<slot></slot>`)
  }

  #guide(panel: GuidePanel, words: Words): TemplateResult {
    const { procedure } = panel.definition
    const chosen = { slug: procedure.slug, code: presentCode(procedure) }
    const address = procedureAddress(this.href, chosen)
    const buttons = html`<div class="buttons">${address === undefined ? nothing : html`<a class="button" part="start" href=${address} .textContent=${words('guideStart')} @click=${(press: Event) => { choose(this, chosen, press) }}></a>`}
      <button type="button" class="button secondary" .textContent=${words('guidePrint')} @click=${() => { printDeclaration(this, ONE_SHEET) }}></button></div>`
    return panel.view(words, { buttons, startsHere: address !== undefined })
  }

  /** Its English may be out of reach: then it reads as Vietnamese. */
  async #speakOf(definition: LoadedDefinition | undefined): Promise<void> {
    if (this.#language) await definition?.speak?.(this.#language).catch(() => undefined)
  }

  async #load({ again = false } = {}): Promise<void> {
    const asked = ++this.#asked
    const show = (block: Block | undefined): void => {
      this.#block = block
      this.requestUpdate()
      if (again) void this.updateComplete.then(() => { if (this.shadowRoot) focusById(this.shadowRoot, 'heading') })
    }
    this.#panel = this.#opened = this.#block = undefined
    this.requestUpdate()
    if (!this.procedure) { show(badAttribute('blockedProcedure', 'procedure', '')); return }
    if (!globalThis.isSecureContext) { show({ reason: 'guideInsecure', retry: false }); return }
    try {
      const { portal } = this
      const services: GuideServices = this.services ?? (portal ? await import('../../services/gateway-services.ts').then(({ gatewayServices }) => gatewayServices(portal, this.definitions)) : fileServices(this.definitions))
      // The guide is of use without the commune's name.
      const [outcome, commune] = await Promise.all([services.loadDefinition(this.procedure, this.#language), this.commune ? services.loadCommune(this.commune).catch(() => undefined) : undefined])
      if (asked !== this.#asked) return
      const block = blockOf(outcome, this.procedure)
      if (block || outcome.kind !== 'found') { show(block ?? { reason: 'blockedBroken', retry: true }); return }
      const { definition } = outcome
      const calendar = asksForCalendar(definition.procedure) ? await import('../../eform/working-calendar.ts').then(({ workingCalendar }) => workingCalendar()) : undefined
      let spoken: Language | undefined
      do { spoken = this.#language; await this.#speakOf(outcome) } while (spoken !== this.#language)
      if (asked !== this.#asked) return
      this.#opened = outcome
      this.#isUnknownCommune = commune === null
      this.#panel = new GuidePanel({
        definition, commune: commune ?? undefined, ending: endingOf(definition.procedure, commune ?? undefined, { hasPortal: services.portal !== undefined }),
        context: { today: todayInVietnam(new Date()), ...(calendar && { calendar }) },
        host: { redraw: () => { this.requestUpdate() }, focus: (id) => { void this.updateComplete.then(() => { if (this.shadowRoot) focusById(this.shadowRoot, id) }) } },
      })
      show(undefined)
      // Sources come after what is read first.
      await outcome.learn?.().then(() => { this.requestUpdate() }, () => undefined)
    } catch (error) {
      if (asked !== this.#asked) return
      show(blockOfServices(error, this.portal, 'guideOffline'))
    }
  }
}

import { html, nothing, unsafeCSS } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import type { LegacyUnits, LegacyUnitTable } from '@motcua/schemas/legacy-units'
import { createLegacyUnits } from '@motcua/schemas/legacy-units'
import { afterPress, noticePresses } from '../../dom/after-press.ts'
import { focusById } from '../../dom/focus.ts'
import { notice } from '../../dom/messages.ts'
import { workingCalendar } from '../../eform/working-calendar.ts'
import { createCommune } from '../../fields/commune/commune.ts'
import type { Words } from '../../locales/strings.ts'
import { viPlaces } from '../../locales/vi-places.ts'
import { base } from '../../look/base.ts'
import { controls } from '../../look/controls.ts'
import { panels } from '../../look/panels.ts'
import { seldom } from '../../look/seldom.ts'
import { tokens } from '../../look/tokens.ts'
import { loadOffices } from '../../panels/office-list.ts'
import type { OfficeList } from '../../panels/office-list.ts'
import { placesLook } from '../../panels/places-look.ts'
import { faultsView, officeView } from '../../panels/places-office-view.ts'
import { formerView, missingView, placeView } from '../../panels/places-view.ts'
import type { FormerUnits } from '../../panels/places-view.ts'
import { readLegacyTable } from '../../places/legacy-table.ts'
import { PlaceDirectory } from '../../places/place-directory.ts'
import { readCommunes } from '../../places/read-communes.ts'
import { placeFiles } from '../../services/load-places.ts'
import type { EformServices } from '../../services/services.ts'
import { SpokenElement } from '../spoken-element.ts'

/** “Open now” is said anew this often. */
const TICK_MS = 30_000

/**
 * Finds the commune of today by any name, today's or of before July 2025, and shows what it is, what it was made of, and where
 * to go there.
 *
 * @element motcua-places
 * @attr commune - code of five digits, shown at once
 * @attr province - code of two digits: its communes come first
 * @attr offices - address of a JSON file on this site, or as a property the list itself: `[{ commune, name, address, phone, hours, mapUrl? }]`; `hours` as `Mo-Fr 07:00-11:00, 13:00-17:00`, or in words
 * @attr definitions - folder that has `reference/communes.json`; default: `definitions/` beside the script
 * @attr lang - `vi` (default), `en`, or a language that was added
 * @fires {CustomEvent} motcua-commune-chosen - a commune was chosen by the person: `{ code }`
 * @slot - fallback: stands there until the search is ready, and when it cannot be
 * @csspart root - everything inside the element
 * @csspart place - the commune that was chosen
 * @csspart former - what it was made of
 * @csspart office - one office
 * @csspart open - whether it is open
 * @csspart map-link - the page's link to a map
 */
export class MotcuaPlaces extends SpokenElement {
  static override properties = {
    ...SpokenElement.properties, commune: { type: String }, province: { type: String }, offices: { type: String }, definitions: { type: String },
    services: { attribute: false }, clock: { attribute: false },
  }
  static override styles = [tokens, base, controls, seldom, panels, placesLook].map((text) => unsafeCSS(text))

  declare commune: string
  declare province: string
  declare offices: unknown
  declare definitions: string
  /** Gives the lists of places instead of the files below `definitions`; what it does not give comes from there. Set it before the element is connected. */
  declare services: Partial<Pick<EformServices, 'loadPlaces' | 'loadLegacyPlaces'>> | undefined
  /** What time it is. */
  declare clock: () => Date
  protected override readonly vietnamese = viPlaces
  readonly #control = createCommune()
  readonly #places = new PlaceDirectory(() => this.services?.loadPlaces?.() ?? placeFiles(this.definitions).loadPlaces(), () => this.#legacyFile())
  readonly #calendar = workingCalendar()
  #legacy: Promise<LegacyUnitTable> | undefined
  #units: LegacyUnits | undefined
  /** The box was left with words that name no place. */
  #isUnchosen = false
  #former: FormerUnits = 'hidden'
  #list: OfficeList = 'none'
  #stopWatching: (() => void) | undefined
  #ticking: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    this.commune = this.province = this.definitions = ''
    this.clock = () => new Date()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    noticePresses()
    this.#stopWatching ??= this.#places.state.subscribe(() => { this.requestUpdate() })
    this.#ticking ??= setInterval(() => { if (typeof this.#list === 'object') this.requestUpdate() }, TICK_MS)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopWatching?.()
    clearInterval(this.#ticking)
    this.#stopWatching = this.#ticking = undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('offices')) void this.#readOffices()
    if (changed.has('commune')) {
      if (this.commune) void this.#places.load(readCommunes)
      this.#former = this.#units?.formerOf(this.commune) ?? 'hidden'
    }
  }

  protected override render(): TemplateResult {
    const { words, commune } = this
    if (!words || !globalThis.isSecureContext) return html`<slot></slot>`
    const place = this.#places.commune(commune)
    return this.rooted(words, html`${this.#control.render({
      id: 'search', kind: 'commune', label: words('placesLabel'), hint: words('placesHint'), error: '', warning: this.#isUnchosen ? words('placesUnchosen') : '', required: true, locked: false, disabled: false, value: commune || undefined, options: [],
      words, places: this.#places, ...(this.province && { provinceCode: this.province }),
      onInput: (raw) => { this.#choose(String(raw)) }, onLeave: () => { afterPress(() => { this.#left() }) }, redraw: () => { this.requestUpdate() },
    })}
      <p role="status" class="visually-hidden" .textContent=${place ? words('placesFound', { name: this.#places.communeName(commune), code: commune }) : ''}></p>
      ${commune === '' ? nothing : html`<section part="place" aria-labelledby=${place ? 'place' : nothing}>${place ? html`${placeView(place, words)}
        ${formerView(commune, this.#former, this.#places, words, { show: () => { void this.#showFormer() }, choose: (code) => { this.#goTo(code) } })}${this.#officesView(words)}`
        : missingView(commune, this.#places.state.value, words, () => { void this.#places.load(readCommunes) })}</section>`}`)
  }

  #officesView(words: Words): TemplateResult | typeof nothing {
    const list = this.#list
    if (list === 'none') return nothing
    if (list === 'loading') return html`<p .textContent=${words('placesLoading')}></p>`
    if (list === 'elsewhere') return notice(words('placesOfficesOrigin'), 'bad-notice')
    if (list === 'failed') return html`${notice(words('placesOfficesFailed'), 'bad-notice')}<button type="button" class="button secondary" .textContent=${words('placesRetry')} @click=${() => { void this.#readOffices() }}></button>`
    const here = list.offices.filter((office) => office.commune === this.commune)
    return html`<h3 .textContent=${words('placesOffices')}></h3>${faultsView(list.faults, words)}
      ${here.length === 0 ? html`<p .textContent=${words('placesNoOffice', { name: this.#places.communeName(this.commune) })}></p>` : here.map((office) => officeView(office, words, { now: this.clock(), calendar: this.#calendar }))}`
  }

  /** By the person: the page is told, and what it was made of comes by itself. */
  #choose(code: string): void {
    this.#isUnchosen = false
    if (code === this.commune) return
    this.commune = code
    if (code === '') return
    this.dispatchEvent(new CustomEvent('motcua-commune-chosen', { detail: { code }, bubbles: true, composed: true }))
    void this.updateComplete.then(() => { if (this.commune === code && this.#former === 'hidden') void this.#loadFormer() })
  }

  #left(): void {
    const box = this.shadowRoot?.getElementById('search')
    this.#isUnchosen = this.commune === '' && box instanceof HTMLInputElement && box !== this.shadowRoot?.activeElement && box.value.trim() !== ''
    this.requestUpdate()
  }

  /** The button that was pressed goes away with the press. */
  #goTo(code: string): void {
    this.#choose(code)
    this.#focus('place')
  }

  async #showFormer(): Promise<void> {
    const loading = this.#loadFormer()
    this.#focus('former')
    await loading
  }

  async #loadFormer(): Promise<void> {
    this.#former = 'loading'
    this.requestUpdate()
    const units = await this.#legacyFile().then(createLegacyUnits).catch(() => undefined)
    this.#units ??= units
    this.#former = this.#units?.formerOf(this.commune) ?? 'failed'
    this.requestUpdate()
  }

  /** Fetched once, for the search and for what a commune was made of; a lost connection, or a file that is no table, is tried again. */
  #legacyFile(): Promise<LegacyUnitTable> {
    return this.#legacy ??= (this.services?.loadLegacyPlaces?.() ?? placeFiles(this.definitions).loadLegacyPlaces()).then(readLegacyTable).catch((error: unknown) => { this.#legacy = undefined; throw error })
  }

  async #readOffices(): Promise<void> {
    const { offices } = this
    this.#list = typeof offices === 'string' && offices !== '' ? 'loading' : 'none'
    this.requestUpdate()
    const list = await loadOffices(offices)
    if (offices !== this.offices) return
    this.#list = list
    this.requestUpdate()
  }

  #focus(id: string): void { void this.updateComplete.then(() => { if (this.shadowRoot) focusById(this.shadowRoot, id) }) }
}

import { html, nothing, unsafeCSS } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Board } from '@motcua/portal-client/appointments'
import { notice } from '../../dom/messages.ts'
import { badAttributeNotice } from '../../eform/blocked-view.ts'
import { formatInstant } from '../../locales/formats.ts'
import { wordsOf } from '../../locales/strings.ts'
import type { Words } from '../../locales/strings.ts'
import { viBoard } from '../../locales/vi-board.ts'
import { sheet } from '../../look/sheet.ts'
import type { AppointmentServices } from '../../services/services.ts'
import { PanelElement } from '../panel-element.ts'
import type { Needed } from '../panel-element.ts'
import { boardLook } from './board-look.ts'
import { BoardFeed } from './board-feed.ts'
import { newCalls } from './new-calls.ts'
import type { BoardCall } from './new-calls.ts'
import { SpokenCall, spelled } from './spoken-call.ts'

const VIETNAMESE = wordsOf('vi', viBoard)
/** A display is switched on before the network of the house: what could not be fetched is asked for again. */
const AGAIN_MS = 30_000

/** What `motcua-called` tells the page: a number and a counter, which everybody in the room sees. */
export interface CalledDetail { ticket: string; counter: string; calls: number }

/**
 * The display in the waiting room: which number is called to which counter, and who is next. Numbers only, nothing personal.
 * It asks the gateway every five seconds, says so when it is not up to date, and may run for weeks.
 *
 * @element motcua-board
 * @attr portal - origin of the gateway
 * @attr commune - five digits
 * @attr lang - `vi` (default) or `en`
 * @attr speak - also calls aloud, where the machine itself has a Vietnamese voice
 * @slot - fallback: stands there until the element is ready, and when it cannot be
 * @csspart root - everything inside the element
 * @csspart board - the display
 * @csspart call - one number that is called, with its counter
 * @csspart ticket - the number
 * @csspart counter - the counter
 * @csspart next - the numbers that come next
 * @csspart stale - since when nothing has been heard from the gateway
 * @fires {CustomEvent} motcua-called - a number is called, or called again: `{ ticket, counter, calls }`
 */
export class MotcuaBoard extends PanelElement<'appointments'> {
  static override properties = { ...PanelElement.properties, commune: { type: String }, speak: { type: Boolean } }
  static override styles = [...sheet, unsafeCSS(boardLook)]
  declare commune: string
  declare speak: boolean
  protected override readonly area = viBoard
  protected override readonly needs = ['appointments'] as const
  #feed: BoardFeed | undefined
  #shown: Board | undefined
  #calls: AppointmentServices | undefined
  /** Announced in turn by two regions: the same words again in one would not be heard. */
  #said: [string, string] = ['', '']
  #turn: 0 | 1 = 0
  #fresh: ReadonlySet<string> = new Set()
  #again: ReturnType<typeof setInterval> | undefined
  readonly #spoken = new SpokenCall(() => { this.requestUpdate() })

  constructor() {
    super()
    this.commune = ''
    this.speak = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#again ??= setInterval(() => { if (!this.#calls && this.portal) this.requestUpdate('portal', '') }, AGAIN_MS)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#again)
    this.#again = undefined
  }

  protected override needsSession(): boolean { return false }

  protected override begin({ appointments }: Needed<'appointments'>): void {
    this.#calls = appointments
    this.#listen(appointments)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (this.hasUpdated && changed.has('commune') && this.#calls) this.#listen(this.#calls)
  }

  protected override view(): TemplateResult {
    const words = this.panelHost.words()
    const feed = this.#feed
    if (!isCommune(this.commune)) return html`${badAttributeNotice(words, 'panelCommune', 'commune', this.commune)}<slot></slot>`
    if (feed?.isAbsent) return html`${notice(words('boardNotOffered'), 'warn')}<slot></slot>`
    return html`<div class="board" part="board"><h2 .textContent=${words('boardTitle')}></h2>
      <div class="stale" part="stale" role="status">${feed?.isStale ? notice(feed.updatedAt ? words('boardStale', { time: sinceWhen(feed.updatedAt, words.tag) }) : words('boardNever'), 'warn') : nothing}</div>
      ${this.#spoken.isBlocked ? html`<p><button type="button" class="button" .textContent=${words('boardSpeak')} @click=${() => { this.#spoken.allow(VIETNAMESE('boardSpeak')) }}></button></p>` : nothing}
      ${this.#shown ? this.#numbers(this.#shown, words) : html`<p role="status" .textContent=${words('panelLoading')}></p>`}
      <div class="visually-hidden" aria-live="polite"><p .textContent=${this.#said[0]}></p><p .textContent=${this.#said[1]}></p></div></div>`
  }

  protected override end(): void {
    this.#feed?.stop()
    this.#feed = undefined
    this.#calls = undefined
    this.#shown = undefined
    this.#said = ['', '']
    this.#spoken.stop()
  }

  #numbers({ calls, next, waiting }: Board, words: Words): TemplateResult {
    return html`<section>${calls.length === 0 ? html`<p .textContent=${words('boardNobody')}></p>` : html`<ol class="calls">${repeat(calls, ({ counter }) => counter.id, (call) => html`<li part="call" class=${this.#fresh.has(call.ticket) ? 'fresh' : ''}>
          <span class="ticket" part="ticket" .textContent=${call.ticket}></span> <span class="counter" part="counter" .textContent=${words.text(call.counter.name)}></span></li>`)}</ol>`}</section>
      <section><h3 .textContent=${words('boardNext')}></h3>
        ${next.length === 0 ? html`<p .textContent=${words('boardNobodyNext')}></p>` : html`<ul class="next" part="next">${next.map((ticket) => html`<li class="ticket" .textContent=${ticket}></li>`)}</ul>`}
        <p class="waiting muted" .textContent=${words('boardWaiting', { count: waiting })}></p></section>`
  }

  #listen(calls: AppointmentServices): void {
    this.#feed?.stop()
    this.#feed = undefined
    this.#shown = undefined
    if (!isCommune(this.commune)) { this.requestUpdate(); return }
    this.#feed = new BoardFeed({ calls, commune: this.commune, changed: (feed) => { this.#hear(feed) } })
  }

  #hear(feed: BoardFeed): void {
    const { board } = feed
    if (board) {
      const called = newCalls(this.#shown, board)
      this.#shown = board
      if (called.length > 0) this.#announce(called)
    }
    this.requestUpdate()
  }

  #announce(called: readonly BoardCall[]): void {
    const words = this.panelHost.words()
    this.#fresh = new Set(called.map(({ ticket }) => ticket))
    this.#said = this.#turn === 0 ? [sentenceOf(called, words), ''] : ['', sentenceOf(called, words)]
    this.#turn = this.#turn === 0 ? 1 : 0
    for (const { ticket, counter, calls } of called) {
      this.dispatchEvent(new CustomEvent<CalledDetail>('motcua-called', { detail: { ticket, counter: counter.id, calls }, bubbles: true, composed: true }))
      if (this.speak) this.#spoken.say(VIETNAMESE(calls > 1 ? 'boardAgain' : 'boardCall', { ticket: spelled(ticket), counter: counter.name.vi }))
    }
  }
}

function sentenceOf(called: readonly BoardCall[], words: Words): string {
  return called.map(({ ticket, counter, calls }) => `${words(calls > 1 ? 'boardAgain' : 'boardCall', { ticket, counter: words.text(counter.name) })}.`).join(' ')
}

function isCommune(code: unknown): boolean { return typeof code === 'string' && /^\d{5}$/.test(code) }

/** The hour, and the day with it when it is no longer today. */
function sinceWhen(updatedAt: Date, tag: string): string {
  const [whole, now] = [formatInstant(updatedAt, tag), formatInstant(new Date(), tag)]
  const hour = /\d{2}:\d{2}/.exec(whole)?.[0] ?? whole
  return whole.replace(hour, '') === now.replace(/\d{2}:\d{2}/, '') ? hour : whole
}

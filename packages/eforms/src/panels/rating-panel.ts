import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { DossierRating } from '@motcua/portal-client/feedback'
import { formatInstant } from '../locales/formats.ts'
import type { FeedbackServices } from '../services/services.ts'
import { choiceList, longText } from './choice-list.ts'
import { ContentKey } from './content-key.ts'
import type { PanelHost } from './panel-host.ts'
import { problemOf, problemView } from './sending.ts'
import type { Problem } from './sending.ts'

export interface RatingPanelOptions { code: string; calls: FeedbackServices; host: PanelHost; rated(): void }

/** Rates one's own dossier once it has ended; what was given stays changeable as long as the gateway says. */
export class RatingPanel {
  readonly #options: RatingPanelOptions
  readonly #key = new ContentKey()
  #data: DossierRating | undefined
  #level = ''
  #reasons: string[] = []
  #comment = ''
  #problem: Problem | undefined
  #isMissing = false
  /** Characters of a comment that has too many. */
  #tooMany: number | undefined
  #isBusy = false
  #isSent = false

  constructor(options: RatingPanelOptions) {
    this.#options = options
    void this.load()
  }

  /** The session has ended over words that were not sent. */
  get isCutOff(): boolean { return this.#problem?.key === 'feedbackSessionOver' && this.#comment !== (this.#data?.rating?.comment ?? '') }

  async load(): Promise<void> {
    const { code, calls } = this.#options
    await this.#run('feedbackLoadFailed', async () => { this.#take(await calls.rating(code)) })
  }

  async send(): Promise<void> {
    const { code, calls, host, rated } = this.#options
    this.#isMissing = this.#level === ''
    const comment = this.#comment.normalize('NFC').trim()
    const { length } = [...comment]
    this.#tooMany = length > (this.#data?.maxLength ?? length) ? length : undefined
    if (this.#isMissing || this.#tooMany) { host.redraw(); host.focus(this.#isMissing ? 'level' : 'comment'); return }
    const rating = { level: this.#level, reasons: this.#reasons, ...(comment && { comment }) }
    this.#isSent = false
    await this.#run('feedbackSendFailed', async () => {
      this.#take(await calls.rate(code, rating, { idempotencyKey: this.#key.of(rating) }))
      this.#key.spent()
      this.#isSent = true
      rated()
    })
    host.focus(this.#isSent ? 'rated' : 'rating-problem')
  }

  view(): TemplateResult {
    const words = this.#options.host.words()
    const data = this.#data
    return html`<section part="rating"><h2 id="rating" tabindex="-1" .textContent=${words('rateTitle', { code: this.#options.code })}></h2>
      ${problemView(this.#problem, words, 'rating-problem')}
      ${this.#isSent ? html`<p role="status" class="good" id="rated" tabindex="-1" .textContent=${words('rateThanks')}></p>` : nothing}
      ${data ? this.#ratingView(data) : this.#problem ? html`<button type="button" class="button secondary" .textContent=${words('retry')} @click=${() => { void this.load().then(() => { this.#options.host.focus(this.#problem ? 'rating-problem' : 'rating') }) }}></button>` : html`<p role="status" .textContent=${words('panelLoading')}></p>`}</section>`
  }

  #ratingView({ scale, isOpen, openUntil, maxLength, rating }: DossierRating): TemplateResult {
    const words = this.#options.host.words()
    const given = scale.levels.find(({ id }) => id === rating?.level)
    if (!isOpen) return html`${given ? html`<p .textContent=${words('rateGiven', { level: words.text(given.name) })}></p>` : nothing}<p .textContent=${words(openUntil === null ? 'rateNotOpen' : 'rateClosed')}></p>`
    const named = (list: typeof scale.reasons) => list.map(({ id, name }) => ({ value: id, label: words.text(name) }))
    return html`${choiceList({
      id: 'level', type: 'radio', question: words('rateLevel'), error: this.#isMissing ? `${words('errorPrefix')}${words('rateLevelMissing')}` : undefined, choices: named(scale.levels), chosen: [this.#level], change: (value) => { this.#level = value },
    })}${scale.reasons.length === 0 ? nothing : choiceList({
      id: 'reasons', type: 'checkbox', question: `${words('rateReasons')} ${words('optional')}`, hint: words('rateReasonsHint'), choices: named(scale.reasons), chosen: this.#reasons,
      change: (value, isChosen) => { this.#reasons = isChosen ? [...this.#reasons, value] : this.#reasons.filter((one) => one !== value) },
    })}${longText({ id: 'comment', label: words('rateComment'), optionalMark: words('optional'), hint: words('rateCommentHint', { count: maxLength }), error: this.#tooMany ? `${words('errorPrefix')}${words('feedbackWordsTooLong', { most: maxLength, count: this.#tooMany })}` : undefined, value: this.#comment, change: (value) => { this.#comment = value } })}
      <p class="muted" .textContent=${words('rateUntil', { time: formatInstant(openUntil, words.tag) })}></p>
      ${scale.confidence === 'UNKNOWN' ? html`<p class="muted" .textContent=${words('rateScaleNote')}></p>` : nothing}
      <div class="buttons"><button type="button" class="button" part="send-rating" aria-disabled=${this.#isBusy ? 'true' : nothing} .textContent=${words(rating ? 'rateChange' : 'rateSend')} @click=${() => { void this.send() }}></button></div>`
  }

  #take(data: DossierRating): void {
    this.#data = data
    const { rating } = data
    if (rating) { this.#level = rating.level; this.#reasons = [...rating.reasons]; this.#comment = rating.comment ?? '' }
  }

  async #run(offline: 'feedbackLoadFailed' | 'feedbackSendFailed', work: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#problem = undefined
    this.#options.host.redraw()
    try { await work() } catch (error) { this.#problem = problemOf(error, offline) }
    this.#isBusy = false
    this.#options.host.redraw()
  }
}

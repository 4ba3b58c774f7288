import { html, nothing, unsafeCSS } from 'lit'
import type { TemplateResult } from 'lit'
import { notice } from '../../dom/messages.ts'
import { withArea } from '../../locales/strings.ts'
import { viFeedback } from '../../locales/vi-feedback.ts'
import { sheet } from '../../look/sheet.ts'
import { FeedbackPanel } from '../../panels/feedback-panel.ts'
import { feedbackView } from '../../panels/feedback-view.ts'
import type { PanelHost } from '../../panels/panel-host.ts'
import { RatingPanel } from '../../panels/rating-panel.ts'
import type { FeedbackServices } from '../../services/feedback-services.ts'
import type { PortalServices } from '../../services/services.ts'
import { PanelElement } from '../panel-element.ts'

const look = /* css */ `
  .said { white-space: pre-line; }
  section + section { border-block-start: 1px solid var(--_line); margin-block-start: 1.5em; padding-block-start: 1em; }
`

/**
 * Says how a matter was handled: a rating of one's own ended dossier, a complaint or a suggestion, and what became of it.
 *
 * @element motcua-feedback
 * @attr portal - origin of the gateway
 * @attr dossier - dossier code; it can be rated once it has ended, and its office answers
 * @attr commune - five-digit code of the commune whose office answers what is about no dossier
 * @attr lang - `vi` (default) or `en`
 * @fires {CustomEvent<{}>} motcua-rated - a rating was recorded
 * @fires {CustomEvent<{ kind: 'complaint' | 'suggestion' }>} motcua-feedback-sent - one was sent; its words and code are not told
 * @slot - fallback: stands there until the element is ready, and when it cannot be
 * @csspart root - everything inside the element
 * @csspart rating - the rating of the dossier
 * @csspart feedback - complaints and suggestions
 * @csspart field - one question
 * @csspart send-rating - records the rating
 * @csspart new-feedback - opens the form of a complaint or suggestion
 * @csspart send-feedback - sends it
 * @csspart error-summary - what is to be put right
 */
export class MotcuaFeedback extends PanelElement {
  static override properties = { ...PanelElement.properties, dossier: { type: String }, commune: { type: String }, calls: { attribute: false } }
  static override styles = [...sheet, unsafeCSS(look)]
  declare dossier: string
  declare commune: string
  /** Replaces the calls of the gateway at `portal`; set it before the element is connected. */
  declare calls: FeedbackServices | undefined
  protected override readonly subject = ['portal', 'services', 'dossier', 'commune']
  #rating: RatingPanel | undefined
  #feedback: FeedbackPanel | undefined
  #isLost = false

  constructor() {
    super()
    this.dossier = this.commune = ''
  }

  protected override begin(_portal: PortalServices): void { void this.#begin() }

  async #begin(): Promise<void> {
    const { dossier, commune, portal } = this
    this.#isLost = false
    const calls = this.calls ?? await import('../../services/feedback-services.ts').then(({ feedbackServices }) => feedbackServices(portal)).catch(() => undefined)
    if (!calls) { this.#isLost = true; this.requestUpdate(); return }
    if (!this.isConnected || dossier !== this.dossier || commune !== this.commune || portal !== this.portal) return
    const host = this.#host
    this.#rating = dossier ? new RatingPanel({ code: dossier, calls, host, rated: () => { this.#tell('motcua-rated', {}) } }) : undefined
    this.#feedback = new FeedbackPanel({ calls, host, dossier, commune, sent: (kind) => { this.#tell('motcua-feedback-sent', { kind }) } })
    this.requestUpdate()
  }

  protected override view(): TemplateResult {
    const words = this.#host.words()
    if (this.#isLost) return html`${notice(words('feedbackLoadFailed'), 'bad-notice')}<button type="button" class="button secondary" .textContent=${words('retry')} @click=${() => { void this.#begin() }}></button>`
    return this.#feedback ? html`<div class="screen">${this.#rating?.view() ?? nothing}${feedbackView(this.#feedback)}</div>` : html`<p role="status" .textContent=${words('panelLoading')}></p>`
  }

  protected override hasUnsent(): boolean { return this.#feedback?.isCutOff === true || this.#rating?.isCutOff === true }
  protected override end(): void { this.#rating = this.#feedback = undefined }

  get #host(): PanelHost {
    const { panelHost } = this
    return { ...panelHost, words: () => withArea(panelHost.words(), viFeedback) }
  }

  #tell(type: string, detail: object): void { this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })) }
}

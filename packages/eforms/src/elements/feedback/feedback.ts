import { html, nothing, unsafeCSS } from 'lit'
import type { TemplateResult } from 'lit'
import { viFeedback } from '../../locales/vi-feedback.ts'
import { sheet } from '../../look/sheet.ts'
import { FeedbackPanel } from '../../panels/feedback-panel.ts'
import { feedbackView } from '../../panels/feedback-view.ts'
import { RatingPanel } from '../../panels/rating-panel.ts'
import { PanelElement } from '../panel-element.ts'
import type { Needed } from '../panel-element.ts'

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
export class MotcuaFeedback extends PanelElement<'portal' | 'feedback'> {
  static override properties = { ...PanelElement.properties, dossier: { type: String }, commune: { type: String } }
  static override styles = [...sheet, unsafeCSS(look)]
  declare dossier: string
  declare commune: string
  protected override readonly area = viFeedback
  protected override readonly needs = ['portal', 'feedback'] as const
  protected override readonly subject = ['portal', 'services', 'dossier', 'commune']
  #rating: RatingPanel | undefined
  #feedback: FeedbackPanel | undefined

  constructor() {
    super()
    this.dossier = this.commune = ''
  }

  protected override begin({ feedback: calls }: Needed<'feedback'>): void {
    const { dossier, commune } = this
    const host = this.panelHost
    this.#rating = dossier ? new RatingPanel({ code: dossier, calls, host, rated: () => { this.#tell('motcua-rated', {}) } }) : undefined
    this.#feedback = new FeedbackPanel({ calls, host, dossier, commune, sent: (kind) => { this.#tell('motcua-feedback-sent', { kind }) } })
  }

  protected override view(): TemplateResult {
    return this.#feedback ? html`<div class="screen">${this.#rating?.view() ?? nothing}${feedbackView(this.#feedback)}</div>` : html``
  }

  protected override hasUnsent(): boolean { return this.#feedback?.isCutOff === true || this.#rating?.isCutOff === true }
  protected override end(): void { this.#rating = this.#feedback = undefined }

  #tell(type: string, detail: object): void { this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })) }
}

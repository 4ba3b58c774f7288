import type { TemplateResult } from 'lit'
import { withArea } from '../locales/strings.ts'
import { viFeedback } from '../locales/vi-feedback.ts'
import type { FeedbackServices } from '../services/feedback-services.ts'
import type { PanelHost } from './panel-host.ts'
import { RatingPanel } from './rating-panel.ts'

/** The rating of a dossier below its tracker, with words of its own; it comes when somebody asks for it. */
export function ratingBelow(code: string, calls: FeedbackServices, host: PanelHost): { view(): TemplateResult } {
  return new RatingPanel({ code, calls, host: { ...host, words: () => withArea(host.words(), viFeedback) }, rated: () => undefined })
}

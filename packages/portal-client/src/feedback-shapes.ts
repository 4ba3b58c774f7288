import type { DossierRating, Feedback, FeedbackList, FeedbackSummary, OfficerFeedback } from './contract.ts'
import { both, instant, integer, list, nullable, object, oneOf, optional, text, truth } from './shape.ts'
import { named, words } from './shapes.ts'

export const scale = object({
  levels: list(object({ id: text, name: words, counts: oneOf('satisfied', 'neutral', 'dissatisfied') })), reasons: list(object({ id: text, name: words })),
  source: text, checkedOn: text, confidence: oneOf('CONFIRMED', 'INFERRED', 'UNKNOWN'),
})
const summary = object({
  code: text, kind: oneOf('complaint', 'suggestion'), state: oneOf('received', 'in-progress', 'more-asked', 'answered', 'published', 'refused', 'withdrawn'),
  dossier: nullable(text), agencyName: text, receivedAt: instant, refuseBy: nullable(instant), askBy: nullable(instant), handleBy: nullable(instant),
  publishBy: nullable(instant), handledAt: nullable(instant), late: truth, actCount: integer,
})
const whole = both(summary, object({
  acts: list(object({ kind: text, at: instant, by: object({ role: oneOf('citizen', 'officer'), name: text }), words: optional(text) })), allowedActs: list(text),
}))

export const DOSSIER_RATING = named<DossierRating>('DossierRating', object({
  dossier: text, scale, maxLength: integer, isOpen: truth, openUntil: nullable(instant),
  rating: nullable(object({ level: text, reasons: list(text), comment: optional(text), ratedAt: instant, changedAt: instant })),
}))
export const FEEDBACK = named<Feedback>('Feedback', whole)
export const FEEDBACK_LIST = named<FeedbackList>('FeedbackList', object({ feedback: list(summary), minLength: integer, maxLength: integer }))
export const AGENCY_FEEDBACK = named<{ feedback: FeedbackSummary[] }>('list of feedback', object({ feedback: list(summary) }))
export const OFFICER_FEEDBACK = named<OfficerFeedback>('OfficerFeedback', both(whole, object({ sender: text })))

import type { DossierRating, Feedback, FeedbackList, FeedbackSummary, NewFeedback, NewRating, OfficerFeedback } from './contract.ts'
import { AGENCY_FEEDBACK, DOSSIER_RATING, FEEDBACK, FEEDBACK_LIST, OFFICER_FEEDBACK } from './feedback-shapes.ts'
import { pathSegment } from './path-segment.ts'
import { signedCalls } from './signed-calls.ts'
import type { CallOptions, Transport, WriteOptions } from './transport.ts'

/** What a person adds to their own feedback: `after` is how many acts they had before them. */
export interface OwnFeedbackAct { kind: 'supply' | 'withdraw'; words?: string; after?: number }
/** What an officer does with a feedback; all but `accept` say something. */
export interface OfficerFeedbackAct { kind: 'accept' | 'ask' | 'answer' | 'refuse' | 'publish'; words?: string; after?: number }

/** Ratings, complaints and suggestions of the person who is signed in. */
export interface FeedbackCalls {
  /** The rating of one's own dossier, with the scale and until when it may be given. */
  rating(code: string, options?: CallOptions): Promise<DossierRating>
  /** Rate an ended dossier, or change the rating. `rating-not-open` and `rating-closed` come as a `PortalProblemError`. */
  rate(code: string, rating: NewRating, options?: WriteOptions): Promise<DossierRating>
  /** Mine, newest first, and how much may be written. */
  list(options?: CallOptions): Promise<FeedbackList>
  get(code: string, options?: CallOptions): Promise<Feedback>
  /** Send one; what is about a dossier goes to the agency that has it. */
  send(feedback: NewFeedback, options?: WriteOptions): Promise<Feedback>
  add(code: string, act: OwnFeedbackAct, options?: WriteOptions): Promise<Feedback>
  /** For officers of the agency. */
  readonly officer: {
    list(options?: CallOptions): Promise<FeedbackSummary[]>
    get(code: string, options?: CallOptions): Promise<OfficerFeedback>
    add(code: string, act: OfficerFeedbackAct, options?: WriteOptions): Promise<OfficerFeedback>
  }
}

/**
 * The calls about how a matter was handled, over the connection of a client.
 *
 * @example
 * const { feedbackOf } = await import('@motcua/portal-client/feedback')
 * const { scale, isOpen } = await feedbackOf(client.transport).rating('H01.02-261123-0001')
 */
export function feedbackOf(transport: Transport): FeedbackCalls {
  const { read, write } = signedCalls(transport)
  const ratingOf = (code: string): string => `v1/dossiers/${pathSegment(code)}/rating`
  const of = (code: string, under = 'v1'): string => `${under}/feedback/${pathSegment(code)}`
  return {
    rating: (code, call) => read(DOSSIER_RATING, ratingOf(code), call),
    rate: (code, rating, call) => write(DOSSIER_RATING, ratingOf(code), rating, call),
    list: (call) => read(FEEDBACK_LIST, 'v1/feedback', call),
    get: (code, call) => read(FEEDBACK, of(code), call),
    send: (feedback, call) => write(FEEDBACK, 'v1/feedback', feedback, call),
    add: (code, act, call) => write(FEEDBACK, `${of(code)}/acts`, act, call),
    officer: {
      list: async (call) => (await read(AGENCY_FEEDBACK, 'v1/officer/feedback', call)).feedback,
      get: (code, call) => read(OFFICER_FEEDBACK, of(code, 'v1/officer'), call),
      add: (code, act, call) => write(OFFICER_FEEDBACK, `${of(code, 'v1/officer')}/acts`, act, call),
    },
  }
}

export type { DossierRating, Feedback, FeedbackList, FeedbackSummary, NewFeedback, NewRating, OfficerFeedback, RatingScale } from './contract.ts'

/** States of a feedback (phản ánh, kiến nghị). */
export const FEEDBACK_STATES = ['received', 'in-progress', 'more-asked', 'answered', 'published', 'refused', 'withdrawn'] as const
export type FeedbackState = (typeof FEEDBACK_STATES)[number]

/** Everything that may happen to a feedback. Each is an entry of its history, which only grows. */
export const FEEDBACK_ACTS = ['sent', 'accept', 'ask', 'supply', 'answer', 'refuse', 'publish', 'withdraw'] as const
export type FeedbackActKind = (typeof FEEDBACK_ACTS)[number]
export type FeedbackRole = 'citizen' | 'officer'

interface Act {
  by: FeedbackRole
  /** Whether it says something to the other side. */
  words: boolean
  to: FeedbackState
  from: ReadonlyArray<FeedbackState | 'none'>
}

// Which act follows which is put together from the clock of the index (refuse, ask for more, handle, publish): INFERRED, checked 2026-11.
const TABLE: Readonly<Record<FeedbackActKind, Act>> = {
  sent: { by: 'citizen', words: true, from: ['none'], to: 'received' },
  accept: { by: 'officer', words: false, from: ['received'], to: 'in-progress' },
  ask: { by: 'officer', words: true, from: ['received', 'in-progress'], to: 'more-asked' },
  supply: { by: 'citizen', words: true, from: ['more-asked'], to: 'in-progress' },
  answer: { by: 'officer', words: true, from: ['received', 'in-progress', 'more-asked'], to: 'answered' },
  // Once it was taken up it is answered, and no longer refused.
  refuse: { by: 'officer', words: true, from: ['received'], to: 'refused' },
  publish: { by: 'officer', words: true, from: ['answered'], to: 'published' },
  withdraw: { by: 'citizen', words: false, from: ['received', 'in-progress', 'more-asked'], to: 'withdrawn' },
}

/** Handled, refused or withdrawn: the agency owes nothing more but, after an answer, its publication. */
export function isHandled(state: FeedbackState): boolean {
  return state === 'answered' || state === 'published' || state === 'refused' || state === 'withdrawn'
}

/** Whether the act carries words (what was asked, answered, why it was refused). */
export function needsWords(kind: FeedbackActKind): boolean { return TABLE[kind].words }

/**
 * The state after an act of somebody; `undefined` when it is not theirs to do, or not now.
 *
 * @example
 * stateAfter('received', 'ask', 'officer') // 'more-asked'
 * stateAfter('answered', 'refuse', 'officer') // undefined
 */
export function stateAfter(state: FeedbackState | 'none', kind: FeedbackActKind, role: FeedbackRole): FeedbackState | undefined {
  const act = TABLE[kind]
  return act.by === role && act.from.includes(state) ? act.to : undefined
}

/** What somebody may do now. */
export function allowedActs(state: FeedbackState, role: FeedbackRole): FeedbackActKind[] {
  return FEEDBACK_ACTS.filter((kind) => stateAfter(state, kind, role) !== undefined)
}

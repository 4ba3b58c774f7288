/**
 * How far the signing of one file is.
 *
 * `chosen` the person sees what would be signed · `preparing` the request is being made · `waiting` for confirmation on the person's
 * device · `embedding` the signature has come · `verified` the signed file holds · `recorded` it is on record. The rest are ends without a
 * signature: `refused` and `expired` on the device, `cancelled` here, `failed`, `changed` (the file or the dossier is no longer what was shown).
 */
export const SIGNING_STATES = ['chosen', 'preparing', 'waiting', 'embedding', 'verified', 'recorded', 'refused', 'expired', 'cancelled', 'failed', 'changed'] as const
export type SigningState = (typeof SIGNING_STATES)[number]

/** What can happen, in whatever order it is heard of. */
export const SIGNING_EVENTS = ['begin', 'asked', 'pending', 'signed', 'verified', 'recorded', 'refused', 'expired', 'cancel', 'failed', 'changed'] as const
export type SigningEvent = (typeof SIGNING_EVENTS)[number]

const UNSIGNED_ENDS = { cancel: 'cancelled', failed: 'failed', changed: 'changed' } as const
const MOVES: Readonly<Record<SigningState, Partial<Readonly<Record<SigningEvent, SigningState>>>>> = {
  chosen: { begin: 'preparing', ...UNSIGNED_ENDS },
  // A service may answer at once, without anybody having to confirm.
  preparing: { asked: 'waiting', signed: 'embedding', refused: 'refused', expired: 'expired', ...UNSIGNED_ENDS },
  waiting: { signed: 'embedding', refused: 'refused', expired: 'expired', ...UNSIGNED_ENDS },
  // The signature came in time: the clock ends nothing any more.
  embedding: { verified: 'verified', ...UNSIGNED_ENDS },
  verified: { recorded: 'recorded', ...UNSIGNED_ENDS },
  recorded: {}, refused: {}, expired: {}, cancelled: {}, failed: {}, changed: {},
}

/**
 * The state after an event; the same state where the event comes too late, too early or twice. Nothing leaves an end, so an answer that
 * comes after `cancelled` or `expired` is dropped, and nothing is recorded that was not verified.
 *
 * @example
 * advanceSigning('waiting', 'signed') // 'embedding'
 * advanceSigning('cancelled', 'signed') // 'cancelled'
 */
export function advanceSigning(state: SigningState, event: SigningEvent): SigningState {
  return MOVES[state][event] ?? state
}

/** Nothing can happen any more. */
export function isSigningOver(state: SigningState): boolean {
  return Object.keys(MOVES[state]).length === 0
}

/** A request in this state keeps others from being made. */
export function isSigningOpen(state: SigningState): boolean {
  return state !== 'chosen' && !isSigningOver(state)
}

export function isSigningState(value: unknown): value is SigningState {
  return SIGNING_STATES.some((state) => state === value)
}

/**
 * Of two states heard of the same request, the one that is further along: answers may overtake each other on their way. An end is kept, so
 * what was still on its way when a request was cancelled changes nothing.
 *
 * @example
 * furtherSigning('cancelled', 'waiting') // 'cancelled'
 */
export function furtherSigning(known: SigningState, heard: SigningState): SigningState {
  if (isSigningOver(known)) return known
  return isSigningOver(heard) || SIGNING_STATES.indexOf(heard) > SIGNING_STATES.indexOf(known) ? heard : known
}

import { parseProblem } from '@motcua/core/errors'
import { withDeadline } from './deadline.ts'
import type { Deadline } from './deadline.ts'
import { pause } from './pause.ts'
import { problemName } from './refusal.ts'

export interface Attempts {
  /** After the first. */
  retries: number
  /** Of each attempt, in milliseconds. */
  timeoutMs: number
  /** Of all of them. */
  deadline: Deadline
}

/** 409 is here for `submission-in-progress` alone. */
const PASSING = [408, 409, 429, 500, 502, 503, 504]
const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 5_000

/**
 * Sends until something other than a passing trouble answers, or the attempts are used up: then the last answer, whatever its
 * status. A connection that failed or was cut is one more passing trouble: the caller's idempotency key makes a repetition harmless.
 *
 * @throws PortalTimeoutError when the last attempt took too long; what `send` threw when it did not come through.
 */
export async function answerOf(send: (signal: AbortSignal) => Promise<Response>, { retries, timeoutMs, deadline }: Attempts): Promise<Response> {
  for (let retry = 0; ; retry += 1) {
    const outcome = await withDeadline(deadline.signal, timeoutMs, ({ signal }) => send(signal)).catch((error: unknown) => ({ error }))
    const pauseMs = retry < retries && !deadline.signal.aborted ? await pauseAfter(outcome, retry, deadline.endsAt) : undefined
    if (pauseMs !== undefined) await pause(pauseMs, deadline.signal)
    else if ('error' in outcome) throw outcome.error
    else return outcome
  }
}

/** In milliseconds, at random so that those who were refused together do not come back together; none when another attempt would not help. */
async function pauseAfter(outcome: Response | { error: unknown }, retry: number, endsAt: number): Promise<number | undefined> {
  const ownMs = Math.min(LONGEST_PAUSE_MS, Math.random() * FIRST_PAUSE_MS * 2 ** retry)
  if ('error' in outcome) return ownMs
  if (!PASSING.includes(outcome.status)) return undefined
  if (outcome.status === 409) {
    const problem = parseProblem(await bodyOf(outcome))
    if (problem === null || problemName(problem) !== 'submission-in-progress') return undefined
  }
  const askedMs = askedPauseMs(outcome.headers.get('Retry-After') ?? '')
  // Waiting beyond the caller's own deadline helps nobody: say at once when to come back.
  return Date.now() + askedMs > endsAt ? undefined : askedMs || ownMs
}

/** Seconds or a date, as HTTP has it; 0 for a hint that is neither. */
function askedPauseMs(hint: string): number {
  return Math.max(1, Number(hint) * 1_000 || Date.parse(hint) - Date.now()) || 0
}

/** The parsed body of a refusal; `undefined` when it is no JSON. It was read with the headers, so this waits for nobody. */
export async function bodyOf(response: Response): Promise<unknown> {
  try { return await response.clone().json() } catch { return undefined }
}

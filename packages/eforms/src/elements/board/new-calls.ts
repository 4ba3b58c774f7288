import type { Board } from '@motcua/portal-client/appointments'

export type BoardCall = Board['calls'][number]

/** What has been called since the last look, oldest first: another number at a counter, or the same one again. */
export function newCalls(before: Board | undefined, now: Board): BoardCall[] {
  if (before === undefined) return []
  const known = new Set(before.calls.map(keyOf))
  return now.calls.filter((call) => !known.has(keyOf(call))).reverse()
}

function keyOf({ ticket, counter, calls }: BoardCall): string { return `${ticket} ${counter.id} ${calls}` }

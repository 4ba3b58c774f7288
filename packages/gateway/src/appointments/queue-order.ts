/** What decides when somebody who waits is called. */
export interface WaitingTicket {
  ticket: string
  /** Instant at which they came. */
  arrivedAt: Date
  /** When their appointment begins; absent for somebody without one. */
  startsAt?: Date | undefined
  /** Place of their group among the operator's priority groups; absent for everybody else. */
  priority?: number | undefined
}

/**
 * Since when somebody's turn counts: with an appointment from its beginning, however early they came; late for it, or without
 * one, from when they came.
 */
export function turnFrom({ arrivedAt, startsAt }: WaitingTicket): Date {
  return startsAt !== undefined && startsAt > arrivedAt ? startsAt : arrivedAt
}

/**
 * In the order in which they are called: the operator's priority groups first, then by whose turn has counted longest. The
 * same whatever order they are given in.
 *
 * @example
 * // H1 has booked 9:00 and come at 8:40, V2 came at 8:50 without an appointment: V2 is called first.
 * inOrder([{ ticket: 'H1', arrivedAt: at('8:40'), startsAt: at('9:00') }, { ticket: 'V2', arrivedAt: at('8:50') }])
 */
export function inOrder<Ticket extends WaitingTicket>(waiting: readonly Ticket[]): Ticket[] {
  return [...waiting].sort((a, b) => rank(a) - rank(b) || turnFrom(a).getTime() - turnFrom(b).getTime() || a.arrivedAt.getTime() - b.arrivedAt.getTime() || (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
}

function rank({ priority }: WaitingTicket): number { return priority ?? Number.MAX_SAFE_INTEGER }

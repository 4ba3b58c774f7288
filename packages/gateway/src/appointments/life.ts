/** Where an appointment, or the ticket of somebody who came without one, stands. */
export const TICKET_STATES = ['booked', 'arrived', 'called', 'served', 'no-show', 'cancelled'] as const
export type TicketState = (typeof TICKET_STATES)[number]

/** What may happen to it. */
export const TICKET_ACTS = ['move', 'cancel', 'arrive', 'call', 'recall', 'serve', 'no-show'] as const
export type TicketAct = (typeof TICKET_ACTS)[number]

/** Who does it: the citizen only before they come, the rest is for the desk. */
export type TicketRole = 'citizen' | 'officer'

const NEXT: Readonly<Record<TicketState, Partial<Record<TicketAct, TicketState>>>> = {
  booked: { move: 'booked', cancel: 'cancelled', arrive: 'arrived', 'no-show': 'no-show' },
  arrived: { call: 'called', cancel: 'cancelled' },
  called: { recall: 'called', serve: 'served', 'no-show': 'no-show' },
  // Somebody who comes late waits like everybody else.
  'no-show': { arrive: 'arrived' },
  served: {},
  cancelled: {},
}
const CITIZENS: readonly TicketAct[] = ['move', 'cancel']

/**
 * The state after an act, or `null` where the act is not allowed.
 *
 * @example
 * stateAfter('arrived', 'call', 'officer') // 'called'
 * stateAfter('booked', 'call', 'officer') // null: nobody is called who has not come
 */
export function stateAfter(state: TicketState, act: TicketAct, role: TicketRole): TicketState | null {
  if (role === 'citizen' && (state !== 'booked' || !CITIZENS.includes(act))) return null
  return NEXT[state][act] ?? null
}

/** What may be done now. */
export function allowedActs(state: TicketState, role: TicketRole): TicketAct[] {
  return TICKET_ACTS.filter((act) => stateAfter(state, act, role) !== null)
}

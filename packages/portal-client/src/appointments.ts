import { APPOINTMENT, APPOINTMENT_LIST, BOARD, QUEUE, SLOTS, TICKET, type Appointment, type Board, type FreeTime, type Queue, type Slots, type Ticket, type TicketAct } from './appointment-shapes.ts'
import { pathSegment } from './path-segment.ts'
import { signedCalls } from './signed-calls.ts'
import type { CallOptions, Transport, WriteOptions } from './transport.ts'

export type { Appointment, Board, FreeTime, Queue, Slots, Ticket, TicketAct } from './appointment-shapes.ts'

/** Times of a commune, my appointments, and the display of the waiting room. */
export interface AppointmentCalls {
  /** Times of the days from one to another, and the first that is free. Open to everybody. */
  slots(commune: string, procedure: string, range?: { from?: string; to?: string }, options?: CallOptions): Promise<Slots>
  /** Books a time. `slot-taken` comes as a `PortalProblemError` whose problem carries `nextFree`. */
  book(wish: { commune: string; procedure: string } & FreeTime, options?: WriteOptions): Promise<Appointment>
  /** The signed-in person's appointments, latest day first. */
  mine(options?: CallOptions): Promise<Appointment[]>
  move(code: string, to: FreeTime, options?: WriteOptions): Promise<Appointment>
  cancel(code: string, options?: WriteOptions): Promise<Appointment>
  /** Numbers that are called, for a display. One attempt: who polls comes again; a browser asks with the tag it has, so that nothing new costs no body. */
  board(commune: string, options?: CallOptions): Promise<Board>
}

/**
 * Calls about appointments, over the connection of a client.
 *
 * @example
 * const { nextFree } = await appointmentsOf(client.transport).slots('30838', 'certified-copy')
 * if (nextFree) await appointmentsOf(client.transport).book({ commune: '30838', procedure: 'certified-copy', ...nextFree })
 */
export function appointmentsOf(transport: Transport): AppointmentCalls {
  const { read, write } = signedCalls(transport)
  const commune = (code: string): string => `v1/communes/${pathSegment(code)}`
  const of = (code: string): string => `v1/appointments/${pathSegment(code)}`
  return {
    slots: (code, procedure, range = {}, call) => transport.json(SLOTS, { method: 'GET', path: `${commune(code)}/slots?${new URLSearchParams({ procedure, ...range }).toString()}` }, call),
    book: (wish, call) => write(APPOINTMENT, 'v1/appointments', wish, call),
    mine: async (call) => (await read(APPOINTMENT_LIST, 'v1/appointments', call)).appointments,
    move: (code, to, call) => write(APPOINTMENT, `${of(code)}/move`, to, call),
    cancel: (code, call) => write(APPOINTMENT, `${of(code)}/cancellation`, undefined, call),
    board: (code, call) => transport.json(BOARD, { method: 'GET', path: `${commune(code)}/board`, cache: 'no-cache', attempts: 'once' }, call),
  }
}

/** The waiting room as the desk runs it. The session must be an officer's. */
export interface QueueCalls {
  queue(date?: string, options?: CallOptions): Promise<Queue>
  /** A number for somebody who came without an appointment. */
  giveTicket(wish?: { procedure?: string; priority?: string }, options?: WriteOptions): Promise<Ticket>
  /** `priority` with `arrive`: the group of somebody who booked is seen when they come. */
  act(code: string, act: Exclude<TicketAct, 'call'>, options?: WriteOptions & { priority?: string }): Promise<Ticket>
  /** Calls one person to a counter, whoever else waits. */
  call(code: string, counter: string, options?: WriteOptions): Promise<Ticket>
  /** Calls whose turn it is; `queue-empty` and `counter-busy` come as a `PortalProblemError`. */
  callNext(counter: string, options?: WriteOptions): Promise<Ticket>
}

/** Calls of the desk, over the connection of a client. */
export function queueOf(transport: Transport): QueueCalls {
  const { read, write } = signedCalls(transport)
  const of = (code: string): string => `v1/officer/tickets/${pathSegment(code)}`
  return {
    queue: (date, call) => read(QUEUE, `v1/officer/queue${date === undefined ? '' : `?${new URLSearchParams({ date }).toString()}`}`, call),
    giveTicket: (wish = {}, call) => write(TICKET, 'v1/officer/tickets', wish, call),
    act: (code, act, { priority, ...call } = {}) => write(TICKET, `${of(code)}/${act}`, priority === undefined ? {} : { priority }, call),
    call: (code, counter, call) => write(TICKET, `${of(code)}/call`, { counter }, call),
    callNext: (counter, call) => write(TICKET, `v1/officer/counters/${pathSegment(counter)}/next`, {}, call),
  }
}

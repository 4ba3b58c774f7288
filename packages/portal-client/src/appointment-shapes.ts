import type { components } from './generated/portal.ts'
import { instant, integer, list, matching, nullable, object, oneOf, optional, text } from './shape.ts'
import { named, words } from './shapes.ts'

type Schemas = components['schemas']

export type Appointment = Schemas['Appointment']
export type Board = Schemas['Board']
export type FreeTime = Schemas['FreeTime']
export type Queue = Schemas['Queue']
export type Slots = Schemas['Slots']
export type Ticket = Schemas['Ticket']
export type TicketAct = Ticket['allowed'][number]

const day = matching(/^\d{4}-\d{2}-\d{2}$/)
const time = matching(/^\d{2}:\d{2}$/)
const state = oneOf('booked', 'arrived', 'called', 'served', 'no-show', 'cancelled')
const counter = object({ id: text, name: words })
const freeTime = object({ date: day, time })
const appointment = object({
  code: text, ticket: text, commune: text, procedure: text, procedureName: words, date: day, time, startsAt: instant, endsAt: optional(instant), counter, agencyName: text,
  desk: optional(object({ address: text, phone: text, hours: text })), state, allowed: list(oneOf('move', 'cancel')),
})
const ticket = object({
  code: text, ticket: text, kind: oneOf('booked', 'walk-in'), procedure: nullable(text), procedureName: nullable(words), name: nullable(text), date: day, time: nullable(time),
  counter: nullable(counter), state, priority: nullable(text), calls: integer, arrivedAt: nullable(instant), calledAt: nullable(instant), allowed: list(text),
})

export const APPOINTMENT = named<Appointment>('Appointment', appointment)
export const APPOINTMENT_LIST = named<{ appointments: Appointment[] }>('list of appointments', object({ appointments: list(appointment) }))
export const SLOTS = named<Slots>('Slots', object({
  commune: text, procedure: text, slotMinutes: integer, lastDay: day, nextFree: nullable(freeTime),
  days: list(object({ date: day, closed: optional(oneOf('day-off', 'not-known')), times: list(object({ time, free: integer })) })),
}))
export const BOARD = named<Board>('Board', object({ date: day, calls: list(object({ ticket: text, counter, calls: integer, calledAt: instant })), next: list(text), waiting: integer }))
export const TICKET = named<Ticket>('Ticket', ticket)
export const QUEUE = named<Queue>('Queue', object({ date: day, counters: list(counter), priorityGroups: list(counter), waiting: list(text), tickets: list(ticket) }))

import { randomInt } from 'node:crypto'
import { todayInVietnam } from '@motcua/core/dates'
import type { Transaction } from 'kysely'
import { oneAtATime } from '../database/one-at-a-time.ts'
import type { Database, PersonColumn } from '../database/schema.ts'
import { nextNumber } from '../dossiers/code.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { stateAfter } from './life.ts'
import type { AppointmentsConfig } from './config.ts'
import type { BookingOffice } from './office.ts'
import { bookableTimes, countersFor } from './opening-hours.ts'
import { nextFree, type FreeTime } from './slots.ts'
import type { AppointmentRow } from './view.ts'

type BookingServices = Pick<Services, 'calendar' | 'clock'>

/** No 0/O, 1/I/L, U: read aloud and typed at a counter. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const OPEN_PER_PERSON = 3
const BOOKINGS_PER_DAY = 10
const DAY_MS = 86_400_000

/** A short code that no other appointment has: a name to say at the desk, not a secret. */
export function shortCode(): string {
  return Array.from({ length: 7 }, (_, index) => (index === 3 ? '-' : ALPHABET.charAt(randomInt(ALPHABET.length)))).join('')
}

/**
 * Books a time for a person. Throws `slot-closed`, `slot-taken` (with `nextFree`), `too-many-appointments` or `too-many-bookings`.
 * The order of locks is the same everywhere, place before number, so that bookings wait for each other and never in a ring.
 */
export async function bookTime(services: BookingServices, trx: Transaction<Database>, office: BookingOffice, wanted: FreeTime, person: PersonColumn): Promise<string> {
  const { config, agency, slug, procedureName } = office
  const now = services.clock()
  checkTime(services, office, wanted)
  await oneAtATime(trx, `appointments:${person.subject}`)
  await demandRoom(trx, config, person, now)
  const code = await freeCode(trx)
  const counter = await takePlace(services, trx, office, wanted, code)
  await trx.insertInto('appointments').values({
    code, commune: agency.communeCode, agency_code: agency.agencyCode, kind: 'booked', slug, procedure_name: JSON.stringify(procedureName),
    owner_subject: person.subject, owner_name: person.fullName, day: wanted.date, time: wanted.time, counter,
    ticket: await bookedTicket(trx, agency.communeCode, wanted.date), priority: null, state: 'booked', created_at: now,
  }).execute()
  return code
}

/** Moves an appointment. The old place is free once the new one is held; where that is taken, everything stays. */
export async function moveTo(services: BookingServices, trx: Transaction<Database>, office: BookingOffice, row: AppointmentRow, wanted: FreeTime): Promise<void> {
  if (stateAfter(row.state, 'move', 'citizen') === null || isOver(row, services.clock())) throw new Problem('appointment-not-changeable')
  if (row.day === wanted.date && row.time === wanted.time) return
  checkTime(services, office, wanted)
  const counter = await takePlace(services, trx, office, wanted, row.code)
  await trx.deleteFrom('appointment_places').where('appointment_code', '=', row.code)
    .where(({ not, and, eb }) => not(and([eb('day', '=', wanted.date), eb('time', '=', wanted.time)]))).execute()
  const ticket = row.day === wanted.date ? row.ticket : await bookedTicket(trx, row.commune, wanted.date)
  await trx.updateTable('appointments').set({ day: wanted.date, time: wanted.time, counter, ticket }).where('code', '=', row.code).execute()
}

/** Gives an appointment up; its place is free at once. */
export async function giveUp(services: BookingServices, trx: Transaction<Database>, row: AppointmentRow): Promise<void> {
  const now = services.clock()
  const state = stateAfter(row.state, 'cancel', 'citizen')
  if (state === null || isOver(row, now)) throw new Problem('appointment-not-changeable')
  await trx.deleteFrom('appointment_places').where('appointment_code', '=', row.code).execute()
  await trx.updateTable('appointments').set({ state, ended_at: now }).where('code', '=', row.code).execute()
}

/** An own appointment, locked. Somebody else's is not found, so that codes cannot be tried out. */
export async function lockOwn(trx: Transaction<Database>, code: string, person: PersonColumn): Promise<AppointmentRow> {
  const row = await trx.selectFrom('appointments').selectAll().where('code', '=', code).where('owner_subject', '=', person.subject).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Problem('appointment-not-found')
  return row
}

/** Its day has passed. */
export function isOver({ day }: Pick<AppointmentRow, 'day'>, now: Date): boolean { return day < todayInVietnam(now) }

/** What one person may hold at a time, and make in a day: who books and gives up without end would hold every place for a moment. */
async function demandRoom(trx: Transaction<Database>, { openPerPerson = OPEN_PER_PERSON, bookingsPerDay = BOOKINGS_PER_DAY }: AppointmentsConfig, { subject }: PersonColumn, now: Date): Promise<void> {
  const own = trx.selectFrom('appointments').select(({ fn }) => fn.countAll<string | number>().as('count')).where('owner_subject', '=', subject)
  const open = await own.where('state', '=', 'booked').where('day', '>=', todayInVietnam(now)).executeTakeFirstOrThrow()
  if (Number(open.count) >= openPerPerson) throw new Problem('too-many-appointments', { limit: openPerPerson })
  const made = await own.where('created_at', '>', new Date(now.getTime() - DAY_MS)).executeTakeFirstOrThrow()
  if (Number(made.count) >= bookingsPerDay) throw new Problem('too-many-bookings', { limit: bookingsPerDay })
}

function checkTime({ calendar, clock }: BookingServices, { config }: BookingOffice, { date, time }: FreeTime): void {
  const { times, closed } = bookableTimes(config, calendar, date, clock())
  if (!times.includes(time)) throw new Problem('slot-closed', { ...(closed && { closed }) })
}

/** Takes one place: a row that only one can insert. The others wait for it and then find it taken. */
async function takePlace(services: BookingServices, trx: Transaction<Database>, office: BookingOffice, { date, time }: FreeTime, code: string): Promise<string> {
  const { agency: { communeCode: commune }, config, slug } = office
  for (let seat = 1; seat <= (config.placesPerCounter ?? 1); seat++) {
    for (const { id: counter } of countersFor(config, slug)) {
      const taken = await trx.insertInto('appointment_places').values({ commune, day: date, time, counter, seat, appointment_code: code })
        .onConflict((conflict) => conflict.doNothing()).returning('seat').executeTakeFirst()
      if (taken !== undefined) return counter
    }
  }
  throw new Problem('slot-taken', { nextFree: await nextFree(services, trx, office, date) })
}

/** H for hẹn: one with an appointment. */
async function bookedTicket(trx: Transaction<Database>, commune: string, day: string): Promise<string> {
  return `H${String(await nextNumber(trx, `ticket-h:${commune}`, day)).padStart(3, '0')}`
}

/** A code that is free; two that draw the same at once meet at the primary key. */
export async function freeCode(trx: Transaction<Database>): Promise<string> {
  for (;;) {
    const code = shortCode()
    if (await trx.selectFrom('appointments').select('code').where('code', '=', code).executeTakeFirst() === undefined) return code
  }
}

import { addDays, todayInVietnam } from '@motcua/core/dates'
import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Services } from '../services.ts'
import { bookableTimes, countersFor, type Closed } from './opening-hours.ts'
import type { BookingOffice } from './office.ts'

/** One day of the calendar that a citizen chooses from. */
export interface SlotDay { date: string; closed?: Closed; times: Array<{ time: string; free: number }> }
export interface FreeTime { date: string; time: string }

/** Bookable times from one day to another, with how many places each still has. */
export async function slotDays(services: Pick<Services, 'calendar' | 'clock'>, db: Kysely<Database>, office: BookingOffice, range: { from: string; to: string }): Promise<SlotDay[]> {
  const { config, agency, slug } = office
  const counters = countersFor(config, slug).map(({ id }) => id)
  const taken = await takenPlaces(db, agency.communeCode, counters, range)
  const places = counters.length * (config.placesPerCounter ?? 1)
  const days: SlotDay[] = []
  for (let date = range.from; date <= range.to; date = addDays(date, 1)) {
    const { times, closed } = bookableTimes(config, services.calendar, date, services.clock())
    days.push({ date, ...(closed && { closed }), times: times.map((time) => ({ time, free: Math.max(0, places - (taken.get(`${date} ${time}`) ?? 0)) })) })
  }
  return days
}

/** The first time that is free on or after a day, as far ahead as one may book. */
export async function nextFree(services: Pick<Services, 'calendar' | 'clock'>, db: Kysely<Database>, office: BookingOffice, from?: string): Promise<FreeTime | null> {
  const today = todayInVietnam(services.clock())
  const first = from !== undefined && from > today ? from : today
  const last = addDays(today, office.config.daysAhead)
  if (first > last) return null
  for (const { date, times } of await slotDays(services, db, office, { from: first, to: last })) {
    const free = times.find((slot) => slot.free > 0)
    if (free !== undefined) return { date, time: free.time }
  }
  return null
}

async function takenPlaces(db: Kysely<Database>, commune: string, counters: readonly string[], { from, to }: { from: string; to: string }): Promise<Map<string, number>> {
  if (counters.length === 0) return new Map()
  const rows = await db.selectFrom('appointment_places').select(({ fn }) => ['day', 'time', fn.countAll<string | number>().as('taken')])
    .where('commune', '=', commune).where('day', '>=', from).where('day', '<=', to).where('counter', 'in', counters).groupBy(['day', 'time']).execute()
  return new Map(rows.map(({ day, time, taken }) => [`${day} ${time}`, Number(taken)]))
}

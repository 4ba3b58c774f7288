import type { WorkingCalendar } from '@motcua/core/calendar'
import { addDays, todayInVietnam, vietnamTime, weekdayOf } from '@motcua/core/dates'
import { minutesOf, type AppointmentsConfig, type CounterConfig } from './config.ts'

/** Why nobody is received on a day. `not-known`: the year's days off are not announced yet, and nobody guesses. */
export type Closed = 'day-off' | 'not-known'

/** When appointments begin on a day, earliest first, whoever has booked them. */
export type DayTimes = { times: readonly string[]; closed?: Closed }

/** The times of a calendar day, by the working calendar and the operator's hours. */
export function timesOfDay(config: AppointmentsConfig, calendar: WorkingCalendar, day: string): DayTimes {
  if (config.closedOn?.includes(day)) return { times: [], closed: 'day-off' }
  if (!config.openOn?.includes(day)) {
    const working = calendar.isWorkingDay(day)
    if (!working.success) return { times: [], closed: 'not-known' }
    if (!working.value) return { times: [], closed: 'day-off' }
  }
  const weekday = weekdayOf(day)
  const times = config.openings
    .filter(({ weekdays }) => weekdays === undefined || weekdays.includes(weekday))
    .flatMap(({ from, to }) => beginnings(minutesOf(from), minutesOf(to), config.slotMinutes))
  return times.length === 0 ? { times, closed: 'day-off' } : { times: times.sort() }
}

/** The times of a day that may still be booked `now`: not past, not within the lead time, not beyond the days ahead. */
export function bookableTimes(config: AppointmentsConfig, calendar: WorkingCalendar, day: string, now: Date): DayTimes {
  const today = todayInVietnam(now)
  const found = timesOfDay(config, calendar, day)
  if (day < today || day > addDays(today, config.daysAhead)) return { times: [], ...(found.closed && { closed: found.closed }) }
  const first = vietnamTime(new Date(now.getTime() + (config.leadMinutes ?? 0) * 60_000))
  if (day < first.date) return { ...found, times: [] }
  if (day > first.date) return found
  return { ...found, times: found.times.filter((time) => minutesOf(time) > first.hour * 60 + first.minute) }
}

/** The end of an appointment that begins at `time`, `HH:mm`. */
export function endOf(time: string, { slotMinutes }: Pick<AppointmentsConfig, 'slotMinutes'>): string {
  return clock(minutesOf(time) + slotMinutes)
}

/** Counters where a procedure is dealt with, in the operator's order. */
export function countersFor({ counters }: Pick<AppointmentsConfig, 'counters'>, slug: string | null): CounterConfig[] {
  return counters.filter(({ procedures }) => slug === null || procedures === undefined || procedures.includes(slug))
}

function beginnings(from: number, to: number, length: number): string[] {
  return Array.from({ length: Math.floor((to - from) / length) }, (_, index) => clock(from + index * length))
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

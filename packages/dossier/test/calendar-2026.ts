import { readFileSync } from 'node:fs'
import { createWorkingCalendar, type WorkingCalendar } from '@motcua/core/calendar'

interface Year { status: string; daysOff: Array<{ date: string }>; workingSaturdays: string[] }

/** The announced years of the reference data, as a working calendar. */
export function announcedCalendar(): WorkingCalendar {
  const file: unknown = JSON.parse(readFileSync(new URL('../../../schemas/reference/holidays.json', import.meta.url), 'utf8'))
  const years = Object.entries((file as { years: Record<string, Year> }).years).filter(([, year]) => year.status === 'announced')
  return createWorkingCalendar({
    holidays: years.flatMap(([, year]) => year.daysOff.map((day) => day.date)),
    workingSaturdays: years.flatMap(([, year]) => year.workingSaturdays),
    knownThrough: `${years.at(-1)?.[0] ?? ''}-12-31`,
  })
}

import type { WorkingCalendarData } from '@motcua/core/calendar'
import { HOLIDAY_YEARS } from './generated/reference/holidays.ts'

/**
 * Days off and working Saturdays of the years whose notice is out, ready for `createWorkingCalendar` of `@motcua/core`.
 * Projected years are left out: the calendar then says that it does not know instead of guessing.
 *
 * Luật Lao động 45/2019/QH14, điều 111–112; Nghị quyết 28/2026/QH16; yearly notices through 2026 (checked 2026-11, CONFIRMED).
 *
 * @example
 * const calendar = createWorkingCalendar(workingCalendarData())
 */
export function workingCalendarData(): WorkingCalendarData {
  const announced = HOLIDAY_YEARS.filter((year) => year.status === 'announced')
  const years = announced.map((year) => year.year)
  return {
    holidays: announced.flatMap((year) => year.daysOff.map((day) => day.date)),
    workingSaturdays: announced.flatMap((year) => [...year.workingSaturdays]),
    knownFrom: `${Math.min(...years)}-01-01`,
    knownThrough: `${Math.max(...years)}-12-31`,
  }
}

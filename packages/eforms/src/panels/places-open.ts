import { addDays, todayInVietnam, weekdayOf } from '@motcua/core/dates'
import type { WorkingCalendar } from '@motcua/core/calendar'
import { hoursOn } from './places-hours.ts'
import type { Stretch, WeekHours } from './places-hours.ts'

/** Whether an office is open. `isKnown`: the holidays of the days that matter have been announced. */
export type OpenState =
  | { kind: 'open'; closesAt: number; isKnown: boolean }
  | { kind: 'closed'; isHoliday: boolean; opens: { date: string; at: number } | undefined; isKnown: boolean }
  /** A day beside a holiday, or one worked in exchange: the week alone does not say. */
  | { kind: 'unsure' }

/** No holiday of State agencies is longer. */
const MOST_DAYS_CLOSED = 14
const DAY_MINUTES = 24 * 60

/**
 * Whether an office with such a week is open at an instant, by the clock of Viet Nam: on holidays of State agencies it is
 * not, and on a day worked in exchange it keeps the hours of a weekday. Of a year without an announced calendar only the week is said.
 */
export function openState(week: WeekHours, now: Date, calendar: WorkingCalendar): OpenState {
  const today = todayInVietnam(now)
  const minute = minuteInVietnam(now)
  const day = dayHours(week, today, calendar)
  if (!day) return { kind: 'unsure' }
  const open = day.stretches.find(({ from, to }) => from <= minute && minute < to)
  if (open) return { kind: 'open', closesAt: open.to, isKnown: day.isKnown }
  let isKnown = day.isKnown
  const closed = (opens: { date: string; at: number } | undefined): OpenState => ({ kind: 'closed', isHoliday: day.isHoliday, opens, isKnown })
  for (let step = 0, date = today; step <= MOST_DAYS_CLOSED; step++, date = addDays(date, 1)) {
    const next = dayHours(week, date, calendar)
    // Not sure to open is no promise: the next day that is.
    if (!next) continue
    isKnown &&= next.isKnown
    const stretch = next.stretches.find(({ from }) => step > 0 || from > minute)
    if (stretch) return closed({ date, at: stretch.from })
  }
  return closed(undefined)
}

interface DayHours { stretches: readonly Stretch[]; isHoliday: boolean; isKnown: boolean }

function dayHours(week: WeekHours, date: string, calendar: WorkingCalendar): DayHours | undefined {
  const usual = hoursOn(week, date)
  const works = calendar.isWorkingDay(date)
  if (!works.success) return { stretches: usual, isHoliday: false, isKnown: false }
  if (!isWeekend(date)) return works.value ? { stretches: usual, isHoliday: false, isKnown: true } : { stretches: [], isHoliday: true, isKnown: true }
  if (works.value) return usual.length > 0 || !isSameAllWeek(week) ? undefined : { stretches: week[1] ?? [], isHoliday: false, isKnown: true }
  // The lists name no weekend days inside of a long holiday.
  return usual.length > 0 && isBesideHoliday(date, calendar) ? undefined : { stretches: usual, isHoliday: false, isKnown: true }
}

function isSameAllWeek([, monday, ...others]: WeekHours): boolean { return others.slice(0, 4).every((day) => JSON.stringify(day) === JSON.stringify(monday)) }

function isBesideHoliday(date: string, calendar: WorkingCalendar): boolean {
  const sides = weekdayOf(date) === 6 ? [-1, 2] : [-2, 1]
  return sides.some((days) => {
    const works = calendar.isWorkingDay(addDays(date, days))
    return works.success && !works.value
  })
}

function isWeekend(date: string): boolean { return weekdayOf(date) % 6 === 0 }

/** Viet Nam keeps UTC+7 all year. */
function minuteInVietnam(now: Date): number { return (Math.floor(now.getTime() / 60_000) + 7 * 60) % DAY_MINUTES }

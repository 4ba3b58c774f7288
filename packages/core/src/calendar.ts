import { addDays, isCalendarDate, weekdayOf } from './dates.ts'
import { SdkError } from './errors.ts'

/** The working calendar was given data that contradict themselves. */
export class CalendarDataError extends SdkError {
  override readonly name = 'CalendarDataError'
  override readonly code = 'ERR_CORE_CALENDAR_DATA'
}

/** The answer needs a day for which the yearly notice is not known: the calendar says so and does not guess. */
export interface OutsideKnownRange {
  code: 'outsideKnownRange'
  /** The first day that would have been needed. */
  day: string
  knownFrom: string
  knownThrough: string
}

/** An answer of the working calendar, or the reason why there is none. */
export type CalendarAnswer<T> = { success: true; value: T } | { success: false; error: OutsideKnownRange }

export interface WorkingCalendarData {
  /** Days off (`YYYY-MM-DD`): statutory, in lieu and swapped. Weekend days may be listed. */
  holidays: readonly string[]
  /** Saturdays worked in exchange for a swapped day. */
  workingSaturdays: readonly string[]
  /** Last day covered by an announced notice. Projected years do not count as known. */
  knownThrough: string
  /** First covered day. @default 1 January of the year of the earliest listed day */
  knownFrom?: string
}

/** Working calendar (lịch làm việc) of State agencies. Every question is answered, or refused as outside the known range. */
export interface WorkingCalendar {
  readonly knownFrom: string
  readonly knownThrough: string
  /** Monday to Friday that is no day off, or a working Saturday. */
  isWorkingDay(date: string): CalendarAnswer<boolean>
  /** The first working day after `date`. */
  nextWorkingDay(date: string): CalendarAnswer<string>
  /** `date` itself when it is a working day, otherwise the next one: the last day of a term (Bộ luật Dân sự 2015, điều 148; checked 2026-11). */
  onOrNextWorkingDay(date: string): CalendarAnswer<string>
  /** The `count`-th working day after `date`; the day itself is not counted (điều 147). `count` 0 gives `date`. */
  addWorkingDays(date: string, count: number): CalendarAnswer<string>
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: string, to: string): CalendarAnswer<number>
}

/**
 * Makes a working calendar from plain lists of days (see the holidays reference data). It never guesses: a day before
 * `knownFrom` or after `knownThrough` gives `{ success: false, error }`.
 *
 * Luật Lao động 45/2019/QH14, điều 111–112, and the yearly notices; a swapped day binds State agencies and so changes
 * time limits (checked 2026-11, CONFIRMED through 2026). Saturday mornings at some counters are not counted (INFERRED).
 *
 * @throws {CalendarDataError} when a day does not exist, is both off and worked, or a worked day is no weekend day.
 * @throws {RangeError} from the questions, when the day asked about does not exist or the count is no whole number ≥ 0.
 *
 * @example
 * const calendar = createWorkingCalendar({ holidays: ['2026-04-30', '2026-05-01'], workingSaturdays: [], knownThrough: '2026-12-31' })
 * calendar.nextWorkingDay('2026-04-29') // { success: true, value: '2026-05-04' }
 */
export function createWorkingCalendar(data: WorkingCalendarData): WorkingCalendar {
  const holidays = new Set(data.holidays)
  const worked = new Set(data.workingSaturdays)
  const { knownFrom, knownThrough } = knownRange(data, holidays, worked)

  function outside(day: string): OutsideKnownRange | null {
    if (!isCalendarDate(day)) throw new RangeError('The working calendar expects an existing day written YYYY-MM-DD')
    return day < knownFrom || day > knownThrough ? { code: 'outsideKnownRange', day, knownFrom, knownThrough } : null
  }

  function isWorkingDay(day: string): CalendarAnswer<boolean> {
    const error = outside(day)
    if (error !== null) return { success: false, error }
    const weekday = weekdayOf(day)
    const weekend = weekday === 0 || weekday === 6
    return { success: true, value: weekend ? worked.has(day) : !holidays.has(day) }
  }

  function addWorkingDays(date: string, count: number): CalendarAnswer<string> {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('addWorkingDays expects a whole number of days, 0 or more')
    const error = outside(date)
    if (error !== null) return { success: false, error }
    let day = date
    for (let left = count; left > 0;) {
      day = addDays(day, 1)
      const answer = isWorkingDay(day)
      if (!answer.success) return answer
      if (answer.value) left -= 1
    }
    return { success: true, value: day }
  }

  function workingDaysBetween(from: string, to: string): CalendarAnswer<number> {
    const error = outside(from) ?? outside(to)
    if (error !== null) return { success: false, error }
    const [start, end, sign] = from <= to ? [from, to, 1] : [to, from, -1]
    let count = 0
    for (let day = start; day < end;) {
      day = addDays(day, 1)
      const answer = isWorkingDay(day)
      if (!answer.success) return answer
      if (answer.value) count += 1
    }
    return { success: true, value: count === 0 ? 0 : sign * count }
  }

  return {
    knownFrom,
    knownThrough,
    isWorkingDay,
    nextWorkingDay: (date) => addWorkingDays(date, 1),
    onOrNextWorkingDay(date) {
      const answer = isWorkingDay(date)
      if (!answer.success) return answer
      return answer.value ? { success: true, value: date } : addWorkingDays(date, 1)
    },
    addWorkingDays,
    workingDaysBetween,
  }
}

function knownRange(data: WorkingCalendarData, holidays: ReadonlySet<string>, worked: ReadonlySet<string>): { knownFrom: string; knownThrough: string } {
  for (const day of [...holidays, ...worked]) {
    if (!isCalendarDate(day)) throw new CalendarDataError(`Expected existing days written YYYY-MM-DD, got ${JSON.stringify(day)}`)
  }
  for (const day of worked) {
    if (holidays.has(day)) throw new CalendarDataError(`${day} is listed both as a day off and as a working Saturday: remove one`)
    if (weekdayOf(day) !== 6 && weekdayOf(day) !== 0) throw new CalendarDataError(`${day} is listed as a working Saturday but is no weekend day`)
  }
  const earliest = [...holidays, ...worked].sort()[0]
  const knownFrom = data.knownFrom ?? (earliest === undefined ? undefined : `${earliest.slice(0, 4)}-01-01`)
  if (knownFrom === undefined) throw new CalendarDataError('Give knownFrom when no day off is listed')
  if (!isCalendarDate(knownFrom) || !isCalendarDate(data.knownThrough)) throw new CalendarDataError('Expected knownFrom and knownThrough written YYYY-MM-DD')
  if (knownFrom > data.knownThrough) throw new CalendarDataError('knownThrough lies before the first known day')
  return { knownFrom, knownThrough: data.knownThrough }
}

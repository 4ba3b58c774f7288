import type { OutsideKnownRange, WorkingCalendar } from '@motcua/core/calendar'
import { addDays, daysBetween, instantInVietnam, vietnamTime } from '@motcua/core/dates'
import type { TimeLimit } from '@motcua/schemas/definition'

export { describeDueNote } from './due-note.ts'

export interface DeadlinePolicy {
  timeLimit: Pick<TimeLimit, 'value' | 'unit' | 'cutOff'>
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'onOrNextWorkingDay' | 'nextWorkingDay' | 'addWorkingDays' | 'workingDaysBetween'>
  /** Closing time of the office, `HH:mm` Asia/Ho_Chi_Minh; results are due at that hour. @default '17:00' */
  officeEnd?: string
}

/** Why the due time is what it is, or why there is none. */
export const DUE_NOTES = ['counted', 'after-cut-off', 'outside-office-hours', 'not-a-working-day', 'time-stopped', 'late-before-stop', 'calendar-unknown'] as const
export type DueNote = (typeof DUE_NOTES)[number]

export interface Due {
  /** Instant with offset, `YYYY-MM-DDTHH:mm:ss+07:00`; null only with the note `calendar-unknown`. */
  dueAt: string | null
  /** Calendar day from which the time counts; null only with the note `calendar-unknown`. */
  countsFrom: string | null
  note: { code: DueNote; params: Readonly<Record<string, string | number>> }
}

/**
 * When the result is due for a dossier received at an instant.
 *
 * - `sameDay`: until the office closes on the same working day; received after the cut-off hour, on the next one
 *   (Luật Hộ tịch 60/2014/QH13 art. 5(3), Nghị định 23/2015/NĐ-CP art. 7; CONFIRMED, checked 2026-07-18).
 * - `workingDay`: that many working days after the day of reception.
 * - `day`: that many calendar days after it; a last day that is not a working day moves to the next working day
 *   (Bộ luật Dân sự 2015 art. 147–148; CONFIRMED in principle, checked 2026-11).
 *
 * Received outside office hours or on a day off, a dossier counts as received on the next working day (INFERRED).
 * A day for which no holiday notice is known gives no due time: load the notice, nothing is guessed.
 *
 * @throws RangeError when the instant is not ISO 8601 with offset.
 * @throws TypeError when the limit is not a whole number of days.
 * @example
 * computeDue({ value: 0, unit: 'sameDay', cutOff: '15:00' }, '2026-04-29T16:00:00+07:00', calendar).dueAt
 * // '2026-05-04T17:00:00+07:00'
 */
export function computeDue(
  timeLimit: DeadlinePolicy['timeLimit'], receivedAt: string, calendar: DeadlinePolicy['calendar'], options: Pick<DeadlinePolicy, 'officeEnd'> = {},
): Due {
  if (!Number.isInteger(timeLimit.value) || timeLimit.value < 0) throw new TypeError(`expected a time limit of whole days, got ${timeLimit.value}`)
  const officeEnd = options.officeEnd ?? '17:00'
  const from = countingDay(receivedAt, calendar, officeEnd, timeLimit.unit === 'sameDay' ? timeLimit.cutOff : undefined)
  if ('error' in from) return unknown(from.error)
  const last = addLimit(from.day, timeLimit.value, timeLimit.unit, calendar)
  if (!last.success) return unknown(last.error)
  return {
    dueAt: instantInVietnam(last.value, officeEnd),
    countsFrom: from.day,
    note: { code: from.code, params: { value: timeLimit.value, unit: timeLimit.unit, ...(from.code === 'after-cut-off' ? { cutOff: timeLimit.cutOff ?? '' } : {}) } },
  }
}

/**
 * The new due time after the clock was stopped: what was left when it stopped is left when it goes on.
 *
 * Counted in whole days. A stop and a resumption that count on the same day change nothing; a dossier that was already
 * late when it was stopped stays late. Time stopped is excluded from processing time (CONFIRMED, checked 2026-11); the
 * granularity of a day is INFERRED.
 *
 * @example
 * resumeDue('2026-11-19T17:00:00+07:00', { stoppedAt: '2026-11-17T09:00:00+07:00', resumedAt: '2026-11-20T09:00:00+07:00', timeLimit, calendar }).dueAt
 * // two working days were left on Tuesday, so two are left on Friday; the 24th is a holiday: '2026-11-25T17:00:00+07:00'
 */
export function resumeDue(dueAt: string, stop: DeadlinePolicy & { stoppedAt: string; resumedAt: string }): Due {
  const { timeLimit, calendar, stoppedAt, resumedAt } = stop
  const officeEnd = stop.officeEnd ?? '17:00'
  const stopped = countingDay(stoppedAt, calendar, officeEnd)
  const plain = countingDay(resumedAt, calendar, officeEnd)
  if ('error' in stopped) return unknown(stopped.error)
  if ('error' in plain) return unknown(plain.error)
  if (isLate(dueAt, stoppedAt)) return { dueAt, countsFrom: stopped.day, note: { code: 'late-before-stop', params: {} } }
  const cutOff = timeLimit.unit === 'sameDay' ? timeLimit.cutOff : undefined
  const passedCutOff = cutOff !== undefined && !isAfter(stoppedAt, cutOff) && isAfter(resumedAt, cutOff)
  if (plain.day === stopped.day && !passedCutOff) return { dueAt, countsFrom: stopped.day, note: { code: 'time-stopped', params: { days: 0 } } }
  const resumed = cutOff === undefined ? plain : countingDay(resumedAt, calendar, officeEnd, cutOff)
  if ('error' in resumed) return unknown(resumed.error)
  const dueDay = vietnamTime(dueAt).date
  const left = timeLimit.unit === 'day' ? { success: true as const, value: daysBetween(stopped.day, dueDay) } : calendar.workingDaysBetween(stopped.day, dueDay)
  if (!left.success) return unknown(left.error)
  const last = addLimit(resumed.day, Math.max(0, left.value), timeLimit.unit === 'day' ? 'day' : 'workingDay', calendar)
  if (!last.success) return unknown(last.error)
  return {
    dueAt: instantInVietnam(last.value, officeEnd),
    countsFrom: resumed.day,
    note: { code: 'time-stopped', params: { days: daysBetween(vietnamTime(stoppedAt).date, vietnamTime(resumedAt).date) } },
  }
}

/** Whether an instant lies after the due time. A dossier finished on the second it is due is on time. */
export function isLate(dueAt: string, at: string): boolean {
  return Date.parse(at) > Date.parse(dueAt)
}

type Counting = { day: string; code: DueNote } | { error: OutsideKnownRange }

function countingDay(at: string, calendar: DeadlinePolicy['calendar'], officeEnd: string, cutOff?: string): Counting {
  const day = vietnamTime(at).date
  const working = calendar.isWorkingDay(day)
  if (!working.success) return { error: working.error }
  const late: DueNote | null = !working.value ? 'not-a-working-day'
    : cutOff !== undefined && isAfter(at, cutOff) ? 'after-cut-off'
    : isAfter(at, officeEnd) ? 'outside-office-hours' : null
  if (late === null) return { day, code: 'counted' }
  const next = calendar.nextWorkingDay(day)
  return next.success ? { day: next.value, code: late } : { error: next.error }
}

/** Later than an hour of its own day in Việt Nam; the very second still counts as in time. */
function isAfter(at: string, time: string): boolean {
  return Date.parse(at) > Date.parse(instantInVietnam(vietnamTime(at).date, time))
}

function addLimit(day: string, value: number, unit: TimeLimit['unit'], calendar: DeadlinePolicy['calendar']): ReturnType<WorkingCalendar['nextWorkingDay']> {
  if (unit === 'sameDay') return { success: true, value: day }
  return unit === 'day' ? calendar.onOrNextWorkingDay(addDays(day, value)) : calendar.addWorkingDays(day, value)
}

function unknown(error: OutsideKnownRange): Due {
  return { dueAt: null, countsFrom: null, note: { code: 'calendar-unknown', params: { day: error.day, knownThrough: error.knownThrough } } }
}

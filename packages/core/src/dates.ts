/**
 * Calendar days are strings `YYYY-MM-DD`, never `Date`: a day of birth has no hour and no time zone.
 * Vietnam has used UTC+7 without daylight time since 1975, so its offset is a constant here.
 */
const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000
const MS_PER_DAY = 24 * 60 * 60 * 1000
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/
const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** The parts of a calendar day; months count from 1. */
export interface CalendarParts { year: number; month: number; day: number }

/**
 * Reads `YYYY-MM-DD` (years 0001–9999, proleptic Gregorian) and returns `null` for anything else, also for a day that
 * does not exist.
 *
 * @example
 * parseCalendarDate('2024-02-29') // { year: 2024, month: 2, day: 29 }
 * parseCalendarDate('2023-02-29') // null
 */
export function parseCalendarDate(text: string): CalendarParts | null {
  const match = DAY.exec(text)
  if (match === null) return null
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  if (parts.year < 1 || parts.month < 1 || parts.month > 12) return null
  return parts.day >= 1 && parts.day <= daysInMonth(parts.year, parts.month) ? parts : null
}

/** True for an existing calendar day written `YYYY-MM-DD`. */
export function isCalendarDate(value: unknown): value is string {
  return typeof value === 'string' && parseCalendarDate(value) !== null
}

/** True for `yyyy`, `yyyy-MM` or `yyyy-MM-dd`: older papers often give only the year, or month and year. */
export function isPartialDate(value: unknown): value is string {
  return partialDateRange(value) !== null
}

/**
 * First and last calendar day a partial date can mean, or `null` when the value is none.
 *
 * @example
 * partialDateRange('1950') // { first: '1950-01-01', last: '1950-12-31' }
 */
export function partialDateRange(value: unknown): { first: string; last: string } | null {
  const match = typeof value === 'string' ? PARTIAL.exec(value) : null
  if (match === null) return null
  const [, year = '', month, day] = match
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`
  const parts = parseCalendarDate(first)
  return parts && { first, last: day === undefined ? write(parts.year, month === undefined ? 12 : parts.month, month === undefined ? 31 : daysInMonth(parts.year, parts.month)) : first }
}

/**
 * Writes a full or partial date for people: `dd/MM/yyyy` in Vietnamese, `d MMMM yyyy` in English (where 08/06 would be
 * read two ways). Text that is no date is returned unchanged, so that nothing a person typed disappears.
 *
 * @example
 * formatCalendarDate('2026-06-08') // '08/06/2026'
 * formatCalendarDate('2026-06-08', 'en') // '8 June 2026'
 * formatCalendarDate('1950-06') // '06/1950'
 */
export function formatCalendarDate(date: string, locale: 'vi' | 'en' = 'vi'): string {
  if (!isPartialDate(date)) return date
  const [year, month, day] = date.split('-')
  if (year === undefined || month === undefined) return date
  if (locale === 'en') {
    const name = MONTHS_EN[Number(month) - 1] ?? month
    return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
  }
  return day === undefined ? `${month}/${year}` : `${day}/${month}/${year}`
}

/** Weekday of a calendar day, 0 = Sunday … 6 = Saturday. Throws `RangeError` when the text is no calendar day. */
export function weekdayOf(date: string): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

/** The day `days` later (or earlier when negative). Throws `RangeError` when the text is no calendar day or the result leaves years 1–9999. */
export function addDays(date: string, days: number): string {
  if (!Number.isSafeInteger(days)) throw new RangeError('addDays expects a whole number of days')
  return fromDayNumber(dayNumber(date) + days)
}

/**
 * The same day `years` later; 29 February becomes 28 February in a common year (a term counted in years ends on the
 * last day of the month when the corresponding day does not exist). Throws `RangeError` like {@link addDays}.
 */
export function addYears(date: string, years: number): string {
  const { year, month, day } = mustParse(date)
  const target = year + years
  if (!Number.isInteger(target) || target < 1 || target > 9999) throw new RangeError('addYears leaves the years 1 to 9999')
  return write(target, month, Math.min(day, daysInMonth(target, month)))
}

/** Whole days from the first to the second calendar day; negative when the second is earlier. Throws `RangeError` when either is no calendar day. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * Age in completed years on a day; negative before birth. A person born on 29 February completes a year on 1 March
 * of a common year (INFERRED: no text was found that says otherwise; checked 2026-11). Throws `RangeError` when either is no calendar day.
 *
 * @example
 * ageOn('2006-10-10', '2026-10-09') // 19
 */
export function ageOn(birthDate: string, on: string): number {
  const birth = mustParse(birthDate)
  const day = mustParse(on)
  const reached = day.month > birth.month || (day.month === birth.month && day.day >= birth.day)
  return day.year - birth.year - (reached ? 0 : 1)
}

/** What the clock shows in Vietnam (Asia/Ho_Chi_Minh) at an instant. */
export interface VietnamTime { date: string; hour: number; minute: number }

/**
 * Calendar day, hour and minute in Vietnam at an instant given as a `Date` or an ISO 8601 text with offset.
 * Throws `RangeError` for an invalid instant, also for a text without offset: its meaning would depend on the machine.
 *
 * @example
 * vietnamTime('2026-11-20T17:30:00Z') // { date: '2026-11-21', hour: 0, minute: 30 }
 */
export function vietnamTime(instant: Date | string): VietnamTime {
  if (typeof instant === 'string' && !INSTANT.test(instant)) throw new RangeError('vietnamTime expects an ISO 8601 instant with offset')
  const ms = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  if (!Number.isFinite(ms)) throw new RangeError('vietnamTime expects a valid instant')
  const minutes = Math.floor((ms + VIETNAM_OFFSET_MS) / 60_000)
  const day = Math.floor(minutes / 1440)
  const ofDay = minutes - day * 1440
  return { date: fromDayNumber(day), hour: Math.floor(ofDay / 60), minute: ofDay % 60 }
}

/** The calendar day in Vietnam; the clock is passed in so that tests and servers decide it. */
export function todayInVietnam(now: Date): string {
  return vietnamTime(now).date
}

/**
 * Instant of an hour (`HH:mm`) of a Vietnamese calendar day, ISO 8601 with offset. Throws `RangeError` when either is malformed.
 *
 * @example
 * instantInVietnam('2026-11-23', '15:00') // '2026-11-23T15:00:00+07:00'
 */
export function instantInVietnam(date: string, time: string): string {
  mustParse(date)
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError('instantInVietnam expects the hour as HH:mm')
  return `${date}T${time}:00+07:00`
}

function mustParse(date: string): CalendarParts {
  const parts = parseCalendarDate(date)
  // The value itself may be a day of birth: it stays out of the message.
  if (parts === null) throw new RangeError('Expected an existing calendar day written YYYY-MM-DD')
  return parts
}

/** Days since 1970-01-01. A date without an hour is one of UTC, where every day is as long as another. */
function dayNumber(date: string): number {
  mustParse(date)
  return Date.parse(date) / MS_PER_DAY
}

function fromDayNumber(days: number): string {
  const day = new Date(days * MS_PER_DAY)
  const year = day.getUTCFullYear()
  if (!(year >= 1 && year <= 9999)) throw new RangeError('The day leaves the years 1 to 9999')
  return day.toISOString().slice(0, 10)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function write(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

import { weekdayOf } from '@motcua/core/dates'

/** A stretch of time within a day, in minutes from midnight. */
export interface Stretch { from: number; to: number }
/** Hours by day of the week, Sunday first. */
export type WeekHours = ReadonlyArray<readonly Stretch[]>
/** What a page says of an office's hours: a week that can be computed with, or words. */
export type OfficeHours = { kind: 'week'; week: WeekHours } | { kind: 'words'; words: string }

const DAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa']
const DAY = `(?:${DAYS.join('|')})`
const SPAN = '\\d{1,2}:\\d{2}\\s*-\\s*\\d{1,2}:\\d{2}'
const ENTRY = new RegExp(`^(${DAY}(?:-${DAY})?(?:\\s*,\\s*${DAY}(?:-${DAY})?)*)\\s+(${SPAN}(?:\\s*,\\s*${SPAN})*)$`)
const BEGINS_AS_ENTRY = new RegExp(`^${DAY}(?=[-,\\s])`)

/**
 * Reads hours as schema.org writes opening hours, entries after one another with semicolons; anything that does not begin
 * with a day so written is words, and is shown as it stands. Undefined for entries that cannot be read.
 *
 * @example
 * parseOfficeHours('Mo-Fr 07:00-11:00, 13:00-17:00; Sa 07:00-11:00')
 */
export function parseOfficeHours(text: string): OfficeHours | undefined {
  const words = text.trim()
  if (!BEGINS_AS_ENTRY.test(words)) return words === '' ? undefined : { kind: 'words', words }
  const week: Stretch[][] = DAYS.map(() => [])
  for (const entry of words.split(';').map((part) => part.trim()).filter(Boolean)) {
    const [, days = '', spans = ''] = ENTRY.exec(entry) ?? []
    const stretches = spans.split(',').map(stretchOf)
    if (days === '' || stretches.includes(undefined)) return undefined
    for (const day of daysOf(days)) week[day]?.push(...stretches.filter((stretch) => stretch !== undefined))
  }
  for (const stretches of week) stretches.sort((a, b) => a.from - b.from)
  return { kind: 'week', week }
}

/** `13:00`. */
export function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Hours of a calendar day, by its day of the week alone. */
export function hoursOn(week: WeekHours, date: string): readonly Stretch[] { return week[weekdayOf(date)] ?? [] }

function daysOf(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.trim().split('-').map((day) => DAYS.indexOf(day))
    return [...Array(((last - first + 7) % 7) + 1).keys()].map((step) => (first + step) % 7)
  })
}

function stretchOf(text: string): Stretch | undefined {
  const [from = Number.NaN, to = Number.NaN] = text.trim().split('-').map(minutesOf)
  return from < to ? { from, to } : undefined
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.trim().split(':').map(Number)
  return minutes < 60 && hours * 60 + minutes <= 24 * 60 ? hours * 60 + minutes : Number.NaN
}

import { isCalendarDate } from '@motcua/core/dates'
import { localeOf } from '../../locales/formats.ts'

const FORMATS = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-25` → “Thứ Tư, 25/11/2026”. Text that is no day stays as it is. */
export function dayInWords(day: string, tag: string): string {
  if (!isCalendarDate(day)) return day
  const format = FORMATS.get(tag) ?? new Intl.DateTimeFormat(localeOf(tag), { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  FORMATS.set(tag, format)
  return format.format(new Date(`${day}T00:00:00Z`))
}

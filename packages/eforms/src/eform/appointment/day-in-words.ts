import { isCalendarDate, vietnamTime } from '@motcua/core/dates'
import type { Appointment } from '@motcua/portal-client/appointments'
import { localeOf } from '../../locales/formats.ts'
import type { Words } from '../../locales/strings.ts'

const FORMATS = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-25` → “Thứ Tư, 25/11/2026”. Text that is no day stays as it is. */
export function dayInWords(day: string, tag: string): string {
  if (!isCalendarDate(day)) return day
  const format = FORMATS.get(tag) ?? new Intl.DateTimeFormat(localeOf(tag), { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  FORMATS.set(tag, format)
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** “08:00 đến 08:30, Thứ Tư, 25/11/2026”. */
export function timeInWords({ date, time, endsAt }: Appointment, words: Words): string {
  const day = dayInWords(date, words.tag)
  if (endsAt === undefined) return `${time}, ${day}`
  const { hour, minute } = vietnamTime(endsAt)
  return words('bookedTimeLine', { from: time, to: [hour, minute].map((part) => String(part).padStart(2, '0')).join(':'), day })
}

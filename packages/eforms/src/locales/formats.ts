import { formatVnd } from '@motcua/core/money'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
/** By tag; each is made when it is first spoken. */
const FORMATS = new Map<string, Intl.DateTimeFormat>()
/** English dates go by day, month and year here. */
export const localeOf = (tag: string): string => (tag === 'en' ? 'en-GB' : tag)

function instantFormat(tag: string): Intl.DateTimeFormat {
  const format = FORMATS.get(tag) ?? new Intl.DateTimeFormat(localeOf(tag), { timeZone: TIME_ZONE, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  FORMATS.set(tag, format)
  return format
}

/** Day and time in Viet Nam, wherever the reader is. Empty text for what is not an instant. */
export function formatInstant(instant: string | Date | null | undefined, tag: string): string {
  const date = instant instanceof Date ? instant : new Date(instant ?? '')
  return Number.isNaN(date.getTime()) ? '' : instantFormat(tag).format(date)
}

/** `2026-11-21` → `21/11/2026`; `2026-11` → `11/2026`. */
export function formatDay(day: string): string { return day.split('-').reverse().join('/') }

/** "16.000 đ". */
export function formatMoney(amountVnd: number): string { return formatVnd(amountVnd) }

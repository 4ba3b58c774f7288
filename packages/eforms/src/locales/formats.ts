import { formatVnd } from '@motcua/core/money'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
/** By tag; each is made when it is first spoken. */
const FORMATS = new Map<string, Intl.DateTimeFormat>()
/** English dates go by day, month and year here. */
const localeOf = (tag: string): string => (tag === 'en' ? 'en-GB' : tag)

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

const KIBI = 1024
const MEBI = KIBI * KIBI

/** Size of a file as file managers count it (1 MB = 1024 kB): "1,4 MB" in Vietnamese, "1.4 MB" in English. Rounded up. */
export function formatBytes(bytes: number, tag: string): string { return inUnits(bytes, tag, Math.ceil) }

/** The largest size that is taken, in the same units. Rounded down, so that what is promised is kept: 10485760 is "10 MB". */
export function formatLimit(bytes: number, tag: string): string { return inUnits(bytes, tag, Math.floor) }

function inUnits(bytes: number, tag: string, round: (value: number) => number): string {
  const [value, unit] = bytes >= MEBI ? [round((bytes / MEBI) * 10) / 10, 'MB'] as const : [Math.max(1, round(bytes / KIBI)), 'kB'] as const
  return `${new Intl.NumberFormat(localeOf(tag), { maximumFractionDigits: 1 }).format(value)} ${unit}`
}

/** `application/pdf` → `PDF`. */
export function mediaTypeName(mediaType: string): string {
  return (mediaType.split('/')[1] ?? mediaType).toUpperCase()
}

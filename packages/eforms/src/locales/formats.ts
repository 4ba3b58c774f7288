import { formatVnd } from '@motcua/core/money'
import type { Language } from './strings.ts'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
const FORMATS: Record<Language, Intl.DateTimeFormat> = {
  vi: new Intl.DateTimeFormat('vi-VN', { timeZone: TIME_ZONE, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }),
}

/** Day and time in Viet Nam, wherever the reader is. Empty text for what is not an instant. */
export function formatInstant(instant: string | Date | null | undefined, language: Language): string {
  const date = instant instanceof Date ? instant : new Date(instant ?? '')
  return Number.isNaN(date.getTime()) ? '' : FORMATS[language].format(date)
}

/** `2026-11-21` → `21/11/2026`; `2026-11` → `11/2026`. */
export function formatDay(day: string): string { return day.split('-').reverse().join('/') }

/** "16.000 đ". */
export function formatMoney(amountVnd: number): string { return formatVnd(amountVnd) }

const KIBI = 1024
const MEBI = KIBI * KIBI

/** Size of a file as file managers count it (1 MB = 1024 kB): "1,4 MB" in Vietnamese, "1.4 MB" in English. Rounded up. */
export function formatBytes(bytes: number, language: Language): string { return inUnits(bytes, language, Math.ceil) }

/** The largest size that is taken, in the same units. Rounded down, so that what is promised is kept: 10485760 is "10 MB". */
export function formatLimit(bytes: number, language: Language): string { return inUnits(bytes, language, Math.floor) }

function inUnits(bytes: number, language: Language, round: (value: number) => number): string {
  const [value, unit] = bytes >= MEBI ? [round((bytes / MEBI) * 10) / 10, 'MB'] as const : [Math.max(1, round(bytes / KIBI)), 'kB'] as const
  return `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(value)} ${unit}`
}

/** `application/pdf` → `PDF`. */
export function mediaTypeName(mediaType: string): string {
  return (mediaType.split('/')[1] ?? mediaType).toUpperCase()
}

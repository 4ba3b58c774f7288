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

/** "1,4 MB" in Vietnamese, "1.4 MB" in English. */
export function formatBytes(bytes: number, language: Language): string {
  const [value, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'MB'] as const : [Math.max(1, Math.round(bytes / 1000)), 'kB'] as const
  return `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(value)} ${unit}`
}

/** `application/pdf` → `PDF`. */
export function mediaTypeName(mediaType: string): string {
  return (mediaType.split('/')[1] ?? mediaType).toUpperCase()
}

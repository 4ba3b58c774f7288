import { instantInVietnam, todayInVietnam } from '@motcua/core/dates'

const MONTH = /^(20\d{2})-(0[1-9]|1[0-2])$/

/** A calendar month in Việt Nam, `YYYY-MM`; `endsAt` is its first instant no more. */
export interface MonthSpan { month: string; startsAt: Date; endsAt: Date }

export function isMonth(text: string): boolean { return MONTH.test(text) }

/** @example monthOf(new Date('2026-11-30T17:30:00Z')) // '2026-12' */
export function monthOf(instant: Date): string { return todayInVietnam(instant).slice(0, 7) }

/** @example addMonths('2026-01', -1) // '2025-12' */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

export function spanOf(month: string): MonthSpan {
  const first = (of: string): Date => new Date(instantInVietnam(`${of}-01`, '00:00'))
  return { month, startsAt: first(month), endsAt: first(addMonths(month, 1)) }
}

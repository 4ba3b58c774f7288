import { isPartialDate } from '../dates.ts'
import { numberInWords } from '../money-words.ts'

/** A full or partial calendar day; months count from 1. */
export interface DateWordsParts { year: number; month?: number; day?: number }

/** Turns the parts of a date into Vietnamese words. */
export type DateWordsRenderer = (parts: DateWordsParts) => string

export interface DateWordsStyle {
  /** Word before the days 1 to 10: none, or the customary `mồng` / `mùng`. @default '' */
  firstDays?: '' | 'mồng' | 'mùng'
  /** Name of January: `một`, or the customary `giêng`. @default 'một' */
  firstMonth?: 'một' | 'giêng'
}

/**
 * Makes a renderer: plain number words, April as `tư`. Which style a birth certificate must have is UNKNOWN, no circular gives a
 * table (checked 2026-11): that is why the style is the caller's, and the whole renderer can be replaced.
 */
export function createDateWords({ firstDays = '', firstMonth = 'một' }: DateWordsStyle = {}): DateWordsRenderer {
  return ({ year, month, day }) => {
    const words: string[] = []
    if (day !== undefined) words.push('ngày', ...(day <= 10 && firstDays !== '' ? [firstDays] : []), numberInWords(day))
    if (month !== undefined) words.push('tháng', month === 1 ? firstMonth : month === 4 ? 'tư' : numberInWords(month))
    return [...words, 'năm', numberInWords(year)].join(' ')
  }
}

/**
 * Writes a full or partial date in Vietnamese words, first letter capital, as declarations and certificates print it beside the
 * figures. Derive it, never ask for it. Throws `RangeError` when the text is no date.
 *
 * @example
 * dateInWords('2025-01-01') // 'Ngày một tháng một năm hai nghìn không trăm hai mươi lăm'
 * dateInWords('1950') // 'Năm một nghìn chín trăm năm mươi'
 * dateInWords('2025-01-01', createDateWords({ firstDays: 'mồng', firstMonth: 'giêng' })) // 'Ngày mồng một tháng giêng năm …'
 */
export function dateInWords(date: string, render: DateWordsRenderer = createDateWords()): string {
  if (!isPartialDate(date)) throw new RangeError('Expected a date written YYYY, YYYY-MM or YYYY-MM-DD')
  const [year, month, day] = date.split('-').map(Number)
  const text = render({ year: year ?? 0, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) })
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

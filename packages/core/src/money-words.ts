import { assertVnd } from './money.ts'

export interface AmountInWordsOptions {
  /** Word for an empty tens digit: `linh` (North) or `lẻ` (South). @default 'linh' */
  zeroTens?: 'linh' | 'lẻ'
  /** Adds `chẵn` ("exactly") after đồng. @default false */
  exact?: boolean
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const BILLION = 1_000_000_000

/**
 * Reads an amount in Vietnamese words as receipts write it, first letter capital, ending in "đồng". The common written rule of
 * receipts (CONFIRMED); the variants linh/lẻ and chẵn are options (INFERRED). Throws `RangeError` when it is no integer đồng.
 *
 * @example
 * amountInWords(15005) // 'Mười lăm nghìn không trăm linh năm đồng'
 */
export function amountInWords(amountVnd: number, options: AmountInWordsOptions = {}): string {
  const amount = assertVnd(amountVnd)
  const words = amount === 0 ? ['không'] : readNumber(amount, options.zeroTens ?? 'linh', false)
  const text = [...words, 'đồng', ...(options.exact ? ['chẵn'] : [])].join(' ')
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/**
 * Reads a whole number in Vietnamese words, lower case, without a unit. Throws `RangeError` outside 0 to 10^15.
 *
 * @example
 * numberInWords(2026) // 'hai nghìn không trăm hai mươi sáu'
 */
export function numberInWords(value: number, options: Pick<AmountInWordsOptions, 'zeroTens'> = {}): string {
  const whole = assertVnd(value)
  return whole === 0 ? digit(0) : readNumber(whole, options.zeroTens ?? 'linh', false).join(' ')
}

function readNumber(value: number, zeroTens: string, spokenZeros: boolean): string[] {
  const words: string[] = []
  const billions = Math.floor(value / BILLION)
  if (billions > 0) words.push(...readNumber(billions, zeroTens, spokenZeros), 'tỷ')
  const groups: ReadonlyArray<readonly [number, string]> = [
    [Math.floor((value % BILLION) / 1_000_000), 'triệu'],
    [Math.floor((value % 1_000_000) / 1000), 'nghìn'],
    [value % 1000, ''],
  ]
  for (const [group, name] of groups) {
    if (group === 0) continue
    // After a higher group the empty hundreds digit is spoken: 1.005 is "một nghìn không trăm linh năm".
    words.push(...readGroup(group, zeroTens, words.length > 0 || spokenZeros))
    if (name !== '') words.push(name)
  }
  return words
}

function readGroup(group: number, zeroTens: string, spokenZeros: boolean): string[] {
  const hundreds = Math.floor(group / 100)
  const tens = Math.floor((group % 100) / 10)
  const units = group % 10
  const words: string[] = []
  if (hundreds > 0 || spokenZeros) words.push(digit(hundreds), 'trăm')
  if (tens === 0 && units > 0 && words.length > 0) words.push(zeroTens)
  if (tens === 1) words.push('mười')
  if (tens > 1) words.push(digit(tens), 'mươi')
  if (units > 0) words.push(readUnits(units, tens))
  return words
}

function readUnits(units: number, tens: number): string {
  if (units === 1 && tens > 1) return 'mốt'
  if (units === 4 && tens > 1) return 'tư'
  if (units === 5 && tens > 0) return 'lăm'
  return digit(units)
}

function digit(value: number): string {
  return DIGITS[value] ?? ''
}

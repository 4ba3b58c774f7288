/** Sign, then digits with at most one kind of mark between groups of three, then the fraction. */
const SIMPLE = /^(\d+)(?:[.,](\d+))?$/
const GROUPED = /^(\d{1,3}(?:([.,\s])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/
/** More digits than a number of JSON holds exactly. */
const MAX_DIGITS = 15

/**
 * Number from a decimal comma or a decimal point. Thousands may be parted by dots, commas or blanks:
 *
 * - two marks: the last begins the fraction (`1.234,5`, `1,234.5`)
 * - the same mark twice: it parts thousands (`1.234.567`)
 * - one mark: it begins the fraction (`1,5`, `0,125`, `1234,567`)
 *
 * `1.500` and `1,500` may be either, so nothing is guessed: like any other text they come back as typed, and validation
 * asks again.
 *
 * @example
 * readNumber('1,5')   // 1.5
 * readNumber('1.500') // '1.500', which gives the issue `type`
 */
export function readNumber(text: string): number | string {
  const bare = text.normalize('NFC').trim().replace('−', '-').replace(/^\+/, '')
  const unsigned = bare.replace(/^-/, '')
  if (isAmbiguous(unsigned)) return text
  const simple = SIMPLE.exec(unsigned)
  const grouped = simple ? undefined : GROUPED.exec(unsigned)
  const found = simple ?? grouped
  if (!found) return text
  const digits = (found[1] ?? '').replaceAll(/\D/g, '')
  const fraction = found[simple ? 2 : 3] ?? ''
  if (digits.length + fraction.length > MAX_DIGITS) return text
  const number = Number(`${digits}.${fraction || 0}`)
  // Minus zero is zero: JSON has no other.
  return bare.startsWith('-') ? 0 - number : number
}

/** One mark with three digits after it and a number from 1 to 999 before it. */
function isAmbiguous(text: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)
}

/**
 * A number as it is written in a language, without marks between thousands, such that {@link readNumber} gives it back:
 * three decimals after a small number get a fourth, or they would read as thousands.
 *
 * @example formatNumber(1.5, 'vi') // '1,5'
 */
export function formatNumber(value: number, locale: string): string {
  const text = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: MAX_DIGITS }).format(value)
  return isAmbiguous(text.replace('-', '')) ? `${text}0` : text
}

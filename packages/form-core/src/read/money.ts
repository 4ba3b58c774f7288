/** Digits, or digits in groups of three that one and the same mark parts. */
const AMOUNT = /^[-−]?(?:\d+|[1-9]\d{0,2}([.,\s])\d{3}(?:\1\d{3})*)$/
const UNIT = /\s*(?:đồng|đ|₫|vnđ|vnd)\.?$/i
/** More digits than a number of JSON holds exactly. */
const MAX_DIGITS = 15

/**
 * Amount in integer đồng from digits with or without dots, commas or blanks between the thousands, and with or without
 * the unit. Đồng has no fraction, so "1.500" can only be fifteen hundred; what is no whole amount comes back as typed.
 *
 * @example
 * readMoney('1.500.000 đ') // 1500000
 * readMoney('1,5 triệu')   // '1,5 triệu', which gives the issue `type`
 */
export function readMoney(text: string): number | string {
  const bare = text.normalize('NFC').trim().replace(UNIT, '')
  const digits = bare.replaceAll(/\D/g, '')
  if (!AMOUNT.test(bare) || digits.length > MAX_DIGITS) return text
  // Minus zero is zero: JSON has no other.
  return /^\d/.test(bare) ? Number(digits) : 0 - Number(digits)
}

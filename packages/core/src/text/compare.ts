import { normaliseText } from './normalise.ts'

let collator: Intl.Collator | undefined

/**
 * Orders two texts by the Vietnamese alphabet (a ă â b c d đ e ê …, tones after letters), for `Array.prototype.sort`.
 * The order of tones is that of the runtime's CLDR data.
 *
 * @example
 * ['Đà Nẵng', 'Cà Mau', 'Điện Biên', 'Cao Bằng'].sort(compareVietnamese)
 */
export function compareVietnamese(a: string, b: string): number {
  // Made on first use: building a collator at import would cost every page that never sorts.
  collator ??= new Intl.Collator('vi')
  return collator.compare(a, b)
}

/** Orders people as Vietnamese lists do: by given name (last word), then the middle words, then the surname. */
export function comparePersonNames(a: string, b: string): number {
  const left = nameParts(a)
  const right = nameParts(b)
  return compareVietnamese(left.given, right.given) || compareVietnamese(left.middle, right.middle) || compareVietnamese(left.surname, right.surname)
}

function nameParts(name: string): { surname: string; middle: string; given: string } {
  const words = normaliseText(name).split(' ')
  const given = words.at(-1) ?? ''
  const surname = words.length > 1 ? words[0] ?? '' : ''
  return { surname, middle: words.slice(1, -1).join(' '), given }
}

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

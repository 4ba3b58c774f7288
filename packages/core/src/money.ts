/** Largest amount the kit handles: 10^15 đồng, well inside the safe integers. */
export const MAX_VND = 1_000_000_000_000_000

/**
 * True for an amount of money as the kit carries it: integer đồng, 0 to {@link MAX_VND}. Đồng has no minor unit; numeric
 * text is not accepted, nothing is coerced.
 */
export function isVnd(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_VND && !Object.is(value, -0)
}

/** Returns the amount or throws `RangeError` when it is no integer đồng (see {@link isVnd}). */
export function assertVnd(value: unknown): number {
  if (!isVnd(value)) throw new RangeError(`Expected integer đồng between 0 and ${MAX_VND}, got ${typeof value === 'number' ? value : typeof value}`)
  return value
}

/**
 * Writes an amount the Vietnamese way: dots between thousands, a space, `đ`. Throws `RangeError` when it is no integer đồng.
 *
 * @example
 * formatVnd(16000) // '16.000 đ'
 */
export function formatVnd(amountVnd: number): string {
  return `${String(assertVnd(amountVnd)).replace(/\B(?=(\d{3})+$)/g, '.')} đ`
}

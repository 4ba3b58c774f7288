import type { JsonValue } from '@motcua/core/json'
import type { FieldKind } from '@motcua/schemas/definition'
import { readMoney } from './read/money.ts'
import { readNumber } from './read/number.ts'
import { readTime } from './read/time.ts'
import { readTyped } from './read/typed.ts'
import type { RawAnswer } from './read/typed.ts'

export { readMoney } from './read/money.ts'
export { formatNumber, readNumber } from './read/number.ts'
export { readTime } from './read/time.ts'
export type { RawAnswer } from './read/typed.ts'

/** Kinds whose reading few forms need. */
const READERS: Partial<Record<FieldKind, (text: string) => string | number>> = { money: readMoney, number: readNumber, time: readTime }

/**
 * Turns what was typed, ticked or chosen into an answer. Text that does not fit its kind comes back as it was typed, so
 * nothing is lost and validation says what is wrong. Dates are not read: an interface asks for day, month and year apart and
 * gives `YYYY-MM-DD`. `undefined` is no answer: empty text, a box without its tick, nothing
 * chosen of several. A "no" to a yes-no question is an answer.
 *
 * @example
 * parseInput('integer', '12')          // 12
 * parseInput('integer', '12a')         // '12a', which gives the issue `type`
 * parseInput('phone', '0912 345 678')  // '0912345678'
 * parseInput('money', '1.500.000')     // 1500000
 * parseInput('time', '7h30')           // '07:30'
 * parseInput('checkboxes', [])         // undefined
 */
export function parseInput(kind: FieldKind, raw: RawAnswer): JsonValue | undefined {
  return readTyped(kind, typeof raw === 'string' ? READERS[kind]?.(raw) ?? raw : raw)
}

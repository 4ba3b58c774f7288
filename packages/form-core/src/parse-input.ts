import type { JsonValue } from '@motcua/core/json'
import type { FieldKind } from '@motcua/schemas/definition'

/** How each kind reads what a person typed; kinds that are not here keep the text. */
const PARSERS: Partial<Record<FieldKind, (text: string) => JsonValue>> = {
  // Minus zero is zero: JSON has no other.
  'integer': text => /^[-+]?\d{1,15}$/.test(text.trim()) ? Number(text.trim()) + 0 : text,
  'personal-id': digitsOnly,
  'phone': digitsOnly,
  'email': text => text.trim(),
  'checkbox': text => text === 'true' ? true : text === 'false' ? false : text,
}

/**
 * Turns typed text into an answer. Text that does not fit its kind comes back as it was typed, so nothing is lost and
 * validation says what is wrong. Empty text gives `undefined`: the field is cleared.
 *
 * @example
 * parseInput('integer', '12')          // 12
 * parseInput('integer', '12a')         // '12a', which gives the issue `type`
 * parseInput('phone', '0912 345 678')  // '0912345678'
 */
export function parseInput(kind: FieldKind, text: string): JsonValue | undefined {
  const parsed = (PARSERS[kind] ?? keep)(text.normalize('NFC'))
  return parsed === '' ? undefined : parsed
}

/** Numbers people write in groups: blanks, dots and dashes between digits go, anything else stays as typed. */
function digitsOnly(text: string): string {
  const digits = text.replaceAll(/[\s.-]/g, '')
  return /^\+?\d*$/.test(digits) ? digits : text
}

function keep(text: string): string {
  return text
}

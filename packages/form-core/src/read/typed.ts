import type { JsonValue } from '@motcua/core/json'
import type { FieldKind } from '@motcua/schemas/definition'

/** What a control gives: text as typed, a tick or its absence, what has been chosen of several, or a number read by the control itself. */
export type RawAnswer = string | boolean | number | readonly string[]

/** How each kind that every form has reads what a person typed; kinds that are not here keep the text. */
const READERS: Partial<Record<FieldKind, (text: string) => JsonValue>> = {
  // Minus zero is zero: JSON has no other.
  'integer': text => /^[-+]?\d{1,15}$/.test(text.trim()) ? Number(text.trim()) + 0 : text,
  'personal-id': digitsOnly,
  'phone': digitsOnly,
  'email': text => text.trim(),
  'checkbox': trueOrFalse,
  'consent': trueOrFalse,
  'yes-no': trueOrFalse,
}

/**
 * As `parseInput`, for what the controls of a form give: those of numbers, amounts and times have read the text
 * themselves, so that a form without them need not carry how.
 */
export function readTyped(kind: FieldKind, raw: RawAnswer): JsonValue | undefined {
  if (typeof raw === 'string') {
    const read = (READERS[kind] ?? keep)(raw.normalize('NFC'))
    return read === '' ? undefined : read
  }
  if (typeof raw === 'object') return raw.length > 0 ? [...raw] : undefined
  // Of a box to tick, "not ticked" is no answer; of a question, "no" is one.
  return raw === false && kind !== 'yes-no' ? undefined : raw
}

/** Numbers people write in groups: blanks, dots and dashes between digits go, anything else stays as typed. */
function digitsOnly(text: string): string {
  const digits = text.replaceAll(/[\s.-]/g, '')
  return /^\+?\d*$/.test(digits) ? digits : text
}

function trueOrFalse(text: string): boolean | string {
  return text === 'true' || (text === 'false' ? false : text)
}

function keep(text: string): string {
  return text
}

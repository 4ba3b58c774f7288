import type { JsonValue } from '@motcua/core/json'

/** Text in NFC, inside composite answers too: "ế" typed as three code points is the same answer as one. */
export function nfc(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(nfc)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, nfc(part)]))
  return value
}

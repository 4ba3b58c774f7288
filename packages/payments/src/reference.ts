import { foldForSearch } from '@motcua/core/text'

/** Longest transfer text that every bank carries unchanged. */
export const MAX_REFERENCE_LENGTH = 25
/** Requests one dossier code can name: two base-36 digits. */
const MAX_REQUESTS = 36 * 36 - 1

/**
 * Transfer text for one payment request of a dossier: ASCII capitals and digits, at most 25, the dossier code without dots and hyphens, `R` and the
 * request's number in two base-36 digits. It is mapped back by look-up among stored references, never by parsing: keep a unique index on it
 * and take the next number when two codes shorten to one text. Codes too long for 25 characters are shortened with a hash of the whole code.
 *
 * @throws {RangeError} when the code has no letter or digit, or the request number is not 1 to 1295.
 *
 * @example
 * paymentReference('H15.50.05.13-261008-0975', 1) // 'H155005132610080975R01'
 */
export function paymentReference(dossierCode: string, requestNumber: number): string {
  if (!Number.isInteger(requestNumber) || requestNumber < 1 || requestNumber > MAX_REQUESTS) throw new RangeError(`Expected a request number from 1 to ${MAX_REQUESTS}`)
  const body = normaliseReference(dossierCode)
  if (body === '') throw new RangeError('Expected a dossier code with letters or digits')
  const suffix = `R${requestNumber.toString(36).toUpperCase().padStart(2, '0')}`
  const room = MAX_REFERENCE_LENGTH - suffix.length
  if (body.length <= room) return body + suffix
  const hash = hash36(dossierCode)
  return hash + body.slice(body.length - (room - hash.length)) + suffix
}

/**
 * Brings a bank's transfer text to the alphabet of references: accents folded, capitals, everything but ASCII letters and digits dropped.
 *
 * @example
 * normaliseReference('CK h15.50.05.13 261008-0975 r01') // 'CKH155005132610080975R01'
 */
export function normaliseReference(text: string): string {
  return foldForSearch(text).toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** Which stored reference a transfer text names. More than one is for a clerk to decide, none goes to the unmatched list. */
export type ReferenceMatch = { kind: 'matched'; reference: string } | { kind: 'ambiguous'; references: readonly string[] } | { kind: 'none' }

/**
 * Finds the one stored reference that a transfer text contains, after {@link normaliseReference}. It never guesses: no near matches.
 * On a large table, narrow the candidates in the database first (`position(reference in $1) > 0`).
 */
export function matchReference(text: string, references: Iterable<string>): ReferenceMatch {
  const haystack = normaliseReference(text)
  const found = [...new Set(references)].filter((reference) => reference !== '' && haystack.includes(reference))
  const [first] = found
  if (first === undefined) return { kind: 'none' }
  return found.length === 1 ? { kind: 'matched', reference: first } : { kind: 'ambiguous', references: found }
}

/** FNV-1a, 7 base-36 characters: it only spreads long codes, the unique index decides. */
function hash36(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash.toString(36).toUpperCase().padStart(7, '0')
}

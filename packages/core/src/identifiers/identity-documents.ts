/**
 * True for the shape of an old identity card number (chứng minh nhân dân, CMND): 9 digits. Invalid for transactions after
 * 2024-12-31 (CONFIRMED, checked 2026-11): accept it as historic information only.
 */
export function isOldIdentityCardNumber(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9]{9}$/.test(value)
}

/**
 * True for the shape of a passport number: a capital letter and 7 or 8 digits for Vietnamese passports, 5 to 15 capital letters and
 * digits for foreign ones (INFERRED rules, checked 2026-11).
 */
export function isPassportNumber(value: unknown, issuer: 'vietnamese' | 'foreign' = 'vietnamese'): value is string {
  if (typeof value !== 'string') return false
  return issuer === 'vietnamese' ? /^[A-Z][0-9]{7,8}$/.test(value) : /^[A-Z0-9]{5,15}$/.test(value)
}

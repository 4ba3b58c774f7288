import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares two secrets without telling by the time it takes how much of them is equal. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return expected !== '' && timingSafeEqual(digest(given), digest(expected))
}

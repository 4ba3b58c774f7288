import { normaliseText } from '../text/normalise.ts'

/** Last day on which communes, districts and provinces had their old names and codes. */
export const LAST_DAY_OF_OLD_UNITS = '2025-06-30'

/** An address as an older paper has it (three or four tiers), kept word for word. */
export interface LegacyAddress {
  text: string
  /** Last day its units existed, `YYYY-MM-DD`. */
  validUntil: typeof LAST_DAY_OF_OLD_UNITS
}

/**
 * Keeps an address of an older paper with the day its units ended; null when the text is blank. Its words are not changed, only
 * spaces and invisible characters. Where those places are now is a suggestion of `@motcua/schemas/legacy-units` that the person confirms.
 *
 * @example
 * keepLegacyAddress('xã Mỹ Thuận, huyện Hòn Đất, tỉnh Kiên Giang') // { text: '…', validUntil: '2025-06-30' }
 */
export function keepLegacyAddress(text: string): LegacyAddress | null {
  const kept = normaliseText(text)
  return kept === '' ? null : { text: kept, validUntil: LAST_DAY_OF_OLD_UNITS }
}

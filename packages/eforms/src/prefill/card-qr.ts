import { parseIdentityCardQr } from '@motcua/core/identity-card'
import type { IdentityCardQrCode } from '@motcua/core/identity-card'
import type { Prefill } from '@motcua/form-core'

/** What came of reading a card: what it fills in, or why not. `warnings` are things to look at; they stop nothing. */
export type CardPrefill =
  | { success: true; prefill: Prefill; warnings: readonly IdentityCardQrCode[] }
  | { success: false; code: IdentityCardQrCode }

/**
 * Turns the text of the QR code on an identity card (căn cước) into what an eForm may fill in. The code is not signed:
 * it fills in empty questions, says so under each, and locks none. The residence it names is not taken over, because cards
 * name the units of before July 2025. The text is personal data: never log or store it.
 *
 * @example
 * const read = prefillFromCardQr(scanned)
 * if (read.success) eform.prefill = read.prefill
 */
export function prefillFromCardQr(text: string): CardPrefill {
  const read = parseIdentityCardQr(text)
  if (!read.success) return { success: false, code: read.issues[0]?.code ?? 'notIdentityCard' }
  const { personalId, fullName, birthDate, sex } = read.value
  return { success: true, prefill: { source: 'card-qr', claims: { personalId, fullName, birthDate, sex } }, warnings: read.issues.map((issue) => issue.code) }
}

/** Application identifier of NAPAS in tag 38.00. */
export const NAPAS_GUID = 'A000000727'
/** ISO 4217 numeric code of the đồng. */
export const CURRENCY_VND = '704'

/** NAPAS service codes of tag 38.02: transfer to an account, to a card, payment by QR, cash withdrawal. */
export const VIETQR_SERVICES = ['QRIBFTTA', 'QRIBFTTC', 'QRPUSH', 'QRCASH'] as const
export type VietQrService = (typeof VIETQR_SERVICES)[number]

/** Members of tag 62 by their EMVCo tag. */
export const ADDITIONAL_FIELDS = {
  '01': 'billNumber',
  '02': 'mobileNumber',
  '03': 'store',
  '04': 'loyaltyNumber',
  '05': 'reference',
  '06': 'customer',
  '07': 'terminal',
  '08': 'purpose',
  '09': 'consumerDataRequest',
} as const
export type AdditionalField = (typeof ADDITIONAL_FIELDS)[keyof typeof ADDITIONAL_FIELDS]

/** True for a 6-digit acquirer number (bank identification number, BIN). */
export function isBin(value: string): boolean {
  return /^[0-9]{6}$/.test(value)
}

/** True for an account, card or terminal number of 38.01: up to 19 letters and digits (virtual accounts have letters). */
export function isAccountNumber(value: string): boolean {
  return /^[A-Za-z0-9]{1,19}$/.test(value)
}

/** Integer đồng of tag 54: 1 to 13 digits, no leading zero, no sign, no separator; `null` otherwise. */
export function readAmount(value: string): number | null {
  return /^[1-9][0-9]{0,12}$/.test(value) ? Number(value) : null
}

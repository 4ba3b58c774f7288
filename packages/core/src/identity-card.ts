export { IDENTITY_CARD_MRZ_CODES, mrzCheckDigit, parseIdentityCardMrz } from './identity-card/mrz.ts'
export type { IdentityCardMrz, IdentityCardMrzCode } from './identity-card/mrz.ts'
export { IDENTITY_CARD_QR_CODES, parseIdentityCardQr } from './identity-card/qr.ts'
export type { IdentityCardQr, IdentityCardQrCode } from './identity-card/qr.ts'

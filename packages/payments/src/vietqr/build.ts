import { VietQrInputError } from '../errors.ts'
import { crc16 } from './crc.ts'
import { CURRENCY_VND, isAccountNumber, isBin, NAPAS_GUID, readAmount, VIETQR_SERVICES } from './format.ts'
import { writeTlv } from './tlv.ts'
import type { VietQrService } from './format.ts'

export interface BuildVietQrOptions {
  /** Acquirer number of the bank, 6 digits. */
  bin: string
  /** Receiving account (or card) number, 1 to 19 letters and digits. Take it from operator configuration, never from a page. */
  account: string
  /** Integer đồng, 1 to 9,999,999,999,999. With it the code is dynamic (one payment), without it static. */
  amountVnd?: number
  /** Transfer text: ASCII letters, digits and spaces, at most 25 (banks strip the rest). */
  purpose?: string
  /** Bill number, tag 62.01: ASCII letters and digits, at most 25. */
  billNumber?: string
  /** Printable ASCII, at most 25. */
  merchantName?: string
  /** Printable ASCII, at most 15. */
  merchantCity?: string
  /** @default 'QRIBFTTA' (transfer to an account) */
  service?: VietQrService
}

/**
 * Builds the text of a VietQR code (NAPAS, EMVCo merchant-presented). Nothing is shortened or transliterated: a value that banks would
 * misread is refused. Show bank, account, name, amount and purpose as text beside the picture.
 *
 * @throws {VietQrInputError} naming the refused input.
 *
 * @example
 * buildVietQr({ bin: '970403', account: '0011012345678', amountVnd: 16000, purpose: 'H0130838261121 0007' })
 */
export function buildVietQr(options: BuildVietQrOptions): string {
  const { bin, account, amountVnd, purpose, billNumber, merchantName, merchantCity, service = 'QRIBFTTA' } = options
  expect('bin', isBin(bin), 'the 6 digits of the bank')
  expect('account', isAccountNumber(account), '1 to 19 letters and digits')
  expect('service', VIETQR_SERVICES.includes(service), VIETQR_SERVICES.join(', '))
  expect('amountVnd', amountVnd === undefined || readAmount(String(amountVnd)) === amountVnd, 'integer đồng, 1 to 13 digits')
  expect('purpose', purpose === undefined || (/^[A-Za-z0-9 ]{1,25}$/.test(purpose) && purpose.trim() === purpose), '1 to 25 ASCII letters, digits and inner spaces')
  expect('billNumber', billNumber === undefined || /^[A-Za-z0-9]{1,25}$/.test(billNumber), '1 to 25 ASCII letters and digits')
  expect('merchantName', merchantName === undefined || /^[\x20-\x7E]{1,25}$/.test(merchantName), '1 to 25 printable ASCII characters')
  expect('merchantCity', merchantCity === undefined || /^[\x20-\x7E]{1,15}$/.test(merchantCity), '1 to 15 printable ASCII characters')

  const beneficiary = writeTlv('00', bin) + writeTlv('01', account)
  const additional = optional('01', billNumber) + optional('08', purpose)
  const payload = writeTlv('00', '01')
    + writeTlv('01', amountVnd === undefined ? '11' : '12')
    + writeTlv('38', writeTlv('00', NAPAS_GUID) + writeTlv('01', beneficiary) + writeTlv('02', service))
    + writeTlv('53', CURRENCY_VND)
    + optional('54', amountVnd === undefined ? undefined : String(amountVnd))
    + writeTlv('58', 'VN')
    + optional('59', merchantName)
    + optional('60', merchantCity)
    + optional('62', additional === '' ? undefined : additional)
    + '6304'
  return payload + crc16(payload)
}

function optional(tag: string, value: string | undefined): string {
  return value === undefined ? '' : writeTlv(tag, value)
}

function expect(input: VietQrInputError['input'], holds: boolean, expected: string): void {
  if (!holds) throw new VietQrInputError(input, expected)
}

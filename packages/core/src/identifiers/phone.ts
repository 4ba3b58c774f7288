import { accepted, refused } from './outcome.ts'
import type { Parsed } from './outcome.ts'

/** Phone number in the normal form the kit stores: national digits with the leading 0. */
export interface PhoneNumber {
  phone: string
  kind: 'mobile' | 'landline'
}

export type PhoneCode = 'notAPhoneNumber' | 'unknownPrefix'

const SEPARATORS = /[\s.\-()\u00A0]/g
const KNOWN_MOBILE = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])[0-9]{7}$/

/**
 * Brings a Vietnamese phone number to its normal form: `+84`, `84` or `0` in front, spaces, dots, hyphens and brackets ignored.
 * Mobile numbers have 10 digits, landlines (02…) 11. An unknown mobile prefix is a warning, since prefixes are added and move
 * (INFERRED, checked 2026-11).
 *
 * @example
 * normalisePhone('+84 912 345 678') // { success: true, value: { phone: '0912345678', kind: 'mobile' }, issues: [] }
 */
export function normalisePhone(text: string): Parsed<PhoneNumber, PhoneCode> {
  const compact = text.replace(SEPARATORS, '')
  const national = /^(?:\+84|84|0)([1-9][0-9]{8,9})$/.exec(compact)?.[1]
  if (national === undefined) return refused('notAPhoneNumber')
  const phone = `0${national}`
  if (/^02[0-9]{9}$/.test(phone)) return accepted({ phone, kind: 'landline' })
  if (!/^0[1-9][0-9]{8}$/.test(phone) || phone.startsWith('02')) return refused('notAPhoneNumber')
  return accepted({ phone, kind: 'mobile' }, KNOWN_MOBILE.test(phone) ? [] : ['unknownPrefix'])
}

/** True for an e-mail address the kit accepts: at most 254 characters, ASCII local part, one `@`, a dotted domain. */
export function isEmail(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 254
    && /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/.test(value)
}

import { isCalendarDate } from '../dates.ts'
import { accepted, refused } from '../identifiers/outcome.ts'
import type { Parsed } from '../identifiers/outcome.ts'
import { parsePersonalId } from '../identifiers/personal-id.ts'
import type { Sex } from '../identifiers/personal-id-parts.ts'

const LINE = 30
const WEIGHTS = [7, 3, 1] as const
/** Written instead of a last day of validity for older holders (INFERRED, checked 2026-11). */
const NO_EXPIRY = '991231'

/** What the machine-readable zone on the back of an identity card says. It is not signed: it fills in a form and proves nothing. */
export interface IdentityCardMrz {
  trust: 'unsigned'
  personalId: string
  /** Nine digits: the last nine of the personal identification number. */
  documentNumber: string
  /** `YYYY-MM-DD`; the century is that of the personal identification number. */
  birthDate: string
  sex: Sex
  /** `YYYY-MM-DD`, or null on a card that does not expire. */
  expiresOn: string | null
  /** Capitals without marks: good for comparing with a name, not for filling one in. */
  latinName: { surname: string; given: string }
}

export const IDENTITY_CARD_MRZ_CODES = [
  'notIdentityCard', 'documentCheckDigit', 'personalIdCheckDigit', 'birthCheckDigit', 'expiryCheckDigit', 'compositeCheckDigit',
  'contradictsNumber', 'badBirthDate', 'badExpiry', 'badName', 'unknownPlace', 'nameMayBeCut',
] as const
export type IdentityCardMrzCode = (typeof IDENTITY_CARD_MRZ_CODES)[number]

/**
 * Check digit of the characters `A`–`Z`, `0`–`9`, `<`: weights 7, 3, 1, sum modulo 10 (ICAO Doc 9303-3, 4.9). Throws
 * `RangeError` for any other character.
 *
 * @example
 * mrzCheckDigit('D23145890') // 7
 */
export function mrzCheckDigit(text: string): number {
  if (!/^[A-Z0-9<]*$/.test(text)) throw new RangeError('mrzCheckDigit expects A–Z, 0–9 and < only')
  return [...text].reduce((sum, character, index) => sum + (character === '<' ? 0 : Number.parseInt(character, 36)) * (WEIGHTS[index % 3] ?? 0), 0) % 10
}

/**
 * Reads the three lines of 30 on the back of a Vietnamese identity card (TD1), as prefill. Every check digit must hold, and
 * number, date of birth and sex must agree; otherwise nothing is filled in. Characters are not guessed: let the person scan again.
 *
 * CONFIRMED arithmetically for the căn cước công dân, INFERRED for the card of 2024; checked 2026-11.
 *
 * @example
 * parseIdentityCardMrz('IDVNM0990000016001099000001<<5\n…\nNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<')
 * // { success: true, value: { trust: 'unsigned', personalId: '001099000001', latinName: { surname: 'NGUYEN', given: 'VAN AN' }, … }, issues: [] }
 */
export function parseIdentityCardMrz(text: string): Parsed<IdentityCardMrz, IdentityCardMrzCode> {
  const [first, second, third, ...more] = text.length > 4 * LINE ? [] : text.trim().split(/\s*\r?\n\s*/)
  if (first === undefined || second === undefined || third === undefined || more.length > 0) return refused('notIdentityCard')
  const one = /^I[A-Z<]VNM([0-9]{9})([0-9])([0-9]{12})<<([0-9])$/.exec(first)
  const two = /^([0-9]{6})([0-9])([MF])([0-9]{6})([0-9])VNM([A-Z0-9<]{11})([0-9])$/.exec(second)
  if (one === null || two === null || !/^[A-Z<]{30}$/.test(third)) return refused('notIdentityCard')
  const [, documentNumber = '', documentDigit, personalId = '', personalIdDigit] = one
  const [, birth = '', birthDigit, sexLetter, expiry = '', expiryDigit, , compositeDigit] = two

  const digits: ReadonlyArray<readonly [string, string | undefined, IdentityCardMrzCode]> = [
    [documentNumber, documentDigit, 'documentCheckDigit'],
    [personalId, personalIdDigit, 'personalIdCheckDigit'],
    [birth, birthDigit, 'birthCheckDigit'],
    [expiry, expiryDigit, 'expiryCheckDigit'],
    [first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29), compositeDigit, 'compositeCheckDigit'],
  ]
  const wrong = digits.find(([characters, digit]) => String(mrzCheckDigit(characters)) !== digit)
  if (wrong !== undefined) return refused(wrong[2])

  const number = parsePersonalId(personalId)
  const sex: Sex = sexLetter === 'M' ? 'male' : 'female'
  if (!number.success || number.value.sex !== sex || personalId.slice(3) !== documentNumber || personalId.slice(4, 6) !== birth.slice(0, 2)) return refused('contradictsNumber')
  const birthDate = `${number.value.birthYear}-${birth.slice(2, 4)}-${birth.slice(4)}`
  if (!isCalendarDate(birthDate)) return refused('badBirthDate')
  const expiresOn = expiry === NO_EXPIRY ? null : `20${expiry.slice(0, 2)}-${expiry.slice(2, 4)}-${expiry.slice(4)}`
  if (expiresOn !== null && !isCalendarDate(expiresOn)) return refused('badExpiry')
  const [surname = '', ...given] = third.replace(/<+$/, '').split('<<')
  if (surname === '') return refused('badName')
  const value: IdentityCardMrz = {
    trust: 'unsigned', personalId, documentNumber, birthDate, sex, expiresOn, latinName: { surname: spaced(surname), given: spaced(given.join('<')) },
  }
  return accepted(value, [...(number.issues.length > 0 ? ['unknownPlace' as const] : []), ...(third.endsWith('<') ? [] : ['nameMayBeCut' as const])])
}

function spaced(part: string): string {
  return part.split('<').filter((word) => word !== '').join(' ')
}

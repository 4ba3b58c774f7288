import { parseCalendarDate } from '../dates.ts'
import { isOldIdentityCardNumber } from '../identifiers/identity-documents.ts'
import { accepted, refused } from '../identifiers/outcome.ts'
import type { Parsed } from '../identifiers/outcome.ts'
import { parsePersonalId } from '../identifiers/personal-id.ts'
import type { Sex } from '../identifiers/personal-id-parts.ts'
import { normalisePersonName, normaliseText } from '../text/normalise.ts'
import { repairLatin1 } from './decoding.ts'

/** Longer than any card; a scan of something else is not worth decoding. */
const MAX_CHARACTERS = 4096
const FIELDS = 7

/** What the QR code of an identity card (căn cước) says. It is not signed: it fills in a form and proves nothing. */
export interface IdentityCardQr {
  trust: 'unsigned'
  personalId: string
  /** Old identity card number, when the card names one: historic information only. */
  oldNumber?: string
  fullName: string
  /** `YYYY-MM-DD` */
  birthDate: string
  sex: Sex
  /** Verbatim, with the units before July 2025 (three tiers); ask the person to choose the commune, never split it into codes. */
  residenceText: string
  /** `YYYY-MM-DD` */
  issuedOn?: string
  /** Fields after the seventh, as they stand: their number and order on cards since July 2024 are UNKNOWN, so nothing is read from them. */
  extra: readonly string[]
}

export const IDENTITY_CARD_QR_CODES = [
  'notIdentityCard', 'notTwelveDigits', 'unknownPlace', 'badName', 'badBirthDate', 'badSex', 'contradictsNumber', 'badOldNumber', 'badIssueDate', 'repairedDecoding', 'extraFields',
] as const
export type IdentityCardQrCode = (typeof IDENTITY_CARD_QR_CODES)[number]

/**
 * Reads the QR code of a chip-based identity card, as prefill: seven fields between `|`. A text whose number, date of birth and sex
 * contradict one another is refused: fill in nothing. UTF-8 that a scanner decoded as Latin-1 is repaired, with a warning.
 * The text is personal data: never log or store it.
 *
 * Layout of cards of 2021 to June 2024: CONFIRMED by public readers; since July 2024 (Thông tư 16/2024/TT-BCA, điều 6) the
 * first seven fields are reported unchanged and what follows is UNKNOWN; checked 2026-11.
 *
 * @example
 * parseIdentityCardQr('001099000001|012345678|Nguyễn Văn An|12031999|Nam|Phúc Xá, Ba Đình, Hà Nội|01052021')
 * // { success: true, value: { trust: 'unsigned', personalId: '001099000001', birthDate: '1999-03-12', … }, issues: [] }
 */
export function parseIdentityCardQr(text: string): Parsed<IdentityCardQr, IdentityCardQrCode> {
  if (text.length > MAX_CHARACTERS) return refused('notIdentityCard')
  const repaired = repairLatin1(text)
  const fields = repaired.replace(/[\uFEFF\r\n]/g, '').normalize('NFC').split('|')
  if (fields.length < FIELDS) return refused('notIdentityCard')
  const [personalId = '', old = '', name = '', birth = '', sexWord = '', residence = '', issued = '', ...extra] = fields
  const number = parsePersonalId(personalId)
  if (!number.success) return refused('notTwelveDigits')
  const fullName = normalisePersonName(name)
  if (!/\p{L}/u.test(fullName)) return refused('badName')
  const birthDate = readDate(birth)
  if (birthDate === null) return refused('badBirthDate')
  const sex = readSex(sexWord)
  if (sex === null) return refused('badSex')
  if (number.value.sex !== sex || number.value.birthYear !== Number(birthDate.slice(0, 4))) return refused('contradictsNumber')

  const issuedOn = readDate(issued)
  const isOldNumber = isOldIdentityCardNumber(old) || /^[0-9]{12}$/.test(old)
  const warnings: IdentityCardQrCode[] = number.issues.length > 0 ? ['unknownPlace'] : []
  if (old !== '' && !isOldNumber) warnings.push('badOldNumber')
  if (issuedOn === null) warnings.push('badIssueDate')
  if (repaired !== text) warnings.push('repairedDecoding')
  if (extra.length > 0) warnings.push('extraFields')
  return accepted({
    trust: 'unsigned', personalId, ...(isOldNumber ? { oldNumber: old } : {}), fullName, birthDate, sex,
    residenceText: normaliseText(residence), ...(issuedOn === null ? {} : { issuedOn }), extra,
  }, warnings)
}

/** `ddMMyyyy` as a calendar day; null when there is no such day. */
function readDate(text: string): string | null {
  if (!/^[0-9]{8}$/.test(text)) return null
  const date = `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`
  return parseCalendarDate(date) === null ? null : date
}

function readSex(word: string): Sex | null {
  const lower = normaliseText(word).toLocaleLowerCase('vi')
  return lower === 'nam' ? 'male' : lower === 'nữ' ? 'female' : null
}

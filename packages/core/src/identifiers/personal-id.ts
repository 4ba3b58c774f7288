import { partialDateRange } from '../dates.ts'
import { accepted, refused } from './outcome.ts'
import { personalIdParts } from './personal-id-parts.ts'
import type { IdentifierIssue, Parsed } from './outcome.ts'
import type { Sex } from './personal-id-parts.ts'

/**
 * Provinces of birth registration as numbered when the number is made: the 63 codes stay valid after the mergers of 2025.
 * Thông tư 07/2016/TT-BCA, annex; Thông tư 59/2021/TT-BCA; checked 2026-11, CONFIRMED.
 */
const PROVINCE_CODES: ReadonlySet<string> = new Set([
  '001', '002', '004', '006', '008', '010', '011', '012', '014', '015', '017', '019', '020', '022', '024', '025',
  '026', '027', '030', '031', '033', '034', '035', '036', '037', '038', '040', '042', '044', '045', '046', '048',
  '049', '051', '052', '054', '056', '058', '060', '062', '064', '066', '067', '068', '070', '072', '074', '075',
  '077', '079', '080', '082', '083', '084', '086', '087', '089', '091', '092', '093', '094', '095', '096',
])
/** Births registered abroad: 101 (AF) to 295 (ZW), same annex. */
const FIRST_COUNTRY_CODE = 101
const LAST_COUNTRY_CODE = 295

/** Parts of a personal identification number (số định danh cá nhân): `PPP C YY NNNNNN`. There is no check digit. */
export interface PersonalId {
  /** 12 digits, a text: leading zeros count. */
  personalId: string
  /** Code of the province or country of birth registration at the time the number was made. */
  placeCode: string
  place: 'province' | 'country' | 'unknown'
  sex: Sex
  birthYear: number
}

export const PERSONAL_ID_CODES = ['notTwelveDigits', 'unknownPlace', 'birthYearInFuture', 'birthYearMismatch', 'sexMismatch'] as const
export type PersonalIdCode = (typeof PERSONAL_ID_CODES)[number]

/**
 * Reads a personal identification number: exactly 12 ASCII digits, nothing converted or trimmed. An unknown place is a
 * warning, never a refusal (CONFIRMED structure: Thông tư 59/2021/TT-BCA, Luật Căn cước 26/2023/QH15; checked 2026-11).
 *
 * @example
 * parsePersonalId('079303000000') // { success: true, value: { placeCode: '079', place: 'province', sex: 'female', birthYear: 2003, … }, issues: [] }
 */
export function parsePersonalId(text: string): Parsed<PersonalId, PersonalIdCode> {
  const parts = personalIdParts(text)
  if (!parts) return refused('notTwelveDigits')
  const placeCode = text.slice(0, 3)
  const place = placeOf(placeCode)
  return accepted({ personalId: text, placeCode, place, ...parts }, place === 'unknown' ? ['unknownPlace'] : [])
}

export interface PersonalIdCheck {
  /** Declared date of birth, may be partial (`yyyy`, `yyyy-MM`, `yyyy-MM-dd`). */
  birthDate?: string
  sex?: Sex
  /** Calendar day in Vietnam; with it a year of birth in the future is refused. */
  today?: string
  /**
   * Whose number it is. A mismatch is an error for oneself and a warning for a relative: a new number is made after a corrected
   * year of birth or re-determined sex, and an older paper may carry another one (INFERRED; checked 2026-11).
   * @default 'self'
   */
  person?: 'self' | 'relative'
}

/**
 * Compares a personal identification number with what was declared. An empty list means that nothing contradicts it;
 * it proves nothing about the person.
 *
 * @example
 * checkPersonalId('001099000000', { birthDate: '1998-03-12' }) // [{ code: 'birthYearMismatch', severity: 'error' }]
 */
export function checkPersonalId(text: string, check: PersonalIdCheck = {}): ReadonlyArray<IdentifierIssue<PersonalIdCode>> {
  const parsed = parsePersonalId(text)
  if (!parsed.success) return parsed.issues
  const issues = [...parsed.issues]
  const mismatch = check.person === 'relative' ? 'warning' : 'error'
  const { birthYear, sex } = parsed.value
  if (check.today !== undefined && birthYear > Number(check.today.slice(0, 4))) issues.push({ code: 'birthYearInFuture', severity: 'error' })
  const range = check.birthDate === undefined ? null : partialDateRange(check.birthDate)
  if (range !== null && Number(range.first.slice(0, 4)) !== birthYear) issues.push({ code: 'birthYearMismatch', severity: mismatch })
  if (check.sex !== undefined && check.sex !== sex) issues.push({ code: 'sexMismatch', severity: mismatch })
  return issues
}

function placeOf(code: string): PersonalId['place'] {
  if (PROVINCE_CODES.has(code)) return 'province'
  return Number(code) >= FIRST_COUNTRY_CODE && Number(code) <= LAST_COUNTRY_CODE ? 'country' : 'unknown'
}

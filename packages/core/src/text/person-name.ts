import { normaliseText } from './normalise.ts'

export const PERSON_NAME_CODES = [
  'tooShort', 'tooLong', 'digits', 'symbol', 'ethLetter', 'singlePart', 'leftoverTelex', 'legacyEncoding', 'longPart', 'otherScript',
] as const
export type PersonNameCode = (typeof PERSON_NAME_CODES)[number]

/** One finding about a name; a warning suggests and never blocks. */
export interface PersonNameIssue {
  code: PersonNameCode
  severity: 'error' | 'warning'
}

const MIN_LENGTH = 2
const MAX_LENGTH = 100
const LONG_PART = 25
/** Signs of VNI-Win or TCVN3 text pasted as it is: characters and pairs of vowels that no Vietnamese name has. */
const LEGACY = /[ñöµ¸®¹¶·]|[aouey][øïùûõ]|e[âáàãåä]|a[âêáàãåäéè]/iu
const TELEX_MARK = /dd|aa|ee|oo|aw|ow|uw/iu
const TELEX_TONE = /[aeiouyw][sfrxj](?:c|ch|m|n|ng|nh|p|t)?$/iu

/**
 * Checks a person's name: Vietnamese law allows letters of Vietnamese or another ethnic language of Vietnam, no digits and no
 * single sign that is not a letter (Bộ luật Dân sự 2015, điều 26 khoản 3; checked 2026-11, CONFIRMED). Lengths and warnings are design rules (INFERRED).
 * Returns the findings in a stable order, errors and warnings; an empty list means that nothing was found. The name is
 * normalised for the check only and never changed.
 *
 * @example
 * checkPersonName('Nguyễn Văn 2') // [{ code: 'digits', severity: 'error' }]
 * checkPersonName("H'Rim Ksor") // []
 */
export function checkPersonName(value: string): PersonNameIssue[] {
  const name = normaliseText(value)
  const parts = name === '' ? [] : name.split(' ')
  const issues: PersonNameIssue[] = []
  const found = (condition: boolean, code: PersonNameCode, severity: PersonNameIssue['severity']) => {
    if (condition) issues.push({ code, severity })
  }
  const length = [...name].length
  found(length < MIN_LENGTH || !/\p{L}/u.test(name), 'tooShort', 'error')
  found(length > MAX_LENGTH, 'tooLong', 'error')
  found(/\p{N}/u.test(name), 'digits', 'error')
  found(/[^\p{L}\p{M}\p{N} '\u2018\u2019\u02BC`\u00B4.\u2010-\u2015\u2212-]/u.test(name), 'symbol', 'error')
  found(/[\u00D0\u00F0]/u.test(name), 'ethLetter', 'warning')
  found(parts.length === 1 && length >= MIN_LENGTH, 'singlePart', 'warning')
  found(parts.some(looksLikeTelex) && !/[^\p{ASCII}]/u.test(name), 'leftoverTelex', 'warning')
  found(LEGACY.test(name), 'legacyEncoding', 'warning')
  found(parts.some((part) => [...part].length > LONG_PART), 'longPart', 'warning')
  found([...name].some((letter) => /\p{L}/u.test(letter) && !/\p{Script=Latin}|[\u02BC\u00B5]/u.test(letter)), 'otherScript', 'warning')
  return issues
}

function looksLikeTelex(part: string): boolean {
  return TELEX_MARK.test(part) && (TELEX_TONE.test(part) || /^dd/iu.test(part))
}

import { foldForSearch, normalisePersonName } from './normalise.ts'

/** A person's name in its three parts (họ, chữ đệm, tên); a part that is not there is empty. */
export interface PersonNameParts {
  surname: string
  middleName: string
  givenName: string
  /** The first two words are a known surname of two words, or may be: ask before relying on `surname`. */
  mayHaveCompoundSurname: boolean
}

/** Surnames of two words that are met in Vietnam; a list to ask by, never complete (INFERRED). */
const COMPOUND = new Set(['ton that', 'ton nu', 'au duong', 'cong tang', 'huyen ton', 'cong huyen'])

/**
 * Splits a name into surname (first word), middle name and given name (last word); a single word is the given name. Surnames
 * of two words cannot be told from a middle name by rule, so they are only pointed out.
 *
 * @example
 * splitPersonName('Nguyễn Thị Minh Khai') // { surname: 'Nguyễn', middleName: 'Thị Minh', givenName: 'Khai', mayHaveCompoundSurname: false }
 * splitPersonName('Tôn Thất Tùng').mayHaveCompoundSurname // true
 */
export function splitPersonName(name: string): PersonNameParts {
  const words = normalisePersonName(name).split(' ')
  return {
    surname: words.length > 1 ? words[0] ?? '' : '', middleName: words.slice(1, -1).join(' '), givenName: words.at(-1) ?? '',
    mayHaveCompoundSurname: words.length > 2 && COMPOUND.has(foldForSearch(words.slice(0, 2).join(' '))),
  }
}

/**
 * A name in capitals, as forms print it ("viết chữ in hoa"); for printing only, the name itself is kept as it was written.
 * Whether a name is printed so is for its form to say: some ask for it, others do not, so nothing here does it unasked.
 *
 * @example capitalsOf('Đặng Thị Huệ') // 'ĐẶNG THỊ HUỆ'
 */
export function capitalsOf(name: string): string {
  return normalisePersonName(name).toLocaleUpperCase('vi')
}

import fc from 'fast-check'
import { addDays } from '../src/dates.ts'
import { mrzCheckDigit } from '../src/identity-card.ts'
import type { Sex } from '../src/identifiers.ts'

/** A made-up person whose number, date of birth and sex agree. */
export interface CardHolder { personalId: string; birthDate: string; sex: Sex; surname: string; given: string; expiry: string }

/** Born 1900 to 2099: later centuries have no cards to print. */
export const cardHolders: fc.Arbitrary<CardHolder> = fc.record({
  place: fc.constantFrom('001', '031', '079', '091', '096', '101', '295'),
  birthDate: fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1900-01-01', days)),
  sex: fc.constantFrom<Sex>('male', 'female'),
  rest: fc.integer({ min: 0, max: 999_999 }).map((digits) => String(digits).padStart(6, '0')),
  surname: fc.constantFrom('NGUYEN', 'TRAN', 'TON NU', 'DANG'),
  given: fc.constantFrom('AN', 'VAN AN', 'THI MY LAN', ''),
  expiry: fc.constantFrom('390312', '991231', '260101'),
}).map(({ place, birthDate, sex, rest, ...names }) => {
  const century = (Number(birthDate.slice(0, 2)) - 19) * 2 + (sex === 'male' ? 0 : 1)
  return { personalId: `${place}${century}${birthDate.slice(2, 4)}${rest}`, birthDate, sex, ...names }
})

/** Lines of a card, with every check digit right. */
export function writeMrz({ personalId, birthDate, sex, surname, given, expiry }: CardHolder): string {
  const digit = (text: string): string => text + mrzCheckDigit(text)
  const first = `IDVNM${digit(personalId.slice(3))}${personalId}<<${mrzCheckDigit(personalId)}`
  const birth = digit(birthDate.slice(2).replaceAll('-', ''))
  const second = `${birth}${sex === 'male' ? 'M' : 'F'}${digit(expiry)}VNM${'<'.repeat(11)}`
  const composite = mrzCheckDigit(first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29))
  const third = `${surname}<<${given}`.replaceAll(' ', '<').padEnd(30, '<').slice(0, 30)
  return [first, `${second}${composite}`, third].join('\n')
}

export function writeQr(holder: CardHolder, { fullName = 'Nguyễn Thị Đẹp', extra = [] }: { fullName?: string; extra?: readonly string[] } = {}): string {
  const day = (date: string): string => date.split('-').reverse().join('')
  return [holder.personalId, '', fullName, day(holder.birthDate), holder.sex === 'male' ? 'Nam' : 'Nữ', 'Ấp Mỹ Bình, Mỹ Thuận, Hòn Đất, Kiên Giang', '01052021', ...extra].join('|')
}

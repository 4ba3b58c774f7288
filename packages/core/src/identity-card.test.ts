import fc from 'fast-check'
import { parse as parseWithLibrary } from 'mrz'
import { describe, expect, it } from 'vitest'
import { type CardHolder, cardHolders, writeMrz, writeQr } from '../test/identity-card.ts'
import { mrzCheckDigit, parseIdentityCardMrz, parseIdentityCardQr } from './identity-card.ts'

/** Layout of the cards of 2021; all persons are made up. */
const QR = '001099000001|012345678|NGUYỄN VĂN ĐÔ|12031999|Nam|Số 12, Phúc Xá, Ba Đình, Hà Nội|01052021'

describe('QR code of the identity card', () => {
  it('reads the seven fields as unsigned prefill', () => {
    expect(parseIdentityCardQr(QR)).toEqual({
      success: true, issues: [],
      value: {
        trust: 'unsigned', personalId: '001099000001', oldNumber: '012345678', fullName: 'NGUYỄN VĂN ĐÔ', birthDate: '1999-03-12', sex: 'male',
        residenceText: 'Số 12, Phúc Xá, Ba Đình, Hà Nội', issuedOn: '2021-05-01', extra: [],
      },
    })
  })

  it('keeps what follows the seventh field as it stands and reads nothing from it', () => {
    expect(parseIdentityCardQr(`${QR}||Trần Thị Cha||`)).toMatchObject({ success: true, value: { extra: ['', 'Trần Thị Cha', '', ''] }, issues: [{ code: 'extraFields', severity: 'warning' }] })
  })

  it.each<[string, string, string]>([
    ['an empty text', '', 'notIdentityCard'],
    ['a link', 'https://example.vn/?a=1|2', 'notIdentityCard'],
    ['six fields', QR.slice(0, QR.lastIndexOf('|')), 'notIdentityCard'],
    ['a scan without end', '|'.repeat(5000), 'notIdentityCard'],
    ['eleven digits', QR.replace('001099000001', '00109900000'), 'notTwelveDigits'],
    ['no name', QR.replace('NGUYỄN VĂN ĐÔ', ' '), 'badName'],
    ['31 February', QR.replace('12031999', '31021999'), 'badBirthDate'],
    ['another word for the sex', QR.replace('|Nam|', '|M|'), 'badSex'],
    ['a year the number does not carry', QR.replace('12031999', '12031998'), 'contradictsNumber'],
    ['a century the number does not carry', QR.replace('12031999', '12032099'), 'contradictsNumber'],
    ['a sex the number does not carry', QR.replace('|Nam|', '|Nữ|'), 'contradictsNumber'],
  ])('fills in nothing from %s', (_, text, code) => {
    expect(parseIdentityCardQr(text)).toEqual({ success: false, issues: [{ code, severity: 'error' }] })
  })

  it('leaves out what is doubtful beside the person, with a warning', () => {
    const read = parseIdentityCardQr(QR.replace('012345678', '12').replace('01052021', '99999999').replace('001099000001', '003099000001'))
    expect(read).toMatchObject({ success: true, issues: [{ code: 'unknownPlace' }, { code: 'badOldNumber' }, { code: 'badIssueDate' }] })
    expect(read.success && Object.keys(read.value)).not.toContain('oldNumber')
    expect(read.success && Object.keys(read.value)).not.toContain('issuedOn')
  })

  it('repairs UTF-8 that a scanner decoded as Latin-1 or windows-1252, and drops its byte order mark', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${QR}\r\n`)
    const binary = String.fromCharCode(...bytes)
    const windows = new TextDecoder('windows-1252', { ignoreBOM: true }).decode(bytes)
    for (const wrong of [binary, windows]) {
      expect(parseIdentityCardQr(wrong)).toMatchObject({ success: true, value: { fullName: 'NGUYỄN VĂN ĐÔ' }, issues: [{ code: 'repairedDecoding', severity: 'warning' }] })
    }
  })

  it('gives the same for decomposed letters', () => {
    expect(parseIdentityCardQr(QR.normalize('NFD'))).toEqual(parseIdentityCardQr(QR))
  })

  it('reads what any card says, decoded rightly or wrongly', () => {
    const names = fc.constantFrom('Nguyễn Thị Đẹp', 'Lê Hà', "H'Rim Ksor", 'Y Bih', 'TRẦN ƯỚC', 'Ân')
    fc.assert(fc.property(cardHolders, names, fc.array(fc.constantFrom('', 'x', 'Cha: Ân')), fc.boolean(), (holder, fullName, extra, isWrong) => {
      const text = writeQr(holder, { fullName, extra })
      const scanned = isWrong ? String.fromCharCode(...new TextEncoder().encode(text)) : text
      expect(parseIdentityCardQr(scanned)).toMatchObject({ success: true, value: { personalId: holder.personalId, birthDate: holder.birthDate, sex: holder.sex, fullName, extra } })
    }))
  })

  it('never throws, whatever was scanned', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.uint8Array().map((bytes) => String.fromCharCode(...bytes))), (text) => { expect(typeof parseIdentityCardQr(text).success).toBe('boolean') }))
  })
})

describe('machine-readable zone of the identity card', () => {
  // ICAO Doc 9303-3, 4.9 and the TD1 specimen of Doc 9303-5, appendix A.
  it.each([['520727', 3], ['D23145890', 7], ['740812', 2], ['120415', 9], ['D231458907<<<<<<<<<<<<<<<7408122120415 9<<<<<<<<<<<'.replace(' ', ''), 6], ['', 0]])('the check digit of %s is %i', (text, digit) => {
    expect(mrzCheckDigit(text)).toBe(digit)
  })

  it('refuses characters that have no value', () => {
    expect(() => mrzCheckDigit('a')).toThrow(RangeError)
  })

  const holder: CardHolder = { personalId: '001099000001', birthDate: '1999-03-12', sex: 'male', surname: 'NGUYEN', given: 'VAN DO', expiry: '390312' }

  it('reads the three lines as unsigned prefill', () => {
    expect(parseIdentityCardMrz(writeMrz(holder))).toEqual({
      success: true, issues: [],
      value: {
        trust: 'unsigned', personalId: '001099000001', documentNumber: '099000001', birthDate: '1999-03-12', sex: 'male', expiresOn: '2039-03-12',
        latinName: { surname: 'NGUYEN', given: 'VAN DO' },
      },
    })
  })

  it('reads a card that does not expire, and warns of a name that fills its line', () => {
    expect(parseIdentityCardMrz(writeMrz({ ...holder, expiry: '991231', given: 'X'.repeat(40) }))).toMatchObject({ success: true, value: { expiresOn: null }, issues: [{ code: 'nameMayBeCut' }] })
  })

  it.each<[string, Partial<CardHolder>, string]>([
    ['a sex the number does not carry', { sex: 'female' }, 'contradictsNumber'],
    ['a year the number does not carry', { birthDate: '1998-03-12' }, 'contradictsNumber'],
    ['a day that does not exist', { birthDate: '1999-02-31' }, 'badBirthDate'],
    ['an expiry that does not exist', { expiry: '391301' }, 'badExpiry'],
    ['no surname', { surname: '' }, 'badName'],
  ])('fills in nothing from %s, although all check digits hold', (_, change, code) => {
    expect(parseIdentityCardMrz(writeMrz({ ...holder, ...change }))).toEqual({ success: false, issues: [{ code, severity: 'error' }] })
  })

  it.each(['', 'IDVNM', writeMrz(holder).replace('VNM', 'UTO'), `${writeMrz(holder)}\n`.repeat(2), writeMrz(holder).toLowerCase(), 'I'.repeat(10_000)])('refuses what is no such zone', (text) => {
    expect(parseIdentityCardMrz(text)).toEqual({ success: false, issues: [{ code: 'notIdentityCard', severity: 'error' }] })
  })

  it('reads back what any card says', () => {
    fc.assert(fc.property(cardHolders, (any) => {
      expect(parseIdentityCardMrz(writeMrz(any).replaceAll('\n', '\r\n'))).toMatchObject({
        success: true, value: { personalId: any.personalId, birthDate: any.birthDate, sex: any.sex, latinName: { surname: any.surname, given: any.given } },
      })
    }))
  })

  it('finds every single digit that was misread', () => {
    fc.assert(fc.property(cardHolders, fc.integer({ min: 0, max: 45 }), fc.integer({ min: 1, max: 9 }), (any, position, change) => {
      const text = writeMrz(any)
      const digits = [...text].flatMap((character, index) => (/[0-9]/.test(character) ? [index] : []))
      const at = digits[position % digits.length] ?? 0
      const misread = text.slice(0, at) + String((Number(text[at]) + change) % 10) + text.slice(at + 1)
      expect(parseIdentityCardMrz(misread).success).toBe(false)
    }))
  })

  it('agrees with the library "mrz" on what both read', () => {
    fc.assert(fc.property(cardHolders, (any) => {
      const lines = writeMrz(any).split('\n')
      const { fields, details } = parseWithLibrary(lines)
      // It finds a first name missing, which single-part names have a right to.
      expect(details.filter((detail) => !detail.valid && detail.field !== 'firstName').map((detail) => detail.field)).toEqual([])
      const read = parseIdentityCardMrz(lines.join('\n'))
      expect(read.success && { number: read.value.documentNumber, sex: read.value.sex, birth: read.value.birthDate.slice(2).replaceAll('-', ''), surname: read.value.latinName.surname, given: read.value.latinName.given })
        .toEqual({ number: fields.documentNumber, sex: fields.sex, birth: fields.birthDate, surname: fields.lastName, given: fields.firstName ?? '' })
    }), { numRuns: 300 })
  })
})

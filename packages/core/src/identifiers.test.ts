import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkPersonalId, formatDossierCode, isCommuneCodeShape, isEmail, isOldIdentityCardNumber, isPassportNumber, isProcedureCode, normalisePhone,
  parseAgencyCode, parseDossierCode, parsePersonalId, parseProcedureCode, personalIdMatches,
} from './identifiers.ts'
import { addDays } from './dates.ts'

describe('personal identification number', () => {
  it.each([
    ['001099000000', '001', 'province', 'male', 1999],
    ['079303000000', '079', 'province', 'female', 2003],
    ['001150000000', '001', 'province', 'female', 1950],
    ['295204000001', '295', 'country', 'male', 2004],
    ['001999000000', '001', 'province', 'female', 2399],
  ])('%s: place %s (%s), %s, born %s', (personalId, placeCode, place, sex, birthYear) => {
    expect(parsePersonalId(personalId)).toEqual({ success: true, value: { personalId, placeCode, place, sex, birthYear }, issues: [] })
  })

  it.each(['00109900000', '0010990000000', '00109900000a', '００１０９９００００００', ' 001099000000', ''])('refuses %j: 12 ASCII digits, nothing converted', (text) => {
    expect(parsePersonalId(text)).toEqual({ success: false, issues: [{ code: 'notTwelveDigits', severity: 'error' }] })
    expect(checkPersonalId(text)).toEqual([{ code: 'notTwelveDigits', severity: 'error' }])
  })

  it.each(['000099000000', '003099000000', '097099000000', '296099000000'])('warns of the unknown place of %s and does not refuse it', (text) => {
    expect(parsePersonalId(text)).toMatchObject({ success: true, value: { place: 'unknown' }, issues: [{ code: 'unknownPlace', severity: 'warning' }] })
  })

  it('finds a birth date that contradicts it: an error for oneself, a warning for a relative', () => {
    expect(checkPersonalId('001099000000', { birthDate: '1998-03-12' })).toEqual([{ code: 'birthYearMismatch', severity: 'error' }])
    expect(checkPersonalId('001099000000', { birthDate: '1998', person: 'relative' })).toEqual([{ code: 'birthYearMismatch', severity: 'warning' }])
    expect(checkPersonalId('001099000000', { birthDate: '1999-03', sex: 'male', today: '2026-11-21' })).toEqual([])
  })

  it('finds another sex and a year of birth in the future', () => {
    expect(checkPersonalId('001099000000', { sex: 'female' })).toEqual([{ code: 'sexMismatch', severity: 'error' }])
    expect(checkPersonalId('001227000000', { today: '2026-11-21' })).toEqual([{ code: 'birthYearInFuture', severity: 'error' }])
  })

  it('does not decide what it cannot read', () => {
    expect(personalIdMatches('00109900000', { birthDate: '1999' })).toBeNull()
    expect(personalIdMatches('001099000000', { birthDate: '12/03/1999' })).toBeNull()
  })
})

describe('older papers', () => {
  it('knows the shape of an old identity card and of passports', () => {
    expect(isOldIdentityCardNumber('012345678')).toBe(true)
    expect(isOldIdentityCardNumber('0123456789')).toBe(false)
    expect(isPassportNumber('C1234567')).toBe(true)
    expect(isPassportNumber('c1234567')).toBe(false)
    expect(isPassportNumber('AB12345', 'foreign')).toBe(true)
    expect(isPassportNumber('AB12345')).toBe(false)
  })
})

describe('phone', () => {
  it.each([['0912345678', '0912345678'], ['+84 912 345 678', '0912345678'], ['84912345678', '0912345678'], ['(091) 234-56.78', '0912345678']])('brings %s to %s', (text, phone) => {
    expect(normalisePhone(text)).toEqual({ success: true, value: { phone, kind: 'mobile' }, issues: [] })
  })
  it('knows landlines', () => {
    expect(normalisePhone('0296 3 123 456')).toEqual({ success: true, value: { phone: '02963123456', kind: 'landline' }, issues: [] })
  })
  it('warns of an unknown prefix and does not refuse it', () => {
    expect(normalisePhone('0411234567')).toMatchObject({ success: true, issues: [{ code: 'unknownPrefix', severity: 'warning' }] })
  })
  it.each(['', '091234567', '09123456789', '0212345678', '0012345678', '+1 650 253 0000', '0912a45678', '113'])('refuses %j', (text) => {
    expect(normalisePhone(text)).toEqual({ success: false, issues: [{ code: 'notAPhoneNumber', severity: 'error' }] })
  })
  it('is stable: a normal form stays as it is', () => {
    fc.assert(fc.property(fc.stringMatching(/^0[1-9][0-9]{8,9}$/), (text) => {
      const once = normalisePhone(text)
      if (once.success) expect(normalisePhone(once.value.phone)).toEqual(once)
    }))
  })
})

describe('e-mail', () => {
  it.each([['an@example.vn', true], ['a.b+c@x.gov.vn', true], ['a@b', false], ['a..b@x.vn', false], ['ă@x.vn', false], ['a b@x.vn', false], ['a@x.vn ', false], [`${'a'.repeat(250)}@x.vn`, false]])('%s: %s', (text, valid) => {
    expect(isEmail(text)).toBe(valid)
  })
})

describe('codes', () => {
  it('reads procedure codes with and without a local variant', () => {
    expect(parseProcedureCode(' 1.000948.H38 ')).toMatchObject({ success: true, value: { code: '1.000948.H38', national: '1.000948', agency: 'H38' } })
    expect(isProcedureCode('2.000635')).toBe(true)
    for (const wrong of ['1.00119', '1.0011933', '1-001193', '1.001193.', 'birth-registration', ' 2.000635']) expect(isProcedureCode(wrong), wrong).toBe(false)
  })

  it.each([['000.00.15.H14', '2016', 'H14'], ['000.01.01.H08', '2016', 'H08'], ['H15.50.05.13', '2020', 'H15'], ['G09.20', '2020', 'G09'], ['H38', '2020', 'H38']])('reads agency code %s as style %s, level 1 %s', (code, style, level1) => {
    expect(parseAgencyCode(code)).toMatchObject({ success: true, value: { code, style, level1 } })
  })

  it.each(['', 'h15.50', '00.00.15.H14', 'H15..50', 'H15.', `H15.${'12345.'.repeat(6)}1`, '0.00.15.H14'])('refuses agency code %j', (code) => {
    expect(parseAgencyCode(code).success).toBe(false)
  })

  it('knows the shape of a commune code only', () => {
    expect(isCommuneCodeShape('30838')).toBe(true)
    expect(isCommuneCodeShape('3083')).toBe(false)
  })
})

describe('dossier code', () => {
  // Shapes seen on public systems and in Thông tư 01/2018/TT-VPCP; numbers made up. Checked 2026-07-18.
  it.each([
    ['000.00.15.H14-210512-0001', '000.00.15.H14', '2021-05-12', '0001'],
    ['H15.50.05.13-261008-0975', 'H15.50.05.13', '2026-10-08', '0975'],
    ['G09.20-20260609-0092637', 'G09.20', '2026-06-09', '0092637'],
    [' h15.50.05.13-261008-0975 ', 'H15.50.05.13', '2026-10-08', '0975'],
    ['G09.20-260609-090123', 'G09.20', '2026-06-09', '090123'],
  ])('reads %s', (text, agency, receivedOn, order) => {
    expect(parseDossierCode(text)).toMatchObject({ success: true, value: { code: text.trim().toUpperCase(), agency: { code: agency }, receivedOn, order } })
  })

  it.each([
    ['no hyphens', 'H15', 'notADossierCode'],
    ['one hyphen', 'H15-0001', 'notADossierCode'],
    ['a bad agency', '15-261008-0975', 'badAgency'],
    ['white space inside', 'H15 -261008-0975', 'badAgency'],
    ['a day that does not exist', 'H15-260230-0975', 'badDate'],
    ['7 digits of date', 'H15-2610081-0975', 'badDate'],
    ['an order of 3 digits', 'H15-261008-975', 'badOrder'],
    ['an order of 8 digits', 'H15-261008-12345678', 'badOrder'],
  ])('refuses %s with its reason', (_name, text, code) => {
    expect(parseDossierCode(text)).toEqual({ success: false, issues: [{ code, severity: 'error' }] })
  })

  it('reads back what it writes', () => {
    const agency = fc.oneof(fc.stringMatching(/^[A-Z][0-9]{2}(\.[0-9]{2}){0,4}$/), fc.stringMatching(/^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}$/))
    fc.assert(fc.property(agency, fc.nat(36_000), fc.integer({ min: 1, max: 9_999_999 }), (agencyCode, days, order) => {
      const receivedOn = addDays('2000-01-01', days)
      const parsed = parseDossierCode(formatDossierCode({ agencyCode, receivedOn, order }))
      expect(parsed).toMatchObject({ success: true, value: { agency: { code: agencyCode }, receivedOn } })
      if (parsed.success) expect(Number(parsed.value.order)).toBe(order)
    }))
  })

  it('writes strictly', () => {
    expect(formatDossierCode({ agencyCode: 'H01.30838', receivedOn: '2026-11-21', order: 7 })).toBe('H01.30838-261121-0007')
    expect(() => formatDossierCode({ agencyCode: 'h01', receivedOn: '2026-11-21', order: 7 })).toThrow(RangeError)
    expect(() => formatDossierCode({ agencyCode: 'H01', receivedOn: '1999-11-21', order: 7 })).toThrow(RangeError)
    expect(() => formatDossierCode({ agencyCode: 'H01', receivedOn: '2026-11-21', order: 0 })).toThrow(RangeError)
  })
})

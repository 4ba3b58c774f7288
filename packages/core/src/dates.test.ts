import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays, addYears, ageOn, daysBetween, formatCalendarDate, instantInVietnam, isCalendarDate, isPartialDate, parseCalendarDate, partialDateRange, todayInVietnam,
  vietnamTime, weekdayOf,
} from './dates.ts'

/** Days from 1800 to 2200, made by the platform's own calendar. */
const day = fc.integer({ min: -62_000, max: 84_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

describe('calendar days', () => {
  it.each([['2024-02-29', true], ['2023-02-29', false], ['1900-02-29', false], ['2000-02-29', true], ['2026-13-01', false], ['2026-00-10', false],
    ['2026-04-31', false], ['2026-4-01', false], ['0000-01-01', false], ['2026-01-01T00:00', false], [' 2026-01-01', false], ['٢٠٢٦-01-01', false]])('%s: %s', (text, valid) => {
    expect(isCalendarDate(text)).toBe(valid)
    expect(parseCalendarDate(text) !== null).toBe(valid)
  })

  it('agree with the platform calendar in number, weekday and distance', () => {
    fc.assert(fc.property(day, day, (a, b) => {
      expect(weekdayOf(a)).toBe(new Date(`${a}T00:00:00Z`).getUTCDay())
      expect(daysBetween(a, b)).toBe((Date.parse(b) - Date.parse(a)) / 86_400_000)
      expect(addDays(a, daysBetween(a, b))).toBe(b)
    }), { numRuns: 1000 })
  })

  it('keeps what was typed out of the message of an invalid day', () => {
    expect(() => addDays('1999-02-31', 1)).toThrow(/YYYY-MM-DD/)
    expect(() => addDays('1999-02-31', 1)).not.toThrow(/1999/)
  })

  it('refuses to leave the years 1 to 9999', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(() => addYears('9999-01-01', 1)).toThrow(RangeError)
  })
})

describe('partial dates', () => {
  it.each([['1950', '1950-01-01', '1950-12-31'], ['1952-02', '1952-02-01', '1952-02-29'], ['1950-06-08', '1950-06-08', '1950-06-08']])('%s means any day from %s to %s', (text, first, last) => {
    expect(isPartialDate(text)).toBe(true)
    expect(partialDateRange(text)).toEqual({ first, last })
  })
  it.each(['195', '1950-13', '1950-02-30', '1950-', '0000', ''])('refuses %j', (text) => {
    expect(isPartialDate(text)).toBe(false)
  })
})

describe('formatCalendarDate', () => {
  it.each([['2026-06-08', 'vi', '08/06/2026'], ['2026-06-08', 'en', '8 June 2026'], ['1950-06', 'vi', '06/1950'], ['1950-06', 'en', 'June 1950'], ['1950', 'vi', '1950'], ['không rõ', 'vi', 'không rõ']] as const)('writes %s in %s as %s', (date, locale, text) => {
    expect(formatCalendarDate(date, locale)).toBe(text)
  })
})

describe('ages and years', () => {
  it.each([
    ['2006-10-10', '2026-10-09', 19, 'the day before the birthday'],
    ['2006-10-10', '2026-10-10', 20, 'the birthday (marriage age, male)'],
    ['2008-10-10', '2026-10-09', 17, 'the day before (marriage age, female)'],
    ['2008-02-29', '2026-02-28', 17, '28 February of a common year is too early'],
    ['2008-02-29', '2026-03-01', 18, '1 March of a common year counts (INFERRED)'],
    ['2008-02-29', '2028-02-29', 20, 'a leap year'],
    ['2026-11-22', '2026-11-21', -1, 'not yet born'],
  ])('born %s is on %s aged %s: %s', (birth, on, age) => {
    expect(ageOn(birth, on)).toBe(age)
  })

  it('29 February in a common year becomes 28 February', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
  })

  it('completes a year of age exactly when the day comes again, 29 February apart', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 110 }), (birth, years) => {
      fc.pre(!birth.endsWith('-02-29'))
      const birthday = addYears(birth, years)
      expect(ageOn(birth, birthday)).toBe(years)
      expect(ageOn(birth, addDays(birthday, -1))).toBe(years - 1)
    }))
  })
})

describe('the clock in Vietnam', () => {
  it('changes the day at midnight of UTC+7', () => {
    expect(todayInVietnam(new Date('2026-11-20T16:59:59Z'))).toBe('2026-11-20')
    expect(todayInVietnam(new Date('2026-11-20T17:00:00Z'))).toBe('2026-11-21')
  })

  it('refuses a text without offset: its meaning would depend on the machine', () => {
    expect(() => vietnamTime('2026-11-21T15:00:00')).toThrow(RangeError)
    expect(() => vietnamTime('2026-11-21')).toThrow(RangeError)
    expect(() => vietnamTime(new Date(Number.NaN))).toThrow(RangeError)
  })

  it.each(['24:00', '9:00', '15:60', '15'])('refuses the hour %s', (time) => {
    expect(() => instantInVietnam('2026-11-21', time)).toThrow(RangeError)
  })

  it('reads back the instant it writes', () => {
    fc.assert(fc.property(day, fc.nat(23), fc.nat(59), (date, hour, minute) => {
      const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      expect(vietnamTime(instantInVietnam(date, time))).toEqual({ date, hour, minute })
    }))
  })
})

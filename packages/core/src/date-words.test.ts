import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDateWords, dateInWords } from './date-words.ts'
import { numberInWords } from './money-words.ts'

describe('dates in words', () => {
  it.each([
    ['2025-01-01', 'Ngày một tháng một năm hai nghìn không trăm hai mươi lăm'],
    ['1999-04-24', 'Ngày hai mươi tư tháng tư năm một nghìn chín trăm chín mươi chín'],
    ['2005-12-21', 'Ngày hai mươi mốt tháng mười hai năm hai nghìn không trăm linh năm'],
    ['2000-11-15', 'Ngày mười lăm tháng mười một năm hai nghìn'],
    ['1950-06', 'Tháng sáu năm một nghìn chín trăm năm mươi'],
    ['1950', 'Năm một nghìn chín trăm năm mươi'],
  ])('reads %s as %j', (date, words) => {
    expect(dateInWords(date)).toBe(words)
  })

  it('leaves the style to the caller, for none is established', () => {
    const customary = createDateWords({ firstDays: 'mồng', firstMonth: 'giêng' })
    expect(dateInWords('2025-01-01', customary)).toBe('Ngày mồng một tháng giêng năm hai nghìn không trăm hai mươi lăm')
    expect(dateInWords('2025-01-11', customary)).toBe('Ngày mười một tháng giêng năm hai nghìn không trăm hai mươi lăm')
    expect(dateInWords('2025-02-03', ({ day, month }) => `ngày ${day}, tháng ${month}`)).toBe('Ngày 3, tháng 2')
  })

  it.each(['', '2025-02-30', '01/01/2025', '2025-13'])('refuses %j without repeating it', (text) => {
    expect(() => dateInWords(text)).toThrow(/^Expected a date written YYYY, YYYY-MM or YYYY-MM-DD$/)
  })

  it('gives different days different words', () => {
    const days = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))
    fc.assert(fc.property(days, days, (one, other) => { expect(dateInWords(one) === dateInWords(other)).toBe(one === other) }))
  })

  it.each([[0, 'không'], [21, 'hai mươi mốt'], [15_005, 'mười lăm nghìn không trăm linh năm'], [1_000_001, 'một triệu không trăm linh một']])('reads the number %i as %s', (value, words) => {
    expect(numberInWords(value)).toBe(words)
  })
})

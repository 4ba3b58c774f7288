import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELD_KINDS } from '@motcua/schemas/definition'
import type { FieldKind } from '@motcua/schemas/definition'
import { formatNumber, parseInput } from './parse-input.ts'

describe('parseInput', () => {
  it.each<[FieldKind, string, unknown]>([
    ['integer', '12', 12],
    ['integer', ' 007 ', 7],
    ['integer', '-3', -3],
    ['integer', '12a', '12a'],
    ['integer', '1.5', '1.5'],
    ['integer', '-', '-'],
    ['integer', '-0', 0],
    ['integer', '12345678901234567890', '12345678901234567890'],
    ['phone', '0912 345 678', '0912345678'],
    ['phone', '+84 912-345-678', '+84912345678'],
    ['phone', '0912 abc', '0912 abc'],
    ['personal-id', '091 158 000 123', '091158000123'],
    ['personal-id', 'B1234567', 'B1234567'],
    ['email', ' an@example.vn ', 'an@example.vn'],
    ['checkbox', 'true', true],
    ['checkbox', 'false', false],
    ['consent', 'true', true],
    ['yes-no', 'true', true],
    ['yes-no', 'false', false],
    ['yes-no', 'maybe', 'maybe'],
    ['search-select', 'VN', 'VN'],
    ['date', '2026-13-', '2026-13-'],
    ['text', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['text', 'hai  dấu cách ', 'hai  dấu cách '],
  ])('%s: %j gives %j', (kind, text, value) => {
    expect(parseInput(kind, text)).toStrictEqual(value)
  })

  it('gives undefined for empty text in every kind', () => {
    for (const kind of FIELD_KINDS) expect(parseInput(kind, '')).toBeUndefined()
  })

  it('takes a box without its tick and nothing chosen for no answer, and a “no” for one', () => {
    expect(parseInput('checkbox', false)).toBeUndefined()
    expect(parseInput('consent', false)).toBeUndefined()
    expect(parseInput('checkboxes', [])).toBeUndefined()
    expect(parseInput('yes-no', false)).toBe(false)
    expect(parseInput('checkboxes', ['a', 'b'])).toEqual(['a', 'b'])
    expect(parseInput('money', 1500)).toBe(1500)
  })

  it('never loses a letter or digit that was typed', () => {
    fc.assert(fc.property(fc.constantFrom(...FIELD_KINDS), fc.string({ unit: 'grapheme' }), (kind, text) => {
      const kept = (value: unknown): string => String(value ?? '').normalize('NFC').replaceAll(/[\s.-]/g, '')
      const parsed = parseInput(kind, text)
      if (typeof parsed !== 'number') expect(kept(parsed)).toBe(kept(text))
      else expect(digits(parsed)).toBe(digits(text))
    }))
  })
})

/** Digits of the number without the noughts that mean nothing. */
function digits(number: number | string): string {
  return String(number).replaceAll(/[^\d]/g, '').replace(/^0+(?=\d)/, '').replace(/0+$/, '')
}

describe('time', () => {
  it.each([
    ['7:30', '07:30'], ['07:30', '07:30'], ['7.30', '07:30'], ['0730', '07:30'], [' 7 : 30 ', '07:30'], ['7h30', '07:30'], ['7H30', '07:30'], ['7g30', '07:30'], ['7h5', '07:05'],
    ['7h', '07:00'], ['07 giờ 30', '07:30'], ['7 giờ 30 phút', '07:30'], ['7 giờ rưỡi', '07:30'], ['0h', '00:00'], ['23:59', '23:59'],
    ['7h30 sáng', '07:30'], ['2 giờ chiều', '14:00'], ['2:15 pm', '14:15'], ['12:05 AM', '00:05'], ['12:05 PM', '12:05'], ['11 giờ trưa', '11:00'], ['12 giờ trưa', '12:00'], ['1 giờ trưa', '13:00'],
    ['7 giờ tối', '19:00'], ['19 giờ tối', '19:00'], ['12 giờ đêm', '00:00'], ['10 giờ đêm', '22:00'], ['2 giờ đêm', '02:00'], ['7 giờ 30 sáng'.normalize('NFD'), '07:30'],
  ])('%j is %s', (text, value) => { expect(parseInput('time', text)).toBe(value) })

  it.each(['7', '730', '24:00', '7:60', '7:3', '15 giờ sáng', '12 giờ chiều', '10 giờ chiều', '2 giờ tối', '5 giờ trưa', '7 giờ kém 5', '7:30:15', 'sáng mai', '7h30m'])('%j is not guessed at', (text) => {
    expect(parseInput('time', text)).toBe(text)
  })

  it('reads what it has written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
      const text = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      expect(parseInput('time', text)).toBe(text)
      expect(parseInput('time', `${hour}h${minute}`)).toBe(text)
      expect(parseInput('time', `${hour} giờ ${minute} phút`)).toBe(text)
    }))
  })
})

describe('money', () => {
  it.each([
    ['1500000', 1_500_000], ['1.500.000', 1_500_000], ['1,500,000', 1_500_000], ['1 500 000', 1_500_000], ['1\u00a0500\u00a0000', 1_500_000], ['1.500', 1500], ['0', 0], ['007', 7],
    ['1.500.000 đ', 1_500_000], ['1.500.000đ', 1_500_000], ['500000 đồng', 500_000], ['500000 VNĐ', 500_000], ['500000vnd.', 500_000], ['2.000 ₫', 2000], ['-5', -5], ['−5.000', -5000], ['-0', 0],
  ])('%j is %d đồng', (text, value) => { expect(parseInput('money', text)).toBe(value) })

  it.each(['1.5', '1,50', '1.500,00', '1.500.00', '1.500,000', '0.500', '1,5 triệu', '500k', '1e3', 'đ', '5 đô la', '1234567890123456'])('%j is no whole amount and stays as typed', (text) => {
    expect(parseInput('money', text)).toBe(text)
  })

  it('reads back every amount as either language writes it, with and without the unit', () => {
    fc.assert(fc.property(fc.nat(10 ** 9).map(n => n * 1000 + 7), fc.constantFrom('vi', 'en'), fc.constantFrom('', ' đ', 'đ', ' đồng', ' VND'), (amount, language, unit) => {
      expect(parseInput('money', amount.toLocaleString(language) + unit)).toBe(amount)
    }))
  })
})

describe('number', () => {
  it.each([
    ['1,5', 1.5], ['1.5', 1.5], ['0,125', 0.125], ['0.125', 0.125], ['1234,567', 1234.567], ['1234.567', 1234.567], ['1.234,5', 1234.5], ['1,234.5', 1234.5], ['1 234,5', 1234.5], ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567], ['1.234.567,25', 1_234_567.25], ['1 500', 1500], ['12', 12], ['-1,5', -1.5], ['−2', -2], ['+3', 3], ['-0', 0], ['007', 7], ['1,5000', 1.5],
  ])('%j is %d', (text, value) => { expect(parseInput('number', text)).toBe(value) })

  it.each(['1.500', '1,500', '-1.500', '999,999'])('%j may be thousands or decimals and stays as typed', (text) => { expect(parseInput('number', text)).toBe(text) })
  it.each(['1.5.2', '1.50.000', '1,234,5', '1.234.56', '12 34', '1,', ',5', '1e3', '½', 'hai', '1234567890123456'])('%j is no number and stays as typed', (text) => { expect(parseInput('number', text)).toBe(text) })

  it('reads back every number as either language writes it', () => {
    const number = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.nat(6)).map(([whole, decimals]) => whole / 10 ** decimals + 0)
    fc.assert(fc.property(number, fc.constantFrom('vi', 'en'), (value, language) => {
      expect(parseInput('number', formatNumber(value, language))).toBe(value)
    }), { numRuns: 1000, examples: [[1.125, 'vi'], [-999.001, 'en'], [0.125, 'vi']] })
  })
})

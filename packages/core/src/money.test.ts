import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertVnd, formatVnd, isVnd, MAX_VND } from './money.ts'

const amount = fc.oneof(fc.nat(2_000_000), fc.integer({ min: 0, max: MAX_VND }))

describe('isVnd', () => {
  it.each([0, 1, 16_000, MAX_VND])('accepts integer đồng: %s', (value) => {
    expect(isVnd(value)).toBe(true)
  })
  it.each([['a fraction', 0.5], ['a negative amount', -1], ['minus zero', -0], ['more than 10^15', MAX_VND + 1], ['NaN', Number.NaN], ['numeric text', '16000'], ['null', null]])('refuses %s', (_name, value) => {
    expect(isVnd(value)).toBe(false)
    expect(() => assertVnd(value)).toThrow(RangeError)
  })
})

describe('formatVnd', () => {
  it.each([[0, '0 đ'], [999, '999 đ'], [16_000, '16.000 đ'], [1_234_567, '1.234.567 đ'], [MAX_VND, '1.000.000.000.000.000 đ']])('writes %s as %s', (value, text) => {
    expect(formatVnd(value)).toBe(text)
  })
  it('is undone by dropping dots and sign', () => {
    fc.assert(fc.property(amount, (value) => {
      expect(Number(formatVnd(value).replace(/[^0-9]/g, ''))).toBe(value)
    }))
  })
})

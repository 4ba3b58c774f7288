import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, joinDate, splitDate } from './date.ts'

const digits = (max: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: max })

describe('joinDate', () => {
  it.each([
    [{ day: '2', month: '3', year: '1958' }, false, '1958-03-02'],
    [{ day: '31', month: '2', year: '2026' }, false, '2026-02-31'],
    [{ day: '3', month: '', year: '2020' }, false, '2020--03'],
    [{ day: '', month: '', year: '' }, false, ''],
    [{ day: '', month: '', year: '1958' }, true, '1958'],
    [{ day: '', month: '3', year: '1958' }, true, '1958-03'],
    [{ day: '2', month: '', year: '1958' }, true, '1958--02'],
    [{ day: '', month: '', year: '1958' }, false, '1958--'],
  ])('writes %j (partial %s) as %j', (parts, partial, text) => { expect(joinDate(parts, partial)).toBe(text) })

  it('gives back what was typed, whole or not, after a draft', () => {
    const part = (max: number) => fc.oneof(fc.constant(''), digits(max))
    fc.assert(fc.property(part(2), part(2), part(4), fc.boolean(), (day, month, year, partial) => {
      const text = joinDate({ day, month, year }, partial)
      expect(joinDate(splitDate(text), partial)).toBe(text)
    }))
  })
})

describe('formatDate', () => {
  it.each([['1958-03-02', '02/03/1958'], ['1958-03', '03/1958'], ['1958', '1958'], ['', '']])('reads %j as %j', (value, text) => { expect(formatDate(value)).toBe(text) })
})

import fc from 'fast-check'
import { doReadNumber, ReadingConfig } from 'read-vietnamese-number'
import { describe, expect, it } from 'vitest'
import { MAX_VND } from './money.ts'
import { amountInWords } from './money-words.ts'

const amount = fc.oneof(fc.nat(2_000_000), fc.integer({ min: 0, max: MAX_VND }))

describe('amountInWords', () => {
  it('agrees with the library "read-vietnamese-number", set to "linh" and "tỷ"', () => {
    const style = new ReadingConfig()
    style.unit = ['đồng']
    style.oddText = 'linh'
    style.units = [[], ['nghìn'], ['triệu'], ['tỷ']]
    fc.assert(fc.property(amount, (value) => { expect(amountInWords(value).toLocaleLowerCase('vi')).toBe(doReadNumber(String(value), style)) }), { numRuns: 2_000 })
  })

  // The written rule of receipts; examples of the domain notes (CONFIRMED), checked 2026-11.
  it.each([
    [0, 'Không đồng'],
    [1, 'Một đồng'],
    [4, 'Bốn đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [11, 'Mười một đồng'],
    [14, 'Mười bốn đồng'],
    [15, 'Mười lăm đồng'],
    [20, 'Hai mươi đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [25, 'Hai mươi lăm đồng'],
    [101, 'Một trăm linh một đồng'],
    [105, 'Một trăm linh năm đồng'],
    [110, 'Một trăm mười đồng'],
    [1_005, 'Một nghìn không trăm linh năm đồng'],
    [15_005, 'Mười lăm nghìn không trăm linh năm đồng'],
    [16_000, 'Mười sáu nghìn đồng'],
    [200_000, 'Hai trăm nghìn đồng'],
    [1_000_001, 'Một triệu không trăm linh một đồng'],
    [1_500_000, 'Một triệu năm trăm nghìn đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
    [1_000_000_005, 'Một tỷ không trăm linh năm đồng'],
    [1_000_000_000_000, 'Một nghìn tỷ đồng'],
    [1_005_000_000_000, 'Một nghìn không trăm linh năm tỷ đồng'],
    [MAX_VND, 'Một triệu tỷ đồng'],
  ])('reads %s as "%s"', (value, words) => {
    expect(amountInWords(value)).toBe(words)
  })

  it('takes the Southern word and "chẵn" by option', () => {
    expect(amountInWords(101, { zeroTens: 'lẻ' })).toBe('Một trăm lẻ một đồng')
    expect(amountInWords(200_000, { exact: true })).toBe('Hai trăm nghìn đồng chẵn')
  })

  it('gives every amount its own words, in NFC and without doubled spaces', () => {
    fc.assert(fc.property(amount, amount, (a, b) => {
      const words = amountInWords(a)
      expect(words).toBe(words.normalize('NFC'))
      expect(words).toMatch(/^\S+( \S+)* đồng$/u)
      if (a !== b) expect(amountInWords(b)).not.toBe(words)
    }), { numRuns: 1000 })
  })

  it('is undone by reading the words back', () => {
    fc.assert(fc.property(amount, (value) => {
      expect(readBack(amountInWords(value))).toBe(value)
    }), { numRuns: 1000 })
  })
})

/** An independent reader of the words, written from the rule and not from the code. */
function readBack(text: string): number {
  const units = new Map<string, number>([['không', 0], ['một', 1], ['mốt', 1], ['hai', 2], ['ba', 3], ['bốn', 4], ['tư', 4], ['năm', 5], ['lăm', 5], ['sáu', 6], ['bảy', 7], ['tám', 8], ['chín', 9]])
  let billions = 0
  let total = 0
  let group = 0
  let digit = 0
  for (const word of text.toLowerCase().replace(/ đồng$/, '').split(' ')) {
    if (word === 'mười') { group += 10; digit = 0 }
    else if (word === 'mươi') { group += digit * 10; digit = 0 }
    else if (word === 'trăm') { group += digit * 100; digit = 0 }
    else if (word === 'linh') digit = 0
    else if (word === 'nghìn') { total += (group + digit) * 1000; group = 0; digit = 0 }
    else if (word === 'triệu') { total += (group + digit) * 1_000_000; group = 0; digit = 0 }
    else if (word === 'tỷ') { billions = (total + group + digit) * 1_000_000_000; total = 0; group = 0; digit = 0 }
    else digit = units.get(word) ?? Number.NaN
  }
  return billions + total + group + digit
}

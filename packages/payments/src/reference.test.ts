import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildVietQr, matchReference, MAX_REFERENCE_LENGTH, normaliseReference, paymentReference } from './vietqr.ts'

const agency = fc.oneof(fc.stringMatching(/^[GH][0-9]{2}(\.[0-9]{2}){0,8}$/), fc.stringMatching(/^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[GH][0-9]{2}$/))
const dossierCode = fc.tuple(agency, fc.stringMatching(/^2[0-9](0[1-9]|1[0-2])(0[1-9]|1[0-9])$/), fc.stringMatching(/^[0-9]{4,7}$/)).map((parts) => parts.join('-'))
const requestNumber = fc.integer({ min: 1, max: 1295 })

describe('paymentReference', () => {
  it.each([['H15.50.05.13-261008-0975', 1, 'H155005132610080975R01'], ['000.00.15.H14-210512-0001', 36, '0000015H142105120001R10'], ['H01.30838-261121-0007', 1, 'H01308382611210007R01']])('of %s, request %s, is %s', (code, number, reference) => {
    expect(paymentReference(code, number)).toBe(reference)
  })

  it('is short ASCII that banks and VietQR carry unchanged', () => {
    fc.assert(fc.property(dossierCode, requestNumber, (code, number) => {
      const reference = paymentReference(code, number)
      expect(reference).toMatch(/^[A-Z0-9]+$/)
      expect(reference.length).toBeLessThanOrEqual(MAX_REFERENCE_LENGTH)
      expect(normaliseReference(reference)).toBe(reference)
      expect(() => buildVietQr({ bin: '970403', account: '1', purpose: reference })).not.toThrow()
    }))
  })

  it('differs between requests of one dossier', () => {
    fc.assert(fc.property(dossierCode, requestNumber, requestNumber, (code, a, b) => {
      fc.pre(a !== b)
      expect(paymentReference(code, a)).not.toBe(paymentReference(code, b))
    }))
  })

  it('differs between dossiers that differ only in what a long code drops', () => {
    const tail = '.00.00.00.00.00.00.00.01-261121-0000007'
    expect(paymentReference(`H01${tail}`, 1)).not.toBe(paymentReference(`H02${tail}`, 1))
    expect(paymentReference(`H01${tail}`, 1)).toHaveLength(MAX_REFERENCE_LENGTH)
  })

  it.each([0, 1296, 1.5, Number.NaN])('refuses request number %s', (number) => {
    expect(() => paymentReference('H01.30838-261121-0007', number)).toThrow(RangeError)
  })
})

describe('matching a transfer text', () => {
  const mine = paymentReference('H01.30838-261121-0007', 1)
  const other = paymentReference('H01.30838-261121-0008', 1)

  it.each([
    mine, mine.toLowerCase(), `CT DEN:123456 ${mine} GD 99`, 'NGUYEN VAN A CK H01308382611210007 R01', 'h01.30838-261121-0007-r01', `Nộp lệ phí ${mine}.`,
  ])('finds the reference in "%s"', (text) => {
    expect(matchReference(text, [other, mine])).toEqual({ kind: 'matched', reference: mine })
  })

  it.each(['', 'nop le phi', mine.slice(0, -1), mine.replace('7R01', '6R01')])('finds nothing in "%s" and does not guess', (text) => {
    expect(matchReference(text, [other, mine])).toEqual({ kind: 'none' })
  })

  it('leaves two references in one text to a clerk', () => {
    expect(matchReference(`${mine} ${other}`, [mine, other])).toEqual({ kind: 'ambiguous', references: [mine, other] })
  })

  it('does not take request 1 for request 10', () => {
    const tenth = paymentReference('H01.30838-261121-0007', 36)
    expect(matchReference(tenth, [mine, tenth])).toEqual({ kind: 'matched', reference: tenth })
    expect(matchReference(mine, [mine, tenth])).toEqual({ kind: 'matched', reference: mine })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latin1 } from '../bytes.ts'
import { PdfParser } from './parser.ts'
import { readPdfDate, readTextString, writePdfDate, writeTextString } from './text.ts'

const parse = (text: string): Uint8Array => {
  const value = new PdfParser(latin1(text), 0).readValue()
  if (value.kind !== 'string') throw new Error(`expected a string, got ${value.kind}`)
  return value.bytes
}

describe('PDF text', () => {
  it('comes back as it was written, in NFC', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
      expect(readTextString(parse(writeTextString(text)))).toBe(text.normalize('NFC'))
    }))
    expect(readTextString(parse(writeTextString('Cấp (bản) sao\\'.normalize('NFD'))))).toBe('Cấp (bản) sao\\')
  })

  // ISO 32000-1 § 7.3.4.2
  it.each([['(a\\\nb)', 'ab'], ['(\\053\\53\\0053)', '++\u00053'], ['((x) \\) y)', '(x) ) y'], ['(a\r\nb)', 'a\nb'], ['<4E6F762>', 'Nov '], ['(\\n\\r\\t)', '\n\r\t']])('reads %j', (source, text) => {
    expect(new TextDecoder('latin1').decode(parse(source))).toBe(text)
  })

  it('keeps the second of a date and writes the clock of Việt Nam', () => {
    expect(writePdfDate(new Date('2026-11-21T20:00:00Z'))).toBe("(D:20261122030000+07'00')")
    fc.assert(fc.property(fc.date({ min: new Date('1970-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true }), (date) => {
      expect(readPdfDate(parse(writePdfDate(date)))?.getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000)
    }))
  })

  it.each(['D:2026', 'D:20261121080000', '20261121080000Z', 'D:20261399080000Z', ''])('does not guess the date %j', (text) => {
    expect(readPdfDate(latin1(text))).toBeUndefined()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFile, escapeText, foldLine } from './calendar-file.ts'

const octets = (text: string): number => new TextEncoder().encode(text).length
/** RFC 5545, 3.1: a line break followed by one white space is taken out. */
const unfold = (text: string): string => text.replace(/\r\n[ \t]/g, '')
/** RFC 5545, 3.3.11. */
const unescape = (text: string): string => text.replace(/\\([\\;,nN])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c))

describe('the calendar file', () => {
  it('has the lines that RFC 5545 asks for, in UTC, with CRLF at the end of each', () => {
    const file = calendarFile({
      id: 'K7Q-3MD@gateway.example', title: 'Chứng thực chữ ký', description: 'Mã K7Q-3MD; số H001\nMang theo: căn cước, văn bản', place: 'Ấp Mỹ Bình, xã Mỹ Thuận',
      startsAt: '2026-11-25T08:00:00+07:00', endsAt: '2026-11-25T08:30:00+07:00', now: new Date('2026-11-22T05:00:00.123Z'),
    })
    expect(unfold(file).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mot Cua Kit//Appointments//VI', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'BEGIN:VEVENT', 'UID:K7Q-3MD@gateway.example',
      'DTSTAMP:20261122T050000Z', 'DTSTART:20261125T010000Z', 'DTEND:20261125T013000Z', 'SUMMARY:Chứng thực chữ ký',
      'DESCRIPTION:Mã K7Q-3MD\\; số H001\\nMang theo: căn cước\\, văn bản', 'LOCATION:Ấp Mỹ Bình\\, xã Mỹ Thuận', 'END:VEVENT', 'END:VCALENDAR', '',
    ])
    expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  })

  it.each([
    ['a\\b;c,d', 'a\\\\b\\;c\\,d'], ['one\ntwo', 'one\\ntwo'], ['one\r\ntwo\rthree', 'one\\ntwo\\nthree'], ['tab\tstays', 'tab\tstays'], ['bell\u0007 goes', 'bell goes'], ['“quotes”: stay', '“quotes”: stay'],
  ])('writes %j as %j', (text, written) => { expect(escapeText(text)).toBe(written) })

  it('gives every text back to who reads it by the rules', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const plain = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '')
      expect(unescape(escapeText(text))).toBe(plain)
    }))
  })

  it('folds at 75 octets, tears no character, and unfolds to the same line', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'ấ', 'Đ', '漢', '😀', ' ', ','), maxLength: 400 }), (line) => {
      const folded = foldLine(line)
      expect(unfold(folded)).toBe(line)
      for (const piece of folded.split('\r\n')) {
        expect(octets(piece)).toBeLessThanOrEqual(75)
        expect(piece).not.toMatch(/[\ud800-\udbff]$|^ ?[\udc00-\udfff]/)
      }
    }), { numRuns: 500 })
  })

  it('folds nothing that fits, and fills a line before it breaks it', () => {
    expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75))
    expect(foldLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
    expect(foldLine('ấ'.repeat(26))).toBe(`${'ấ'.repeat(25)}\r\n ấ`)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DerError, readBitStringBytes, readDer, readOid, readSmallInteger, readTime } from './der-reader.ts'
import { der, derOctetString, derOid, derSequence, derSetOf, derUnsigned } from './der-writer.ts'
import { latin1, toHex } from '../bytes.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

describe('DER', () => {
  it('reads back what was written', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 70_000, size: 'max' }), (content) => {
      expect(readDer(derSequence(derOctetString(content))).children[0]?.content).toEqual(content)
    }), { numRuns: 20 })
    fc.assert(fc.property(fc.nat(), (value) => {
      const big = Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
      expect(readSmallInteger(readDer(derUnsigned(big)))).toBe(value)
    }))
  })

  // Encodings from X.690 § 8.19 and RFC 5280, RFC 5652.
  it.each([['1.2.840.113549', '06062a864886f70d'], ['2.999.3', '0603883703'], ['2.16.840.1.101.3.4.2.1', '0609608648016503040201'], ['2.5.29.15', '0603551d0f']])('writes and reads the object identifier %s', (dotted, hex) => {
    expect(toHex(derOid(dotted))).toBe(hex)
    expect(readOid(readDer(bytes(hex)))).toBe(dotted)
  })

  it('sorts a set by the encodings of its parts', () => {
    expect(toHex(derSetOf(0x31, [bytes('0402ffff'), bytes('0401ff'), bytes('020101')]))).toBe('310a0201010401ff0402ffff')
  })

  it.each([
    ['an indefinite length', '3080020100' + '0000'],
    ['a long form for a short length', '04810100'],
    ['a length with a leading zero', '0482000100'],
    ['bytes after the value', '02010000'],
    ['a value cut off', '0402ff'],
    ['a padded integer', '02020001'],
    ['an empty integer', '0200'],
    ['a boolean that is neither 00 nor FF', '010101'],
    ['a null with content', '050100'],
    ['a constructed octet string', '24030401ff'],
    ['a primitive sequence', '1000'],
    ['a high tag number', '1f8100'],
    ['unused bits beyond the byte', '030208ff'],
    ['an identifier cut off', '060180'],
    ['nothing', ''],
  ])('refuses %s', (_, hex) => {
    expect(() => readDer(bytes(hex))).toThrow(DerError)
  })

  it('refuses values nested too deeply', () => {
    let nested: Uint8Array = derUnsigned(Uint8Array.of(1))
    for (let depth = 0; depth < 60; depth++) nested = derSequence(nested)
    expect(() => readDer(nested)).toThrow(DerError)
  })

  it('reads only the times that exist, and only in the form of RFC 5280', () => {
    const utc = (text: string): Date => readTime(readDer(der(0x17, latin1(text))))
    expect(utc('261121080000Z').toISOString()).toBe('2026-11-21T08:00:00.000Z')
    expect(utc('500101000000Z').getUTCFullYear()).toBe(1950)
    for (const wrong of ['2611210800Z', '261121080000+0700', '260230080000Z', '261121250000Z']) expect(() => utc(wrong)).toThrow(DerError)
  })

  it('takes a bit string as bytes only when no bit is unused', () => {
    expect(readBitStringBytes(readDer(bytes('030300ffff')))).toEqual(Uint8Array.of(255, 255))
    expect(() => readBitStringBytes(readDer(bytes('030204f0')))).toThrow(DerError)
  })
})

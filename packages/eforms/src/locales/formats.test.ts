import { describe, expect, it } from 'vitest'
import { formatBytes, formatLimit } from './file-formats.ts'
import { formatInstant } from './formats.ts'

describe('sizes', () => {
  it.each([
    [10_485_760, '10 MB', '10 MB', 'the limit of the procedures'],
    [10_485_761, '10,1 MB', '10 MB', 'one byte too many does not read like the limit'],
    [5_000_000, '4,8 MB', '4,7 MB', 'what is promised is kept'],
    [1_048_576, '1 MB', '1 MB', 'where the unit changes'],
    [1_048_575, '1.024 kB', '1.023 kB', 'just below'],
    [1, '1 kB', '1 kB', 'never nothing'],
  ])('of %i bytes reads %s as a file and %s as a limit: %s', (bytes, file, limit) => {
    expect([formatBytes(bytes, 'vi'), formatLimit(bytes, 'vi')]).toEqual([file, limit])
  })

  it('has a decimal point in English', () => { expect(formatBytes(1_500_000, 'en')).toBe('1.5 MB') })
})

describe('an instant', () => {
  it.each(['vi', 'en', 'km', 'ko'])('just after midnight is hour 00 in %s, not 24', (tag) => {
    expect(formatInstant('2026-11-20T17:05:00Z', tag)).toContain('00:05')
  })
})

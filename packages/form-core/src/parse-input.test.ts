import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELD_KINDS } from '@motcua/schemas/definition'
import type { FieldKind } from '@motcua/schemas/definition'
import { parseInput } from './index.ts'

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
    ['date', '2026-13-', '2026-13-'],
    ['text', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['text', 'hai  dấu cách ', 'hai  dấu cách '],
  ])('%s: %j gives %j', (kind, text, value) => {
    expect(parseInput(kind, text)).toStrictEqual(value)
  })

  it('gives undefined for empty text in every kind', () => {
    for (const kind of FIELD_KINDS) expect(parseInput(kind, '')).toBeUndefined()
  })

  it('never loses a letter or digit that was typed', () => {
    fc.assert(fc.property(fc.constantFrom(...FIELD_KINDS), fc.string({ unit: 'grapheme' }), (kind, text) => {
      const kept = (value: unknown): string => String(value ?? '').normalize('NFC').replaceAll(/[\s.-]/g, '')
      const parsed = parseInput(kind, text)
      if (typeof parsed !== 'number') expect(kept(parsed)).toBe(kept(text))
      else expect(parsed).toBe(Number(text) + 0)
    }))
  })
})

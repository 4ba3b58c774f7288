import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COUNTS, type CountName } from './counts.ts'
import { GROUPS, withheldCounts, withheldParts } from './small-numbers.ts'

const small = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.integer({ min: 0, max: 5000 }))
const threshold = fc.integer({ min: 1, max: 10 })
const month = fc.record(Object.fromEntries(COUNTS.map((name) => [name, small])) as Record<CountName, typeof small>)

describe('small numbers', () => {
  it.each([
    ['one small part takes the next with it', { a: 40, b: 2, c: 6 }, { b: 'small', c: 'linked' }],
    ['two small parts that together are not hide each other', { a: 40, b: 3, c: 2 }, { b: 'small', c: 'small' }],
    ['two that together are small take a third', { a: 40, b: 1, c: 2, d: 9 }, { b: 'small', c: 'small', d: 'linked' }],
    ['nought stays', { a: 40, b: 0 }, {}],
    ['a whole that is small is gone', { a: 3, b: 0 }, { a: 'small' }],
    ['enough is enough', { a: 5, b: 6 }, {}],
  ])('%s', (_case, parts, expected) => { expect(Object.fromEntries(withheldParts(parts, 5))).toEqual(expected) })

  it('are never shown, and never the only thing missing from a sum', () => {
    fc.assert(fc.property(fc.array(small, { minLength: 1, maxLength: 6 }), threshold, (values, below) => {
      const parts = Object.fromEntries(values.map((value, index) => [`p${index}`, value]))
      const withheld = withheldParts(parts, below)
      const hidden = Object.entries(parts).filter(([name]) => withheld.has(name))
      for (const [name, value] of Object.entries(parts)) if (value > 0 && value < below) expect(withheld.get(name)).toBe('small')
      const visible = Object.entries(parts).filter(([name, value]) => !withheld.has(name) && value > 0)
      if (hidden.length > 0 && visible.length > 0) {
        expect(hidden.length).toBeGreaterThan(1)
        expect(hidden.reduce((sum, [, value]) => sum + value, 0)).toBeGreaterThanOrEqual(below)
      }
      for (const [name, value] of hidden) expect([name, value]).not.toEqual([name, 0])
    }))
  })

  it('of a whole group do not follow from what came in, or from what is left', () => {
    fc.assert(fc.property(month, threshold, (counts, below) => {
      const withheld = withheldCounts(counts, below)
      const total = (index: number): number => (GROUPS[index] ?? []).reduce((sum, name) => sum + counts[name], 0)
      const isHidden = (index: number): boolean => (GROUPS[index] ?? []).some((name) => withheld.has(name))
      for (const index of [0, 2, 3]) {
        if (total(index) === 0 || total(index) >= below) continue
        // Somewhere else in the balance something is missing too, where there is anything.
        for (const other of [0, 2, 3]) if (total(other) > 0) expect([other, isHidden(other)]).toEqual([other, true])
      }
    }))
  })

  it('are all shown when the operator sets the threshold to 1', () => {
    fc.assert(fc.property(month, (counts) => { expect(withheldCounts(counts, 1).size).toBe(0) }))
  })
})

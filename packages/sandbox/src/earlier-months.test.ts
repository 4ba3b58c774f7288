import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventedMonths } from './earlier-months.ts'

describe('the invented months of the sandbox', () => {
  it('add up, hand over to one another, and end before the present month', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true }), (now) => {
      const months = inventedMonths(now)
      expect(months).toHaveLength(11)
      let open: number | undefined
      let unhandled: number | undefined
      for (const { counts: c = {}, shares = {} } of months) {
        const sum = (...names: Array<keyof typeof c>): number => names.reduce((total, name) => total + (c[name] ?? 0), 0)
        expect(Object.values(c).every((value) => Number.isInteger(value) && value >= 0)).toBe(true)
        expect(sum('receivedNew', 'carriedOver')).toBe(sum('solvedOnTime', 'solvedLate', 'withdrawn', 'pendingInTime', 'waitingSupplement'))
        expect(sum('online', 'counter', 'post')).toBe(c.receivedNew)
        for (const { numerator, denominator } of Object.values(shares)) expect(numerator).toBeLessThanOrEqual(denominator)
        if (open !== undefined) expect(c.carriedOver).toBe(open)
        open = sum('pendingInTime', 'waitingSupplement')
        if (unhandled !== undefined) expect(unhandled + sum('feedbackReceived')).toBe(sum('feedbackInTime', 'feedbackLate', 'feedbackOpen', 'feedbackOpenLate'))
        unhandled = sum('feedbackOpen', 'feedbackOpenLate')
      }
      expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).sort())
      const last = months.at(-1)?.month ?? ''
      expect(last < new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 7)).toBe(true)
    }))
  })

  it('say everywhere that they are invented', () => {
    for (const { source } of inventedMonths(new Date('2026-11-22T00:00:00Z'))) expect([source.vi, source.en]).toEqual([expect.stringContaining('dựng'), expect.stringContaining('invented')])
  })
})

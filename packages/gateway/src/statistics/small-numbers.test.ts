import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COUNTS, type CountName } from './counts.ts'
import { GROUPS, withheldCounts, withheldParts } from './small-numbers.ts'

const small = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.integer({ min: 0, max: 5000 }))
const threshold = fc.integer({ min: 1, max: 10 })
const month = fc.record(Object.fromEntries(COUNTS.map((name) => [name, small])) as Record<CountName, typeof small>)

const few = fc.integer({ min: 0, max: 15 })
const flow = fc.record({ counter: few, post: few, online: few, late: few, stopped: few, withdrawn: few, open: fc.array(few, { minLength: 4, maxLength: 4 }), feedback: fc.array(few, { minLength: 4, maxLength: 4 }) })

/** Months that hand over to one another; what is not otherwise accounted for was solved on time. */
function monthsOf(flows: ReadonlyArray<{ counter: number; post: number; online: number; late: number; stopped: number; withdrawn: number; open: number[]; feedback: number[] }>, first: number) {
  let carriedOver = first
  let unhandled = first
  return flows.map(({ counter, post, online, late, stopped, withdrawn, open, feedback }) => {
    const receivedNew = counter + post + online
    let left = receivedNew + carriedOver
    const take = (wanted: number): number => { const taken = Math.min(wanted, left); left -= taken; return taken }
    const [pendingInTime = 0, pendingLate = 0, waitingSupplement = 0, waitingPayment = 0] = open.map(take)
    const [feedbackReceived = 0, ...wanted] = feedback
    let toHandle = unhandled + feedbackReceived
    const [feedbackLate = 0, feedbackOpen = 0, feedbackOpenLate = 0] = wanted.map((count) => { const part = Math.min(count, toHandle); toHandle -= part; return part })
    unhandled = feedbackOpen + feedbackOpenLate
    const counts = {
      receivedNew, carriedOver, counter, post, online, pendingInTime, pendingLate, waitingSupplement, waitingPayment,
      solvedLate: take(late), stopped: take(stopped), withdrawn: take(withdrawn), solvedOnTime: left, feedbackReceived, feedbackInTime: toHandle, feedbackLate, feedbackOpen, feedbackOpenLate,
    }
    carriedOver = pendingInTime + pendingLate + waitingSupplement + waitingPayment
    return counts
  })
}

/** What everybody knows of published numbers: sums that must come out at nought, with the values that are shown put in. */
function equationsOf(months: ReadonlyArray<Partial<Record<CountName, number>>>): Array<Map<string, number>> {
  const [, , ended = [], open = [], sent = [], handled = [], unhandled = []] = GROUPS
  return months.flatMap((counts, at) => {
    const of = (names: readonly CountName[], factor: number, month = at): Array<[string, number]> => names.filter((name) => (months[month] ?? {})[name] !== undefined).map((name) => [`${month}/${name}`, factor])
    const equations = [new Map([...of(['receivedNew', 'carriedOver'], 1), ...of(ended, -1), ...of(open, -1)]), new Map([...of(['receivedNew'], 1), ...of(['online', 'counter', 'post'], -1)])]
    if (at + 1 === months.length || !counts) return equations
    const next = at + 1
    return [...equations, new Map([...of(open, 1), ...of(['carriedOver'], -1, next)]), new Map([...of(unhandled, 1), ...of(sent, 1, next), ...of([...handled, ...unhandled], -1, next)])]
  })
}

/** Unknowns that linear equations leave no choice for: those alone in a row once the system is solved. */
function determinedBy(unknowns: readonly string[], equations: ReadonlyArray<Map<string, number>>): Set<string> {
  const rows = equations.map((equation) => unknowns.map((name) => equation.get(name) ?? 0))
  let rank = 0
  for (let column = 0; column < unknowns.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    const row = rows[pivot]
    if (row === undefined) continue
    rows.splice(pivot, 1)
    rows.splice(rank, 0, row.map((value) => value / (row[column] ?? 1)))
    const [head] = rows.slice(rank, rank + 1)
    for (const [index, other] of rows.entries()) if (index !== rank && head) rows[index] = other.map((value, at) => value - (other[column] ?? 0) * (head[at] ?? 0))
    rank += 1
  }
  return new Set(rows.flatMap((row) => { const at = row.flatMap((value, index) => (Math.abs(value) > 1e-9 ? [index] : [])); return at.length === 1 ? [unknowns[at[0] ?? 0] ?? ''] : [] }))
}

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

  it('cannot be worked out from anything that stands beside them, in their month or in its neighbours', () => {
    fc.assert(fc.property(fc.array(flow, { minLength: 2, maxLength: 4 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 2, max: 8 }), (flows, open, below) => {
      const months = monthsOf(flows, open)
      const hidden = months.map((counts) => withheldCounts(counts, below))
      const unknowns = hidden.flatMap((withheld, at) => [...withheld.keys()].map((name) => `${at}/${name}`))
      const determined = determinedBy(unknowns, equationsOf(months))
      for (const [at, withheld] of hidden.entries()) for (const [name, why] of withheld) if (why === 'small') expect([name, determined.has(`${at}/${name}`)]).toEqual([name, false])
    }), { numRuns: process.env.MOTCUA_CONFORMANCE === 'full' ? 20_000 : 400 })
  })

  it('are all shown when the operator sets the threshold to 1', () => {
    fc.assert(fc.property(month, (counts) => { expect(withheldCounts(counts, 1).size).toBe(0) }))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder, turnFrom, type WaitingTicket } from './queue-order.ts'

const at = (time: string): Date => new Date(`2026-11-23T${time}:00+07:00`)
const order = (waiting: readonly WaitingTicket[]): string[] => inOrder(waiting).map(({ ticket }) => ticket)

describe('the order of the waiting room', () => {
  it('keeps an appointment’s own time for who comes early, and gives nobody else’s time to who comes late', () => {
    expect(order([
      { ticket: 'H001', arrivedAt: at('08:40'), startsAt: at('09:00') },
      { ticket: 'V002', arrivedAt: at('08:50') },
      { ticket: 'H003', arrivedAt: at('09:10'), startsAt: at('08:30') },
      { ticket: 'V004', arrivedAt: at('09:05') },
    ])).toEqual(['V002', 'H001', 'V004', 'H003'])
  })

  it('calls the operator’s priority groups first, in the operator’s order', () => {
    expect(order([{ ticket: 'V001', arrivedAt: at('08:00') }, { ticket: 'V002', arrivedAt: at('09:00'), priority: 1 }, { ticket: 'V003', arrivedAt: at('09:30'), priority: 0 }])).toEqual(['V003', 'V002', 'V001'])
  })

  const tickets = fc.uniqueArray(fc.record({
    ticket: fc.stringMatching(/^[HV]\d{3}$/), arrivedAt: fc.integer({ min: 0, max: 500 }).map((minute) => new Date(at('07:00').getTime() + minute * 60_000)),
    startsAt: fc.option(fc.integer({ min: 0, max: 20 }).map((slot) => new Date(at('07:00').getTime() + slot * 1_800_000)), { nil: undefined }), priority: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  }), { selector: ({ ticket }) => ticket, maxLength: 30 })

  it('does not depend on the order in which they are given', () => {
    fc.assert(fc.property(tickets.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
      expect(order(shuffled)).toEqual(order(list))
    }))
  })

  it('lets nobody who comes later than all overtake who waits, within a group and without an earlier appointment', () => {
    fc.assert(fc.property(tickets, (list) => {
      const last: WaitingTicket = { ticket: 'Z999', arrivedAt: new Date(at('07:00').getTime() + 501 * 60_000) }
      const overtaken = inOrder([...list, last])
      const behind = overtaken.slice(overtaken.indexOf(last) + 1)
      for (const ticket of behind) expect(turnFrom(ticket) >= turnFrom(last)).toBe(true)
      expect(behind.every(({ priority }) => priority === undefined)).toBe(true)
      expect(overtaken.filter((ticket) => ticket !== last)).toEqual(inOrder(list))
    }))
  })
})

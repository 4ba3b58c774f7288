import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedActs, stateAfter, TICKET_ACTS, TICKET_STATES, type TicketAct, type TicketState } from './life.ts'

describe('the life of an appointment', () => {
  it.each<[TicketState, TicketAct, TicketState | null]>([
    ['booked', 'arrive', 'arrived'], ['arrived', 'call', 'called'], ['called', 'recall', 'called'], ['called', 'serve', 'served'], ['called', 'no-show', 'no-show'],
    ['no-show', 'arrive', 'arrived'], ['booked', 'call', null], ['booked', 'serve', null], ['arrived', 'serve', null], ['called', 'call', null], ['called', 'cancel', null],
  ])('at the desk goes from %s by %s to %s', (state, act, after) => {
    expect(stateAfter(state, act, 'officer')).toBe(after)
  })

  it('is the citizen’s to move or to give up until they come, and never the citizen’s afterwards', () => {
    expect(allowedActs('booked', 'citizen')).toEqual(['move', 'cancel'])
    for (const state of TICKET_STATES) if (state !== 'booked') expect(allowedActs(state, 'citizen')).toEqual([])
  })

  it('whatever is tried in whatever order: nobody is served who was not called, nobody called who did not come, and the end is the end', () => {
    fc.assert(fc.property(fc.array(fc.record({ act: fc.constantFrom(...TICKET_ACTS), role: fc.constantFrom('citizen', 'officer') }), { maxLength: 40 }), (tries) => {
      let state: TicketState = 'booked'
      const done: TicketAct[] = []
      for (const { act, role } of tries) {
        const after = stateAfter(state, act, role)
        expect(after !== null).toBe(allowedActs(state, role).includes(act))
        if (after === null) continue
        if (act === 'call') expect(done.filter((one) => one !== 'recall').at(-1)).toBe('arrive')
        if (act === 'serve') expect(done.filter((one) => one !== 'recall').at(-1)).toBe('call')
        expect(['served', 'cancelled']).not.toContain(state)
        done.push(act)
        state = after
      }
    }), { numRuns: 2000 })
  })

  it('can be ended from every state that is no end', () => {
    const ends = (state: TicketState, seen: readonly TicketState[] = []): boolean => state === 'served' || state === 'cancelled'
      || allowedActs(state, 'officer').some((act) => { const next = stateAfter(state, act, 'officer'); return next !== null && !seen.includes(next) && ends(next, [...seen, state]) })
    for (const state of TICKET_STATES) expect(ends(state)).toBe(true)
  })
})

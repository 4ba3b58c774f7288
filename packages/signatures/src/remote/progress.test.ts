import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanceSigning, furtherSigning, isSigningOpen, isSigningOver, SIGNING_EVENTS, SIGNING_STATES } from './progress.ts'
import type { SigningEvent, SigningState } from './progress.ts'

const events = fc.array(fc.constantFrom(...SIGNING_EVENTS), { maxLength: 30 })
const after = (...list: readonly SigningEvent[]): SigningState => list.reduce(advanceSigning, 'chosen' as SigningState)
/** The states passed through, the first one included. */
const path = (list: readonly SigningEvent[]): SigningState[] => list.reduce<SigningState[]>((seen, event) => [...seen, advanceSigning(seen.at(-1) ?? 'chosen', event)], ['chosen'])

describe('the way of one signature', () => {
  it('leads from the file that was chosen to the record', () => {
    expect(path(['begin', 'asked', 'pending', 'pending', 'signed', 'verified', 'recorded'])).toEqual(['chosen', 'preparing', 'waiting', 'waiting', 'waiting', 'embedding', 'verified', 'recorded'])
  })

  it.each<[string, SigningEvent[], SigningState]>([
    ['an answer after it was cancelled', ['begin', 'asked', 'cancel', 'signed', 'verified', 'recorded'], 'cancelled'],
    ['an answer after it had expired', ['begin', 'asked', 'expired', 'signed', 'verified', 'recorded'], 'expired'],
    ['a second answer', ['begin', 'asked', 'signed', 'signed'], 'embedding'],
    ['a refusal after the signature', ['begin', 'asked', 'signed', 'refused'], 'embedding'],
    ['the clock, once the signature is here', ['begin', 'asked', 'signed', 'expired'], 'embedding'],
    ['a start that is heard of after cancelling', ['begin', 'cancel', 'asked'], 'cancelled'],
    ['a file that changed while the person was confirming', ['begin', 'asked', 'changed', 'signed'], 'changed'],
    ['cancelling once it is on record', ['begin', 'asked', 'signed', 'verified', 'recorded', 'cancel'], 'recorded'],
    ['a record without a check', ['begin', 'asked', 'signed', 'recorded'], 'embedding'],
    ['a signature that nobody asked for', ['signed'], 'chosen'],
  ])('is not turned by %s', (_case, list, end) => { expect(after(...list)).toBe(end) })
})

describe('whatever the order of events', () => {
  it('an end is left by nothing', () => {
    fc.assert(fc.property(fc.constantFrom(...SIGNING_STATES.filter(isSigningOver)), fc.constantFrom(...SIGNING_EVENTS), (state, event) => { expect(advanceSigning(state, event)).toBe(state) }))
  })

  it('nothing is recorded that was not begun, signed and verified, each in its turn', () => {
    fc.assert(fc.property(events, (list) => {
      const seen = path(list).filter((state, index, all) => state !== all[index - 1])
      if (seen.at(-1) !== 'recorded') return
      expect(seen.filter((state) => state !== 'waiting')).toEqual(['chosen', 'preparing', 'embedding', 'verified', 'recorded'])
    }))
  })

  it('hearing of everything twice, one after the other, leads to the same place', () => {
    fc.assert(fc.property(events, (list) => { expect(after(...list.flatMap((event) => [event, event]))).toBe(after(...list)) }))
  })

  it('it is embedded at most once, and cancelling ends it at any time before the record', () => {
    fc.assert(fc.property(events, (list) => {
      const seen = path(list)
      expect(seen.filter((state, index) => state === 'embedding' && seen[index - 1] !== 'embedding').length).toBeLessThanOrEqual(1)
      const cancelled = advanceSigning(seen.at(-1) ?? 'chosen', 'cancel')
      expect(isSigningOver(cancelled)).toBe(true)
      expect(isSigningOpen(cancelled)).toBe(false)
    }))
  })
})

describe('what is heard of a request', () => {
  it('leads to where it stands, in whatever order the answers arrive', () => {
    fc.assert(fc.property(events, fc.infiniteStream(fc.nat()), (list, dice) => {
      const heard = path(list)
      const shuffled = heard.map((state) => ({ state, at: dice.next().value ?? 0 })).toSorted((a, b) => a.at - b.at).map(({ state }) => state)
      expect(shuffled.reduce(furtherSigning, 'chosen')).toBe(heard.at(-1))
    }))
  })

  it('keeps the end it has heard of', () => {
    for (const end of SIGNING_STATES.filter(isSigningOver)) for (const late of SIGNING_STATES) expect(furtherSigning(end, late)).toBe(end)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedActs, FEEDBACK_ACTS, FEEDBACK_STATES, isHandled, needsWords, stateAfter, type FeedbackState } from './life-cycle.ts'

const acts = fc.array(fc.record({ kind: fc.constantFrom(...FEEDBACK_ACTS), role: fc.constantFrom('citizen' as const, 'officer' as const) }), { maxLength: 25 })

/** What a history leads to when every act that is refused is left out. */
function play(list: ReadonlyArray<{ kind: (typeof FEEDBACK_ACTS)[number]; role: 'citizen' | 'officer' }>) {
  let state: FeedbackState | 'none' = 'none'
  const taken = list.filter(({ kind, role }) => {
    const next = stateAfter(state, kind, role)
    if (next === undefined) return false
    state = next
    return true
  })
  return { state: state as FeedbackState | 'none', taken }
}

describe('the life of a feedback', () => {
  it.each([
    ['is answered and published', ['sent', 'accept', 'answer', 'publish'], 'published'],
    ['waits for the person, who says more', ['sent', 'ask', 'supply'], 'in-progress'],
    ['is answered although the person said no more', ['sent', 'ask', 'answer'], 'answered'],
    ['is refused at once', ['sent', 'refuse'], 'refused'],
    ['is taken back while it is handled', ['sent', 'accept', 'withdraw'], 'withdrawn'],
  ] as const)('%s', (_case, kinds, state) => {
    const { state: reached, taken } = play(kinds.map((kind) => ({ kind, role: kind === 'sent' || kind === 'supply' || kind === 'withdraw' ? 'citizen' : 'officer' })))
    expect([reached, taken.length]).toEqual([state, kinds.length])
  })

  it('is not refused any more once it was taken up', () => { expect(stateAfter('in-progress', 'refuse', 'officer')).toBeUndefined() })

  it('begins once, and with being sent', () => {
    fc.assert(fc.property(acts, (list) => {
      const { taken } = play(list)
      expect(taken.map(({ kind }) => kind).lastIndexOf('sent')).toBe(taken.length === 0 ? -1 : 0)
    }))
  })

  it('is answered at most once, and published only after it', () => {
    fc.assert(fc.property(acts, (list) => {
      const kinds = play(list).taken.map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'answer').length).toBeLessThanOrEqual(1)
      if (kinds.includes('publish')) expect(kinds.slice(-2)).toEqual(['answer', 'publish'])
    }))
  })

  it('ends for the person once it is handled: they can only read', () => {
    fc.assert(fc.property(acts, (list) => {
      const { state } = play(list)
      if (state !== 'none' && isHandled(state)) expect(allowedActs(state, 'citizen')).toEqual([])
    }))
  })

  it('gives the person’s acts to the person and the office’s to the office', () => {
    for (const state of [...FEEDBACK_STATES, 'none' as const]) {
      for (const kind of FEEDBACK_ACTS) expect(stateAfter(state, kind, 'citizen') !== undefined && stateAfter(state, kind, 'officer') !== undefined).toBe(false)
    }
  })

  it('has a way out of every state that is not handled, and words for whatever must be explained', () => {
    for (const state of FEEDBACK_STATES) expect(allowedActs(state, 'officer').length > 0 || isHandled(state)).toBe(true)
    expect(FEEDBACK_ACTS.filter(needsWords)).toEqual(['sent', 'ask', 'supply', 'answer', 'refuse', 'publish'])
  })
})

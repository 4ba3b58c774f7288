import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { announcedCalendar } from '../test/calendar-2026.ts'
import { allowedSteps, applyStep, newDossier, type LifeCycle } from './life-cycle.ts'
import { DOSSIER_STATES, stateEntry } from './states.ts'
import { STEP_ACTORS, STEP_KINDS, statesAfter, type Step, type StepKind, type StepRole } from './steps.ts'
import { REFUSAL_WORDS, STEP_REFUSALS } from './refusals.ts'

const deadline = { timeLimit: { value: 3, unit: 'workingDay' }, calendar: announcedCalendar() } as const
const HASH = 'a'.repeat(64)

function step(kind: StepKind, at: string, extra: { role?: StepRole; documents?: string[]; reason?: string } = {}): Step {
  const by = { role: extra.role ?? STEP_ACTORS[kind][0] ?? 'system' }
  const { documents = ['authorisation'], reason = 'Giấy ủy quyền mờ, không đọc được.' } = extra
  switch (kind) {
    case 'refuse': case 'stop': case 'request-payment': return { kind, at, by, reason }
    case 'withdrawn': return { kind, at, by }
    case 'request-supplement': return { kind, at, by, documents, note: reason }
    case 'supplement-answered': return { kind, at, by, documents }
    case 'finish': return { kind, at, by, resultFiles: [HASH] }
    default: return { kind, at, by }
  }
}

const start = () => newDossier({ code: 'H01.02-261116-0001', documents: ['authorisation', 'proof'], maxSupplementRequests: 1 })

function after(...kinds: StepKind[]): LifeCycle {
  return kinds.reduce((dossier, kind, index) => {
    const result = applyStep(dossier, step(kind, `2026-11-16T${String(8 + index).padStart(2, '0')}:00:00+07:00`), deadline)
    if (!result.ok) throw new Error(`${kind}: ${result.code}`)
    return result.dossier
  }, start())
}

function refusal(dossier: LifeCycle, tried: Step): string | undefined {
  const result = applyStep(dossier, tried, deadline)
  return result.ok ? undefined : result.code
}

describe('the story of a dossier', () => {
  it('goes from submission over one supplement to the result in the hand', () => {
    const done = after('submitted', 'paid', 'receive', 'process', 'request-supplement', 'supplement-answered', 'finish', 'return')
    expect(done).toMatchObject({ state: 10, supplementRequests: 1, resultFiles: [HASH], stoppedAt: null, endedAt: '2026-11-16T14:00:00+07:00' })
    expect(done.supplement).toMatchObject({ documents: ['authorisation'], beforeReception: false, answeredAt: '2026-11-16T13:00:00+07:00' })
  })

  it('stops the clock for the supplement and gives the time back', () => {
    const waiting = after('submitted', 'receive', 'process', 'request-supplement')
    expect(waiting).toMatchObject({ dueAt: '2026-11-19T17:00:00+07:00', stoppedAt: '2026-11-16T11:00:00+07:00' })
    const answered = applyStep(waiting, step('supplement-answered', '2026-11-19T09:00:00+07:00'), deadline)
    expect(answered.ok && answered.dossier).toMatchObject({ state: 4, stoppedAt: null, dueAt: '2026-11-25T17:00:00+07:00' })
  })

  it('goes on when what was owed is paid', () => {
    const owing = after('submitted', 'receive', 'process', 'request-payment')
    expect(owing).toMatchObject({ state: 6, stoppedAt: '2026-11-16T11:00:00+07:00' })
    const paid = applyStep(owing, step('paid', '2026-11-17T08:00:00+07:00'), deadline)
    expect(paid.ok && paid.dossier).toMatchObject({ state: 4, stoppedAt: null, dueAt: '2026-11-20T17:00:00+07:00' })
  })

  it('waits for an officer after a supplement that was asked for before reception', () => {
    const asked = after('submitted', 'request-supplement')
    expect(asked).toMatchObject({ state: 5, dueAt: null, stoppedAt: null })
    expect(refusal(asked, step('receive', '2026-11-16T10:00:00+07:00'))).toBe('supplement-not-answered')
    const received = after('submitted', 'request-supplement', 'supplement-answered', 'receive')
    expect(received).toMatchObject({ state: 2, receivedAt: '2026-11-16T11:00:00+07:00', dueAt: '2026-11-19T17:00:00+07:00' })
  })
})

describe('what is refused', () => {
  const at = '2026-11-16T18:00:00+07:00'
  it.each<[string, LifeCycle, Step, string]>([
    ['a second supplement request', after('submitted', 'receive', 'process', 'request-supplement', 'supplement-answered'), step('request-supplement', at), 'supplement-limit-reached'],
    ['a paper outside the list', after('submitted', 'receive', 'process'), step('request-supplement', at, { documents: ['household-book'] }), 'document-not-in-list'],
    ['a supplement request for nothing', after('submitted'), step('request-supplement', at, { documents: [] }), 'supplement-without-documents'],
    ['answering with another paper', after('submitted', 'request-supplement'), step('supplement-answered', at, { documents: ['proof'] }), 'supplement-documents-differ'],
    ['answering with one paper more', after('submitted', 'request-supplement'), step('supplement-answered', at, { documents: ['authorisation', 'proof'] }), 'supplement-documents-differ'],
    ['answering twice', after('submitted', 'request-supplement', 'supplement-answered'), step('supplement-answered', at), 'no-open-supplement'],
    ['refusing without a reason', after('submitted'), step('refuse', at, { reason: '  ' }), 'reason-required'],
    ['refusing after reception', after('submitted', 'receive'), step('refuse', at), 'not-allowed-in-state'],
    ['finishing without a result', after('submitted', 'receive', 'process'), { kind: 'finish', at, by: { role: 'officer' }, resultFiles: [] }, 'result-required'],
    ['opening a finished dossier again', after('submitted', 'receive', 'process', 'finish'), step('process', at), 'correction-not-supported'],
    ['withdrawing a finished dossier', after('submitted', 'receive', 'process', 'finish'), step('withdrawn', at), 'not-allowed-in-state'],
    ['anything after the return', after('submitted', 'receive', 'process', 'finish', 'return'), step('paid', at), 'dossier-ended'],
    ['an officer who records money', after('submitted'), step('paid', at, { role: 'officer' }), 'not-allowed-for-role'],
    ['a citizen who receives', after('submitted'), step('receive', at, { role: 'citizen' }), 'not-allowed-for-role'],
    ['a step before the last one', after('submitted'), step('receive', '2026-11-16T07:59:59+07:00'), 'time-goes-back'],
    ['a time without offset', after('submitted'), step('receive', '2026-11-16T09:00:00'), 'time-invalid'],
    ['reception when no due time can be computed', after('submitted'), step('receive', '2026-12-30T09:00:00+07:00'), 'calendar-unknown'],
  ])('%s', (_, dossier, tried, code) => {
    expect(refusal(dossier, tried)).toBe(code)
  })

  it('has words for every refusal', () => {
    for (const code of STEP_REFUSALS) expect(REFUSAL_WORDS[code].vi).toBe(REFUSAL_WORDS[code].vi.normalize('NFC'))
  })
})

describe('any order of steps', () => {
  const tries = fc.array(fc.record({
    kind: fc.constantFrom(...STEP_KINDS), role: fc.constantFrom<StepRole>('citizen', 'officer', 'system'), minutes: fc.integer({ min: -30, max: 3_000 }),
    documents: fc.subarray(['authorisation', 'proof', 'household-book']),
    // Half of the tries follow the table, so that the deep states are reached too.
    sensible: fc.option(fc.nat(20)),
  }), { maxLength: 40 })

  function sensibly(dossier: LifeCycle, choice: number): { kind: StepKind; role: StepRole; documents: string[] } | null {
    const allowed = allowedSteps(dossier)
    const kind = allowed[choice % Math.max(1, allowed.length)]
    const open = dossier.supplement?.answeredAt === null ? dossier.supplement.documents : ['proof']
    return kind === undefined ? null : { kind, role: STEP_ACTORS[kind][0] ?? 'system', documents: [...open] }
  }

  it('never leaves the table, never runs the clock in 5 or 6, and never asks twice', () => {
    const reached = new Set<number | null>()
    fc.assert(fc.property(tries, (attempts) => {
      let dossier = start()
      let now = Date.parse('2026-03-02T08:00:00+07:00')
      for (const attempt of attempts) {
        const { minutes } = attempt
        const { kind, role, documents } = (attempt.sensible === null ? null : sensibly(dossier, attempt.sensible)) ?? attempt
        const at = new Date(now + minutes * 60_000).toISOString()
        const before = structuredClone(dossier)
        const result = applyStep(dossier, step(kind, at, { role, documents }), deadline)
        expect(dossier).toEqual(before)
        if (!result.ok) { expect(STEP_REFUSALS).toContain(result.code); continue }
        now = Math.max(now, Date.parse(at))
        const { state } = result.dossier
        reached.add(state)
        expect(allowedSteps(before, role)).toContain(kind)
        expect(statesAfter(before.state, kind)).toContain(state)
        if (before.state !== null) expect(stateEntry(before.state).final).toBe(false)
        dossier = result.dossier
        const clock = state === null ? 'not-started' : stateEntry(state).clock
        expect(dossier.stoppedAt !== null).toBe(clock === 'stopped' && dossier.receivedAt !== null)
        if (clock === 'runs') expect(dossier.dueAt).not.toBeNull()
        if (before.dueAt !== null && dossier.dueAt !== null) expect(Date.parse(dossier.dueAt)).toBeGreaterThanOrEqual(Date.parse(before.dueAt))
        expect(dossier.supplementRequests).toBeLessThanOrEqual(1)
        expect(dossier.endedAt !== null).toBe(clock === 'ended')
        if (state === 9 || state === 10) expect(dossier.resultFiles).not.toHaveLength(0)
      }
    }), { numRuns: 500, seed: 2026 })
    expect([...reached].sort()).toHaveLength(DOSSIER_STATES.length)
  })

  it('can always end: from every state that is not final some step leads on', () => {
    for (const { code, final } of DOSSIER_STATES) {
      expect(STEP_KINDS.some((kind) => statesAfter(code, kind).some((next) => next !== code))).toBe(!final)
    }
  })
})

describe('allowedSteps', () => {
  it('offers each actor what is theirs', () => {
    const filed = after('submitted')
    expect(allowedSteps(filed, 'officer')).toEqual(['receive', 'refuse', 'request-supplement'])
    expect(allowedSteps(filed, 'citizen')).toEqual(['withdrawn'])
    expect(allowedSteps(filed, 'system')).toEqual(['paid'])
    expect(allowedSteps(after('submitted', 'receive', 'process', 'finish', 'return'))).toEqual([])
  })

  it('no longer offers a supplement request once the policy is used up', () => {
    expect(allowedSteps(after('submitted', 'receive', 'process', 'request-supplement', 'supplement-answered'), 'officer')).toEqual(['request-payment', 'stop', 'finish'])
  })
})

import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Issue } from '@motcua/core/issue'
import type { JsonValue } from '@motcua/core/json'
import { FORMS } from '../test/fixtures/forms.ts'
import { definition } from '../test/fixtures/definitions.ts'
import { startChecks } from './checks.ts'
import type { Check } from './checks.ts'
import { createForm } from './index.ts'

const finding = (pointer: string, code: string, severity: Issue['severity'] = 'error'): Issue => ({ pointer, code, params: {}, source: 'server', severity, clears: 'revalidate' })
const fresh = (name: string) => createForm({ definition: FORMS[name] ?? definition({ pages: [], schema: {} }) })
/** A register that answers when told to. */
function register(): { check: Check; calls: JsonValue[]; aborted: JsonValue[]; answer: (value: JsonValue, issues: readonly Issue[] | Error) => Promise<void> } {
  const waiting = new Map<JsonValue, { resolve: (issues: readonly Issue[]) => void; reject: (error: Error) => void }>()
  const calls: JsonValue[] = []
  const aborted: JsonValue[] = []
  return {
    calls, aborted,
    check: (value, { signal }) => new Promise((resolve, reject) => {
      calls.push(value)
      signal.addEventListener('abort', () => aborted.push(value))
      waiting.set(value, { resolve, reject })
    }),
    async answer(value, issues) {
      const call = waiting.get(value)
      if (issues instanceof Error) call?.reject(issues)
      else call?.resolve(issues)
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('asynchronous checks', () => {
  it('wait until the person stops typing', async () => {
    const form = fresh('request')
    const { check, calls } = register()
    startChecks(form, { '/requester/phone': check })
    for (const phone of ['0912345671', '0912345672', '0912345673']) {
      form.setValue('/requester/phone', phone)
      await vi.advanceTimersByTimeAsync(399)
    }
    expect(calls).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(calls).toEqual(['0912345673'])
  })

  it('show what they find at once, and it blocks', async () => {
    const form = fresh('request')
    const { check, answer } = register()
    startChecks(form, { '/requester/phone': check })
    form.setValue('/requester/phone', '0912345678')
    await vi.advanceTimersByTimeAsync(400)
    await answer('0912345678', [finding('/requester/phone', 'notInService')])
    expect(form.issues.value.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/requester/phone notInService'])
    expect(form.validatePage('who').map(({ code }) => code)).toContain('notInService')
  })

  it('do not block with a warning', async () => {
    const form = fresh('request')
    const { check, answer } = register()
    startChecks(form, { '/reason': check })
    form.setValue('/reason', 'vay vốn')
    await vi.advanceTimersByTimeAsync(400)
    await answer('vay vốn', [finding('/reason', 'unusual', 'warning')])
    expect(form.field('/reason').issues.value.map(({ code }) => code)).toEqual(['unusual'])
    expect(form.validatePage('what')).toEqual([])
  })

  it('are cancelled by an edit, and a late answer is ignored', async () => {
    const form = fresh('request')
    const { check, aborted, answer } = register()
    startChecks(form, { '/requester/phone': check })
    form.setValue('/requester/phone', '0912345678')
    await vi.advanceTimersByTimeAsync(400)
    form.setValue('/requester/phone', '0987654321')
    expect(aborted).toEqual(['0912345678'])
    await answer('0912345678', [finding('/requester/phone', 'notInService')])
    expect(form.issues.value).toEqual([])
  })

  it('lose what they found with the next edit, whatever they said it clears with', async () => {
    const form = fresh('request')
    const { check, answer } = register()
    startChecks(form, { '/requester/phone': check })
    form.setValue('/requester/phone', '0912345678')
    await vi.advanceTimersByTimeAsync(400)
    await answer('0912345678', [finding('/requester/phone', 'notInService')])
    form.setValue('/requester/phone', '0912345679')
    expect(form.issues.value).toEqual([])
  })

  it('are not asked about answers that the schema refuses, that are empty or hidden', async () => {
    const form = fresh('request')
    const { check, calls } = register()
    startChecks(form, { '/requester/phone': check, '/relation': check, '/reason': check })
    form.setValue('/requester/phone', '09')
    form.setValue('/relation', 'child')
    form.setValue('/reason', 'x')
    form.clear('/reason')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(calls).toEqual([])
    form.setValue('/capacity', 'authorised')
    await vi.advanceTimersByTimeAsync(400)
    expect(calls).toEqual(['child'])
  })

  it('that fail themselves block nobody and are told', async () => {
    const form = fresh('request')
    const { check, answer } = register()
    const problems: string[] = []
    const { pending } = startChecks(form, { '/reason': check }, { onProblem: (pointer, error) => problems.push(`${pointer} ${String(error)}`) })
    form.setValue('/reason', 'x')
    await vi.advanceTimersByTimeAsync(400)
    expect(pending.value).toEqual(['/reason'])
    await answer('x', new Error('offline'))
    expect([problems, pending.value, form.issues.value]).toEqual([['/reason Error: offline'], [], []])
  })

  it('follow their row by its key, and end with it', async () => {
    const form = fresh('family')
    const { check, calls, aborted, answer } = register()
    const { pending } = startChecks(form, { '/children/-/name': check })
    form.repeat('/children').add()
    form.setValue('/children/r1/name', 'An')
    form.setValue('/children/r2/name', 'Bình')
    await vi.advanceTimersByTimeAsync(400)
    form.repeat('/children').move('r2', 0)
    await answer('Bình', [finding('/children/r2/name', 'twice')])
    expect(form.issues.value.map(({ pointer }) => pointer)).toEqual(['/children/r2/name'])
    form.repeat('/children').remove('r1')
    await answer('An', [finding('/children/r1/name', 'twice')])
    expect([calls, aborted, pending.value, form.issues.value.length]).toEqual([['An', 'Bình'], ['An'], [], 1])
  })

  it('survive a server answer beside them, and leave the server its own', async () => {
    const form = fresh('request')
    const { check, answer } = register()
    startChecks(form, { '/reason': check })
    form.setValue('/reason', 'x')
    await vi.advanceTimersByTimeAsync(400)
    await answer('x', [finding('/reason', 'unusual')])
    form.applyServerIssues([finding('/reason', 'REFUSED')])
    expect(form.field('/reason').issues.value.map(({ code }) => code)).toEqual(['unusual', 'REFUSED'])
    form.applyServerIssues([])
    expect(form.field('/reason').issues.value.map(({ code }) => code)).toEqual(['unusual'])
  })

  it('settle: what waits runs at once, and the promise is for all of it', async () => {
    const form = fresh('request')
    const { check, calls, answer } = register()
    const checks = startChecks(form, { '/reason': check })
    form.setValue('/reason', 'x')
    let isSettled = false
    const settled = checks.settle().then(() => { isSettled = true })
    expect(calls).toEqual(['x'])
    await vi.advanceTimersByTimeAsync(0)
    expect(isSettled).toBe(false)
    await answer('x', [])
    await settled
    expect(calls).toEqual(['x'])
  })

  it('stop for good', async () => {
    const form = fresh('request')
    const { check, calls } = register()
    const checks = startChecks(form, { '/reason': check })
    form.setValue('/reason', 'x')
    checks.stop()
    form.setValue('/reason', 'y')
    await vi.advanceTimersByTimeAsync(1_000)
    expect([calls, checks.pending.value]).toEqual([[], []])
  })

  it('show only what was found of the last answer, in whatever order answers and results come', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('set', 'wait', 'answer'), fc.nat(3)), { maxLength: 25 }), async steps => {
      const form = fresh('request')
      const { check, calls, answer } = register()
      const checks = startChecks(form, { '/reason': check })
      let last: string | undefined
      for (const [step, n] of steps) {
        // Every text is new, so that a result names the answer it is for.
        if (step === 'set') form.setValue('/reason', last = `x${calls.length}-${n}-${last?.length ?? 0}`.slice(0, 40))
        else if (step === 'wait') await vi.advanceTimersByTimeAsync(n * 200)
        else if (calls.length > 0) {
          const value = String(calls[n % calls.length])
          await answer(value, [finding('/reason', value)])
        }
        expect(form.issues.value.every(({ code }) => code === last)).toBe(true)
      }
      checks.stop()
    }), { numRuns: 300 })
  })
})

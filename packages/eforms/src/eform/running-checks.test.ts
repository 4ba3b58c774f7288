import { createForm } from '@motcua/form-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fixtureDefinition } from '../testing/definition.ts'
import { RunningAnswerChecks } from './running-checks.ts'

afterEach(() => { vi.useRealTimers() })

describe('RunningAnswerChecks', () => {
  it('goes on without a check that never answers', async () => {
    vi.useFakeTimers()
    const form = createForm({ definition: fixtureDefinition() })
    const checks = new RunningAnswerChecks(() => undefined)
    checks.start(form, { '/requester/phone': () => new Promise(() => undefined) })
    form.setValue('/requester/phone', '0912345678')
    let isSettled = false
    void checks.settle().then(() => { isSettled = true })
    await vi.advanceTimersByTimeAsync(9_000)
    expect([checks.isChecking, isSettled]).toEqual([true, false])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(isSettled).toBe(true)
    checks.stop()
  })
})

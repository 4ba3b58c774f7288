import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IdleWatch } from './idle-watch.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

function watch(isInUse = () => true): { idle: IdleWatch; wiped: () => number } {
  let wiped = 0
  return { idle: new IdleWatch({ idleMs: 180_000, isInUse, changed: () => undefined, expired: () => { wiped++ } }), wiped: () => wiped }
}

describe('a machine that nobody touches', () => {
  it('counts down in sight for a minute before it is wiped', () => {
    const { idle, wiped } = watch()
    vi.advanceTimersByTime(179_999)
    expect(idle.left).toBeUndefined()
    vi.advanceTimersByTime(1)
    expect(idle.left).toBe(60)
    vi.advanceTimersByTime(59_000)
    expect([idle.left, wiped()]).toEqual([1, 0])
    vi.advanceTimersByTime(1000)
    expect([idle.left, wiped()]).toEqual([undefined, 1])
  })

  it('starts anew with any touch, more than ten times', () => {
    const { idle, wiped } = watch()
    for (let times = 0; times < 12; times++) {
      vi.advanceTimersByTime(239_000)
      expect(idle.left).toBe(1)
      idle.touch()
      expect(idle.left).toBeUndefined()
    }
    expect(wiped()).toBe(0)
  })

  it('has nothing to count down for while nobody uses it', () => {
    const { idle, wiped } = watch(() => false)
    vi.advanceTimersByTime(3_600_000)
    expect([idle.left, wiped()]).toEqual([undefined, 0])
  })

  it('is wiped for whoever wakes it after it slept', () => {
    const { idle, wiped } = watch()
    vi.setSystemTime(Date.now() + 3_600_000)
    idle.touch()
    expect(wiped()).toBe(1)
  })

  it('counts down no more once it is stopped', () => {
    const { idle, wiped } = watch()
    idle.stop()
    vi.advanceTimersByTime(3_600_000)
    expect([idle.left, wiped()]).toEqual([undefined, 0])
  })
})

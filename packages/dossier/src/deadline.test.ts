import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { announcedCalendar } from '../test/calendar-2026.ts'
import { computeDue, describeDueNote, isLate, resumeDue, type DeadlinePolicy } from './deadline.ts'

const calendar = announcedCalendar()
const sameDay = { value: 0, unit: 'sameDay', cutOff: '15:00' } as const
const workingDays = (value: number) => ({ value, unit: 'workingDay' }) as const
const days = (value: number) => ({ value, unit: 'day' }) as const

describe('computeDue', () => {
  // 15:00 rule: Luật Hộ tịch 60/2014/QH13, article 5(3) (checked 2026-07-18, CONFIRMED); holidays: notice 9441/TB-BNV and
  // Resolution 28/2026/QH16 (checked 2026-11).
  it.each([
    ['Friday 15:30 goes to Monday', sameDay, '2026-11-20T15:30:00+07:00', '2026-11-23', 'after-cut-off'],
    ['29/04/2026 16:00 goes over both holidays and the weekend', sameDay, '2026-04-29T16:00:00+07:00', '2026-05-04', 'after-cut-off'],
    ['15:00 sharp is still in time', sameDay, '2026-11-20T15:00:00+07:00', '2026-11-20', 'counted'],
    ['one second later is not', sameDay, '2026-11-20T15:00:01+07:00', '2026-11-23', 'after-cut-off'],
    ['an instant in UTC counts in Vietnamese time', sameDay, '2026-11-20T08:30:00Z', '2026-11-23', 'after-cut-off'],
    ['before opening counts that day', sameDay, '2026-11-20T05:00:00+07:00', '2026-11-20', 'counted'],
    ['a Saturday goes to Monday', sameDay, '2026-11-21T09:00:00+07:00', '2026-11-23', 'not-a-working-day'],
    ['the new holiday 24/11 is a day off', sameDay, '2026-11-23T15:10:00+07:00', '2026-11-25', 'after-cut-off'],
    ['three working days after Monday, with 24/11 off', workingDays(3), '2026-11-23T10:00:00+07:00', '2026-11-27', 'counted'],
    ['after 17:00 counts from the next working day', workingDays(3), '2026-11-16T18:00:00+07:00', '2026-11-20', 'outside-office-hours'],
    ['17:00 sharp counts that day', workingDays(3), '2026-11-16T17:00:00+07:00', '2026-11-19', 'counted'],
    ['calendar days ending on a Sunday move to Monday', days(6), '2026-11-16T10:00:00+07:00', '2026-11-23', 'counted'],
  ] as const)('%s', (_, limit, receivedAt, dueDay, code) => {
    const due = computeDue(limit, receivedAt, calendar)
    expect(due.dueAt).toBe(`${dueDay}T17:00:00+07:00`)
    expect(due.note.code).toBe(code)
    expect(describeDueNote(due.note).vi).not.toBe('')
  })

  it('takes the closing hour of the office as a parameter', () => {
    expect(computeDue(sameDay, '2026-11-20T09:00:00+07:00', calendar, { officeEnd: '16:30' }).dueAt).toBe('2026-11-20T16:30:00+07:00')
  })

  it('gives no due time where the holidays are not announced yet, and says which day is missing', () => {
    const due = computeDue(sameDay, '2026-12-31T15:30:00+07:00', calendar)
    expect(due).toEqual({ dueAt: null, countsFrom: null, note: { code: 'calendar-unknown', params: { day: '2027-01-01', knownThrough: '2026-12-31' } } })
  })

  it('names the cut-off hour in the sentence of the intake slip', () => {
    const { note } = computeDue(sameDay, '2026-11-20T15:30:00+07:00', calendar)
    expect(describeDueNote(note)).toEqual({
      vi: 'Nhận sau 15:00 nên trả kết quả trong ngày làm việc tiếp theo.', en: 'Received after 15:00, so the result is due on the next working day.',
    })
  })

  it('refuses an instant without offset and a limit of half a day', () => {
    expect(() => computeDue(sameDay, '2026-11-20T15:30:00', calendar)).toThrow(RangeError)
    expect(() => computeDue(workingDays(0.5), '2026-11-20T15:30:00+07:00', calendar)).toThrow(TypeError)
  })

  const instants = fc.integer({ min: Date.parse('2026-01-01T00:00:00+07:00'), max: Date.parse('2026-10-31T00:00:00+07:00') })
  const limits = fc.oneof(fc.constant(sameDay), fc.nat(20).map(workingDays), fc.nat(30).map(days))
  const at = (ms: number) => new Date(ms).toISOString()
  const due = (limit: DeadlinePolicy['timeLimit'], ms: number) => computeDue(limit, at(ms), calendar).dueAt ?? ''

  it('is monotone: who comes later is never due earlier, and is due on a working day not before coming', () => {
    fc.assert(fc.property(limits, instants, instants, (limit, a, b) => {
      const [first, second] = a <= b ? [a, b] : [b, a]
      expect(Date.parse(due(limit, first))).toBeLessThanOrEqual(Date.parse(due(limit, second)))
      expect(Date.parse(due(limit, first))).toBeGreaterThanOrEqual(first)
      expect(calendar.isWorkingDay(due(limit, first).slice(0, 10))).toEqual({ success: true, value: true })
    }))
  })

  it('is monotone in the limit', () => {
    fc.assert(fc.property(fc.nat(20), instants, (value, ms) => {
      expect(Date.parse(due(workingDays(value), ms))).toBeLessThan(Date.parse(due(workingDays(value + 1), ms)))
    }))
  })
})

describe('resumeDue', () => {
  const policy = (timeLimit: DeadlinePolicy['timeLimit']): DeadlinePolicy => ({ timeLimit, calendar })

  it('gives back the working days that were left, over a holiday', () => {
    const due = resumeDue('2026-11-19T17:00:00+07:00', { ...policy(workingDays(3)), stoppedAt: '2026-11-17T09:00:00+07:00', resumedAt: '2026-11-20T09:00:00+07:00' })
    expect(due.dueAt).toBe('2026-11-25T17:00:00+07:00')
    expect(due.note).toEqual({ code: 'time-stopped', params: { days: 3 } })
  })

  it.each([
    ['answered before the cut-off: the same day', '2026-11-18T14:00:00+07:00', '2026-11-18'],
    ['answered after the cut-off: the next working day', '2026-11-18T15:30:00+07:00', '2026-11-19'],
    ['answered at the weekend: Monday', '2026-11-21T10:00:00+07:00', '2026-11-23'],
  ])('same-day procedure stopped in the morning, %s', (_, resumedAt, dueDay) => {
    expect(resumeDue('2026-11-16T17:00:00+07:00', { ...policy(sameDay), stoppedAt: '2026-11-16T10:00:00+07:00', resumedAt }).dueAt).toBe(`${dueDay}T17:00:00+07:00`)
  })

  it('leaves a dossier late that was late before it was stopped', () => {
    const due = resumeDue('2026-11-16T17:00:00+07:00', { ...policy(workingDays(3)), stoppedAt: '2026-11-17T10:00:00+07:00', resumedAt: '2026-11-20T10:00:00+07:00' })
    expect(due).toMatchObject({ dueAt: '2026-11-16T17:00:00+07:00', note: { code: 'late-before-stop' } })
    expect(isLate(due.dueAt ?? '', '2026-11-20T10:00:00+07:00')).toBe(true)
  })

  it('never takes time away, never lies before the resumption, and keeps what was left', () => {
    const start = Date.parse('2026-03-02T08:00:00+07:00')
    fc.assert(fc.property(fc.integer({ min: 1, max: 15 }), fc.nat(10 * 24 * 60), fc.nat(40 * 24 * 60), (value, stopMinutes, stopLength) => {
      const receivedAt = new Date(start).toISOString()
      const dueAt = computeDue(workingDays(value), receivedAt, calendar).dueAt ?? ''
      const stoppedAt = new Date(start + stopMinutes * 60_000).toISOString()
      const resumedAt = new Date(start + (stopMinutes + stopLength) * 60_000).toISOString()
      const resumed = resumeDue(dueAt, { ...policy(workingDays(value)), stoppedAt, resumedAt })
      expect(Date.parse(resumed.dueAt ?? '')).toBeGreaterThanOrEqual(Date.parse(dueAt))
      if (isLate(dueAt, stoppedAt)) return
      expect(isLate(resumed.dueAt ?? '', resumedAt)).toBe(false)
    }))
  })

  it('changes nothing when the clock stands still for no working time', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 15 }), fc.nat(10 * 24 * 60), (value, minutes) => {
      const at = new Date(Date.parse('2026-03-02T08:00:00+07:00') + minutes * 60_000).toISOString()
      const dueAt = '2026-04-01T17:00:00+07:00'
      expect(resumeDue(dueAt, { ...policy(workingDays(value)), stoppedAt: at, resumedAt: at }).dueAt).toBe(dueAt)
    }))
  })
})

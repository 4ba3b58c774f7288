import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../test/vectors/working-calendar.json' with { type: 'json' }
import { CalendarDataError, createWorkingCalendar } from './calendar.ts'
import { addDays } from './dates.ts'

const calendar = createWorkingCalendar(vectors)
const dayOf2026 = fc.nat(364).map((days) => addDays('2026-01-01', days))

describe('the working calendar of 2026', () => {
  it.each(vectors.nextWorkingDay.map(({ after, gives, why }) => [after, gives, why] as const))('after %s comes %s: %s', (after, gives) => {
    expect(calendar.nextWorkingDay(after)).toEqual({ success: true, value: gives })
  })

  it('counts every working day of the year', () => {
    // Recomputed day by day from the lists and the platform's weekdays.
    let expected = 0
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
      if (weekend ? vectors.workingSaturdays.includes(day) : !vectors.holidays.includes(day)) expected += 1
    }
    expect(calendar.workingDaysBetween('2026-01-01', '2026-12-31')).toEqual({ success: true, value: expected })
  })

  it('ends a term that falls on a rest day on the next working day', () => {
    expect(calendar.onOrNextWorkingDay('2026-04-30')).toEqual({ success: true, value: '2026-05-04' })
    expect(calendar.onOrNextWorkingDay('2026-05-04')).toEqual({ success: true, value: '2026-05-04' })
  })

  it('does not count the day of the event', () => {
    expect(calendar.addWorkingDays('2026-07-20', 3)).toEqual({ success: true, value: '2026-07-23' })
    expect(calendar.addWorkingDays('2026-07-19', 0)).toEqual({ success: true, value: '2026-07-19' })
  })

  it('counts between what it added', () => {
    fc.assert(fc.property(dayOf2026, fc.nat(40), (day, count) => {
      const end = calendar.addWorkingDays(day, count)
      fc.pre(end.success)
      if (!end.success) return
      expect(calendar.workingDaysBetween(day, end.value)).toEqual({ success: true, value: count })
      expect(calendar.workingDaysBetween(end.value, day)).toEqual({ success: true, value: count === 0 ? 0 : -count })
      if (count > 0) expect(calendar.isWorkingDay(end.value)).toEqual({ success: true, value: true })
    }))
  })
})

describe('outside the announced notices', () => {
  it('says so and does not guess', () => {
    const error = { code: 'outsideKnownRange', day: '2027-01-01', knownFrom: '2026-01-01', knownThrough: '2026-12-31' }
    expect(calendar.isWorkingDay('2027-01-01')).toEqual({ success: false, error })
    expect(calendar.nextWorkingDay('2026-12-31')).toEqual({ success: false, error })
    expect(calendar.addWorkingDays('2026-12-30', 5)).toEqual({ success: false, error })
    expect(calendar.workingDaysBetween('2026-12-01', '2027-01-01')).toEqual({ success: false, error })
    expect(calendar.isWorkingDay('2025-12-31').success).toBe(false)
    expect(calendar.workingDaysBetween('2026-01-05', '2025-12-31')).toMatchObject({ success: false, error: { day: '2025-12-31' } })
  })

  it('still answers up to the last known day', () => {
    expect(calendar.nextWorkingDay('2026-12-30')).toEqual({ success: true, value: '2026-12-31' })
  })
})

describe('calendar data', () => {
  it.each<[string, Parameters<typeof createWorkingCalendar>[0]]>([
    ['a day that does not exist', { holidays: ['2026-02-30'], workingSaturdays: [], knownThrough: '2026-12-31' }],
    ['a day both off and worked', { holidays: ['2026-08-22'], workingSaturdays: ['2026-08-22'], knownThrough: '2026-12-31' }],
    ['a working Saturday on a Monday', { holidays: [], workingSaturdays: ['2026-08-24'], knownThrough: '2026-12-31' }],
    ['no first known day', { holidays: [], workingSaturdays: [], knownThrough: '2026-12-31' }],
    ['an end before the beginning', { holidays: ['2026-01-01'], workingSaturdays: [], knownThrough: '2025-12-31' }],
  ])('refuses %s', (_name, data) => {
    expect(() => createWorkingCalendar(data)).toThrow(CalendarDataError)
  })

  it('refuses to be asked about a day that does not exist', () => {
    expect(() => calendar.isWorkingDay('2026-02-30')).toThrow(RangeError)
    expect(() => calendar.addWorkingDays('2026-03-01', -1)).toThrow(RangeError)
  })
})

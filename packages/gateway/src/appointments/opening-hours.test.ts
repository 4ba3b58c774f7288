import { createWorkingCalendar } from '@motcua/core/calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appointmentsFaults, minutesOf, type AppointmentsConfig } from './config.ts'
import { bookableTimes, countersFor, endOf, timesOfDay } from './opening-hours.ts'

const CALENDAR = createWorkingCalendar({ holidays: ['2026-11-24'], workingSaturdays: ['2026-11-28'], knownFrom: '2026-01-01', knownThrough: '2026-12-31' })
const CONFIG: AppointmentsConfig = {
  counters: [{ id: '1', name: { vi: 'Quầy 1', en: 'Counter 1' } }],
  openings: [{ from: '07:30', to: '09:00' }, { from: '13:30', to: '14:15', weekdays: [1, 2, 3, 4, 5] }],
  slotMinutes: 30, daysAhead: 14,
}
const MORNING = ['07:30', '08:00', '08:30']

describe('opening hours', () => {
  it.each([
    ['2026-11-23', { times: [...MORNING, '13:30'] }],
    ['2026-11-24', { times: [], closed: 'day-off' }],
    ['2026-11-28', { times: MORNING }],
    ['2026-11-29', { times: [], closed: 'day-off' }],
    ['2027-01-04', { times: [], closed: 'not-known' }],
  ])('of %s are those of the working calendar, make-up days included, and unknown where it ends', (day, times) => {
    expect(timesOfDay(CONFIG, CALENDAR, day)).toEqual(times)
  })

  it('are the operator’s own on the days it names', () => {
    const config = { ...CONFIG, closedOn: ['2026-11-23'], openOn: ['2026-11-29'] }
    expect(timesOfDay(config, CALENDAR, '2026-11-23')).toEqual({ times: [], closed: 'day-off' })
    expect(timesOfDay(config, CALENDAR, '2026-11-29').times).toEqual(MORNING)
  })

  it('offer nothing that has begun, lies within the lead time, or too far ahead', () => {
    const now = new Date('2026-11-23T08:00:00+07:00')
    expect(bookableTimes(CONFIG, CALENDAR, '2026-11-23', now).times).toEqual(['08:30', '13:30'])
    expect(bookableTimes({ ...CONFIG, leadMinutes: 60 }, CALENDAR, '2026-11-23', now).times).toEqual(['13:30'])
    expect(bookableTimes({ ...CONFIG, leadMinutes: 2880 }, CALENDAR, '2026-11-23', now).times).toEqual([])
    expect(bookableTimes(CONFIG, CALENDAR, '2026-11-20', now).times).toEqual([])
    expect(bookableTimes(CONFIG, CALENDAR, '2026-12-08', now).times).toEqual([])
    expect(bookableTimes(CONFIG, CALENDAR, '2026-12-07', now).times).toHaveLength(4)
  })

  it('are read in Viet Nam, not where the server stands', () => {
    expect(bookableTimes(CONFIG, CALENDAR, '2026-11-23', new Date('2026-11-22T18:00:00Z')).times).toHaveLength(4)
  })

  it('never overlap, never end after closing and come in order, whatever the length', () => {
    fc.assert(fc.property(fc.integer({ min: 5, max: 240 }), fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 600 }), (slotMinutes, from, long) => {
      const text = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      const { times } = timesOfDay({ ...CONFIG, slotMinutes, openings: [{ from: text(from), to: text(from + long) }] }, CALENDAR, '2026-11-23')
      expect(times).toHaveLength(Math.floor(long / slotMinutes))
      for (const [index, time] of times.entries()) {
        expect(minutesOf(endOf(time, { slotMinutes }))).toBeLessThanOrEqual(from + long)
        expect(minutesOf(time)).toBe(from + index * slotMinutes)
      }
    }))
  })

  it('know which counters serve a procedure', () => {
    const counters = [{ id: '1', name: { vi: '1', en: '1' } }, { id: '2', name: { vi: '2', en: '2' }, procedures: ['certified-copy'] }]
    expect(countersFor({ counters }, 'certified-copy').map(({ id }) => id)).toEqual(['1', '2'])
    expect(countersFor({ counters }, 'marriage-registration').map(({ id }) => id)).toEqual(['1'])
  })
})

describe('the operator’s mistakes', () => {
  const faults = (change: Partial<AppointmentsConfig>): string[] => appointmentsFaults({ ...CONFIG, ...change }, { 'certified-copy': 'book-and-appear' }, 'appointments')

  it('are none in a complete configuration', () => { expect(faults({})).toEqual([]) })

  it.each<[Partial<AppointmentsConfig>, RegExp]>([
    [{ counters: [] }, /^appointments\.counters: expected at least one/],
    [{ counters: [{ id: 'Quầy 1', name: { vi: 'Quầy 1', en: '1' } }] }, /small letters/],
    [{ counters: [{ id: '1', name: { vi: 'Quầy 1', en: '1' }, procedures: ['extract-copy'] }] }, /"extract-copy" is not booked here/],
    [{ openings: [] }, /openings: expected at least one/],
    [{ openings: [{ from: '7:30', to: '11:00' }] }, /written HH:mm/],
    [{ openings: [{ from: '10:45', to: '11:00' }] }, /shorter than one appointment of 30 minutes/],
    [{ openings: [{ from: '07:30', to: '11:00' }, { from: '10:30', to: '12:00', weekdays: [3] }] }, /openings\[0\] and openings\[1\] overlap/],
    [{ openings: [{ from: '07:30', to: '11:00', weekdays: [7] }] }, /0 \(Sunday\) to 6/],
    [{ slotMinutes: 0 }, /slotMinutes: expected a whole number from 5 to 240, got 0/],
    [{ daysAhead: 1.5 }, /daysAhead/],
    [{ placesPerCounter: 0 }, /placesPerCounter/],
    [{ closedOn: ['30/11/2026'] }, /closedOn: expected days written YYYY-MM-DD/],
    [{ closedOn: ['2026-11-30'], openOn: ['2026-11-30'] }, /2026-11-30 is closed as well/],
    [{ priorityGroups: [{ id: 'A B', name: { vi: 'x', en: 'x' } }] }, /priorityGroups\[A B\]/],
  ])('are said with where and what: %j', (change, said) => {
    expect(faults(change).join('\n')).toMatch(said)
  })
})

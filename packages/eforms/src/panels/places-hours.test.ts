import { workingCalendarData } from '@motcua/schemas/reference'
import { createWorkingCalendar } from '@motcua/core/calendar'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockTime, hoursOn, parseOfficeHours } from './places-hours.ts'
import type { WeekHours } from './places-hours.ts'
import { parseOffices } from './places-offices.ts'
import { openState } from './places-open.ts'

const calendar = createWorkingCalendar(workingCalendarData())

function weekOf(text: string): WeekHours {
  const hours = parseOfficeHours(text)
  if (hours?.kind !== 'week') throw new TypeError(`${text} is no week`)
  return hours.week
}
const OFFICE = weekOf('Mo-Fr 07:00-11:00, 13:00-17:00')
const state = (instant: string, week = OFFICE) => openState(week, new Date(instant), calendar)

describe('office hours', () => {
  it('read the days of schema.org', () => {
    expect(hoursOn(weekOf('Mo-Fr 7:30-11:30,13:30-17:00; Sa 08:00-11:00'), '2026-11-21')).toEqual([{ from: 480, to: 660 }])
    expect(hoursOn(weekOf('Mo,We,Fr-Sa 08:00-12:00'), '2026-11-24')).toEqual([])
    expect(hoursOn(weekOf('Sa-Mo 08:00-12:00'), '2026-11-22')).toEqual([{ from: 480, to: 720 }])
  })

  it('are words where they do not begin with such a day', () => {
    expect(parseOfficeHours(' Thứ Hai đến thứ Sáu, 7 giờ đến 17 giờ ')).toEqual({ kind: 'words', words: 'Thứ Hai đến thứ Sáu, 7 giờ đến 17 giờ' })
  })

  it.each(['', '  ', 'Mo-Fr', 'Mo-Fr 7-11', 'Mo-Fr 11:00-07:00', 'Mo-Fr 07:00-25:00', 'Mo-Fr 07:60-11:00', 'Mo-Xx 07:00-11:00', 'Mo-Fr 07:00-11:00; closed'])('refuse %j', (text) => { expect(parseOfficeHours(text)).toBeUndefined() })

  it('take any text', () => { fc.assert(fc.property(fc.string(), (text) => { parseOfficeHours(text) })) })

  it('write the minutes that they read', () => {
    fc.assert(fc.property(fc.nat(1438), (from) => { expect(weekOf(`Mo ${clockTime(from)}-${clockTime(from + 1)}`)[1]).toEqual([{ from, to: from + 1 }]) }))
  })
})

// Days off and worked in 2026: test vectors of the working calendar in core.
describe('whether an office is open', () => {
  it.each([
    ['a morning', '2026-11-23T08:00:00+07:00', { kind: 'open', closesAt: 660, isKnown: true }],
    ['noon', '2026-11-23T11:00:00+07:00', { kind: 'closed', isHoliday: false, opens: { date: '2026-11-23', at: 780 }, isKnown: true }],
    ['the last minute', '2026-11-23T16:59:59+07:00', { kind: 'open', closesAt: 1020, isKnown: true }],
    ['Friday evening', '2026-11-20T17:00:00+07:00', { kind: 'closed', isHoliday: false, opens: { date: '2026-11-23', at: 420 }, isKnown: true }],
    ['Sunday, while it is Saturday elsewhere', '2026-11-21T20:00:00Z', { kind: 'closed', isHoliday: false, opens: { date: '2026-11-23', at: 420 }, isKnown: true }],
    ['30 April', '2026-04-30T09:00:00+07:00', { kind: 'closed', isHoliday: true, opens: { date: '2026-05-04', at: 420 }, isKnown: true }],
    ['a Saturday worked in exchange', '2026-08-22T09:00:00+07:00', { kind: 'open', closesAt: 660, isKnown: true }],
    ['a day of a year without a calendar', '2027-01-04T09:00:00+07:00', { kind: 'open', closesAt: 660, isKnown: false }],
    ['the last evening of the last known year', '2026-12-31T18:00:00+07:00', { kind: 'closed', isHoliday: false, opens: { date: '2027-01-01', at: 420 }, isKnown: false }],
  ])('is told on %s', (_day, instant, expected) => { expect(state(instant)).toEqual(expected) })

  it('is not told of a Saturday beside a holiday, nor of one worked in exchange where Saturdays have hours of their own', () => {
    const week = weekOf('Mo-Fr 07:00-17:00; Sa 07:00-11:00')
    expect(state('2026-05-02T09:00:00+07:00', week)).toEqual({ kind: 'unsure' })
    expect(state('2026-08-22T09:00:00+07:00', week)).toEqual({ kind: 'unsure' })
    expect(state('2026-11-21T09:00:00+07:00', week)).toMatchObject({ kind: 'open', closesAt: 660 })
  })

  it('names no day when it never opens', () => { expect(state('2026-11-23T09:00:00+07:00', weekOf('Su 10:00-11:00').map(() => []))).toMatchObject({ kind: 'closed', opens: undefined }) })

  it('is open exactly within its hours, and opens again when it says', () => {
    fc.assert(fc.property(fc.nat(500_000), (minute) => {
      const now = new Date(Date.parse('2026-01-05T00:00:00+07:00') + minute * 60_000)
      const found = openState(OFFICE, now, calendar)
      if (found.kind !== 'closed' || !found.opens || !found.isKnown) return
      const opens = new Date(`${found.opens.date}T${clockTime(found.opens.at)}:00+07:00`)
      expect(opens.getTime()).toBeGreaterThan(now.getTime())
      expect(openState(OFFICE, opens, calendar).kind).toBe('open')
      expect(openState(OFFICE, new Date(opens.getTime() - 60_000), calendar).kind).toBe('closed')
    }), { numRuns: 300 })
  })
})

describe('the page’s list of offices', () => {
  const office = { commune: '30838', name: 'Trung tâm', address: 'Ấp 1', phone: '0297 000 0000', hours: 'Mo-Fr 07:00-17:00' }

  it('is read entry by entry; a wrong one is left out and named', () => {
    const { offices, faults } = parseOffices([office, { ...office, hours: 'Mo-Fr 7-17', phone: 'call us' }, 7, { ...office, mapUrl: 'javascript:alert(1)' }, { ...office, commune: 30838 }])
    expect(offices).toHaveLength(1)
    expect(faults).toEqual([{ at: 2, field: 'phone' }, { at: 2, field: 'hours' }, { at: 3, field: '' }, { at: 4, field: 'mapUrl' }, { at: 5, field: 'commune' }])
  })

  it.each([null, undefined, {}, 'offices', 7])('is no list: %j', (input) => { expect(parseOffices(input)).toEqual({ offices: [], faults: [{ at: 0, field: '' }] }) })

  it('never throws, whatever the page has put there', () => { fc.assert(fc.property(fc.anything(), (input) => { parseOffices([input]) })) })
})

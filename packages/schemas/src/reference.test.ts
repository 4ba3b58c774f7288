import { readFileSync } from 'node:fs'
import { createWorkingCalendar } from '@motcua/core/calendar'
import { parsePersonalId } from '@motcua/core/identifiers'
import { describe, expect, it } from 'vitest'
import { communes } from './communes.ts'
import { BANKS, COUNTRIES, ETHNIC_GROUPS, HOLIDAY_YEARS, loadCommunes, PROVINCES, SERVICE_QUALITY, workingCalendarData } from './reference.ts'

describe('administrative units', () => {
  it('are 34 provinces and 3,321 communes with unique codes (Quyết định 19/2025/QĐ-TTg)', () => {
    const all = PROVINCES.flatMap((province) => communes.inProvince(province.code))
    expect(PROVINCES).toHaveLength(34)
    expect(all).toHaveLength(3_321)
    expect(new Set(all.map((commune) => commune.code)).size).toBe(3_321)
    expect(all.every((commune) => /^[0-9]{5}$/.test(commune.code) && commune.kind !== '')).toBe(true)
  })

  it('give Mỹ Thuận of An Giang by its code', async () => {
    const loaded = await loadCommunes()
    expect(loaded.find('30838')).toEqual({ code: '30838', name: 'Mỹ Thuận', kind: 'Xã', provinceCode: '91' })
    expect(loaded.describe('30838')).toBe('Xã Mỹ Thuận, Tỉnh An Giang')
    expect(loaded.asOf).toBe('2026-04-30')
  })

  it('give nothing for a code that does not exist, nor for a name of Object', () => {
    expect(communes.find('00000')).toBeUndefined()
    expect(communes.find('constructor')).toBeUndefined()
    expect(communes.inProvince('99')).toEqual([])
    expect(communes.describe('99999')).toBeUndefined()
  })
})

describe('lists', () => {
  it('have the published number of entries', () => {
    expect(ETHNIC_GROUPS).toHaveLength(55)
    expect(COUNTRIES).toHaveLength(249)
    expect(BANKS).toHaveLength(65)
    expect(HOLIDAY_YEARS.map((year) => year.year)).toEqual([2024, 2025, 2026, 2027, 2028])
  })

  it('name countries as the runtime does', () => {
    const names = new Intl.DisplayNames('vi', { type: 'region' })
    expect(COUNTRIES.find((country) => country.alpha2 === 'FR')?.name).toBe(names.of('FR'))
  })
})

describe('service quality', () => {
  it('weighs 100 points in five groups (Quyết định 766/QĐ-TTg)', () => {
    expect(SERVICE_QUALITY.index.groups.map(({ maxPoints }) => maxPoints)).toEqual([18, 20, 22, 22, 18])
  })

  it('gives each fact its source and confidence, and does not pass the scale off as known', () => {
    for (const { source, checkedOn, confidence } of Object.values(SERVICE_QUALITY)) {
      expect([source.length > 10, checkedOn, ['CONFIRMED', 'INFERRED', 'UNKNOWN'].includes(confidence)]).toEqual([true, expect.stringMatching(/^2026-1[01]$/), true])
    }
    expect(SERVICE_QUALITY.ratingScale.confidence).toBe('UNKNOWN')
  })

  it('names every level and reason once, in both languages, composed', () => {
    const { levels, reasons } = SERVICE_QUALITY.ratingScale
    for (const named of [levels, reasons]) expect(new Set(named.map(({ id }) => id)).size).toBe(named.length)
    for (const { name } of [...levels, ...reasons]) expect([name.vi, name.en]).toEqual([name.vi.normalize('NFC'), expect.stringMatching(/\w/)])
  })
})

describe('workingCalendarData', () => {
  const calendar = createWorkingCalendar(workingCalendarData())

  it.each([
    ['2026-11-23', '2026-11-25', '24 November is a holiday from 2026 (Nghị quyết 28/2026/QH16)'],
    ['2026-08-21', '2026-08-22', 'the Saturday is worked in exchange for 31 August (9441/TB-BNV)'],
    ['2026-08-28', '2026-09-03', '31 August is swapped, 1 and 2 September are National Day'],
    ['2025-04-30', '2025-05-05', '2 May 2025 is swapped (6150/TB-BLĐTBXH)'],
  ])('after %s the next working day is %s: %s', (day, next) => {
    expect(calendar.nextWorkingDay(day)).toEqual({ success: true, value: next })
  })

  it('does not guess the projected years', () => {
    expect(calendar.knownThrough).toBe('2026-12-31')
    expect(calendar.isWorkingDay('2027-02-05')).toMatchObject({ success: false })
  })
})

describe('identity-number.json', () => {
  const table: { provinces: string[][]; countries: Array<string | number>[] } = JSON.parse(readFileSync(new URL('../../../schemas/reference/identity-number.json', import.meta.url), 'utf8'))

  it('names the places that the reader of personal numbers knows (Thông tư 07/2016/TT-BCA, annex)', () => {
    const placeOf = (code: string): string | false => {
      const parsed = parsePersonalId(`${code}058000001`)
      return parsed.success && parsed.value.place
    }
    expect(table.provinces).toHaveLength(63)
    expect(table.countries).toHaveLength(195)
    expect(table.provinces.filter(([code]) => placeOf(String(code)) !== 'province')).toEqual([])
    expect(table.countries.filter(([code]) => placeOf(String(code)) !== 'country')).toEqual([])
  })

  it('leads every province to one of today', () => {
    const today = new Set(PROVINCES.map((province) => province.code))
    expect(table.provinces.every((row) => row.some((cell) => today.has(cell)))).toBe(true)
  })
})

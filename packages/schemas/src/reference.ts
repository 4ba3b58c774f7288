import type { WorkingCalendarData } from '@motcua/core/calendar'
import { createCommuneDirectory, type CommuneDirectory } from './commune-directory.ts'
import { HOLIDAY_YEARS } from './generated/reference/holidays.ts'

export { BANKS } from './generated/reference/banks.ts'
export { COUNTRIES } from './generated/reference/countries.ts'
export { ETHNIC_GROUPS } from './generated/reference/ethnic-groups.ts'
export { HOLIDAY_YEARS } from './generated/reference/holidays.ts'
export { PROVINCES } from './generated/reference/provinces.ts'
export { createCommuneDirectory, type CommuneDirectory } from './commune-directory.ts'
export type { Bank, Commune, CommuneTable, Country, EthnicGroup, HolidayYear, LegacyUnitTable, Province } from './reference-types.ts'

/**
 * Loads the 3,321 communes on demand (about 100 kB before compression).
 *
 * @example
 * const communes = await loadCommunes()
 * communes.find('30838') // { code: '30838', name: 'Mỹ Thuận', kind: 'Xã', provinceCode: '91' }
 */
export async function loadCommunes(): Promise<CommuneDirectory> {
  const { COMMUNES } = await import('./generated/reference/communes.ts')
  return createCommuneDirectory(COMMUNES)
}

/**
 * Days off and working Saturdays of the years whose notice is out, ready for `createWorkingCalendar` of `@motcua/core`.
 * Projected years are left out: the calendar then says that it does not know instead of guessing.
 *
 * Luật Lao động 45/2019/QH14, điều 111–112; Nghị quyết 28/2026/QH16; yearly notices through 2026 (checked 2026-11, CONFIRMED).
 *
 * @example
 * const calendar = createWorkingCalendar(workingCalendarData())
 */
export function workingCalendarData(): WorkingCalendarData {
  const announced = HOLIDAY_YEARS.filter((year) => year.status === 'announced')
  const years = announced.map((year) => year.year)
  return {
    holidays: announced.flatMap((year) => year.daysOff.map((day) => day.date)),
    workingSaturdays: announced.flatMap((year) => [...year.workingSaturdays]),
    knownFrom: `${Math.min(...years)}-01-01`,
    knownThrough: `${Math.max(...years)}-12-31`,
  }
}

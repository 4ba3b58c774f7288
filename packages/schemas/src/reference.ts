import { createCommuneDirectory, type CommuneDirectory } from './commune-directory.ts'

export { BANKS } from './generated/reference/banks.ts'
export { COUNTRIES } from './generated/reference/countries.ts'
export { ETHNIC_GROUPS } from './generated/reference/ethnic-groups.ts'
export { HOLIDAY_YEARS } from './generated/reference/holidays.ts'
export { PROVINCES } from './generated/reference/provinces.ts'
export { SERVICE_QUALITY } from './generated/reference/service-quality.ts'
export { createCommuneDirectory, type CommuneDirectory } from './commune-directory.ts'
export { workingCalendarData } from './working-calendar-data.ts'
export type { Bank, Commune, CommuneTable, Country, EthnicGroup, EverydayWords, FeedbackClock, HolidayYear, LegacyUnitTable, Province, QualityFact, RatingLevel, RatingScale, ServiceIndex, ServiceQuality } from './reference-types.ts'

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

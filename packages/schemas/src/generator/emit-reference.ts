import type { JsonValue } from '@motcua/core/json'
import { BANNER } from './emit-definitions.ts'
import { printLiteral } from './print.ts'
import type { Report } from './problem.ts'
import { readSource } from './read-source.ts'
import type { BanksSource, CountriesSource, EthnicGroupsSource, HolidaysSource, LegacyUnitsSource, ServiceQualitySource, UnitsSource } from './sources.ts'
import type { SourceTree } from './tree.ts'

/** Modules of the reference tables. The communes stand apart: they are large and loaded on demand. */
export function emitReference(tree: SourceTree, report: Report): Map<string, string> {
  const files = new Map<string, string>()
  const emit = (file: string, name: string, type: string, doc: string, value: JsonValue): void => {
    files.set(`reference/${file}.ts`, [
      BANNER,
      `import type { ${type.replaceAll(/^readonly |\[\]$/g, '')} } from '../../reference-types.ts'\n\n`,
      `/** ${doc} */\n`,
      `export const ${name}: ${type} = ${printLiteral(value)}\n`,
    ].join(''))
  }
  const units = readSource<UnitsSource>(tree, 'reference/administrative-units.json', report)
  if (units !== undefined) {
    emit('provinces', 'PROVINCES', 'readonly Province[]', `Provinces and centrally-run cities as of ${units.asOf}; Quyết định 19/2025/QĐ-TTg.`,
      units.provinces.map(([code, name, type]) => ({ code, name, kind: units.provinceTypes[type] ?? '' })))
    emit('communes', 'COMMUNES', 'CommuneTable', `Communes, wards and special zones by province as of ${units.asOf}; Quyết định 19/2025/QĐ-TTg.`,
      { asOf: units.asOf, kinds: units.communeKinds, provinces: Object.fromEntries(units.provinces.map(([code, , , communes]) => [code, communes])) })
  }
  const legacy = readSource<LegacyUnitsSource>(tree, 'reference/legacy-units.json', report)
  if (legacy !== undefined) {
    const communes: Record<string, JsonValue[]> = {}
    for (const [code, name, districtCode, targets] of legacy.communes) (communes[districtCode ?? ''] ??= []).push([code, name, targets.join(' ')])
    emit('legacy-units', 'LEGACY_UNITS', 'LegacyUnitTable', `Provinces, districts and communes in force before ${legacy.cutover}, with the communes of today.`,
      { cutover: legacy.cutover, provinces: legacy.provinces, districts: legacy.districts, communes, islandDistricts: legacy.islandDistricts })
  }
  const ethnic = readSource<EthnicGroupsSource>(tree, 'reference/ethnic-groups.json', report)
  if (ethnic !== undefined) {
    emit('ethnic-groups', 'ETHNIC_GROUPS', 'readonly EthnicGroup[]', 'Ethnic groups 01-54 (Quyết định 121-TCTK/PPCĐ, 1979) and 55 for foreigners.',
      [...ethnic.groups.map((group) => ({ ...group, aliases: group.aliases ?? [] })), ...ethnic.special.map((group) => ({ ...group, aliases: [] }))])
  }
  const countries = readSource<CountriesSource>(tree, 'reference/countries.json', report)
  if (countries !== undefined) {
    emit('countries', 'COUNTRIES', 'readonly Country[]', 'Countries and areas of ISO 3166-1 with their names in CLDR.',
      countries.countries.map(([alpha2, alpha3, numeric, name, nameEn]) => ({ alpha2, alpha3, numeric, name, nameEn })))
  }
  const banks = readSource<BanksSource>(tree, 'reference/banks.json', report)
  if (banks !== undefined) {
    emit('banks', 'BANKS', 'readonly Bank[]', `Acquirer identifiers (BIN) of VietQR transfers as of ${banks.asOf}.`,
      banks.banks.map(({ bin, code, shortName, name, kind }) => ({ bin, code, shortName, name, kind })))
  }
  const holidays = readSource<HolidaysSource>(tree, 'reference/holidays.json', report)
  if (holidays !== undefined) {
    const names = new Map(holidays.rules.holidays.map((holiday) => [holiday.id, holiday.name]))
    emit('holidays', 'HOLIDAY_YEARS', 'readonly HolidayYear[]', `Days off of State agencies, announced or projected, as of ${holidays.asOf}.`,
      Object.entries(holidays.years).map(([year, { status, source, daysOff, workingSaturdays, toBeAnnounced }]) => ({
        year: Number(year), status, source,
        daysOff: daysOff.map(({ date, holiday, kind }) => ({ date, name: names.get(holiday) ?? holiday, kind })),
        workingSaturdays, toBeAnnounced,
      })))
  }
  const quality = readSource<ServiceQualitySource>(tree, 'reference/service-quality.json', report)
  if (quality !== undefined) {
    const { index, feedbackClock, ratingScale } = quality
    emit('service-quality', 'SERVICE_QUALITY', 'ServiceQuality', `What the service of an agency is judged by, as of ${quality.asOf}; each fact with its source and confidence.`, { index, feedbackClock, ratingScale })
  }
  return files
}

import type { Option } from '../definition.ts'
import type { Report } from './problem.ts'
import { readSource } from './read-source.ts'
import type { BanksSource, CountriesSource, EthnicGroupsSource, OptionSetsSource, UnitsSource } from './sources.ts'
import type { SourceTree } from './tree.ts'

/** Every option set a schema may name: those of `reference/option-sets.json` and those made from the reference tables. */
export function readOptionSets(tree: SourceTree, report: Report): ReadonlyMap<string, Option[]> {
  const sets = new Map<string, Option[]>()
  const own = readSource<OptionSetsSource>(tree, 'reference/option-sets.json', report)
  for (const [name, set] of Object.entries(own?.sets ?? {})) {
    // Options kept only to read the portal's data (`no-information`) are never offered.
    sets.set(name, set.options.filter((option) => option.selectable !== false).map(({ value, code, label }) => ({ value, ...(code === undefined ? {} : { code }), label })))
  }
  const units = readSource<UnitsSource>(tree, 'reference/administrative-units.json', report)
  if (units !== undefined) sets.set('provinces', units.provinces.map(([code, name]) => plain(code, name, name)))
  const ethnic = readSource<EthnicGroupsSource>(tree, 'reference/ethnic-groups.json', report)
  if (ethnic !== undefined) sets.set('ethnicGroups', [...ethnic.groups, ...ethnic.special].map((group) => plain(group.code, group.name, group.nameEn)))
  const countries = readSource<CountriesSource>(tree, 'reference/countries.json', report)
  if (countries !== undefined) sets.set('countries', countries.countries.map(([alpha2, , , nameVi, nameEn]) => plain(alpha2, nameVi, nameEn)))
  const banks = readSource<BanksSource>(tree, 'reference/banks.json', report)
  if (banks !== undefined) sets.set('banks', banks.banks.map(({ bin, shortName, name }) => plain(bin, `${shortName} (${name})`, `${shortName} (${name})`)))
  return sets
}

function plain(value: string, vi: string, en: string): Option {
  return { value, label: { vi, en } }
}

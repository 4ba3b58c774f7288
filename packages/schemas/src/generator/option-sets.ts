import { foldForSearch } from '@motcua/core/text'
import type { Option } from '../definition.ts'
import type { Report, SourceProblem } from './problem.ts'
import { readSource } from './read-source.ts'
import type { BanksSource, CountriesSource, EthnicGroupsSource, OptionSetsSource, UnitsSource } from './sources.ts'
import type { SourceTree } from './tree.ts'

/** What was read of a tree: every procedure asks for it, and a tree never changes. */
const READ = new WeakMap<SourceTree, { sets: ReadonlyMap<string, Option[]>; problems: readonly SourceProblem[] }>()

/** Every option set a schema may name: those of `reference/option-sets.json` and those made from the reference tables. */
export function readOptionSets(tree: SourceTree, report: Report): ReadonlyMap<string, Option[]> {
  let read = READ.get(tree)
  if (read === undefined) {
    const problems: SourceProblem[] = []
    read = { sets: readOnce(tree, (problem) => { problems.push(problem) }), problems }
    READ.set(tree, read)
  }
  read.problems.forEach(report)
  return read.sets
}

function readOnce(tree: SourceTree, report: Report): ReadonlyMap<string, Option[]> {
  const sets = new Map<string, Option[]>()
  const own = readSource<OptionSetsSource>(tree, 'reference/option-sets.json', report)
  for (const [name, set] of Object.entries(own?.sets ?? {})) {
    // Options kept only to read the portal's data (`no-information`) are never offered.
    sets.set(name, set.options.filter((option) => option.selectable !== false).map(({ value, code, label }) => ({ value, ...(code === undefined ? {} : { code }), label })))
  }
  for (const [name, readFrom] of Object.entries(REFERENCE_SETS)) {
    const options = readFrom(tree, report)
    if (options !== undefined) sets.set(name, options)
  }
  return sets
}

/** Sets made from the reference tables. All procedures share them, so they are served once and not in every definition. */
const REFERENCE_SETS: Readonly<Record<string, (tree: SourceTree, report: Report) => Option[] | undefined>> = {
  provinces: (tree, report) => readSource<UnitsSource>(tree, 'reference/administrative-units.json', report)
    ?.provinces.map(([code, name]) => plain(code, name, name)),
  ethnicGroups(tree, report) {
    const ethnic = readSource<EthnicGroupsSource>(tree, 'reference/ethnic-groups.json', report)
    return ethnic && [...ethnic.groups, ...ethnic.special].map((group) => plain(group.code, group.name, group.nameEn, group.aliases))
  },
  countries: (tree, report) => readSource<CountriesSource>(tree, 'reference/countries.json', report)
    ?.countries.map(([alpha2, , , nameVi, nameEn]) => plain(alpha2, nameVi, nameEn)),
  banks: (tree, report) => readSource<BanksSource>(tree, 'reference/banks.json', report)
    ?.banks.map(({ bin, code, shortName, name }) => plain(bin, `${shortName} (${name})`, `${shortName} (${name})`, [code])),
}

/** True for a set made from a reference table. */
export function isReferenceSet(name: string): boolean { return Object.hasOwn(REFERENCE_SETS, name) }

function plain(value: string, vi: string, en: string, names: readonly string[] = []): Option {
  const known = [spelling(vi)]
  const alsoCalled = names.filter((name) => {
    const isNew = known.every((one) => !one.includes(spelling(name)))
    if (isNew) known.push(spelling(name))
    return isNew
  })
  return { value, label: { vi, en }, ...(alsoCalled.length > 0 && { alsoCalled }) }
}

/** As a search compares names: without marks, case, hyphens and apostrophes. */
function spelling(name: string): string { return foldForSearch(name).replaceAll('-', ' ').replaceAll('\'', '') }

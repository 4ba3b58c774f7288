import { foldForSearch } from '@motcua/core/text'
import type { LegacyUnitTable } from './reference-types.ts'

/** Commune as it was until 2025-06-30, with the district and province it belonged to. */
export interface LegacyCommune {
  code: string
  /** With its kind: `Xã Mỹ Thuận`. */
  name: string
  /** Absent for the twelve communes the source does not place. */
  district?: { code: string; name: string }
  province?: { code: string; name: string }
  /** Codes of the communes its area belongs to now; several when it was divided. */
  communeCodes: readonly string[]
}

/** Where an old commune is now: in one commune, in one of several (ask the person), or nowhere we know. */
export type LegacyResolution = { kind: 'one'; communeCode: string } | { kind: 'ask'; communeCodes: readonly string[] } | { kind: 'unknown' }

/** What an address of an older paper may mean. Never final: let the person confirm. */
export interface LegacyMatch {
  /** What stands before the commune: house, street, hamlet. */
  detail: string
  /** Old communes that fit all tiers that were named. */
  candidates: readonly LegacyCommune[]
  /** One target, several to choose from, or none. */
  resolution: LegacyResolution
}

/** Look-up in the units before July 2025. */
export interface LegacyUnits {
  /** First day of the new units. */
  readonly cutover: string
  find(code: string): LegacyCommune | undefined
  /** Resolves the code of an old commune. */
  resolve(code: string): LegacyResolution
  /** Old communes whose area, or part of it, belongs to a commune of today. */
  formerOf(communeCode: string): readonly LegacyCommune[]
  /** Finds old communes by part of their name, without marks and in any case; best first. @default limit 20 */
  search(text: string, options?: { limit?: number }): readonly LegacyCommune[]
  /** Reads `…, xã …, huyện …, tỉnh …` from the end. */
  match(address: string): LegacyMatch
}

const KIND = /^(?:xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tinh|tp\.?|tx\.?|tt\.?|p\.|x\.|h\.|q\.)\s+/

/** Directory over the compact table. */
export function createLegacyUnits(table: LegacyUnitTable): LegacyUnits {
  const provinces = new Map(table.provinces.map(([code, name]) => [code, { code, name }]))
  const districts = new Map(table.districts.map(([code, name, provinceCode]) => [code, { code, name, province: provinces.get(provinceCode) }]))
  const communes = Object.entries(table.communes).flatMap(([districtCode, rows]) => rows.map(([code, name, targets]): LegacyCommune => {
    const district = districts.get(districtCode)
    return {
      code, name, communeCodes: targets.split(' '),
      ...(district === undefined ? {} : { district: { code: district.code, name: district.name } }),
      ...(district?.province === undefined ? {} : { province: district.province }),
    }
  }))
  const byCode = new Map(communes.map((commune) => [commune.code, commune]))
  const former = group(communes.flatMap((commune) => commune.communeCodes.map((target) => [target, commune] as const)))
  const folded = lazy(() => communes.map((commune) => ({ commune, full: foldForSearch(commune.name), bare: bareName(commune.name) })))
  const byName = lazy(() => group(folded().map(({ bare, commune }) => [bare, commune] as const)))

  return {
    cutover: table.cutover,
    find: (code) => byCode.get(code),
    resolve: (code) => resolutionOf(byCode.get(code)?.communeCodes ?? []),
    formerOf: (communeCode) => former.get(communeCode) ?? [],
    search(text, { limit = 20 } = {}) {
      const wanted = foldForSearch(text)
      if (wanted === '') return []
      return folded()
        .flatMap(({ commune, full, bare }) => {
          const rank = bare === wanted || full === wanted ? 0 : bare.startsWith(wanted) || full.startsWith(wanted) ? 1 : full.includes(wanted) ? 2 : 3
          return rank === 3 ? [] : [{ commune, rank }]
        })
        .sort((a, b) => a.rank - b.rank)
        .slice(0, limit)
        .map(({ commune }) => commune)
    },
    match(address) {
      const parts = address.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== '')
      // The last tiers may be three, two or one; the longest reading that fits something wins.
      for (const tiers of [3, 2, 1]) {
        const [commune, ...above] = parts.slice(-tiers)
        if (commune === undefined || parts.length < tiers) continue
        const candidates = (byName().get(bareName(commune)) ?? []).filter((entry) => fits(entry, commune, above))
        if (candidates.length > 0) {
          return { detail: parts.slice(0, -tiers).join(', '), candidates, resolution: resolutionOf([...new Set(candidates.flatMap((entry) => entry.communeCodes))]) }
        }
      }
      return { detail: address.trim(), candidates: [], resolution: { kind: 'unknown' } }
    },
  }
}

function resolutionOf(communeCodes: readonly string[]): LegacyResolution {
  const [only, ...more] = communeCodes
  if (only === undefined) return { kind: 'unknown' }
  return more.length === 0 ? { kind: 'one', communeCode: only } : { kind: 'ask', communeCodes }
}

/** Every tier that was named must fit; a kind that was named must be the right one (a ward and a commune may share a name). */
function fits(entry: LegacyCommune, commune: string, above: readonly string[]): boolean {
  const named = foldForSearch(commune)
  if (/^(?:xa|phuong|thi tran) /.test(named) && foldForSearch(entry.name) !== named) return false
  const tiers = [entry.district?.name, entry.province?.name].filter((name) => name !== undefined).map(bareName)
  const wanted = above.map(bareName)
  if (wanted.length === 2) return wanted[0] === tiers[0] && wanted[1] === tiers[1]
  return wanted.every((name) => tiers.includes(name))
}

function bareName(name: string): string {
  const folded = foldForSearch(name)
  const bare = folded.replace(KIND, '')
  // "Phường 1" is called by a number: its kind is part of the name, and "01" is the same ward.
  return /^[0-9]+$/.test(bare) ? String(Number(bare)) : bare
}

function group<T>(entries: ReadonlyArray<readonly [key: string, value: T]>): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const [key, value] of entries) {
    const values = groups.get(key)
    if (values === undefined) groups.set(key, [value])
    else values.push(value)
  }
  return groups
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

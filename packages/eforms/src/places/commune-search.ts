import { placeQuery, PlaceNames, rankLoosely, rankPlace } from './place-names.ts'
import type { PlaceName, PlaceQuery } from './place-names.ts'
import type { Commune, PlaceDirectory } from './place-directory.ts'

interface Entry { commune: Commune; name: PlaceName }

const INDEXES = new WeakMap<PlaceDirectory, readonly Entry[]>()

/**
 * Communes of today for what was typed, best first: names without marks, with their kind or without, with the province
 * after a comma or a blank; when nothing is called so, readings of half-typed Telex and VNI. Those of the chosen province
 * come first; others follow, for whoever chose the wrong one.
 *
 * @example searchCommunes(places, 'my thuan, vinh long')
 */
export function searchCommunes(places: PlaceDirectory, typed: string, provinceCode?: string): Commune[] {
  const query = placeQuery(typed)
  const entries = indexOf(places)
  if (query.readings[0]?.text === '') return provinceCode ? entries.filter(({ commune }) => commune.provinceCode === provinceCode).map(({ commune }) => commune) : []
  const found = best(entries, query, rankPlace, provinceCode)
  return found.length > 0 ? found : best(entries, query, rankLoosely, provinceCode)
}

function best(entries: readonly Entry[], query: PlaceQuery, rankOf: (query: PlaceQuery, name: PlaceName) => number | undefined, provinceCode: string | undefined): Commune[] {
  const ranks: Commune[][] = []
  for (const { commune, name } of entries) {
    const rank = rankOf(query, name)
    if (rank === undefined) continue
    // Names elsewhere come after all of the chosen province.
    const place = provinceCode && commune.provinceCode !== provinceCode ? rank + 20 : rank
    ;(ranks[place] ??= []).push(commune)
  }
  return ranks.flat()
}

function indexOf(places: PlaceDirectory): readonly Entry[] {
  let index = INDEXES.get(places)
  if (!index) {
    const names = new PlaceNames()
    index = places.communes().sort((a, b) => a.provinceCode.localeCompare(b.provinceCode)).map((commune) => ({ commune, name: names.of(commune.kind, commune.name, commune.provinceName) }))
    if (index.length > 0) INDEXES.set(places, index)
  }
  return index
}

import { readLegacyTable } from './legacy-table.ts'
import { placeQuery, PlaceNames, rankLoosely, rankPlace } from './place-names.ts'
import type { PlaceName } from './place-names.ts'

/** A unit as it was until June 2025, and the communes that its area belongs to now. */
export interface FormerPlace {
  /** “Xã Mỹ Thuận, Huyện Bình Tân, Vĩnh Long” */
  name: string
  /** Several when it was divided, or when it was a district. */
  communeCodes: readonly string[]
}

/** Search in the names of communes and districts before July 2025. */
export class LegacyPlaces {
  readonly #entries: ReadonlyArray<{ place: FormerPlace; name: PlaceName }>

  /** @param file content of `reference/legacy-units.json`. Throws TypeError when it is something else. */
  constructor(file: unknown) {
    const { provinces, districts, communes, islandDistricts } = readLegacyTable(file)
    const provinceNames = new Map(provinces.map(([code, name]) => [code, name]))
    const islands = new Map(islandDistricts.map(([district, commune]) => [district, commune]))
    const names = new PlaceNames()
    this.#entries = [
      ...[...districts, ['', '', '']].flatMap(([code = '', district = '', provinceCode = '']) => (communes[code] ?? []).map(([, name, codes]) => entry(names, [name, district, provinceNames.get(provinceCode)], codes.split(' ')))),
      ...districts.map(([code, name, provinceCode]) => {
        const targets = (communes[code] ?? []).flatMap(([, , codes]) => codes.split(' '))
        return entry(names, [name, provinceNames.get(provinceCode)], [...targets, islands.get(code)])
      }),
    ]
  }

  /** Best first: former communes before districts that are called alike. */
  search(typed: string): FormerPlace[] {
    const query = placeQuery(typed)
    if (query.readings[0]?.text === '') return []
    for (const rankOf of [rankPlace, rankLoosely]) {
      const ranks: FormerPlace[][] = []
      for (const { place, name } of this.#entries) {
        const rank = rankOf(query, name)
        if (rank !== undefined) (ranks[rank] ??= []).push(place)
      }
      if (ranks.length > 0) return ranks.flat()
    }
    return []
  }
}

function entry(names: PlaceNames, tiers: ReadonlyArray<string | undefined>, codes: ReadonlyArray<string | undefined>): { place: FormerPlace; name: PlaceName } {
  const [own = '', ...above] = tiers.filter((tier) => tier !== undefined && tier !== '') as string[]
  return { place: { name: [own, ...above].join(', '), communeCodes: [...new Set(codes.filter((code) => code !== undefined))] }, name: names.of(kindOf(own), own.slice(kindOf(own).length), ...above) }
}

/** “Thị trấn ” of “Thị trấn An Châu”. */
function kindOf(name: string): string { return /^(?:Xã|Phường|Thị trấn|Huyện|Quận|Thị xã|Thành phố) (?=.)/iu.exec(name)?.[0] ?? '' }

import { PROVINCES } from './generated/reference/provinces.ts'
import type { Commune, CommuneTable, Province } from './reference-types.ts'

/** Look-up of provinces and communes by code. */
export interface CommuneDirectory {
  /** Calendar day of the state of the list. */
  readonly asOf: string
  find(code: string): Commune | undefined
  province(code: string): Province | undefined
  /** Communes of a province in the order of their codes; empty for an unknown province. */
  inProvince(provinceCode: string): readonly Commune[]
  /** `Xã Mỹ Thuận, Tỉnh An Giang`; undefined for an unknown code. */
  describe(code: string): string | undefined
}

/** Directory over the compact table. */
export function createCommuneDirectory(table: CommuneTable): CommuneDirectory {
  const byCode = new Map<string, Commune>()
  const byProvince = new Map<string, readonly Commune[]>()
  const provinces = new Map(PROVINCES.map((province) => [province.code, province]))
  for (const [provinceCode, rows] of Object.entries(table.provinces)) {
    const communes = rows.map(([code, name, kind]): Commune => ({ code, name, kind: table.kinds[kind] ?? '', provinceCode }))
    byProvince.set(provinceCode, communes)
    for (const commune of communes) byCode.set(commune.code, commune)
  }
  return {
    asOf: table.asOf,
    find: (code) => byCode.get(code),
    province: (code) => provinces.get(code),
    inProvince: (code) => byProvince.get(code) ?? [],
    describe(code) {
      const commune = byCode.get(code)
      const province = commune === undefined ? undefined : provinces.get(commune.provinceCode)
      return commune === undefined || province === undefined ? undefined : `${commune.kind} ${commune.name}, ${province.kind} ${province.name}`
    },
  }
}

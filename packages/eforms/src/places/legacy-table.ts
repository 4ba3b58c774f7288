import type { LegacyUnitTable } from '@motcua/schemas/legacy-units'

/** Content of `reference/legacy-units.json`. Throws TypeError when it is something else. */
export function readLegacyTable(file: unknown): LegacyUnitTable {
  if (typeof file !== 'object' || file === null || !('communes' in file) || !('districts' in file) || !Array.isArray(file.districts)) throw new TypeError('legacy-units.json: expected an object with "provinces", "districts" and "communes".')
  return file as LegacyUnitTable
}

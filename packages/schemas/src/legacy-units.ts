import { createLegacyUnits, type LegacyUnits } from './legacy-unit-directory.ts'

export { createLegacyUnits } from './legacy-unit-directory.ts'
export type { LegacyCommune, LegacyMatch, LegacyResolution, LegacyUnits } from './legacy-unit-directory.ts'
export type { LegacyUnitTable } from './reference-types.ts'

/**
 * Loads the map from the units before July 2025 to those of today, on demand (10,047 communes, about 500 kB before compression).
 * What it gives is a suggestion that a person confirms: 460 communes were divided, and a divided one can never be resolved from its name.
 *
 * @example
 * const units = await loadLegacyUnits()
 * units.resolve('30838') // { kind: 'one', communeCode: '30838' }
 * units.resolve('00007') // { kind: 'ask', communeCodes: ['00008', '00025'] }
 */
export async function loadLegacyUnits(): Promise<LegacyUnits> {
  const { LEGACY_UNITS } = await import('./generated/reference/legacy-units.ts')
  return createLegacyUnits(LEGACY_UNITS)
}

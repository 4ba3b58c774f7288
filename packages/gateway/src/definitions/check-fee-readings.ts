import { todayInVietnam } from '@motcua/core/dates'
import type { AgencyConfig } from '../config.ts'
import { GatewayConfigError } from '../errors.ts'
import { readDefinition } from './read.ts'
import type { DefinitionSource } from './source.ts'

/** Throws {@link GatewayConfigError} for a `feeReadings` entry that no fee in force has: at the start, not at a citizen's submission. */
export function checkFeeReadings(agencies: readonly AgencyConfig[], source: DefinitionSource, now: Date): void {
  const entries = source.index(todayInVietnam(now))
  const items = agencies.flatMap(({ communeCode, feeReadings = {} }) => Object.entries(feeReadings).flatMap(([key, reading]) => {
    const entry = entries.find(({ slug }) => key.startsWith(`${slug}.`))
    const fees = (entry === undefined ? undefined : readDefinition(source, entry.sha256))?.procedure.fees ?? []
    const known = fees.find(({ id }) => key === `${entry?.slug}.${id}`)?.readings?.map(({ id }) => id) ?? []
    if (known.includes(reading)) return []
    const expected = known.length === 0 ? 'a fee that has readings, written <slug>.<fee id>' : `one of ${known.join(', ')}`
    return [`agencies[${communeCode}].feeReadings["${key}"]: expected ${expected}; got "${reading}"`]
  }))
  if (items.length > 0) throw new GatewayConfigError(items)
}

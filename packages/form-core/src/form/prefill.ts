import type { JsonValue } from '@motcua/core/json'
import type { FieldDefinition } from '@motcua/schemas/definition'
import { PREFILL_SOURCES } from '../types.ts'
import type { FilledBy, Prefill, PrefillSource, Provenance } from '../types.ts'

/** An answer that a source has for a field. */
export interface Filling { value: JsonValue; by: FilledBy }

/** Whether an answer of this origin may not be edited here. Only the definition says so. */
export function isLockedBy(field: FieldDefinition, origin: Provenance | undefined): boolean {
  return field.lockedBy?.some(source => source === origin) ?? false
}

export function isPrefillSource(origin: Provenance | undefined): origin is PrefillSource {
  return PREFILL_SOURCES.some(source => source === origin)
}

/** The best answer that several sources have for a field, whatever their order. */
export function bestFilling(field: FieldDefinition, prefills: readonly Prefill[]): Filling | undefined {
  const { prefill: claim } = field
  if (claim === undefined) return undefined
  let best: Filling | undefined
  for (const { source, on, claims } of prefills) {
    const value = claims[claim]
    if (value === undefined || value === null || value === '') continue
    const filling = { value, by: { source, ...(on !== undefined && { on }) } }
    // What two equal sources contradict each other in is decided by the values, so that it is decided at all.
    if (!best || (compare(filling.by, best.by) || (JSON.stringify(value) < JSON.stringify(best.value) ? -1 : 1)) < 0) best = filling
  }
  return best
}

/**
 * Whether a source's answer takes the place of what stands there. The person's own answers, and those the page gave,
 * yield to a lock only; defaults and lesser sources yield. The same source asked again corrects itself.
 */
export function takes(field: FieldDefinition, by: FilledBy, origin: Provenance, standing: FilledBy | undefined): boolean {
  if (standing) return compare(by, standing) <= 0
  return origin === 'default' || isLockedBy(field, by.source)
}

/** Negative when `a` is the better source: by rank, which the one that locks leads, then the later day. */
function compare(a: FilledBy, b: FilledBy): number {
  return PREFILL_SOURCES.indexOf(a.source) - PREFILL_SOURCES.indexOf(b.source)
    || Number((a.on ?? '') < (b.on ?? '')) - Number((a.on ?? '') > (b.on ?? ''))
}

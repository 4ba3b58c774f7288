import { isCalendarDate } from '@motcua/core/dates'
import type { DefinitionIndexEntry, FormDefinition } from './definition.ts'
import { CatalogueOverlapError, ProcedureNotInForceError, UnknownProcedureError } from './errors.ts'

/** A version of a procedure, with its definition on demand. */
export interface CatalogueEntry extends DefinitionIndexEntry {
  load(): Promise<FormDefinition>
}

/** Catalogue of procedures (danh mục thủ tục hành chính), dated. */
export interface Catalogue {
  /**
   * The version that may be filed on a day, by slug or by a code valid on that day.
   *
   * @throws {UnknownProcedureError} when nothing is called so.
   * @throws {ProcedureNotInForceError} when it is known, but not in force on that day.
   * @throws {TypeError} when `on` is no calendar day.
   */
  find(slugOrCode: string, options: { on: string }): CatalogueEntry
  /** Every version in force on a day, by slug. */
  list(options: { on: string }): readonly CatalogueEntry[]
}

export interface CatalogueOptions {
  entries: readonly DefinitionIndexEntry[]
  load(entry: DefinitionIndexEntry): Promise<FormDefinition>
}

/**
 * Makes a catalogue over an index, for instance one fetched from a gateway.
 *
 * @throws {CatalogueOverlapError} when two versions of a procedure, or of the meaning of a code, share a day.
 */
export function createCatalogue({ entries, load }: CatalogueOptions): Catalogue {
  const all = entries.map((entry): CatalogueEntry => ({ ...entry, load: () => load(entry) }))
  all.sort((a, b) => (a.slug === b.slug ? compare(a.effectiveFrom, b.effectiveFrom) : compare(a.slug, b.slug)))
  refuseOverlaps(all)

  return {
    find(slugOrCode, { on }) {
      requireDay(on)
      const bySlug = all.filter((entry) => entry.slug === slugOrCode)
      const versions = bySlug.length > 0 ? bySlug : all.filter((entry) => entry.codes.some((alias) => alias.code === slugOrCode))
      const found = versions.find((entry) => covers(entry.effectiveFrom, entry.effectiveTo, on)
        && (bySlug.length > 0 || entry.codes.some((alias) => alias.code === slugOrCode && covers(alias.from, alias.to, on))))
      if (found !== undefined) return found
      const nearest = nearestVersion(versions, on)
      if (nearest === undefined) throw new UnknownProcedureError({ procedure: slugOrCode, known: [...new Set(all.map((entry) => entry.slug))] })
      throw new ProcedureNotInForceError({
        slug: nearest.slug, on, nearestFrom: nearest.effectiveFrom, nearestTo: nearest.effectiveTo,
        isSuccessorPending: nearest.effectiveTo !== null && on > nearest.effectiveTo && nearest.successor === 'not-yet-published',
      })
    },
    list({ on }) {
      requireDay(on)
      return all.filter((entry) => covers(entry.effectiveFrom, entry.effectiveTo, on))
    },
  }
}

function requireDay(on: string): void {
  if (!isCalendarDate(on)) throw new TypeError('Expected a calendar day YYYY-MM-DD in { on }')
}

function covers(from: string, to: string | null, day: string): boolean {
  return from <= day && (to === null || day <= to)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Before the first version: the first; after the last, or in a gap: the last one that had begun. */
function nearestVersion(versions: readonly CatalogueEntry[], on: string): CatalogueEntry | undefined {
  return versions.filter((entry) => entry.effectiveFrom <= on).at(-1) ?? versions[0]
}

function refuseOverlaps(all: readonly CatalogueEntry[]): void {
  for (const [index, later] of all.entries()) {
    const earlier = all[index - 1]
    if (later.effectiveTo !== null && later.effectiveTo < later.effectiveFrom) {
      throw new CatalogueOverlapError(`The version of "${later.slug}" from ${later.effectiveFrom} ends before it begins`)
    }
    if (earlier?.slug === later.slug && (earlier.effectiveTo === null || later.effectiveFrom <= earlier.effectiveTo)) {
      throw new CatalogueOverlapError(`Two versions of "${later.slug}" are in force on ${later.effectiveFrom}; end the earlier one the day before`)
    }
    for (const other of all.slice(0, index)) {
      if (other.slug === later.slug) continue
      for (const alias of later.codes) {
        const clash = other.codes.find((candidate) => candidate.code === alias.code
          && (candidate.to === null || alias.from <= candidate.to) && (alias.to === null || candidate.from <= alias.to))
        if (clash !== undefined) throw new CatalogueOverlapError(`The code ${alias.code} means both "${other.slug}" and "${later.slug}" on the same day`)
      }
    }
  }
}

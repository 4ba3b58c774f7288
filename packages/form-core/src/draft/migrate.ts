import type { JsonValue } from '@motcua/core/json'
import type { FormSource } from '@motcua/schemas/definition'
import { SnapshotError } from '../errors.ts'
import { modelOf } from '../model/model.ts'
import type { FieldNode, FormModel } from '../model/model.ts'
import { withRow } from '../model/reader.ts'
import { own } from '../own.ts'
import type { DefinitionVersion, FormSnapshot } from '../types.ts'
import { validateValue } from '../validate/value-schema.ts'

export interface MigrateDraftOptions {
  /** Old pattern → new pattern, rows written `-`, for questions that moved: `{ '/name': '/requester/fullName' }`. */
  renames?: Readonly<Record<string, string>>
}

export interface MigratedDraft {
  snapshot: FormSnapshot
  /** Pointers whose answers have no place in the new version; tell the person. */
  dropped: string[]
}

/**
 * Carries a draft into another version of the same procedure. Answers keep their pointer, row key, provenance and
 * "cleared" mark; questions that are new get their default; answers without a place are named, not silently lost. Pure.
 *
 * @param fromVersion the version the draft says it is of; SnapshotError when the snapshot is of another one
 * @example const { snapshot, dropped } = migrateDraft(draft.snapshot, draft.snapshot.definition, definition)
 */
export function migrateDraft(
  snapshot: FormSnapshot, fromVersion: DefinitionVersion, definition: FormSource, options: MigrateDraftOptions = {},
): MigratedDraft {
  const { slug, effectiveFrom } = definition.procedure
  const from = snapshot.definition
  if (from.slug !== slug || from.slug !== fromVersion.slug || from.effectiveFrom !== fromVersion.effectiveFrom) {
    throw new SnapshotError(`Expected a snapshot of ${slug}, version ${fromVersion.effectiveFrom}; got ${from.slug}, version ${from.effectiveFrom}.`)
  }
  const model = modelOf(definition)
  const { renames = {} } = options
  const next: FormSnapshot = { formatVersion: 1, definition: { slug, effectiveFrom }, values: {}, rows: {}, cleared: [], provenance: {} }
  const dropped: string[] = []

  for (const [pointer, keys] of Object.entries(snapshot.rows)) {
    const repeat = model.repeats.get(own(renames, pointer) ?? pointer)
    if (repeat) next.rows[repeat.pattern] = keys.slice(0, repeat.definition.maxRows)
  }
  const place = (pointer: string): { node: FieldNode; pointer: string } | undefined => newPlace(model, snapshot, next, renames, pointer)
  for (const [pointer, value] of Object.entries(snapshot.values)) {
    const found = place(pointer)
    if (!found || !fits(definition, found.node, value)) dropped.push(pointer)
    else {
      next.values[found.pointer] = value
      const origin = own(snapshot.provenance, pointer)
      if (origin) next.provenance[found.pointer] = origin
      const day = own(snapshot.filledOn ?? {}, pointer)
      if (day) next.filledOn = { ...next.filledOn, [found.pointer]: day }
    }
  }
  for (const pointer of snapshot.cleared) {
    const found = place(pointer)
    if (found && !Object.hasOwn(next.values, found.pointer)) next.cleared.push(found.pointer)
  }
  applyDefaults(model, next)
  return { snapshot: next, dropped }
}

function newPlace(
  model: FormModel, old: FormSnapshot, next: FormSnapshot, renames: Readonly<Record<string, string>>, pointer: string,
): { node: FieldNode; pointer: string } | undefined {
  const repeat = Object.keys(old.rows).find(candidate => pointer.startsWith(`${candidate}/`))
  const key = repeat === undefined ? undefined : pointer.slice(repeat.length + 1).split('/')[0]
  const pattern = repeat === undefined || key === undefined ? pointer : `${repeat}/-${pointer.slice(repeat.length + 1 + key.length)}`
  const moved = repeat === undefined ? undefined : own(renames, repeat)
  const target = own(renames, pattern) ?? (moved === undefined || repeat === undefined ? pattern : moved + pattern.slice(repeat.length))
  const node = model.fields.get(target)
  if (!node || (node.repeat !== undefined) !== (key !== undefined)) return undefined
  if (node.repeat && !next.rows[node.repeat.pattern]?.includes(key ?? '')) return undefined
  return { node, pointer: withRow(node.pattern, node.repeat, key) }
}

/** Half-typed text stays, whatever the new type; only composite answers that no input could show again do not. */
function fits(definition: FormSource, node: FieldNode, value: JsonValue): boolean {
  return typeof value !== 'object' || !validateValue(definition.schema, node.pattern, '', value).some(issue => issue.code === 'type')
}

function applyDefaults(model: FormModel, snapshot: FormSnapshot): void {
  for (const node of model.fields.values()) {
    const value = node.definition.default
    if (value === undefined) continue
    for (const row of node.repeat ? snapshot.rows[node.repeat.pattern] ?? [] : [undefined]) {
      const pointer = withRow(node.pattern, node.repeat, row)
      if (Object.hasOwn(snapshot.values, pointer) || snapshot.cleared.includes(pointer)) continue
      snapshot.values[pointer] = value
      snapshot.provenance[pointer] = 'default'
    }
  }
}

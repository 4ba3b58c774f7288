import type { JsonObject, JsonValue } from '@motcua/core/json'
import { SnapshotError } from '../errors.ts'
import { PROVENANCES } from '../types.ts'
import type { FormSnapshot, Provenance } from '../types.ts'

/** A form put aside: its answers and where the person was. */
export interface Draft {
  snapshot: FormSnapshot
  /** Page to open again. */
  page?: string
  /** What the caller keeps beside the answers, such as uploads under way. Sealed with them. */
  beside?: JsonObject
  /** Instant of saving, ISO 8601. */
  savedAt: string
}

/** Writes a draft as UTF-8 JSON. */
export function encodeDraft(draft: Draft): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(draft))
}

/** Reads what {@link encodeDraft} wrote. Throws SnapshotError for anything else. */
export function decodeDraft(bytes: Uint8Array): Draft {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new SnapshotError('Expected a draft as UTF-8 JSON; the bytes are not. Discard the draft.')
  }
  if (!isRecord(value)) throw malformed('savedAt')
  const { page, beside, savedAt } = value
  if (typeof savedAt !== 'string' || Number.isNaN(Date.parse(savedAt))) throw malformed('savedAt')
  return {
    snapshot: parseSnapshot(value['snapshot']), savedAt,
    ...(typeof page === 'string' && { page }), ...(isRecordOf(beside, isJson) && { beside }),
  }
}

/** Checks that a value from outside is a snapshot. Throws SnapshotError naming the part that is not. */
export function parseSnapshot(value: unknown): FormSnapshot {
  if (!isRecord(value) || value['formatVersion'] !== 1) throw malformed('formatVersion')
  const { definition, values, rows, cleared, provenance, filledOn = {} } = value
  if (!isRecord(definition) || typeof definition['slug'] !== 'string' || typeof definition['effectiveFrom'] !== 'string') throw malformed('definition')
  if (!isRecordOf(values, isJson)) throw malformed('values')
  if (!isRecordOf(rows, isKeyList)) throw malformed('rows')
  if (!isStringList(cleared)) throw malformed('cleared')
  if (!isRecordOf(provenance, isProvenance)) throw malformed('provenance')
  if (!isRecordOf(filledOn, isText)) throw malformed('filledOn')
  return {
    formatVersion: 1,
    definition: { slug: definition['slug'], effectiveFrom: definition['effectiveFrom'] },
    values, rows, cleared, provenance,
    ...(Object.keys(filledOn).length > 0 && { filledOn }),
  }
}

function malformed(part: string): SnapshotError {
  return new SnapshotError(`Expected a snapshot made by form.snapshot(); its "${part}" is missing or of another kind. Discard the draft.`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRecordOf<T>(value: unknown, is: (member: unknown) => member is T): value is Record<string, T> {
  return isRecord(value) && Object.values(value).every(is)
}

function isStringList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

/** Keys as rows are given them: others would read as another pointer. */
function isKeyList(value: unknown): value is string[] {
  return isStringList(value) && value.every(key => /^[A-Za-z][\w-]*$/.test(key))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isProvenance(value: unknown): value is Provenance {
  return PROVENANCES.some(known => known === value)
}

function isJson(value: unknown): value is JsonValue {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isJson)
  return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
}

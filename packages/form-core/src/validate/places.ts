import type { Issue } from '@motcua/core/issue'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FormSource } from '@motcua/schemas/definition'
import { foundIssue } from '../issue.ts'
import { modelOf } from '../model/model.ts'
import { escapeSegment, pointerSegments } from '../pointer.ts'

/** Look-up of communes by code: reference data, so no schema can say it. */
export interface PlaceDirectory {
  find(code: string): { provinceCode: string } | undefined
}

/**
 * Communes that are not on the list (`communeUnknown`) or do not lie in the province answered beside them
 * (`communeNotInProvince`), in rows too. For servers and tools; the form checks its own fields as they are answered.
 *
 * @example checkPlaces(definition, payload, communes) // [{ pointer: '/requester/residence/commune', code: 'communeNotInProvince', … }]
 */
export function checkPlaces(definition: FormSource, payload: JsonObject, places: PlaceDirectory): Issue[] {
  return [...modelOf(definition).fields.values()].filter(({ definition: { field } }) => field === 'commune').flatMap(({ definition: { pointer, provincePointer } }) =>
    answersAt(payload, pointerSegments(pointer)).flatMap(({ at, rows, value }): Issue[] => {
      if (typeof value !== 'string') return []
      const commune = places.find(value)
      const province = provincePointer === undefined ? undefined : valueIn(payload, pointerSegments(provincePointer), rows)
      if (commune && (typeof province !== 'string' || province === commune.provinceCode)) return []
      return [foundIssue(at, commune ? 'communeNotInProvince' : 'communeUnknown', { source: 'server' })]
    }))
}

interface PlacedAnswer { at: string; rows: readonly string[]; value: JsonValue | undefined }

/** Every answer at a pointer whose `-` stands for each row. */
function answersAt(value: JsonValue | undefined, segments: readonly string[], at = '', rows: readonly string[] = []): PlacedAnswer[] {
  const [segment, ...rest] = segments
  if (segment === undefined) return [{ at, rows, value }]
  if (segment === '-' && Array.isArray(value)) return value.flatMap((row, index) => answersAt(row, rest, `${at}/${index}`, [...rows, String(index)]))
  return answersAt(child(value, segment), rest, `${at}/${escapeSegment(segment)}`, rows)
}

function valueIn(value: JsonValue | undefined, segments: readonly string[], rows: readonly string[]): JsonValue | undefined {
  const left = [...rows]
  return segments.reduce((node: JsonValue | undefined, segment) => child(node, segment === '-' ? left.shift() ?? segment : segment), value)
}

function child(value: JsonValue | undefined, segment: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(segment)]
  return typeof value === 'object' && value !== null && Object.hasOwn(value, segment) ? value[segment] : undefined
}

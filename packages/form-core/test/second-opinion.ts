import { dereference, validate } from '@cfworker/json-schema'
import type { OutputUnit, Schema } from '@cfworker/json-schema'
import type { JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { escapeSegment } from '../src/pointer.ts'

/** Keywords that only pass on what failed below them. */
const WRAPPERS = new Set(['$ref', 'allOf', 'if', 'properties', 'additionalProperties', 'items', 'propertyNames'])

/**
 * A general eval-free validator by other hands, as a second opinion on ours: `pointer code` pairs after the one
 * documented normalisation (leaves only, what is missing or unknown at the child, `anyOf` as a whole).
 */
export function createSecondOpinion(schema: JsonSchema): (value: JsonValue) => string[] {
  // It writes absolute addresses into what it resolves.
  const copy = structuredClone(schema) as Schema
  const lookup = dereference(copy)
  return value => {
    const units = validate(value, copy, '2020-12', lookup, false).errors
    const branches = units.filter(({ keyword }) => keyword === 'anyOf').map(({ keywordLocation }) => `${keywordLocation}/`)
    const leaves = units.filter(({ keyword, keywordLocation }) => !WRAPPERS.has(keyword) && !branches.some(branch => keywordLocation.startsWith(branch)))
    return [...new Set(leaves.map(pairOf))].sort()
  }
}

function pairOf({ keyword, instanceLocation, error }: OutputUnit): string {
  const pointer = decodeURI(instanceLocation.slice(1).replaceAll('%23', '#'))
  if (keyword === 'false') return `${pointer} notAllowed`
  // It names the missing key only in its sentence.
  const key = keyword === 'required' ? /^Instance does not have required property "(.*)"\.$/s.exec(error)?.[1] : undefined
  return key === undefined ? `${pointer} ${keyword}` : `${pointer}/${escapeSegment(key)} required`
}

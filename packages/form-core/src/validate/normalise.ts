import type { OutputUnit } from '@cfworker/json-schema'
import type { Issue } from '@motcua/core/issue'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { escapeSegment, pointerSegments } from '../pointer.ts'
import { isSchema, schemaAt } from './json-schema.ts'

/** Keywords that only pass on what failed below them. */
const WRAPPERS = new Set([
  '$ref', 'allOf', 'if', 'properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties',
  'prefixItems', 'items', 'unevaluatedItems', 'propertyNames', 'dependentSchemas',
])
/** Keywords that fail as a whole: which branch failed how is not the person's concern. */
const BRANCHING = ['anyOf', 'oneOf', 'contains', 'not']
/** Keywords whose own value is the limit a message names. */
const LIMITS = new Set(['minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'multipleOf'])

/**
 * Turns the interpreter's output into issues: leaves only, `required` at the missing child, unknown members as
 * `notAllowed`, one issue per pointer and code, limits from the schema.
 */
export function normalise(units: readonly OutputUnit[], schema: JsonSchema, root: JsonSchema, value: JsonValue, base: string): Issue[] {
  const issues = new Map<string, Issue>()
  const report = (pointer: string, code: string, params: Issue['params'] = {}): void => {
    const key = `${code} ${pointer}`
    if (!issues.has(key)) issues.set(key, { pointer: base + pointer, code, params, source: 'schema', severity: 'error', clears: 'revalidate' })
  }
  const listed = new Set<string>()
  const branches: string[] = []
  for (const { keyword, keywordLocation } of units) if (BRANCHING.includes(keyword)) branches.push(`${keywordLocation}/`)
  for (const { keyword, keywordLocation, instanceLocation } of units) {
    if (WRAPPERS.has(keyword) || branches.some(branch => keywordLocation.startsWith(branch))) continue
    const pointer = decodeURI(instanceLocation.slice(1).replaceAll('%23', '#'))
    if (keyword === 'false') {
      report(pointer, 'notAllowed')
      continue
    }
    if (keyword === 'required' || keyword === 'dependentRequired') {
      // The interpreter has one unit a missing key; the whole list is read at the first.
      const place = `${keywordLocation} ${instanceLocation}`
      if (listed.has(place)) continue
      listed.add(place)
      for (const key of missingKeys(keywordAt(schema, root, keywordLocation, keyword), valueAt(value, pointer))) report(`${pointer}/${escapeSegment(key)}`, 'required')
    } else report(pointer, keyword, paramsOf(keyword, keywordAt(schema, root, keywordLocation, keyword)))
  }
  return [...issues.values()]
}

function paramsOf(keyword: string, operand: JsonValue | undefined): Issue['params'] {
  if (LIMITS.has(keyword) && typeof operand === 'number') return { limit: operand }
  if (keyword === 'format' && typeof operand === 'string') return { format: operand }
  if (keyword === 'type') return { expected: Array.isArray(operand) ? operand.join('|') : String(operand) }
  return {}
}

function missingKeys(operand: JsonValue | undefined, value: JsonValue | undefined): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const lists = Array.isArray(operand) ? [operand]
    : typeof operand === 'object' && operand !== null
      ? Object.entries<JsonValue>(operand).filter(([trigger]) => Object.hasOwn(value, trigger)).map(([, list]) => list)
      : []
  return lists.flat().filter(key => typeof key === 'string').filter(key => !Object.hasOwn(value, key))
}

/** Follows a keyword location (which runs through `$ref`) to the keyword's own value. */
function keywordAt(schema: JsonSchema, root: JsonSchema, location: string, keyword: string): JsonValue | undefined {
  let node: JsonValue | undefined = schema
  const path = pointerSegments(decodeURI(location.slice(1)))
  path.pop()
  for (const segment of path) {
    if (typeof node !== 'object' || node === null) return undefined
    if (Array.isArray(node)) node = node[Number(segment)]
    else if (segment === '$ref') node = typeof node['$ref'] === 'string' ? schemaAt(root, node['$ref']) : undefined
    else node = Object.hasOwn(node, segment) ? node[segment] : undefined
  }
  return isSchema(node) && typeof node === 'object' && Object.hasOwn(node, keyword) ? node[keyword] : undefined
}

function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  let node: JsonValue | undefined = root
  for (const segment of pointerSegments(pointer)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, segment)) return undefined
    node = Array.isArray(node) ? node[Number(segment)] : (node as JsonObject)[segment]
  }
  return node
}

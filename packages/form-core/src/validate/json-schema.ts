import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { validate } from '@cfworker/json-schema'
import type { OutputUnit, Schema } from '@cfworker/json-schema'
import { pointerSegments } from '../pointer.ts'

/** A schema with its local references resolved, ready for the interpreter. */
export interface LoadedSchema {
  root: JsonSchema
  lookup: Record<string, Schema | boolean>
}

const LOADED = new WeakMap<object, LoadedSchema>()

/** Prepares a schema once per object. References are local (`#/$defs/…`), so the table is a plain walk and the schema is not touched. */
export function loadSchema(root: JsonSchema): LoadedSchema {
  const known = typeof root === 'object' ? LOADED.get(root) : undefined
  if (known) return known
  const loaded: LoadedSchema = { root, lookup: Object.create(null) }
  collectReferences(root, root, loaded.lookup)
  if (typeof root === 'object') LOADED.set(root, loaded)
  return loaded
}

/** Runs the interpreter over `value` and gives every failing unit, wrappers included. */
export function runSchema(loaded: LoadedSchema, schema: JsonSchema, value: JsonValue): OutputUnit[] {
  if (schema === true) return []
  // The interpreter reports a `false` schema itself; its types only do not say so.
  return validate(value, schema as Schema, '2020-12', loaded.lookup, false).errors
}

/** The sub-schema at a local reference; `undefined` when it points nowhere. */
export function schemaAt(root: JsonSchema, reference: string): JsonSchema | undefined {
  let node: JsonValue | undefined = root
  for (const segment of pointerSegments(decodeURIComponent(reference.slice(1)))) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, segment)) return undefined
    node = Array.isArray(node) ? node[Number(segment)] : node[segment]
  }
  return isSchema(node) ? node : undefined
}

export function isSchema(value: JsonValue | undefined): value is JsonSchema {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value))
}

function collectReferences(node: JsonValue, root: JsonSchema, lookup: Record<string, Schema | boolean>): void {
  if (typeof node !== 'object' || node === null) return
  if (Array.isArray(node)) {
    for (const item of node) collectReferences(item, root, lookup)
    return
  }
  const reference = node['$ref']
  if (typeof reference === 'string' && !(reference in lookup)) {
    const target = reference.startsWith('#') ? schemaAt(root, reference) : undefined
    if (target === undefined) throw new TypeError(`Expected a local $ref to an existing definition, got "${reference}".`)
    lookup[reference] = target
  }
  for (const child of Object.values<JsonValue>(node satisfies JsonObject)) collectReferences(child, root, lookup)
}

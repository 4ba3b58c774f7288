import type { Issue } from '@motcua/core/issue'
import type { JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { pointerSegments } from '../pointer.ts'
import { interpret } from './interpret.ts'
import { isSchema, schemaAt } from './json-schema.ts'

const FOUND = new WeakMap<object, Map<string, JsonSchema>>()

/**
 * Validates one value against the sub-schema of its place (rows written `-`), reported at `pointer`. Presence is not
 * this function's matter: in our profile conditionals decide presence only, and the layout carries it.
 */
export function validateValue(root: JsonSchema, pattern: string, pointer: string, value: JsonValue): Issue[] {
  return interpret(root, valueSchema(root, pattern), value, pointer)
}

/** The sub-schema for the value at a pattern; `true` when the schema says nothing of it. */
function valueSchema(root: JsonSchema, pattern: string): JsonSchema {
  if (typeof root === 'boolean') return root
  let found = FOUND.get(root)
  if (!found) FOUND.set(root, found = new Map())
  let schema = found.get(pattern)
  if (schema === undefined) {
    const cut = pattern.lastIndexOf('/')
    // Parents are found once for all their children.
    schema = cut < 0 ? root : childSchema(root, valueSchema(root, pattern.slice(0, cut)), pointerSegments(pattern.slice(cut))[0] ?? '')
    found.set(pattern, schema)
  }
  return schema
}

function childSchema(root: JsonSchema, parent: JsonSchema, key: string, depth = 0): JsonSchema {
  if (typeof parent !== 'object' || depth > 32) return true
  const { properties, items, $ref } = parent
  if (key === '-' && isSchema(items)) return items
  if (isSchema(properties) && typeof properties === 'object' && Object.hasOwn(properties, key)) {
    const child = properties[key]
    if (isSchema(child)) return child
  }
  const target = typeof $ref === 'string' ? schemaAt(root, $ref) : undefined
  return target === undefined ? true : childSchema(root, target, key, depth + 1)
}

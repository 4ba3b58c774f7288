import { isJsonObject } from '@motcua/core/json'
import type { JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { pointerSegments } from '../pointer.ts'

/** The sub-schema at a local reference (`#/$defs/…`); `undefined` when it is not local or points nowhere. */
export function schemaAt(root: JsonSchema, reference: string): JsonSchema | undefined {
  if (!/^#(\/|$)/.test(reference)) return undefined
  let node: JsonValue | undefined = root
  for (const segment of pointerSegments(decode(reference.slice(1)))) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, segment)) return undefined
    node = Array.isArray(node) ? node[Number(segment)] : node[segment]
  }
  return isSchema(node) ? node : undefined
}

export function isSchema(value: JsonValue | undefined): value is JsonSchema {
  return typeof value === 'boolean' || isJsonObject(value)
}

/** A reference is a URI fragment; one that is badly escaped points nowhere. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return '/\0'
  }
}

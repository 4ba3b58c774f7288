import type { JsonObject, JsonValue } from '@motcua/core/json'
import { validateAnswers } from '@motcua/form-core/validate'
import { isJsonObject, pointerTokens, valueAt } from '@motcua/schemas/generator'

/** The parts of a meta-schema that speak about one place of a file: references followed, conditions decided by the file itself. */
export function metaSchemasAt(meta: JsonObject, value: JsonValue, pointer: string): JsonObject[] {
  let schemas = expand(meta, meta, value)
  let at: JsonValue | undefined = value
  for (const token of pointerTokens(pointer)) {
    const parent = at
    at = valueAt(parent, `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    const inner = schemas.map((schema) => childSchema(schema, token, Array.isArray(parent)))
    schemas = inner.flatMap((schema) => expand(meta, schema, at))
  }
  return schemas
}

function childSchema(schema: JsonObject, token: string, isRow: boolean): JsonValue | undefined {
  if (isRow) return schema.items
  if (isJsonObject(schema.properties) && Object.hasOwn(schema.properties, token)) return schema.properties[token]
  return schema.additionalProperties
}

function expand(meta: JsonObject, schema: JsonValue | undefined, value: JsonValue | undefined, depth = 0): JsonObject[] {
  if (!isJsonObject(schema) || depth > 16) return []
  const found = [schema]
  if (typeof schema.$ref === 'string') found.push(...expand(meta, valueAt(meta, schema.$ref.slice(1)), value, depth + 1))
  if (isJsonObject(schema.if) && value !== undefined) {
    const holds = validateAnswers({ ...schema.if, $defs: meta.$defs ?? {} }, value).length === 0
    found.push(...expand(meta, holds ? schema.then : schema.else, value, depth + 1))
  }
  return found
}

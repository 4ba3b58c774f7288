import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** A problem reduced to what all validators must agree on. */
export type PointerCode = `${string} ${string}`

/** Keywords that only say that something inside them failed. */
const WRAPPERS = new Set(['if', 'allOf', 'properties', '$ref'])

type Referee = (answers: unknown) => Set<PointerCode>
/** Compiling costs far more than judging, and several tests ask for the same schema. */
const COMPILED = new WeakMap<object, Referee>()

/** ajv 2020 as the referee, with the one documented normalisation: leaf errors only, `required` and unknown keys at the child. */
export function createReferee(schema: JsonSchema): Referee {
  if (typeof schema !== 'object') return compile(schema)
  const known = COMPILED.get(schema) ?? compile(withoutShortcut(schema) as JsonObject)
  COMPILED.set(schema, known)
  return known
}

function compile(schema: JsonSchema): Referee {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return (answers) => {
    validate(answers)
    return new Set((validate.errors ?? []).filter((error) => !WRAPPERS.has(error.keyword)).map(pointerCode))
  }
}

/** Where items have a plain type, ajv looks for doubles among items of that type only; JSON Schema knows no such exception. */
function withoutShortcut(node: JsonValue): JsonValue {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map(withoutShortcut)
  const same = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutShortcut(value)]))
  return node.uniqueItems === true && same.items !== undefined ? { ...same, items: { allOf: [same.items] } } : same
}

function pointerCode(error: ErrorObject): PointerCode {
  const child = (key: unknown): string => `${error.instancePath}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
  switch (error.keyword) {
    case 'required': return `${child(error.params.missingProperty)} required`
    case 'additionalProperties': return `${child(error.params.additionalProperty)} notAllowed`
    case 'false schema': return `${error.instancePath} notAllowed`
    default: return `${error.instancePath} ${error.keyword}`
  }
}

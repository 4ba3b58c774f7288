import type { Issue } from '@motcua/core/issue'
import type { JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { loadSchema, runSchema } from './json-schema.ts'
import { normalise } from './normalise.ts'

/**
 * Validates answers against their schema with the eval-free interpreter and gives one issue per pointer and code:
 * leaves only, a missing or unknown member at the child, `format` asserted.
 *
 * @example validateAnswers(definition.schema, payload) // [{ pointer: '/requester/phone', code: 'required', … }]
 */
export function validateAnswers(schema: JsonSchema, answers: JsonValue): Issue[] {
  const loaded = loadSchema(schema)
  try {
    return normalise(runSchema(loaded, schema, answers), schema, schema, answers, '')
  } catch (error) {
    // The interpreter writes keys as URI fragments; a key that is not Unicode (a lone surrogate) has none, and no schema allows it.
    if (error instanceof URIError) return [{ pointer: '', code: 'notAllowed', params: {}, source: 'schema', severity: 'error', clears: 'revalidate' }]
    throw error
  }
}

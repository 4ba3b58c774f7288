import type { Issue } from '@motcua/core/issue'
import type { JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { interpret } from './interpret.ts'

/**
 * Validates answers against a schema of the profile and gives one issue per pointer and code: leaves only, a missing
 * or unknown member at the child, `format` asserted. Throws {@link SchemaProfileError} for a schema outside the profile.
 *
 * @example validateAnswers(definition.schema, payload) // [{ pointer: '/requester/phone', code: 'required', … }]
 */
export function validateAnswers(schema: JsonSchema, answers: JsonValue): Issue[] {
  return interpret(schema, schema, answers, '')
}

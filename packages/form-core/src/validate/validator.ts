import type { Issue } from '@motcua/core/issue'
import type { JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { validateAnswers } from './answers.ts'
import { profiled } from './profile.ts'
import { validateValue } from './value-schema.ts'

/** Validates whole payloads and single places of one schema. */
export interface Validator {
  validate(answers: JsonValue): Issue[]
  /** Validates one value where it would stand, without the rest of the payload; an index means any row. */
  validateAt(pointer: string, value: JsonValue): Issue[]
}

/**
 * Prepares a schema once for many validations. Throws {@link SchemaProfileError} when it leaves the profile.
 *
 * @example createValidator(definition.schema).validateAt('/requester/phone', '09') // [{ code: 'pattern', … }]
 */
export function createValidator(schema: JsonSchema): Validator {
  profiled(schema)
  return {
    validate: answers => validateAnswers(schema, answers),
    validateAt: (pointer, value) => validateValue(schema, pointer.replace(/\/\d+(?=\/|$)/g, '/-'), pointer, value),
  }
}

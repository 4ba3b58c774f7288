import type { Issue } from '@motcua/core/errors'
import type { JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { pointerSegments } from '../pointer.ts'
import { validateAnswers } from './answers.ts'
import { PlaceValidator } from './place-validator.ts'

/** Validates whole payloads and single places of one schema. */
export interface Validator {
  validate(answers: JsonValue): Issue[]
  /**
   * Validates one value where it would stand, without the rest of the payload; row indexes and `-` both mean "a row".
   * Conditions of the schema are decided over `answers`; without it, conditional parts are left out.
   */
  validateAt(pointer: string, value: JsonValue, answers?: JsonValue): Issue[]
}

/**
 * Prepares a schema once for many validations.
 *
 * @example createValidator(definition.schema).validateAt('/requester/phone', '09') // [{ code: 'pattern', … }]
 */
export function createValidator(schema: JsonSchema): Validator {
  const places = new PlaceValidator(schema)
  return {
    validate: answers => validateAnswers(schema, answers),
    validateAt(pointer, value, answers) {
      const indexes = pointer.split('/').filter(segment => /^\d+$/.test(segment))
      return places.issues(pointer.replace(/\/\d+(?=\/|$)/g, '/-'), pointer, value, guard => {
        let next = 0
        const here = (pattern: string): string => pattern.replace(/\/-(?=\/|$)/g, dash => `/${indexes[next++] ?? dash}`)
        return answers !== undefined && places.holds(guard, at => {
          next = 0
          return read(answers, here(at))
        })
      })
    },
  }
}

function read(root: JsonValue, pointer: string): JsonValue | undefined {
  let node: JsonValue | undefined = root
  for (const segment of pointerSegments(pointer)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, segment)) return undefined
    node = Array.isArray(node) ? node[Number(segment)] : node[segment]
  }
  return node
}

import type { Issue } from '@motcua/core/errors'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { childPointer, setOwn } from '../model/reader.ts'
import { loadSchema, runSchema } from './json-schema.ts'
import type { LoadedSchema } from './json-schema.ts'
import { normalise } from './normalise.ts'
import { conditionMembers, SchemaPlaces } from './sites.ts'
import type { Guard } from './sites.ts'

/** Reads the payload for conditions: a pointer of the payload, rows written as the caller's own row. */
export type ReadPayload = (pointer: string) => JsonValue | undefined

/** Validates single places of a payload without building the rest of it. */
export class PlaceValidator {
  readonly #loaded: LoadedSchema
  readonly #places: SchemaPlaces
  readonly #members = new Map<JsonSchema, ReadonlySet<string> | undefined>()

  constructor(schema: JsonSchema) {
    this.#loaded = loadSchema(schema)
    this.#places = new SchemaPlaces(schema)
  }

  /** Issues of a value at a pattern (rows `-`), reported at `pointer`. `holds` decides the conditions. */
  issues(pattern: string, pointer: string, value: JsonValue, holds: (guard: Guard) => boolean): Issue[] {
    const found = this.#places.at(pattern).sites.filter(site => site.guards.every(holds)).flatMap(({ schema }) =>
      normalise(runSchema(this.#loaded, schema, value), schema, this.#loaded.root, value, pointer))
    return found.length < 2 ? found : [...new Map(found.map(issue => [`${issue.code} ${issue.pointer}`, issue])).values()]
  }

  /** True when a condition that holds now makes the place required; unconditional requirements are the definition's. */
  conditionallyRequired(pattern: string, holds: (guard: Guard) => boolean): boolean {
    return this.#places.at(pattern).required.some(guards => guards.length > 0 && guards.every(holds))
  }

  /** Whether any condition bears on the place's presence: without one, nothing needs to be watched. */
  mayBeRequired(pattern: string): boolean {
    return this.#places.at(pattern).required.some(guards => guards.length > 0)
  }

  /** Evaluates one condition over only the members it looks at. */
  holds(guard: Guard, read: ReadPayload): boolean {
    let members = this.#members.get(guard.condition)
    if (!this.#members.has(guard.condition)) {
      this.#members.set(guard.condition, members = conditionMembers(guard.condition, this.#loaded.root))
    }
    let object: JsonValue = {}
    if (!members) object = read(guard.at) ?? {}
    else for (const key of members) {
      const value = read(childPointer(guard.at, key))
      if (value !== undefined) setOwn(object as JsonObject, key, value)
    }
    return (runSchema(this.#loaded, guard.condition, object).length === 0) === guard.holds
  }
}

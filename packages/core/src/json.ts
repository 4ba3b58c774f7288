export { escapeSegment, pointerSegments } from './json-pointer.ts'

/** A JSON value (RFC 8259). */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject
/** A JSON object. Read own properties only: `Object.hasOwn`. */
export interface JsonObject { [key: string]: JsonValue }

/** True for an object, which in JSON is neither null nor a list. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A JSON value (RFC 8259). */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject
/** A JSON object. Read own properties only: `Object.hasOwn`. */
export interface JsonObject { [key: string]: JsonValue }

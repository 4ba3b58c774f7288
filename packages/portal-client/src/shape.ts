/** Where a value differs from a shape, and what was expected there. Never holds the value itself. */
export interface Mismatch { pointer: string; expected: string }

/** A guard for one shape: null when the value conforms. Members it does not name are let through, newer gateways have more. */
export type Shape = (value: unknown, pointer: string) => Mismatch | null

export const text: Shape = (value, pointer) => (typeof value === 'string' ? null : { pointer, expected: 'a string' })
export const truth: Shape = (value, pointer) => (typeof value === 'boolean' ? null : { pointer, expected: 'true or false' })
export const integer: Shape = (value, pointer) => (Number.isSafeInteger(value) ? null : { pointer, expected: 'an integer' })
export const instant: Shape = (value, pointer) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? null : { pointer, expected: 'an instant' }
export const record: Shape = (value, pointer) => (isRecord(value) ? null : { pointer, expected: 'an object' })

export function matching(pattern: RegExp): Shape {
  return (value, pointer) => (typeof value === 'string' && pattern.test(value) ? null : { pointer, expected: `a string like ${pattern.source}` })
}

export function oneOf(...values: ReadonlyArray<string | number | null>): Shape {
  return (value, pointer) => (values.some((known) => known === value) ? null : { pointer, expected: values.join(' | ') })
}

export function nullable(shape: Shape): Shape {
  return (value, pointer) => (value === null ? null : shape(value, pointer))
}

export function optional(shape: Shape): Shape {
  return (value, pointer) => (value === undefined ? null : shape(value, pointer))
}

export function list(shape: Shape): Shape {
  return (value, pointer) => {
    if (!Array.isArray(value)) return { pointer, expected: 'an array' }
    for (const [index, entry] of value.entries()) {
      const mismatch = shape(entry, `${pointer}/${index}`)
      if (mismatch) return mismatch
    }
    return null
  }
}

export function object(members: Readonly<Record<string, Shape>>): Shape {
  return (value, pointer) => {
    if (!isRecord(value)) return { pointer, expected: 'an object' }
    for (const [name, shape] of Object.entries(members)) {
      const mismatch = shape(Object.hasOwn(value, name) ? value[name] : undefined, `${pointer}/${name}`)
      if (mismatch) return mismatch
    }
    return null
  }
}

export function both(first: Shape, second: Shape): Shape {
  return (value, pointer) => first(value, pointer) ?? second(value, pointer)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

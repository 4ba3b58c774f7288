import type { JsonObject, JsonValue } from '@motcua/core/json'
import { Problem } from './problem.ts'
import { readAtMost } from './read-at-most.ts'

/** Deeper than anything a client has to say; what reads it may recurse. */
const MAX_DEPTH = 64

/** Reads a JSON body of at most `limit` bytes; text in it is composed (NFC), whatever the client's keyboard made. Throws `too-large` or `bad-request`. */
export async function readJson(request: Request, limit: number): Promise<JsonObject> {
  const bytes = await readBytes(request, limit)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem('bad-request', { detail: 'The body is not JSON in UTF-8.' })
  }
  if (!isObject(value)) throw new Problem('bad-request', { detail: 'Expected a JSON object.' })
  return composedMembers(value, MAX_DEPTH)
}

function composedMembers(value: JsonObject, depth: number): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, composed(member, depth - 1)]))
}

function composed(value: JsonValue, depth: number): JsonValue {
  if (depth < 0) throw new Problem('bad-request', { detail: `Expected JSON nested at most ${MAX_DEPTH} deep.` })
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map((item) => composed(item, depth - 1))
  return isObject(value) ? composedMembers(value, depth) : value
}

/** Reads at most `limit` bytes, whatever Content-Length says. Throws `too-large`. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const bytes = await readAtMost(request, limit)
  if (bytes === undefined) throw new Problem('too-large', { limit })
  return bytes
}

/** A reader over one JSON object: each getter throws `bad-request` naming the member and what was expected. */
export class Members {
  readonly #value: JsonObject
  readonly #at: string
  constructor(value: JsonObject, at = '') {
    this.#value = value
    this.#at = at
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#value, name)
  }

  text(name: string, options: { pattern?: RegExp; maxLength?: number } = {}): string {
    const value = this.#own(name)
    if (typeof value !== 'string' || value.length > (options.maxLength ?? 10_000) || (options.pattern !== undefined && !options.pattern.test(value))) this.#fail(name, options.pattern === undefined ? 'a string' : `a string matching ${options.pattern}`)
    return value
  }

  oneOf<const T extends string>(name: string, values: readonly T[]): T {
    const value = this.#own(name)
    const found = values.find((candidate) => candidate === value)
    if (found === undefined) this.#fail(name, `one of ${values.join(', ')}`)
    return found
  }

  /** A list of some of the values, each at most once as it is read. */
  someOf<const T extends string>(name: string, values: readonly T[]): T[] {
    const given = this.#own(name)
    const isKnown = (value: JsonValue): boolean => values.some((known) => known === value)
    if (!Array.isArray(given) || !given.every(isKnown)) this.#fail(name, `a list of some of ${values.join(', ')}`)
    return values.filter((known) => given.includes(known))
  }

  integer(name: string): number {
    const value = this.#own(name)
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) this.#fail(name, 'a whole number')
    return value
  }

  /** A list of texts, each one of `values`. */
  strings<const T extends string>(name: string, values: readonly T[]): T[] {
    const value = this.#own(name)
    if (!Array.isArray(value) || value.length > values.length) this.#fail(name, `a list of ${values.join(', ')}, each once`)
    return value.map((item) => values.find((candidate) => candidate === item) ?? this.#fail(name, `a list of ${values.join(', ')}, each once`))
  }

  object(name: string): JsonObject {
    const value = this.#own(name)
    if (!isObject(value)) this.#fail(name, 'an object')
    return value
  }

  members(name: string): Members {
    return new Members(this.object(name), `${this.#at}/${name}`)
  }

  list(name: string, maxItems: number): Members[] {
    const value = this.#own(name)
    if (!Array.isArray(value) || value.length > maxItems) this.#fail(name, `a list of at most ${maxItems} objects`)
    return value.map((item, index) => {
      if (!isObject(item)) this.#fail(`${name}/${index}`, 'an object')
      return new Members(item, `${this.#at}/${name}/${index}`)
    })
  }

  #own(name: string): JsonValue | undefined {
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined
  }

  #fail(name: string, expected: string): never {
    throw new Problem('bad-request', { detail: `${this.#at}/${name}: expected ${expected}.` })
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

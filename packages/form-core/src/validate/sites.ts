import type { JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { childPointer } from '../model/reader.ts'
import { pointerSegments } from '../pointer.ts'
import { isSchema, schemaAt } from './json-schema.ts'

/** A condition under which a sub-schema applies: `if` at the object at `at` (rows `-`) holds, or does not. */
export interface Guard { condition: JsonSchema; at: string; holds: boolean }

/** A sub-schema that applies to one place of the payload, and when. */
export interface Site { schema: JsonSchema; guards: readonly Guard[] }

/** What the schema says about one place: the sub-schemas for its value, and the conditions under which it must be there. */
export interface Place { sites: readonly Site[]; required: readonly (readonly Guard[])[] }

/** Finds what applies where, once per place. Conditionals are kept as guards; branches of anyOf and oneOf are left to whole validation. */
export class SchemaPlaces {
  readonly root: JsonSchema
  readonly #expanded = new Map<string, readonly Site[]>()
  readonly #places = new Map<string, Place>()

  constructor(root: JsonSchema) {
    this.root = root
  }

  /** `pattern`: pointer with rows written `-`. */
  at(pattern: string): Place {
    let place = this.#places.get(pattern)
    if (!place) {
      const cut = pattern.lastIndexOf('/')
      const [key] = pointerSegments(pattern.slice(cut))
      if (cut < 0 || key === undefined) place = { sites: [{ schema: this.root, guards: [] }], required: [] }
      else {
        const parents = this.#expandAt(pattern.slice(0, cut))
        place = {
          sites: parents.flatMap(site => step(site, key)),
          required: parents.filter(({ schema }) => requires(schema, key)).map(site => site.guards),
        }
      }
      this.#places.set(pattern, place)
    }
    return place
  }

  #expandAt(pattern: string): readonly Site[] {
    let sites = this.#expanded.get(pattern)
    if (!sites) this.#expanded.set(pattern, sites = this.at(pattern).sites.flatMap(site => this.#expand(site, pattern, 0)))
    return sites
  }

  /** The site itself and every sub-schema that speaks of the same value. */
  #expand(site: Site, at: string, depth: number): Site[] {
    const { schema, guards } = site
    if (typeof schema !== 'object' || depth > 32) return []
    const inner = (child: JsonValue | undefined, more: readonly Guard[] = guards): Site[] =>
      isSchema(child) ? this.#expand({ schema: child, guards: more }, at, depth + 1) : []
    const sites = [site]
    const { $ref, allOf, if: condition, then, else: otherwise } = schema
    if (typeof $ref === 'string') sites.push(...inner(schemaAt(this.root, $ref)))
    if (Array.isArray(allOf)) for (const part of allOf) sites.push(...inner(part))
    if (isSchema(condition)) {
      sites.push(...inner(then, [...guards, { condition, at, holds: true }]))
      sites.push(...inner(otherwise, [...guards, { condition, at, holds: false }]))
    }
    return sites
  }
}

function step({ schema, guards }: Site, key: string): Site[] {
  if (typeof schema !== 'object') return []
  const { properties, items } = schema
  const child = key === '-' && isSchema(items) ? items
    : isSchema(properties) && typeof properties === 'object' && Object.hasOwn(properties, key) ? properties[key]
      : undefined
  return isSchema(child) ? [{ schema: child, guards }] : []
}

function requires(schema: JsonSchema, key: string): boolean {
  return typeof schema === 'object' && Array.isArray(schema['required']) && schema['required'].includes(key)
}

/**
 * Members of its object that a condition looks at; `undefined` when it looks at the object as a whole. A member is
 * read with all that is in it, so that "present but empty" and "absent" stay apart.
 */
export function conditionMembers(condition: JsonSchema, root: JsonSchema): ReadonlySet<string> | undefined {
  const members = new Set<string>()
  let whole = false
  const walk = (schema: JsonValue | undefined, depth: number): void => {
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return
    if (depth > 32) whole = true
    else for (const [keyword, operand] of Object.entries(schema)) {
      if (keyword === 'properties' && isSchema(operand)) for (const key of Object.keys(operand)) members.add(key)
      else if (keyword === 'required' && Array.isArray(operand)) for (const key of operand) members.add(String(key))
      else if (Array.isArray(operand) && /^(?:all|any|one)Of$/.test(keyword)) for (const part of operand) walk(part, depth + 1)
      else if (/^(?:not|if|then|else)$/.test(keyword)) walk(operand, depth + 1)
      else if (keyword === '$ref' && typeof operand === 'string') walk(schemaAt(root, operand), depth + 1)
      else if (!/^(?:type|title|description|\$comment)$/.test(keyword)) whole = true
    }
  }
  walk(condition, 0)
  return whole ? undefined : members
}

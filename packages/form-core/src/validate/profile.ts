import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { JsonSchema } from '@motcua/schemas/definition'
import { SchemaProfileError } from '../errors.ts'
import { escapeSegment } from '../pointer.ts'
import { isSchema, schemaAt } from './json-schema.ts'
import { KEYWORDS } from './keywords.ts'

/** A schema that has been read once from end to end: references found, patterns compiled. */
export interface Profiled {
  targets: Map<JsonObject, JsonSchema>
  patterns: Map<JsonObject, RegExp>
}

/** Chains of references and conditions at one and the same place; nothing a person can read comes near it. */
const MAX_CHAIN = 256
const PROFILED = new WeakMap<object, Profiled>()

/** Reads a schema once per object. Throws {@link SchemaProfileError} for whatever the interpreter would not carry exactly. */
export function profiled(root: JsonSchema): Profiled {
  const known = typeof root === 'object' ? PROFILED.get(root) : undefined
  if (known) return known
  const found: Profiled = { targets: new Map(), patterns: new Map() }
  // A list instead of recursion: how deep a schema is nested must not matter here.
  const seen = new Set<JsonObject>()
  const open: Array<[JsonValue, string]> = [[root, '#']]
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, at] = next
    if (!isSchema(node)) refuse('a schema', at)
    if (typeof node === 'boolean' || seen.has(node)) continue
    seen.add(node)
    for (const [keyword, operand] of Object.entries(node)) {
      const here = `${at}/${escapeSegment(keyword)}`
      const known = KEYWORDS.get(keyword)
      if (!known) refuse(`a keyword of the schema profile (${[...KEYWORDS.keys()].join(', ')})`, here)
      if (!known.takes(operand)) refuse(known.expects, here)
      for (const [key, child] of known.inside?.(operand) ?? []) open.push([child, here + key])
      if (keyword === '$ref') {
        const target = schemaAt(root, String(operand))
        if (target === undefined) refuse('a local $ref to an existing definition', here)
        found.targets.set(node, target)
        open.push([target, String(operand)])
      } else if (keyword === 'pattern') found.patterns.set(node, compile(String(operand), here))
    }
  }
  refuseCircles(seen, found.targets)
  if (typeof root === 'object') PROFILED.set(root, found)
  return found
}

function compile(pattern: string, at: string): RegExp {
  try {
    return new RegExp(pattern, 'u')
  } catch {
    refuse('a regular expression of ECMA-262 with Unicode', at)
  }
}

/** A schema that comes back to itself without going into the value never ends. */
function refuseCircles(nodes: ReadonlySet<JsonObject>, targets: Profiled['targets']): void {
  const done = new Set<JsonObject>()
  const visit = (node: JsonValue | undefined, above: readonly JsonObject[]): void => {
    if (!isSchema(node) || typeof node === 'boolean' || done.has(node)) return
    if (above.includes(node) || above.length > MAX_CHAIN) refuse('a schema that never refers to itself for the same value', '#')
    const path = [...above, node]
    visit(targets.get(node), path)
    for (const [keyword, operand] of Object.entries(node)) {
      const known = KEYWORDS.get(keyword)
      if (known?.samePlace) for (const [, child] of known.inside?.(operand) ?? []) visit(child, path)
    }
    done.add(node)
  }
  for (const node of nodes) visit(node, [])
}

function refuse(expected: string, at: string): never { throw new SchemaProfileError(`Expected ${at} to be ${expected}.`) }

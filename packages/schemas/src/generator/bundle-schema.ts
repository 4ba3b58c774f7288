import path from 'node:path'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { Option } from '../definition.ts'
import { childPointer, valueAt } from './pointer.ts'
import type { Report } from './problem.ts'
import { isJsonObject, type SourceTree } from './tree.ts'

export interface BundleOptions {
  tree: SourceTree
  /** The form schema to start from. */
  file: string
  /** Place in the file. @default '' the whole */
  pointer?: string
  optionSets: ReadonlyMap<string, Option[]>
  report: Report
}

/** Where a node of a bundled schema was written. */
export interface Origin { file: string; pointer: string }

export interface BundledSchema {
  schema: JsonObject
  /** By node, so that a mistake seen in the whole can be named in its file. */
  origins: WeakMap<object, Origin>
}

/** Keywords that only speak to people or to the generator. */
const ANNOTATIONS = new Set(['title', 'description', '$comment', 'optionSet', 'except'])

/**
 * One self-contained schema: file references become `#/$defs/…`, option sets become `enum`. Titles, descriptions and
 * the name of the option set stay, for the types and the layout; {@link withoutAnnotations} takes them off.
 */
export function bundleSchema(options: BundleOptions): BundledSchema {
  const { tree, file, pointer: start = '', optionSets, report } = options
  const origins = new WeakMap<object, Origin>()
  const definitions = new Map<string, { origin: string; schema: JsonValue; isOpen: boolean }>()

  const visit = (node: JsonValue, at: string, pointer: string): JsonValue => {
    if (Array.isArray(node)) return node.map((item, index) => visit(item, at, childPointer(pointer, index)))
    if (!isJsonObject(node)) return node
    const out: JsonObject = {}
    origins.set(out, { file: at, pointer })
    for (const [key, value] of Object.entries(node)) {
      const here = childPointer(pointer, key)
      if (key === '$defs' || key === '$schema') continue
      if (key === '$ref') out.$ref = refer(value, at, here)
      else if (key === 'optionSet') {
        out.optionSet = value
        out.enum = values(value, node.except, at, here)
      }
      else if (key === 'const' || key === 'enum' || key === 'except' || key === 'required') out[key] = value
      else if (key === 'properties' && isJsonObject(value)) {
        out.properties = Object.fromEntries(Object.entries(value).map(([name, child]) => [name, visit(child, at, childPointer(here, name))]))
      } else out[key] = visit(value, at, here)
    }
    // In what is no list nothing is chosen; `contains` alone would hold there.
    if (out.contains !== undefined) out.type = 'array'
    return out
  }

  const refer = (reference: JsonValue, at: string, pointer: string): string => {
    const [fileName = '', fragment = ''] = String(reference).split('#')
    const target = fileName === '' ? at : path.posix.normalize(path.posix.join(path.posix.dirname(at), fileName))
    const schema = valueAt(tree.get(target)?.value, fragment)
    const name = fragment.split('/').at(-1) ?? ''
    if (schema === undefined || !fragment.startsWith('/$defs/')) {
      report({
        code: 'broken-reference', file: at, pointer, message: `The reference "${String(reference)}" leads nowhere.`,
        fix: `Name an existing definition, for example "vocabulary/scalars.schema.json#/$defs/personName" (relative to this file).`,
      })
      return '#/$defs/missing'
    }
    const origin = `${target}#${fragment}`
    const known = definitions.get(name)
    if (known === undefined) {
      const entry: { origin: string; schema: JsonValue; isOpen: boolean } = { origin, schema: false, isOpen: true }
      definitions.set(name, entry)
      entry.schema = visit(schema, target, fragment)
      entry.isOpen = false
    } else if (known.isOpen) {
      report({
        code: 'circular-reference', file: at, pointer, message: `"${name}" refers to itself, so the form would never end.`,
        fix: 'Write the inner part out, or use a repeating list.',
      })
    } else if (known.origin !== origin) {
      report({
        code: 'ambiguous-reference', file: at, pointer, message: `Two different definitions are called "${name}": ${known.origin} and ${origin}.`,
        fix: 'Give one of them another name under $defs.',
      })
    }
    return `#/$defs/${name}`
  }

  const values = (set: JsonValue, except: JsonValue | undefined, at: string, pointer: string): JsonValue[] => {
    const found = optionSets.get(String(set))
    if (found === undefined) {
      report({
        code: 'unknown-option-set', file: at, pointer, message: `There is no option set "${String(set)}".`,
        fix: `Use one of: ${[...optionSets.keys()].join(', ')}; or add it to reference/option-sets.json.`,
      })
      return ['missing']
    }
    const left = Array.isArray(except) ? except : []
    return found.map((option) => option.value).filter((value) => !left.includes(value))
  }

  const root = valueAt(tree.get(file)?.value, start)
  const schema = root === undefined ? {} : visit(root, file, start)
  const bundled: JsonObject = isJsonObject(schema) ? schema : {}
  if (definitions.size > 0) {
    bundled.$defs = Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => [name, entry.schema]))
  }
  const complete = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...bundled }
  origins.set(complete, { file, pointer: start })
  return { schema: complete, origins }
}

/** The schema as it is served: only keywords that decide whether answers are valid. */
export function withoutAnnotations(node: JsonValue): JsonValue {
  if (Array.isArray(node)) return node.map(withoutAnnotations)
  if (!isJsonObject(node)) return node
  const out: JsonObject = {}
  for (const [key, value] of Object.entries(node)) {
    if (ANNOTATIONS.has(key)) continue
    const named = key === 'properties' || key === '$defs'
    out[key] = named && isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withoutAnnotations(child)]))
      : key === 'const' || key === 'enum' ? value : withoutAnnotations(value)
  }
  return out
}

/** Follows `#/$defs/…` references. */
export function resolveLocal(root: JsonObject, node: JsonValue | undefined): JsonValue | undefined {
  let current = node
  for (let depth = 0; depth < 32 && isJsonObject(current) && typeof current.$ref === 'string'; depth += 1) {
    current = valueAt(root, current.$ref.slice(1))
  }
  return current
}

import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FormDefinition, LocalizedText, Option } from './definition.ts'
import type { DefinitionParts, LocalePart, PartLanguage } from './served.ts'

/** A definition taken apart for serving. The same definition always gives the same text. */
export interface SplitDefinition {
  /** Text of the main file, given what its parts are called. */
  mainText(parts: DefinitionParts): string
  optionSets: Readonly<Record<string, string>>
  locales: Readonly<Record<PartLanguage, string>>
}

/**
 * Takes a definition apart: reference tables that procedures share (`shared`) and the words of each language become parts
 * of their own, so that a browser loads a table once for all procedures and English only when it is read. The opposite is
 * `joinDefinition`.
 */
export function splitDefinition(definition: FormDefinition, shared: (set: string) => boolean): SplitDefinition {
  const sets = Object.entries(definition.optionSets)
  const sharedSets = sets.filter(([name]) => shared(name))
  const { formatVersion, procedure, pages, rules, derivations, schema, locales } = definition
  const texts = new TextTable()
  const neutral = { procedure: texts.takeOut(procedure), optionSets: texts.takeOut(Object.fromEntries(sets.filter(([name]) => !shared(name)))) }
  const localePart = (language: PartLanguage): string => {
    const part: LocalePart = { words: locales[language], texts: texts.in(language) }
    return JSON.stringify(part)
  }
  return {
    // Schema and pages name the same things: side by side they compress best.
    mainText: (parts) => JSON.stringify({ formatVersion, parts, schema: foldEnums(schema, sharedSets), pages, rules, derivations, ...neutral }),
    optionSets: Object.fromEntries(sharedSets.map(([name, options]) => [name, JSON.stringify(options)])),
    locales: { vi: localePart('vi'), en: localePart('en') },
  }
}

/** Texts taken out of a structure, each once. */
class TextTable {
  readonly #texts = new Map<string, LocalizedText & { text: number }>()

  /** The structure with `{ "text": index }` for every text. */
  takeOut(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item) => this.takeOut(item))
    if ('vi' in value && 'en' in value && typeof value.vi === 'string' && typeof value.en === 'string') return { text: this.#index(value.vi, value.en) }
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, this.takeOut(child)]))
  }

  in(language: PartLanguage): string[] { return [...this.#texts.values()].map((text) => text[language]) }

  #index(vi: string, en: string): number {
    const key = JSON.stringify([vi, en])
    const known = this.#texts.get(key) ?? { vi, en, text: this.#texts.size }
    this.#texts.set(key, known)
    return known.text
  }
}

/** An `enum` that lists a shared set, but for a few values, names the set instead. */
function foldEnums(node: JsonValue, sets: ReadonlyArray<readonly [name: string, options: readonly Option[]]>): JsonValue {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map((item) => foldEnums(item, sets))
  const out: JsonObject = {}
  for (const [key, value] of Object.entries(node)) out[key] = (key === 'enum' && Array.isArray(value) ? folded(value, sets) : undefined) ?? foldEnums(value, sets)
  return out
}

const MOST_EXCEPTIONS = 5

function folded(values: readonly JsonValue[], sets: ReadonlyArray<readonly [name: string, options: readonly Option[]]>): JsonObject | undefined {
  for (const [name, options] of sets) {
    const except = options.map((option) => option.value).filter((value) => !values.includes(value))
    const left = options.filter((option) => !except.includes(option.value))
    if (except.length > MOST_EXCEPTIONS || left.length !== values.length || !left.every((option, index) => option.value === values[index])) continue
    return except.length === 0 ? { optionSet: name } : { optionSet: name, except }
  }
  return undefined
}

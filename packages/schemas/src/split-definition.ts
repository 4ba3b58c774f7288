import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FormDefinition, ItemDefinition, LocaleBundle, LocalizedText, Option } from './definition.ts'
import { type DefinitionParts, type EnglishPart, type FactsPart, partHashes } from './served.ts'

/** A definition taken apart for serving. The same definition always gives the same text. */
export interface SplitDefinition {
  /** Text of the main file, given what its parts are called. */
  mainText(parts: DefinitionParts): string
  optionSets: Readonly<Record<string, string>>
  english: string
  facts: string
}

/**
 * Takes a definition apart: reference tables that procedures share (`shared`), English, and where facts come from become parts
 * of their own, so that a browser loads a table once for all procedures, English only when it is read, and sources after
 * the first page is there. The opposite is `joinDefinition`.
 */
export function splitDefinition(definition: FormDefinition, shared: (set: string) => boolean): SplitDefinition {
  const sets = Object.entries(definition.optionSets)
  const sharedSets = sets.filter(([name]) => shared(name))
  const { formatVersion, derivations, schema, locales } = definition
  const texts: string[] = []
  const facts = new FactTable()
  const procedure = facts.takeOut(withoutEnglish(definition.procedure, texts))
  const optionSets = withoutEnglish(Object.fromEntries(sets.filter(([name]) => !shared(name))), texts)
  const rules = facts.takeOut(definition.rules)
  const english: EnglishPart = { words: locales.en, texts }
  const { pages, words } = wordsInPages(definition)
  return {
    mainText: (parts) => JSON.stringify({ formatVersion, parts: partHashes(parts), schema: foldEnums(schema, sharedSets), pages, words, rules, derivations, procedure, optionSets }),
    optionSets: Object.fromEntries(sharedSets.map(([name, options]) => [name, JSON.stringify(options)])),
    english: JSON.stringify(english),
    facts: JSON.stringify(facts.part),
  }
}

/** Labels, hints and messages beside the question they belong to: there they compress best. What belongs to none stays. */
function wordsInPages({ pages, locales: { vi } }: FormDefinition): { pages: unknown; words: LocaleBundle } {
  const fields = { ...vi.fields }
  const place = (item: ItemDefinition): unknown => {
    const inside = item.type === 'field' ? item : { ...item, items: item.items.map(place) }
    const own = item.type === 'group' ? undefined : fields[item.pointer]
    if (own === undefined || item.type === 'group') return inside
    delete fields[item.pointer]
    return { ...inside, words: own }
  }
  return { pages: pages.map((page) => ({ ...page, items: page.items.map(place) })), words: { ...vi, fields } }
}

/** The structure with Vietnamese alone; the English of every text goes to `texts`, in the order they stand. */
function withoutEnglish(value: unknown, texts: string[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => withoutEnglish(item, texts))
  if (isLocalized(value)) {
    texts.push(value.en)
    return { vi: value.vi }
  }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutEnglish(child, texts)]))
}

function isLocalized(value: object): value is LocalizedText {
  return 'vi' in value && 'en' in value && typeof value.vi === 'string' && typeof value.en === 'string'
}

/** Sources and days of checking, each pair once; how sure we are stays where it is. */
class FactTable {
  readonly #indexes = new Map<string, number>()

  /** The structure with `{ "fact": index }` for where each fact comes from. */
  takeOut(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item) => this.takeOut(item))
    const { source, checkedOn, citation, title, ...rest }: Record<string, unknown> = { ...value }
    const inside = (of: object): object => Object.fromEntries(Object.entries(of).map(([key, child]) => [key, this.takeOut(child)]))
    if (typeof source !== 'string' || typeof checkedOn !== 'string') return inside(value)
    return { ...inside(rest), fact: this.#index([source, checkedOn, ...(typeof citation === 'string' ? [citation] : []), ...(typeof title === 'string' ? [title] : [])]) }
  }

  get part(): FactsPart { return [...this.#indexes.keys()].map((key) => JSON.parse(key)) }

  #index(fact: readonly string[]): number {
    const key = JSON.stringify(fact)
    const index = this.#indexes.get(key) ?? this.#indexes.size
    this.#indexes.set(key, index)
    return index
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

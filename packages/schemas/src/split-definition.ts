import type { FormDefinition, LocaleBundle, LocalizedText } from './definition.ts'
import { foldPages, foldSchema, withoutWords } from './fold.ts'
import type { DefinitionParts, EnglishPart, LaterPart, SourceRow } from './definition-parts.ts'

/** A definition taken apart for serving. The same definition always gives the same text. */
export interface SplitDefinition {
  /** Text of the main file, given what its parts are called. */
  mainText(parts: DefinitionParts): string
  optionSets: Readonly<Record<string, string>>
  /** Words in Vietnamese, of a definition that is too long to have them in its main file. */
  words?: string
  english: string
  later: string
}

/**
 * Characters of a main file; one with more leaves its words to a part, so that it keeps below 10 kB of gzip. Counted in
 * characters, of which our files need up to 0.2 bytes each, because gzip is not the same on every machine.
 */
const MOST_CHARACTERS = 48_000

/**
 * Takes a definition apart: reference tables that procedures share (`shared`), English, and what no page shows before
 * something was opened or typed become parts of their own, so that a browser loads a table once for all procedures, English
 * only when it is read, and sources and messages after the first page is there. The opposite is `joinDefinition`.
 */
export function splitDefinition(definition: FormDefinition, shared: (set: string) => boolean): SplitDefinition {
  const sets = Object.entries(definition.optionSets)
  const { formatVersion, derivations, schema, locales } = definition
  const texts: string[] = []
  const facts = new FactTable()
  const procedure = facts.takeOut(withoutEnglish(definition.procedure, texts))
  const own = withoutEnglish(Object.fromEntries(sets.filter(([name]) => !shared(name))), texts)
  const tables = sets.filter(([name]) => shared(name)).map(([name, options]) => [name, JSON.stringify(withoutEnglish(options, texts))] as const)
  const rules = facts.takeOut(definition.rules)
  const { words, messages } = withoutMessages(locales.vi)
  const english: EnglishPart = { words: locales.en, texts }
  const later: LaterPart = { sources: facts.sources, facts: facts.rows, messages, rules: locales.vi.rules }
  const { pages, apart, rest } = foldPages(definition.pages, words)
  const main = { schema: foldSchema(schema, definition.optionSets), pages, words: rest, rules, derivations, procedure, optionSets: own }
  const isLong = JSON.stringify(main).length > MOST_CHARACTERS
  const content = isLong ? { ...main, pages: withoutWords(pages) } : main
  return {
    mainText: (parts) => JSON.stringify({ formatVersion, parts, ...content }),
    optionSets: Object.fromEntries(tables),
    ...(isLong && { words: JSON.stringify(apart) }),
    english: JSON.stringify(english),
    later: JSON.stringify(later),
  }
}

/** Messages are said of a wrong answer, and so never on a page that has just come. */
function withoutMessages({ fields, ...words }: LocaleBundle): { words: LocaleBundle; messages: LaterPart['messages'] } {
  const spoken: LocaleBundle['fields'] = {}
  const said: Record<string, Record<string, string>> = {}
  for (const [pointer, { messages, ...own }] of Object.entries(fields)) {
    spoken[pointer] = own
    if (messages !== undefined) said[pointer] = messages
  }
  return { words: { ...words, fields: spoken, rules: {} }, messages: said }
}

/** The structure with Vietnamese alone; the English of every text goes to `texts`, in the order they stand, `''` where it is no other. */
function withoutEnglish(value: unknown, texts: string[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => withoutEnglish(item, texts))
  if (isLocalized(value)) {
    texts.push(value.en === value.vi ? '' : value.en)
    return { vi: value.vi }
  }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutEnglish(child, texts)]))
}

function isLocalized(value: object): value is LocalizedText {
  return 'vi' in value && 'en' in value && typeof value.vi === 'string' && typeof value.en === 'string'
}

/** Sources and days of checking, each row once; how sure we are stays where it is, and marks the place. */
class FactTable {
  readonly #indexes = new Map<string, number>()
  /** Which row every fact has, in the order they stand. */
  readonly rows: number[] = []

  /** The structure without where each fact comes from. */
  takeOut(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item) => this.takeOut(item))
    const { source, checkedOn, citation, title, ...rest }: Record<string, unknown> = { ...value }
    const isFact = typeof source === 'string' && typeof checkedOn === 'string'
    if (isFact) this.rows.push(this.#index(JSON.stringify({ source, checkedOn, citation, title })))
    return Object.fromEntries(Object.entries(isFact ? rest : value).map(([key, child]) => [key, this.takeOut(child)]))
  }

  get sources(): SourceRow[] { return [...this.#indexes.keys()].map((row) => JSON.parse(row)) }

  #index(row: string): number {
    const index = this.#indexes.get(row) ?? this.#indexes.size
    this.#indexes.set(row, index)
    return index
  }
}

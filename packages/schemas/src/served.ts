import type { JsonValue } from '@motcua/core/json'
import type { FormDefinition, LocaleBundle, Option } from './definition.ts'

/** Languages that have words. */
export type PartLanguage = 'vi' | 'en'

/** An immutable part of a served definition, named by the bytes it must have. */
export interface PartReference {
  /** Relative to `/definitions/`: `parts/<sha256>.json`. */
  path: string
  /** Hex SHA-256 of its bytes. */
  sha256: string
}

/** What the main file of a definition leaves to parts. Vietnamese it has itself: no page does without. */
export interface DefinitionParts {
  /** `Option[]` by name of the set: reference tables that procedures share. */
  optionSets: Readonly<Record<string, PartReference>>
  /** {@link EnglishPart}. */
  english: PartReference
  /** {@link FactsPart}. */
  facts: PartReference
}

/** Content of the English part. */
export interface EnglishPart {
  words: LocaleBundle
  /** English of every text of the main file, in its order. */
  texts: string[]
}

/** Content of the part that says where facts come from: what `{ "fact": index }` of the main file stands for. */
export type FactsPart = ReadonlyArray<readonly [source: string, checkedOn: string, citation?: string, title?: string]>

/** A definition put together again. Its Vietnamese is complete; the rest comes when it is asked for, into the same object. */
export interface AssembledDefinition {
  definition: FormDefinition
  /** Puts in the words of a language, fetched once; until then English reads as Vietnamese. Rejects with what `readPart` rejects with. */
  speak(language: PartLanguage): Promise<void>
  /** Puts in the sources of all facts, fetched once; until then they are empty, though never how sure we are. Rejects likewise. */
  learn(): Promise<void>
}

export interface AssembleOptions {
  /** The main file, after its hash was checked. */
  text: string
  /** Language needed at once, beside Vietnamese. @default 'vi' */
  language?: PartLanguage
  /** Gives the parsed content of a part, after its hash was checked. */
  readPart(reference: PartReference): Promise<unknown>
}

/** Address of a part below `/definitions/`. */
export function partReference(sha256: string): PartReference {
  return { path: `parts/${sha256}.json`, sha256 }
}

/** Every part a main file names. */
export function partReferences({ optionSets, english, facts }: DefinitionParts): PartReference[] {
  return [...Object.values(optionSets), english, facts]
}

/**
 * Puts a served definition together; the parts it needs at once are asked for at the same time.
 *
 * @example
 * const { definition, speak, learn } = await assembleDefinition({ text, readPart: async ({ path, sha256 }) => JSON.parse(await fetchChecked(path, sha256)) })
 * await Promise.all([speak('en'), learn()])
 */
export async function assembleDefinition({ text, language = 'vi', readPart }: AssembleOptions): Promise<AssembledDefinition> {
  const parts = partsOf(text)
  if (parts === undefined) return { definition: JSON.parse(text), speak: () => Promise.resolve(), learn: () => Promise.resolve() }
  const wanted = [...Object.values(parts.optionSets), ...(language === 'en' ? [parts.english] : [])]
  const contents = new Map(await Promise.all(wanted.map(async (reference) => [reference.sha256, await readPart(reference)] as const)))
  const { definition, say, tell } = join(text, contents)
  const english = once(() => readPart(parts.english).then(say), contents.has(parts.english.sha256))
  return { definition, speak: (name) => (name === 'vi' ? Promise.resolve() : english()), learn: once(() => readPart(parts.facts).then(tell)) }
}

/** The same where every part is at hand. A file without parts is a whole definition already. */
export function joinDefinition(text: string, readPart: (reference: PartReference) => unknown): FormDefinition {
  const parts = partsOf(text)
  if (parts === undefined) return JSON.parse(text)
  const contents = new Map(partReferences(parts).map((reference) => [reference.sha256, readPart(reference)]))
  const { definition, tell } = join(text, contents)
  tell(contents.get(parts.facts.sha256))
  return definition
}

/** Hashes of the parts, as the main file names them. */
export interface PartHashes { optionSets: Readonly<Record<string, string>>; english: string; facts: string }

/** What a main file writes for its parts: their addresses follow from the hashes. */
export function partHashes({ optionSets, english, facts }: DefinitionParts): PartHashes {
  return { optionSets: Object.fromEntries(Object.entries(optionSets).map(([name, { sha256 }]) => [name, sha256])), english: english.sha256, facts: facts.sha256 }
}

/** The parts behind their hashes. */
export function partsFrom({ optionSets, english, facts }: PartHashes): DefinitionParts {
  return { optionSets: Object.fromEntries(Object.entries(optionSets).map(([name, sha256]) => [name, partReference(sha256)])), english: partReference(english), facts: partReference(facts) }
}

/** The parts a main file names; undefined for a definition that is whole. */
export function partsOf(text: string): DefinitionParts | undefined {
  const { parts }: { parts?: PartHashes } = JSON.parse(text)
  return parts && partsFrom(parts)
}

/** Work that is done once; a lost connection may be tried again. */
function once(work: () => Promise<void>, isDone = false): () => Promise<void> {
  let running = isDone ? Promise.resolve() : undefined
  return () => {
    running ??= work().catch((error: unknown) => { running = undefined; throw error })
    return running
  }
}

/** The hash of the main file vouches for its shape and for that of every part it names. */
function join(text: string, contents: ReadonlyMap<string, unknown>): { definition: FormDefinition; say(part: unknown): void; tell(part: unknown): void } {
  const { parts: hashes, words, ...main }: Omit<FormDefinition, 'locales'> & { parts: PartHashes; words: LocaleBundle } = JSON.parse(text)
  const parts = partsFrom(hashes)
  for (const place of placesOf(main.pages, hasWords)) {
    words.fields[place.pointer] = place.words
    delete (place as { words?: unknown }).words
  }
  const texts = [...placesOf(main.procedure, isText), ...placesOf(main.optionSets, isText)]
  for (const place of texts) place.en = place.vi
  const facts = [...placesOf(main.procedure, isFact), ...placesOf(main.rules, isFact)].map((place) => {
    const index = place.fact
    delete (place as { fact?: number }).fact
    return { place: Object.assign(place, { source: '', checkedOn: '' }), index }
  })
  const own = Object.keys(main.optionSets)
  for (const [name, reference] of Object.entries(parts.optionSets)) main.optionSets[name] = contents.get(reference.sha256) as Option[]
  fillEnums(main.schema, main.optionSets)
  const definition: FormDefinition = { ...main, locales: { vi: words, en: words } }
  const say = (part: unknown): void => {
    const english = part as EnglishPart
    texts.forEach((place, index) => { place.en = english.texts[index] ?? '' })
    definition.locales.en = english.words
    // Whoever keeps what was made of a set sees another one.
    for (const name of own) definition.optionSets[name] = [...definition.optionSets[name] ?? []]
  }
  const tell = (part: unknown): void => {
    for (const { place, index } of facts) {
      const [source = '', checkedOn = '', citation, title] = (part as FactsPart)[index] ?? []
      Object.assign(place, { source, checkedOn }, citation === undefined ? {} : { citation }, title === undefined ? {} : { title })
    }
  }
  const english = contents.get(parts.english.sha256)
  if (english !== undefined) say(english)
  return { definition, say, tell }
}

interface TextPlace { vi: string; en?: string }
interface FactPlace { fact: number }
interface WordPlace { pointer: string; words: LocaleBundle['fields'][string] }

function isText(value: object): value is TextPlace { return 'vi' in value && typeof value.vi === 'string' }
function isFact(value: object): value is FactPlace { return 'fact' in value && typeof value.fact === 'number' }

function hasWords(value: object): value is WordPlace { return 'words' in value && 'pointer' in value }

/** Every object of a kind, in the order they stand; those that hold others come first. */
function* placesOf<Place extends object>(value: unknown, is: (value: object) => value is Place): Generator<Place> {
  if (typeof value !== 'object' || value === null) return
  if (is(value)) yield value
  for (const child of Object.values(value)) yield* placesOf(child, is)
}

/** `"enum": { "optionSet": "countries", "except": ["VN"] }` of a served schema becomes the list it stands for, in place. */
function fillEnums(node: JsonValue, optionSets: Readonly<Record<string, readonly Option[]>>): void {
  if (typeof node !== 'object' || node === null) return
  if (Array.isArray(node)) {
    for (const item of node) fillEnums(item, optionSets)
    return
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === 'enum' && typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.optionSet === 'string') {
      const except = Array.isArray(value.except) ? value.except : []
      node.enum = (optionSets[value.optionSet] ?? []).map((option) => option.value).filter((name) => !except.includes(name))
    } else fillEnums(value, optionSets)
  }
}

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

/** What the main file of a definition leaves to parts: reference tables that procedures share, and the words of each language. */
export interface DefinitionParts {
  /** `Option[]` by name of the set. */
  optionSets: Readonly<Record<string, PartReference>>
  /** {@link LocalePart} by language. */
  locales: Readonly<Record<PartLanguage, PartReference>>
}

/** Content of a locale part. */
export interface LocalePart {
  words: LocaleBundle
  /** Words for every `{ "text": index }` of the main file. */
  texts: string[]
}

/** A definition put together again. Its Vietnamese is complete; English stands in Vietnamese until it is spoken. */
export interface AssembledDefinition {
  definition: FormDefinition
  /** Fetches the words of a language, once, and puts them into `definition`. Rejects with what `readPart` rejects with. */
  speak(language: PartLanguage): Promise<void>
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

/**
 * Puts a served definition together; the parts it needs are asked for at the same time.
 *
 * @example
 * const { definition, speak } = await assembleDefinition({ text, readPart: async ({ path, sha256 }) => JSON.parse(await fetchChecked(path, sha256)) })
 * await speak('en')
 */
export async function assembleDefinition({ text, language = 'vi', readPart }: AssembleOptions): Promise<AssembledDefinition> {
  const parts = partsOf(text)
  if (parts === undefined) return { definition: JSON.parse(text), speak: () => Promise.resolve() }
  const wanted = [...Object.values(parts.optionSets), ...languagesWith(language).map((name) => parts.locales[name])]
  const contents = new Map(await Promise.all(wanted.map(async (reference) => [reference.sha256, await readPart(reference)] as const)))
  const { definition, say } = join(text, contents)
  let english = contents.has(parts.locales.en.sha256) ? Promise.resolve() : undefined
  return {
    definition,
    speak(name) {
      if (name === 'vi') return Promise.resolve()
      english ??= readPart(parts.locales.en).then(say)
      // A lost connection may be tried again.
      english.catch(() => { english = undefined })
      return english
    },
  }
}

/** The same where every part is at hand, in every language. A file without parts is a whole definition already. */
export function joinDefinition(text: string, readPart: (reference: PartReference) => unknown): FormDefinition {
  const parts = partsOf(text)
  if (parts === undefined) return JSON.parse(text)
  const references = [...Object.values(parts.optionSets), ...Object.values(parts.locales)]
  return join(text, new Map(references.map((reference) => [reference.sha256, readPart(reference)]))).definition
}

/** The parts a main file names; undefined for a definition that is whole. */
export function partsOf(text: string): DefinitionParts | undefined {
  const { parts }: { parts?: DefinitionParts } = JSON.parse(text)
  return parts
}

function languagesWith(language: PartLanguage): PartLanguage[] { return language === 'vi' ? ['vi'] : ['vi', language] }

/** The hash of the main file vouches for its shape and for that of every part it names. */
function join(text: string, contents: ReadonlyMap<string, unknown>): { definition: FormDefinition; say(part: unknown): void } {
  const { parts, ...main }: Omit<FormDefinition, 'locales'> & { parts: DefinitionParts } = JSON.parse(text)
  const content = (reference: PartReference): unknown => contents.get(reference.sha256)
  const vietnamese = content(parts.locales.vi) as LocalePart
  const places = [...placesOf(main.procedure), ...placesOf(main.optionSets)].map((place) => {
    const { text } = place
    delete (place as TextPlace).text
    place.vi = place.en = vietnamese.texts[text] ?? ''
    return { place, text }
  })
  const own = Object.keys(main.optionSets)
  for (const [name, reference] of Object.entries(parts.optionSets)) main.optionSets[name] = content(reference) as Option[]
  fillEnums(main.schema, main.optionSets)
  const definition: FormDefinition = { ...main, locales: { vi: vietnamese.words, en: vietnamese.words } }
  const say = (part: unknown): void => {
    const english = part as LocalePart
    for (const { place, text } of places) place.en = english.texts[text] ?? ''
    definition.locales.en = english.words
    // Whoever keeps what was made of a set sees another one.
    for (const name of own) definition.optionSets[name] = [...definition.optionSets[name] ?? []]
  }
  const english = content(parts.locales.en)
  if (english !== undefined) say(english)
  return { definition, say }
}

interface TextPlace { text?: number; vi?: string; en?: string }

/** Every `{ "text": index }`, where words belong. */
function* placesOf(value: unknown): Generator<TextPlace & { text: number }> {
  if (typeof value !== 'object' || value === null) return
  if ('text' in value && typeof value.text === 'number') yield value as TextPlace & { text: number }
  else for (const child of Object.values(value)) yield* placesOf(child)
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

import type { FieldWords, FormDefinition, LocaleBundle, Option, Provenance } from './definition.ts'
import { firstParts, partReference, partReferences, type DefinitionParts, type EnglishPart, type LaterPart, type PartReference, type WordsPart } from './definition-parts.ts'
import { placesOf, type ServedItem, unfoldPages, unfoldSchema } from './unfold.ts'

export * from './definition-parts.ts'

/** Languages that have words. */
export type PartLanguage = 'vi' | 'en'

/** A definition put together again, with what its first page shows. The rest comes when it is asked for, into the same object. */
export interface AssembledDefinition {
  definition: FormDefinition
  /** Puts in the words of a language, fetched once; until then English reads as Vietnamese. Rejects with what `readPart` rejects with. */
  speak(language: PartLanguage): Promise<void>
  /**
   * Puts in the sources of all facts, and what is said of wrong answers, fetched once. Until then sources are empty, though
   * never how sure we are, and wrong answers are answered in general words. Rejects likewise, and with a `TypeError` when
   * there are more or fewer sources than facts; then nothing is put in.
   */
  learn(): Promise<void>
}

export interface AssembleOptions {
  /** The main file, or a promise of it, after its hash was checked. */
  text: string | Promise<string>
  /** SHA-256 of parts that the index says the first page needs: asked for beside the main file, which alone decides what is used. */
  ahead?: readonly string[] | undefined
  /** Language needed at once, beside Vietnamese. @default 'vi' */
  language?: PartLanguage | undefined
  /** Gives the parsed content of a part, after its hash was checked. */
  readPart(reference: PartReference): Promise<unknown>
}

/**
 * Puts a served definition together; the parts it needs at once are asked for at the same time, and those known `ahead`
 * together with the main file.
 *
 * @example
 * const { definition, speak, learn } = await assembleDefinition({ text, readPart: async ({ path, sha256 }) => JSON.parse(await fetchChecked(path, sha256)) })
 * await Promise.all([speak('en'), learn()])
 */
export async function assembleDefinition({ text, ahead = [], language = 'vi', readPart }: AssembleOptions): Promise<AssembledDefinition> {
  const read = (sha256: string): Promise<unknown> => readPart(partReference(sha256))
  const early = new Map(ahead.map((sha256) => [sha256, read(sha256)]))
  // What comes of a part matters where it is used, below.
  early.forEach((part) => { part.catch(nothing) })
  const main: MainFile = JSON.parse(await text)
  const { parts } = main
  if (!parts) return { definition: main as unknown as FormDefinition, speak: nothing, learn: nothing }
  const wanted = firstParts(parts)
  if (language === 'en') wanted.push(parts.english)
  const contents = new Map(await Promise.all(wanted.map(async (sha256) => [sha256, await (early.get(sha256) ?? read(sha256))] as const)))
  const { definition, say, tell } = join(main, parts, contents)
  const english = contents.has(parts.english) ? nothing : once(() => read(parts.english).then(say))
  return { definition, speak: (name) => (name === 'vi' ? nothing() : english()), learn: once(() => read(parts.later).then(tell)) }
}

/** The same where every part is at hand. A file without parts is a whole definition already. Throws what `learn` rejects with. */
export function joinDefinition(text: string, readPart: (reference: PartReference) => unknown): FormDefinition {
  const main: MainFile = JSON.parse(text)
  const { parts } = main
  if (!parts) return main as unknown as FormDefinition
  const contents = new Map(partReferences(parts).map((reference) => [reference.sha256, readPart(reference)]))
  const { definition, tell } = join(main, parts, contents)
  tell(contents.get(parts.later))
  return definition
}

/** The parts a main file names; undefined for a definition that is whole. */
export function partsOf(text: string): DefinitionParts | undefined {
  const { parts }: MainFile = JSON.parse(text)
  return parts
}

const nothing = async (): Promise<void> => undefined

/** Work that is done once; a lost connection may be tried again. */
function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work().catch((error: unknown) => { running = undefined; throw error })
    return running
  }
}

/** The main file as it is written; without `parts` it is a whole definition. */
interface MainFile extends Omit<FormDefinition, 'locales' | 'pages'> { parts?: DefinitionParts; pages: ServedItem[]; words: LocaleBundle }

/** The hash of the main file vouches for its shape and for that of every part it names. */
function join(file: MainFile, { optionSets, words: apart = '', english }: DefinitionParts, contents: ReadonlyMap<string, unknown>): { definition: FormDefinition; say(part: unknown): void; tell(part: unknown): void } {
  const { parts: _, words, ...main } = file
  const pages = unfoldPages(main.pages, words, contents.get(apart) as WordsPart | undefined)
  const facts = [...placesOf(main.procedure, isFact), ...placesOf(main.rules, isFact)]
  for (const place of facts) place.source = place.checkedOn = ''
  for (const [name, sha256] of Object.entries(optionSets)) main.optionSets[name] = contents.get(sha256) as Option[]
  const texts = [...placesOf(main.procedure, isText), ...placesOf(main.optionSets, isText)]
  for (const place of texts) place.en ??= place.vi
  unfoldSchema(main.schema, main.optionSets)
  const locales = { vi: words, en: words }
  const definition: FormDefinition = { ...main, pages, locales }
  // Whoever keeps what was made of words or of a set sees another one.
  const say = (spoken: EnglishPart): void => {
    texts.forEach((place, index) => { place.en = spoken.texts[index] || place.en || '' })
    locales.en = spoken.words
    for (const [name, options] of Object.entries(main.optionSets)) main.optionSets[name] = [...options]
  }
  const tell = ({ sources, facts: rows, messages, rules }: LaterPart): void => {
    // They are paired by their order alone: one too few, and every fact after it would name another act.
    if (rows.length !== facts.length) throw new TypeError(`expected ${facts.length} sources`)
    rows.forEach((row, index) => { Object.assign(facts[index] ?? {}, sources[row]) })
    const fields = { ...words.fields }
    for (const [pointer, said] of Object.entries(messages)) fields[pointer] = { ...fields[pointer], messages: said } as FieldWords
    const complete = { ...words, fields, rules }
    if (locales.en === words) locales.en = complete
    locales.vi = complete
  }
  if (contents.has(english)) say(contents.get(english) as EnglishPart)
  return { definition, say, tell }
}

interface TextPlace { vi: string; en?: string }

/** As served, a text is Vietnamese alone. */
function isText(value: object): value is TextPlace { return 'vi' in value }
/** Every fact says how sure we are of it, and nothing else does. */
function isFact(value: object): value is Provenance { return 'confidence' in value }

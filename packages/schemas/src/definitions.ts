import type { DefinitionIndexEntry, FormDefinition } from './definition.ts'
import { DEFINITIONS } from './generated/definitions/all.ts'
import { DEFINITION_INDEX } from './generated/definitions/index.ts'
import { PARTS } from './generated/definitions/parts.ts'
import { COMMUNES } from './generated/reference/communes.ts'
import { EVERYDAY_WORDS } from './generated/reference/everyday-words.ts'
import { LEGACY_UNITS } from './generated/reference/legacy-units.ts'
import { firstParts, partReference, type DefinitionParts } from './definition-parts.ts'
import type { PartLanguage } from './served.ts'
import { splitDefinition, type SplitDefinition } from './split-definition.ts'

export { DEFINITION_INDEX } from './generated/definitions/index.ts'

/**
 * The exact text a gateway serves for one entry of the index; its SHA-256 over UTF-8 is `entry.sha256`. What it leaves to
 * parts is in {@link definitionParts}.
 *
 * @throws {TypeError} when the entry is not of this release.
 */
export function definitionText(entry: Pick<DefinitionIndexEntry, 'path'>): string {
  const { split, parts } = takeApart(entry)
  return split.mainText(parts)
}

/**
 * Texts of the parts of one entry by path (`parts/<sha256>.json`).
 *
 * @throws {TypeError} when the entry is not of this release.
 */
export function definitionParts(entry: Pick<DefinitionIndexEntry, 'path'>): ReadonlyMap<string, string> {
  const { split: { optionSets, words = '', english, later }, parts } = takeApart(entry)
  const texts = [...Object.entries(parts.optionSets).map(([name, sha256]) => [sha256, optionSets[name] ?? ''] as const), ...(parts.words === undefined ? [] : [[parts.words, words] as const]), [parts.english, english] as const, [parts.later, later] as const]
  return new Map(texts.map(([sha256, text]) => [partReference(sha256).path, text]))
}

/**
 * What a page that speaks a language fetches of one entry before its first page: the main file, then its first parts.
 *
 * @throws {TypeError} when the entry is not of this release.
 */
export function firstTexts(entry: Pick<DefinitionIndexEntry, 'path'>, language: PartLanguage): string[] {
  const { split, parts } = takeApart(entry)
  const texts = definitionParts(entry)
  return [split.mainText(parts), ...[...firstParts(parts), ...(language === 'en' ? [parts.english] : [])].map((sha256) => texts.get(partReference(sha256).path) ?? '')]
}

function takeApart({ path }: Pick<DefinitionIndexEntry, 'path'>): { split: SplitDefinition; parts: DefinitionParts } {
  const definition: FormDefinition | undefined = Object.hasOwn(DEFINITIONS, path) ? DEFINITIONS[path] : undefined
  const parts = PARTS[path]
  if (definition === undefined || parts === undefined) throw new TypeError(`This release has no definition ${path}`)
  return { split: splitDefinition(definition, (set) => Object.hasOwn(parts.optionSets, set)), parts }
}

/**
 * Everything below `/definitions/` as path → text: `index.json`, `<slug>/<effectiveFrom>/<sha256>.json` for every
 * version, `parts/<sha256>.json`, `reference/communes.json`, `reference/everyday-words.json` (what people call each procedure), and
 * `reference/legacy-units.json` (500 kB; asked for only by who types a name that no commune has now). For gateways and static hosts; a page loads only what it needs.
 *
 * @example
 * for (const [path, text] of readDefinitionFiles({ generatedAt: new Date().toISOString() })) await writeFile(join(out, path), text)
 */
export function readDefinitionFiles({ generatedAt }: { /** Instant written into `index.json`. */ generatedAt: string }): ReadonlyMap<string, string> {
  return new Map([
    ['index.json', JSON.stringify({ generatedAt, definitions: DEFINITION_INDEX })],
    ...DEFINITION_INDEX.map((entry): [string, string] => [entry.path, definitionText(entry)]),
    ...DEFINITION_INDEX.flatMap((entry) => [...definitionParts(entry)]),
    ['reference/communes.json', JSON.stringify(COMMUNES)],
    ['reference/everyday-words.json', JSON.stringify(EVERYDAY_WORDS)],
    ['reference/legacy-units.json', JSON.stringify(LEGACY_UNITS)],
  ])
}

import type { DefinitionIndexEntry } from './definition.ts'
import { DEFINITIONS } from './generated/definitions/all.ts'
import { DEFINITION_INDEX } from './generated/definitions/index.ts'
import { COMMUNES } from './generated/reference/communes.ts'

export { DEFINITION_INDEX } from './generated/definitions/index.ts'

/**
 * The exact text a gateway serves for one entry of the index; its SHA-256 over UTF-8 is `entry.sha256`.
 *
 * @throws {TypeError} when the entry is not of this release.
 */
export function definitionText(entry: Pick<DefinitionIndexEntry, 'path'>): string {
  const definition = DEFINITIONS[entry.path]
  if (definition === undefined) throw new TypeError(`This release has no definition ${entry.path}`)
  return JSON.stringify(definition)
}

/**
 * Everything below `/definitions/` as path → text: `index.json`, `<slug>/<effectiveFrom>/<sha256>.json` for every
 * version, and `reference/communes.json`. For gateways and static hosts; a page loads only what it needs.
 *
 * @example
 * for (const [path, text] of readDefinitionFiles({ generatedAt: new Date().toISOString() })) await writeFile(join(out, path), text)
 */
export function readDefinitionFiles({ generatedAt }: { /** Instant written into `index.json`. */ generatedAt: string }): ReadonlyMap<string, string> {
  return new Map([
    ['index.json', JSON.stringify({ generatedAt, definitions: DEFINITION_INDEX })],
    ...DEFINITION_INDEX.map((entry): [string, string] => [entry.path, definitionText(entry)]),
    ['reference/communes.json', JSON.stringify(COMMUNES)],
  ])
}

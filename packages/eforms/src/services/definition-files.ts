import { todayInVietnam } from '@motcua/core/dates'
import type { DefinitionIndexEntry } from '@motcua/schemas/definition'
import { assembleDefinition } from '@motcua/schemas/served'
import type { AssembledDefinition } from '@motcua/schemas/served'
import type { Language } from '../locales/strings.ts'
import type { DefinitionOutcome } from './services.ts'
import { sha256Of } from './sha256.ts'

/** Where definitions come from: the gateway, or files beside the script. */
export interface DefinitionSource {
  list(): Promise<readonly DefinitionIndexEntry[]>
  /** With words in Vietnamese, and in `language`. */
  get(entry: DefinitionIndexEntry, language: Language): Promise<AssembledDefinition>
}

/** Finds what is in force today by slug or by code; codes are dated aliases. */
export async function findDefinition(source: DefinitionSource, procedure: string, { language = 'vi', on = todayInVietnam(new Date()) }: { language?: Language; on?: string } = {}): Promise<DefinitionOutcome> {
  const named = (await source.list()).filter((entry) => entry.slug === procedure || entry.codes.some((alias) => alias.code === procedure))
  const current = named.find((entry) => entry.effectiveFrom <= on && (entry.effectiveTo === null || on <= entry.effectiveTo))
  if (!current) {
    const ended = named.filter((entry) => entry.effectiveTo !== null && entry.effectiveTo < on).at(-1)
    return ended ? { kind: 'ended', entry: ended } : { kind: 'unknown' }
  }
  try {
    return { kind: 'found', ...await source.get(current, language), sha256: current.sha256 }
  } catch (error) {
    if (error instanceof BrokenDefinitionError || (error instanceof Error && 'code' in error && error.code === 'ERR_PORTAL_DEFINITION_HASH')) return { kind: 'broken' }
    throw error
  }
}

/** Definitions as files: `index.json`, what it names, and the parts those name, each checked against its hash. */
export function definitionFiles(base: string): DefinitionSource {
  return {
    async list() {
      const index: unknown = await fetchJson(new URL('index.json', base))
      const list = Array.isArray(index) ? index : typeof index === 'object' && index !== null && 'definitions' in index ? index.definitions : undefined
      if (!Array.isArray(list)) throw new BrokenDefinitionError()
      return list as DefinitionIndexEntry[]
    },
    async get(entry, language) {
      return assembleDefinition({
        text: fetchChecked(new URL(entry.path, base), entry.sha256), ahead: entry.firstParts, language,
        readPart: async (part) => JSON.parse(await fetchChecked(new URL(part.path, base), part.sha256)),
      })
    },
  }
}

async function fetchChecked(url: URL, sha256: string): Promise<string> {
  const response = await fetch(url, { credentials: 'omit' })
  if (!response.ok) throw new BrokenDefinitionError()
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (await sha256Of(bytes) !== sha256) throw new BrokenDefinitionError()
  return new TextDecoder().decode(bytes)
}

/** The bytes are not those that the index names. */
export class BrokenDefinitionError extends Error { override readonly name = 'BrokenDefinitionError' }

export async function fetchJson(url: URL): Promise<unknown> {
  const response = await fetch(url, { credentials: 'omit' })
  if (!response.ok) throw new TypeError(`Expected ${url.pathname} to be there; got ${response.status}.`)
  return response.json()
}

import type { FormDefinition, RequiredDocument } from '@motcua/schemas/definition'
import { joinDefinition, partReferences, partsOf } from '@motcua/schemas/served'
import { Problem } from '../http/problem.ts'
import { asKeptNow } from './kept-earlier.ts'
import type { DefinitionSource } from './source.ts'

const PARSED = new WeakMap<DefinitionSource, Map<string, FormDefinition>>()

/** The definition behind a hash, put together from its parts once. The bytes are ours: the hash vouches for their shape. */
export function readDefinition(source: DefinitionSource, sha256: string): FormDefinition | undefined {
  const parsed = PARSED.get(source) ?? new Map<string, FormDefinition>()
  PARSED.set(source, parsed)
  const known = parsed.get(sha256)
  if (known !== undefined) return known
  const bytes = source.bytes(sha256)
  if (bytes === undefined) return undefined
  const definition = joinDefinition(textOf(bytes), (part) => JSON.parse(partText(source, part.sha256)))
  parsed.set(sha256, definition)
  return definition
}

/**
 * The version that dossiers are kept with, whatever later releases bundle: the main file and its parts as they were served,
 * so that every hash can still be checked.
 */
export function keptDefinition(source: DefinitionSource, sha256: string): string {
  const bytes = source.bytes(sha256)
  if (bytes === undefined) throw new TypeError(`no definition ${sha256}`)
  const main = textOf(bytes)
  const parts = partsOf(main)
  const references = parts === undefined ? [] : partReferences(parts)
  return JSON.stringify({ main, parts: Object.fromEntries(references.map((part) => [part.sha256, partText(source, part.sha256)])) })
}

/** The opposite of {@link keptDefinition}. */
export function readKeptDefinition(body: string): FormDefinition {
  const { main, parts } = asKeptNow(JSON.parse(body))
  return joinDefinition(main, ({ sha256 }) => JSON.parse(parts[sha256] ?? ''))
}

function textOf(bytes: Uint8Array): string { return new TextDecoder().decode(bytes) }

function partText(source: DefinitionSource, sha256: string): string {
  const bytes = source.part(sha256)
  if (bytes === undefined) throw new TypeError(`the source of definitions lacks the part ${sha256}`)
  return textOf(bytes)
}

/** The version of a procedure that may be filed on a day. Throws `procedure-unknown`. */
export function currentDefinition(source: DefinitionSource, slug: string, on: string): { definition: FormDefinition; sha256: string } {
  const entry = source.index(on).find((candidate) => candidate.slug === slug)
  const definition = entry === undefined ? undefined : readDefinition(source, entry.sha256)
  if (entry === undefined || definition === undefined) throw new Problem('procedure-unknown', { detail: 'Expected the slug of a procedure in /definitions/index.json.' })
  return { definition, sha256: entry.sha256 }
}

/** A paper of the closed list that may be uploaded. Throws `document-not-in-list`. */
export function uploadableDocument(definition: FormDefinition, documentId: string): RequiredDocument {
  const document = definition.procedure.documents.find((candidate) => candidate.id === documentId)
  if (document === undefined || document.need === 'present-only' || !document.sources.includes('upload')) throw new Problem('document-not-in-list', { documentId })
  return document
}

import type { FormDefinition } from '@motcua/schemas/definition'
import { DEFINITION_INDEX, readDefinitionFiles } from '@motcua/schemas/definitions'
import { joinDefinition } from '@motcua/schemas/served'

/** A procedure of ours as the gateway serves it, with its words in both languages. For tests only: it carries every procedure. */
export function bundledDefinition(slug: string): FormDefinition {
  const files = readDefinitionFiles({ generatedAt: '' })
  const entry = DEFINITION_INDEX.find((one) => one.slug === slug)
  if (!entry) throw new TypeError(`This release has no procedure ${slug}`)
  return joinDefinition(files.get(entry.path) ?? '', (part) => JSON.parse(files.get(part.path) ?? ''))
}

/** Names of the places in force, as a page loads them. */
export function bundledPlaces(): unknown { return JSON.parse(readDefinitionFiles({ generatedAt: '' }).get('reference/communes.json') ?? '') }

import type { DefinitionIndexEntry, FormDefinition } from './definition.ts'
import { createCatalogue } from './create-catalogue.ts'
import { DEFINITION_INDEX } from './generated/definitions/index.ts'
import { DEFINITION_LOADERS } from './generated/definitions/loaders.ts'

export { createCatalogue } from './create-catalogue.ts'
export type { Catalogue, CatalogueEntry, CatalogueOptions } from './create-catalogue.ts'
export { CatalogueOverlapError, ProcedureNotInForceError, UnknownProcedureError } from './errors.ts'

/**
 * Procedures of this release by slug or code, and date. A definition is loaded only when asked for.
 *
 * @example
 * const entry = catalogue.find('2.000635', { on: '2026-11-21' })
 * entry.slug // 'extract-copy'
 * const definition = await entry.load()
 */
export const catalogue = /* @__PURE__ */ createCatalogue({ entries: DEFINITION_INDEX, load: loadDefinition })

async function loadDefinition(entry: DefinitionIndexEntry): Promise<FormDefinition> {
  const loader = DEFINITION_LOADERS[entry.path]
  if (loader === undefined) throw new TypeError(`This release has no definition ${entry.path}`)
  return (await loader()).definition
}

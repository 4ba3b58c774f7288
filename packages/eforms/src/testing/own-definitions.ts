import { DEFINITION_INDEX, definitionParts, definitionText } from '@motcua/schemas/definitions'
import { assembleDefinition } from '@motcua/schemas/served'
import { findDefinition } from '../services/definition-files.ts'
import type { EformServices } from '../services/services.ts'
import { fixtureServices } from './services.ts'

/** Our own procedures as they are served, in Mỹ Thuận, without a network. */
export function ownDefinitions({ portal }: Pick<EformServices, 'portal'> = {}): Pick<EformServices, 'loadDefinition' | 'loadCommune' | 'portal'> {
  const source = {
    list: async () => DEFINITION_INDEX,
    get: async (entry: (typeof DEFINITION_INDEX)[number], language: 'vi' | 'en') => assembleDefinition({
      text: definitionText(entry), language, readPart: async ({ path }) => JSON.parse(definitionParts(entry).get(path) ?? ''),
    }),
  }
  return {
    loadDefinition: (procedure, language) => findDefinition(source, procedure, { on: '2026-11-22', ...(language && { language }) }),
    loadCommune: fixtureServices().loadCommune, ...(portal && { portal }),
  }
}

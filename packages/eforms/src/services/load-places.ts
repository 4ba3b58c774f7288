import { definitionBase } from './asset-base.ts'
import { fetchJson } from './definition-files.ts'
import type { EformServices } from './services.ts'

/** The lists of places below a folder of definitions; empty for the one beside the script. */
export function placeFiles(definitions: string): Required<Pick<EformServices, 'loadPlaces' | 'loadLegacyPlaces'>> {
  const load = (name: string) => () => fetchJson(new URL(`reference/${name}.json`, definitionBase(definitions)))
  return { loadPlaces: load('communes'), loadLegacyPlaces: load('legacy-units') }
}

import { definitionBase } from './asset-base.ts'
import { fetchJson } from './definition-files.ts'

/** Content of `reference/communes.json` below a folder of definitions; empty for the one beside the script. */
export function loadPlacesFrom(definitions: string): Promise<unknown> {
  return fetchJson(new URL('reference/communes.json', definitionBase(definitions)))
}

/** Content of `reference/legacy-units.json` there. */
export function loadLegacyPlacesFrom(definitions: string): Promise<unknown> {
  return fetchJson(new URL('reference/legacy-units.json', definitionBase(definitions)))
}

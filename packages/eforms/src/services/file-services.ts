import { definitionBase } from './asset-base.ts'
import type { CommuneInfo } from './contract.ts'
import { definitionFiles, findDefinition } from './definition-files.ts'
import { placeFiles } from './load-places.ts'
import type { EformServices } from './services.ts'

/** Procedures, communes and the names of places as they lie in a folder of definitions; empty for the one beside the script. */
export function fileServices(definitions: string): EformServices {
  const places = placeFiles(definitions)
  return {
    ...places,
    loadDefinition: (procedure, language) => findDefinition(definitionFiles(definitionBase(definitions)), procedure, { ...(language && { language }) }),
    loadCommune: (code) => communeOf(code, places.loadPlaces),
  }
}

/** Without a gateway a commune is known by its name only. */
async function communeOf(code: string, loadPlaces: () => Promise<unknown>): Promise<CommuneInfo | null> {
  const [{ readCommunes }, file] = await Promise.all([import('../seldom/seldom-views.ts'), loadPlaces()])
  const commune = readCommunes(file).get(code)
  if (!commune) return null
  const name = `${commune.kind} ${commune.name}`
  return {
    code, name, provinceCode: commune.provinceCode, provinceName: commune.provinceName, endings: {},
    agencyName: `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  }
}

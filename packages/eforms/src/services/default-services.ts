import { definitionBase } from './asset-base.ts'
import type { CommuneInfo } from './contract.ts'
import { definitionFiles, findDefinition } from './definition-files.ts'
import { deviceDrafts } from './device-drafts.ts'
import { gatewayServices } from './gateway-services.ts'
import { loadLegacyPlacesFrom, loadPlacesFrom } from './load-places.ts'
import type { EformServices } from './services.ts'

export interface DefaultServicesOptions {
  /** Origin of the gateway; empty for hand-off. */
  portal?: string
  /** Where definitions lie; empty for those beside the script. */
  definitions?: string
}

/**
 * Services of an element that was given none. The portal client is fetched only when there is a portal.
 *
 * @throws PortalAddressError when `portal` is no address that a gateway can have.
 */
export async function defaultServices({ portal = '', definitions = '' }: DefaultServicesOptions): Promise<EformServices> {
  if (portal) return gatewayServices(portal, definitions)
  const base = definitionBase(definitions)
  const loadPlaces = (): Promise<unknown> => loadPlacesFrom(definitions)
  return {
    loadDefinition: (procedure, language) => findDefinition(definitionFiles(base), procedure, { ...(language && { language }) }),
    loadCommune: (code) => communeOf(code, loadPlaces),
    loadPlaces, loadLegacyPlaces: () => loadLegacyPlacesFrom(definitions), drafts: deviceDrafts(),
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

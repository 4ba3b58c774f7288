import { PlaceDirectory } from '../places/place-directory.ts'
import { readCommunes } from '../places/read-communes.ts'
import { definitionBase } from './asset-base.ts'
import type { CommuneInfo } from './contract.ts'
import { definitionFiles, findDefinition } from './definition-files.ts'
import { deviceDrafts } from './device-drafts.ts'
import { failureOf } from './failure.ts'
import { loadLegacyPlacesFrom, loadPlacesFrom } from './load-places.ts'
import { PortalAddressError } from './portal-address-error.ts'
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
  const base = definitionBase(definitions)
  const loadPlaces = (): Promise<unknown> => loadPlacesFrom(definitions)
  const loadLegacyPlaces = (): Promise<unknown> => loadLegacyPlacesFrom(definitions)
  const drafts = deviceDrafts()
  if (!portal) return { loadDefinition: (procedure, language) => findDefinition(definitionFiles(base), procedure, { ...(language && { language }) }), loadCommune: (code) => communeOf(code, loadPlaces), loadPlaces, loadLegacyPlaces, drafts }
  const { portalServices } = await import('./portal-services.ts')
  const { client, services } = made(() => portalServices(portal), portal)
  return {
    loadDefinition: (procedure, language) => findDefinition({ list: () => client.definitions.list(), get: (entry, wanted) => client.definitions.open(entry, { language: wanted }) }, procedure, { ...(language && { language }) }),
    loadCommune: (code) => client.commune(code).catch((error: unknown) => {
      const failure = failureOf(error)
      if (failure.kind === 'problem' && (failure.problem.status === 404 || failure.problem.status === 400)) return null
      throw error
    }),
    loadPlaces, loadLegacyPlaces, drafts, portal: services,
  }
}

function made<T>(make: () => T, portal: string): T {
  try { return make() } catch (cause) { throw new PortalAddressError(portal, { cause }) }
}

/** Without a gateway a commune is known by its name only. */
async function communeOf(code: string, loadPlaces: () => Promise<unknown>): Promise<CommuneInfo | null> {
  const places = new PlaceDirectory(loadPlaces)
  await places.load(readCommunes)
  if (places.state.peek() === 'failed') throw new TypeError('The list of communes could not be loaded.')
  const commune = places.commune(code)
  if (!commune) return null
  const name = `${commune.kind} ${commune.name}`
  return {
    code, name, provinceCode: commune.provinceCode, provinceName: commune.provinceName, endings: {},
    agencyName: `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  }
}

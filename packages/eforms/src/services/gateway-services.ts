import { findDefinition } from './definition-files.ts'
import { failureOf } from './failure.ts'
import { placeFiles } from './load-places.ts'
import { PortalAddressError } from './portal-address-error.ts'
import type { EformServices } from './services.ts'

/**
 * Services of a gateway. Its client is fetched with this call; what only some elements ask for, with the first time they do.
 * `definitions` is where the names of places lie, empty for beside the script.
 *
 * @throws PortalAddressError when `portal` is no address that a gateway can have.
 */
export async function gatewayServices(portal: string, definitions = ''): Promise<EformServices> {
  const { gatewayCalls, portalServices } = await import('./portal-services.ts')
  const { client, services } = made(() => portalServices(portal), portal)
  return {
    loadDefinition: (procedure, language) => findDefinition({ list: () => client.definitions.list(), get: (entry, wanted) => client.definitions.open(entry, { language: wanted }) }, procedure, { ...(language && { language }) }),
    loadCommune: (code) => client.commune(code).catch((error: unknown) => {
      const failure = failureOf(error)
      if (failure.kind === 'problem' && (failure.problem.status === 404 || failure.problem.status === 400)) return null
      throw error
    }),
    portal: services, ...placeFiles(definitions), ...gatewayCalls(client.transport),
  }
}

function made<T>(make: () => T, portal: string): T {
  try { return make() } catch (cause) { throw new PortalAddressError(portal, { cause }) }
}

import { deviceDrafts } from './device-drafts.ts'
import { fileServices } from './file-services.ts'
import { gatewayServices } from './gateway-services.ts'
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
  return { ...portal ? await gatewayServices(portal, definitions) : fileServices(definitions), drafts: deviceDrafts() }
}

import { SdkError } from '@motcua/core/errors'

/** The `portal` attribute of an element is no address that a gateway can have: HTTPS, or this machine. Mend the attribute. */
export class PortalAddressError extends SdkError {
  override readonly name = 'PortalAddressError'
  readonly code = 'ERR_EFORMS_PORTAL_ADDRESS'

  constructor(portal: string, options?: ErrorOptions) {
    super(`"portal" must be the address of a gateway such as "https://gateway.example", or one on this machine; it is ${JSON.stringify(portal)}.`, options)
  }
}

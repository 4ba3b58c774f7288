import { signingOf } from '@motcua/portal-client/signing'
import type { SigningCalls } from '@motcua/portal-client/signing'
import { portalServices } from './portal-services.ts'

export type { Signing, SigningCertificate, SigningEvidence, SigningFile, SigningOrder, SigningRequest } from '@motcua/portal-client/signing'
/** What `<motcua-sign>` asks of a gateway. `@motcua/portal-client/signing` answers it; an agency's own desk may too. */
export type SigningServices = Pick<SigningCalls, 'look' | 'file' | 'begin' | 'check' | 'cancel'>

/** The gateway's answers, over the client and the session that the page's other elements use. */
export function signingServices(portal: string): SigningServices {
  return signingOf(portalServices(portal).client.transport)
}

import { jsonPost } from './json-post.ts'
import { certificatesRequest, loginRequest, readCertificates, readLogin, readSignHash, readStatus, signHashRequest, statusRequest } from './viettel-mysign.wire.ts'
import type { ServiceOptions } from './json-post.ts'
import type { RemoteSigner } from './remote-signer.ts'
import type { MySignIdentity } from './viettel-mysign.wire.ts'

export interface ViettelMySignOptions extends Omit<ServiceOptions, 'baseUrl'>, Omit<MySignIdentity, 'profileId'> {
  /** @default 'https://remotesigning.viettel.vn/' */
  baseUrl?: string
  /** @default 'adss:ras:profile:001' */
  profileId?: string
  /** @default () => new Date() */
  clock?: () => Date
}

/** The service gives a token for an hour; it is used for less. */
const TOKEN_MS = 50 * 60_000

/**
 * A key at Viettel MySign, confirmed in the person's app. Holds the operator's secret and a token of the person: server side only.
 * Confidence: see `viettel-mysign.wire.ts`; not tried against the service.
 *
 * @example
 * const signer = createViettelMySignSigner({ clientId, clientSecret, userId, credentialId })
 */
export function createViettelMySignSigner({ clientId, clientSecret, userId, credentialId, profileId = 'adss:ras:profile:001', clock = () => new Date(), baseUrl = 'https://remotesigning.viettel.vn/', ...service }: ViettelMySignOptions): RemoteSigner {
  const post = jsonPost({ baseUrl, ...service })
  const identity = { clientId, clientSecret, userId, profileId, credentialId }
  let kept: { token: string; until: number } | undefined
  const signedIn = async (signal: AbortSignal | undefined): Promise<{ bearer: string; signal: AbortSignal | undefined }> => {
    const now = clock().getTime()
    if (kept === undefined || kept.until < now) kept = { token: readLogin(await post('vtss/service/ras/v1/login', loginRequest(identity), { signal })), until: now + TOKEN_MS }
    return { bearer: kept.token, signal }
  }
  return {
    protocol: 'viettel-mysign',
    getCertificate: async ({ signal } = {}) => readCertificates(await post('vtss/service/certificates/info', certificatesRequest(identity), await signedIn(signal)), credentialId),
    signHashes: async (hashes, _identity, { signal } = {}) => readSignHash(await post('vtss/service/signHash', signHashRequest(identity, hashes), await signedIn(signal)), hashes.length),
    poll: async (id, { signal } = {}) => readStatus(await post('vtss/service/requests/status', statusRequest(id), await signedIn(signal)), id),
  }
}

import { jsonPost } from './json-post.ts'
import { certificateRequest, readCertificateAnswer, readSignAnswer, readStatus, signRequest, statusPath } from './vnpt-smartca.wire.ts'
import type { ServiceOptions } from './json-post.ts'
import type { RemoteSigner } from './remote-signer.ts'
import type { VnptIdentity } from './vnpt-smartca.wire.ts'

export interface VnptSmartCaOptions extends Omit<ServiceOptions, 'baseUrl'>, VnptIdentity {
  /** @default 'https://gwsca.vnpt.vn/' */
  baseUrl?: string
  /** @default () => new Date() */
  clock?: () => Date
}

/**
 * A key at VNPT SmartCA (sp769 v1), confirmed in the person's app. `spPassword` travels in the body of every call: server side only.
 * Confidence: see `vnpt-smartca.wire.ts`; not tried against the service.
 *
 * @example
 * const signer = createVnptSmartCaSigner({ spId, spPassword, userId, serialNumber })
 */
export function createVnptSmartCaSigner({ spId, spPassword, userId, serialNumber, clock = () => new Date(), baseUrl = 'https://gwsca.vnpt.vn/', ...service }: VnptSmartCaOptions): RemoteSigner {
  const post = jsonPost({ baseUrl, ...service })
  const identity = { spId, spPassword, userId, serialNumber }
  return {
    protocol: 'vnpt-smartca',
    getCertificate: async ({ signal } = {}) => readCertificateAnswer(await post('sca/sp769/v1/credentials/get_certificate', certificateRequest(identity, crypto.randomUUID()), { signal }), serialNumber),
    async signHashes(hashes, _identity, { signal } = {}) {
      const request = signRequest(identity, { transactionId: crypto.randomUUID(), description: hashes[0]?.docName ?? '', at: clock(), hashes })
      return readSignAnswer(await post('sca/sp769/v1/signatures/sign', request, { signal }), hashes)
    },
    // An empty body, as the clients send it.
    poll: async (id, { signal } = {}) => readStatus(await post(statusPath(id), undefined, { signal }), id),
  }
}

import { authorizeRequest, credentialInfoRequest, pollRequest, readAuthorization, readCredential, readSigning, signHashRequest } from './csc.wire.ts'
import { jsonPost } from './json-post.ts'
import { RemoteSigningError } from './errors.ts'
import type { CscCredential, CscWords } from './csc.wire.ts'
import type { ServiceOptions } from './json-post.ts'
import type { RemoteSigner } from './remote-signer.ts'

export interface CscSignerOptions extends ServiceOptions {
  /** Which key; the operator knows whose it is. */
  credentialId: string
  /** Access token of the operator's own client at the service; asked for before each call. */
  accessToken: () => string | Promise<string>
  /** Also takes keys whose confirmation is not bound to the hashes. @default false */
  allowScal1?: boolean
  /** How this service says what the specification leaves open. */
  words?: CscWords
}

/**
 * A key at a service that speaks the Cloud Signature Consortium API v2: `credentials/info`, `credentials/authorize` over the very hashes,
 * `signatures/signHash` in mode A, `signatures/signPolling`. Only keys that the person confirms on a device of their own (`auth.mode`
 * implicit): a PIN or one-time code never passes through the caller. Confidence: see `csc.wire.ts`.
 *
 * @throws TypeError when `baseUrl` is plain http.
 * @example
 * const signer = createCscSigner({ baseUrl: 'https://sign.example/csc/v2/', credentialId: 'leader-1', accessToken: () => process.env.SIGN_TOKEN ?? '' })
 */
export function createCscSigner({ credentialId, accessToken, allowScal1 = false, words = {}, ...service }: CscSignerOptions): RemoteSigner {
  const post = jsonPost(service)
  const call = async (path: string, json: object, signal: AbortSignal | undefined) => post(path, json, { bearer: await accessToken(), signal })
  let known: CscCredential | undefined
  const credential = async (signal: AbortSignal | undefined): Promise<CscCredential> => known = readCredential(await call('credentials/info', credentialInfoRequest(credentialId), signal), { allowScal1 })
  return {
    protocol: 'csc',
    async getCertificate({ signal } = {}) {
      const { certificateChain, algorithm } = await credential(signal)
      return { certificateChain, algorithm }
    },
    async signHashes(hashes, { algorithm }, { signal } = {}) {
      const { signAlgo, multisign } = await credential(signal)
      if (hashes.length > multisign) throw new RemoteSigningError('ERR_REMOTE_SIGNING_CREDENTIAL', `This key signs ${multisign} at once, ${hashes.length} are asked for.`)
      const sad = readAuthorization(await call('credentials/authorize', authorizeRequest(credentialId, hashes, hashes[0]?.docName ?? ''), signal))
      return readSigning(await call('signatures/signHash', signHashRequest(credentialId, sad, hashes, signAlgo), signal), { count: hashes.length, algorithm, words })
    },
    async poll(id, { signal } = {}) {
      const { algorithm } = known ?? await credential(signal)
      return readSigning(await call('signatures/signPolling', pollRequest(id), signal), { algorithm, id, words })
    },
  }
}

import { digest } from '../bytes.ts'
import { RemoteSigningError } from './errors.ts'
import type { Signer, SignerIdentity } from '../signer.ts'

/** One thing to be signed. The service is sent its SHA-256, never the file. */
export interface HashToSign {
  /** SHA-256, 32 bytes. */
  digest: Uint8Array
  /** Id for the service's own record, `[A-Za-z0-9-]`; never personal data. */
  docId: string
  /** What the person reads on their device when asked to confirm; never personal data. */
  docName: string
}

/** How far a request is at the service. `failed` carries the service's code for its own support, shown to nobody else. */
export type SigningAnswer =
  | { status: 'pending'; /** Asks for the outcome later. */ id: string }
  | { status: 'signed'; /** In the order of what was asked; **ES256 as r‖s**. Not verified yet. */ signatures: readonly Uint8Array[] }
  | { status: 'refused' }
  | { status: 'expired' }
  | { status: 'failed'; code: string }

/**
 * A person's key at a remote signing service (ký số từ xa): the shape that CSC API v2, VNPT SmartCA and Viettel MySign have in common.
 *
 * Server side only: every implementation holds a secret of the operator. Calls reject with {@link RemoteSigningError}; what the
 * person does (confirms, refuses, lets it expire) is an answer, not an error. **Signature values are not checked here**: hand them to
 * `prepareSignature(…).embed`, which verifies each with the certificate before it is used, and so catches a service that was sent
 * hexadecimal where it wanted base64.
 */
export interface RemoteSigner {
  /** Protocol, for the record: `csc`, `vnpt-smartca`, `viettel-mysign`. */
  readonly protocol: string
  getCertificate(options?: RemoteCallOptions): Promise<SignerIdentity>
  /** Asks for signatures over all hashes with one confirmation. Asking twice makes two requests: keep the id of the first. */
  signHashes(hashes: readonly HashToSign[], identity: SignerIdentity, options?: RemoteCallOptions): Promise<SigningAnswer>
  poll(id: string, options?: RemoteCallOptions): Promise<SigningAnswer>
}
export interface RemoteCallOptions { signal?: AbortSignal }

export interface AsSignerOptions {
  /** Pause between two polls in milliseconds. @default 2000 */
  pollMs?: number
  /** How often to ask before giving up. @default 60 */
  maxPolls?: number
}

/**
 * A remote signer as a {@link Signer} that waits: for a program that has the time, such as a script. A server that must not wait keeps
 * the id of the request and polls.
 *
 * @throws {@link RemoteSigningError} `ERR_REMOTE_SIGNING_NOT_CONFIRMED` from `sign` when the person refuses or does not confirm in time.
 * @example
 * const signer = await waitingSigner(createCscSigner(options))
 * const signed = await signPdf(pdf, signer, { signedAt: new Date() })
 */
export async function waitingSigner(remote: RemoteSigner, { pollMs = 2000, maxPolls = 60 }: AsSignerOptions = {}): Promise<Signer> {
  const identity = await remote.getCertificate()
  return {
    ...identity,
    async sign(data, { documentName }) {
      let answer = await remote.signHashes([{ digest: await digest(data), docId: crypto.randomUUID(), docName: documentName }], identity)
      for (let poll = 0; answer.status === 'pending' && poll < maxPolls; poll++) {
        if (poll > 0) await new Promise((resolve) => { setTimeout(resolve, pollMs) })
        answer = await remote.poll(answer.id)
      }
      const [signature] = answer.status === 'signed' ? answer.signatures : []
      if (!signature) throw new RemoteSigningError('ERR_REMOTE_SIGNING_NOT_CONFIRMED', `The request to sign ended as ${answer.status}.`)
      return signature
    },
  }
}

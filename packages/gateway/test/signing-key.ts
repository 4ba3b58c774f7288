import { constants, createPrivateKey, privateEncrypt, randomUUID } from 'node:crypto'
import { RemoteSigningError, type HashToSign, type RemoteSigner, type SigningAnswer } from '@motcua/signatures/remote'
import type { TestIdentity } from '@motcua/signatures/testing'

// DigestInfo of SHA-256 (RFC 8017 § 9.2 note 1).
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** A person's key at a service that does what the test says the person does on their device. */
export interface TestKey {
  signer: RemoteSigner
  /** Hashes of each request, in order. */
  asked: HashToSign[][]
  polls: number
  /** What the person has done; until then every answer is pending. */
  person: 'thinks' | 'confirms' | 'confirms the first one' | 'refuses' | 'lets it expire'
  /** What goes wrong at the service. */
  trouble: 'none' | 'down' | 'signs something else' | 'swaps the signatures' | 'needs nobody'
  identity: TestIdentity
}

export function createTestKey(identity: TestIdentity): TestKey {
  const requests = new Map<string, readonly HashToSign[]>()
  const privateKey = createPrivateKey({ key: Buffer.from(identity.toJSON().privateKeyPkcs8, 'base64'), format: 'der', type: 'pkcs8' })
  const sign = (digest: Uint8Array): Uint8Array => new Uint8Array(privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([DIGEST_INFO, digest])))
  const reach = (): void => { if (key.trouble === 'down') throw new RemoteSigningError('ERR_REMOTE_SIGNING_UNREACHABLE', 'The service at test did not answer in time.') }
  const signed = (hashes: readonly HashToSign[]): SigningAnswer => {
    const signatures = hashes.map(({ digest }) => sign(key.trouble === 'signs something else' ? digest.map((byte) => byte ^ 1) : digest))
    return { status: 'signed', signatures: key.trouble === 'swaps the signatures' ? signatures.toReversed() : signatures }
  }
  const key: TestKey = {
    asked: [], polls: 0, person: 'thinks', trouble: 'none', identity,
    signer: {
      protocol: 'test',
      async getCertificate() { reach(); return { certificateChain: key.identity.certificateChain, algorithm: 'RS256' } },
      async signHashes(hashes) {
        reach()
        key.asked.push([...hashes])
        if (key.trouble === 'needs nobody') return signed(hashes)
        const id = randomUUID()
        requests.set(id, hashes)
        return { status: 'pending', id }
      },
      async poll(id) {
        reach()
        key.polls += 1
        switch (key.person) {
          case 'thinks': return { status: 'pending', id }
          case 'confirms': return signed(requests.get(id) ?? [])
          case 'confirms the first one': return requests.get(id)?.[0]?.docName.endsWith(' 1') ? signed(requests.get(id) ?? []) : { status: 'pending', id }
          case 'refuses': return { status: 'refused' }
          case 'lets it expire': return { status: 'expired' }
        }
      },
    },
  }
  return key
}

import { randomUUID } from 'node:crypto'
import { RemoteSigningError, type HashToSign, type RemoteSigner, type SigningAnswer } from '@motcua/signatures/remote'
import type { TestIdentity } from '@motcua/signatures/testing'
import { signDigest } from '../../signatures/test/signing-server.ts'

/** A person's key at a service that does what the test says the person does on their device. */
export interface TestKey {
  signer: RemoteSigner
  /** Hashes of each request, in order. */
  asked: HashToSign[][]
  polls: number
  /** What the person has done; until then every answer is pending. */
  person: 'thinks' | 'confirms' | 'confirms the first one' | 'refuses' | 'lets it expire'
  /** Until then no request is answered. */
  held: Promise<void> | undefined
  /** What goes wrong at the service. */
  trouble: 'none' | 'down' | 'signs something else' | 'swaps the signatures' | 'needs nobody'
  identity: TestIdentity
}

export function createTestKey(identity: TestIdentity): TestKey {
  const requests = new Map<string, readonly HashToSign[]>()
  const reach = (): void => { if (key.trouble === 'down') throw new RemoteSigningError('ERR_REMOTE_SIGNING_UNREACHABLE', 'The service at test did not answer in time.') }
  const signed = (hashes: readonly HashToSign[]): SigningAnswer => {
    const signatures = hashes.map(({ digest }) => new Uint8Array(signDigest(identity, key.trouble === 'signs something else' ? digest.map((byte) => byte ^ 1) : digest)))
    return { status: 'signed', signatures: key.trouble === 'swaps the signatures' ? signatures.toReversed() : signatures }
  }
  const key: TestKey = {
    asked: [], polls: 0, person: 'thinks', held: undefined, trouble: 'none', identity,
    signer: {
      protocol: 'test',
      async getCertificate() { reach(); return { certificateChain: key.identity.certificateChain, algorithm: 'RS256' } },
      async signHashes(hashes) {
        reach()
        key.asked.push([...hashes])
        await key.held
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

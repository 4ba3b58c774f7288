import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Signer } from '@motcua/signatures/sign'
import * as z from 'zod'
import { SimulatorCallError } from '../errors.ts'

export interface RemoteSignerOptions {
  /** Origin of the signing service. */
  origin: string
  clientSecret: string
  credentialId: string
  fetch: typeof fetch
  /** Pause between two polls in milliseconds. @default 200 */
  pollMs?: number
  /** How often to ask before giving up. @default 60 */
  maxPolls?: number
}

const credentialAnswer = z.object({ certificates: z.array(z.base64()).min(1) })
const acceptedAnswer = z.object({ transactionId: z.string() })
const pollAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending') }),
  z.object({ status: z.literal('signed'), signatures: z.array(z.object({ signature: z.base64() })).length(1) }),
])

/**
 * A signer whose key stays at the remote signing service: only the SHA-256 of what is signed leaves this process.
 * Rejects with {@link SimulatorCallError} when the service refuses or the holder does not confirm in time.
 */
export async function createRemoteSigner(options: RemoteSignerOptions): Promise<Signer> {
  const { credentialId, pollMs = 200, maxPolls = 60 } = options
  const { certificates } = credentialAnswer.parse(await call(options, `/v1/credentials/${encodeURIComponent(credentialId)}`))
  return {
    certificateChain: certificates.map((text) => new Uint8Array(Buffer.from(text, 'base64'))),
    algorithm: 'RS256',
    async sign(data, { documentName }) {
      const digest = createHash('sha256').update(data).digest('base64')
      const { transactionId } = acceptedAnswer.parse(await call(options, '/v1/signatures', {
        credentialId, algorithm: 'RS256', hashes: [{ digest, docId: randomUUID(), docName: documentName }],
      }))
      for (let poll = 0; poll < maxPolls; poll += 1) {
        const answer = pollAnswer.parse(await call(options, `/v1/signatures/${transactionId}`))
        if (answer.status === 'signed') return new Uint8Array(Buffer.from(answer.signatures[0]?.signature ?? '', 'base64'))
        await sleep(pollMs)
      }
      throw new SimulatorCallError('remote signing service (not confirmed in time)', 408, undefined)
    },
  }
}

async function call({ origin, clientSecret, fetch: send }: RemoteSignerOptions, path: string, body?: unknown): Promise<unknown> {
  const response = await send(origin + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${clientSecret}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new SimulatorCallError('remote signing service', response.status, answer)
  return answer
}

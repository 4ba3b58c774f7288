import { constants, createPrivateKey, privateEncrypt } from 'node:crypto'
import { createServer } from 'node:http'
import type { TestIdentity } from '../src/testing.ts'

export interface Asked { path: string; authorization: string | undefined; body: unknown }
export type Reply = (asked: Asked) => { status?: number; body?: unknown; text?: string } | 'silence'

/** A server of its own on this machine, for clients that must be tried over real HTTP. */
export async function signingServer(reply: Reply): Promise<{ origin: string; asked: Asked[]; close(): Promise<void> }> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const one = { path: request.url ?? '', authorization: request.headers.authorization, body: text === '' ? undefined : JSON.parse(text) as unknown }
      asked.push(one)
      const answer = reply(one)
      if (answer === 'silence') return
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' }).end(answer.text ?? JSON.stringify(answer.body ?? {}))
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('expected a TCP address')
  return {
    origin: `http://127.0.0.1:${address.port}/`, asked,
    close: () => new Promise((resolve) => { server.close(() => { resolve() }); server.closeAllConnections() }),
  }
}

// DigestInfo of SHA-256 (RFC 8017 § 9.2 note 1).
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** What a service does with a digest: PKCS #1 v1.5 over it, as RS256 has it. */
export function signDigest(identity: TestIdentity, digest: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.from(identity.toJSON().privateKeyPkcs8, 'base64'), format: 'der', type: 'pkcs8' })
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([DIGEST_INFO, digest]))
}

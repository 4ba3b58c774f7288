import { constants, privateEncrypt, randomUUID } from 'node:crypto'
import { html } from 'hono/html'
import type { Hono } from 'hono'
import * as z from 'zod'
import { createSimulatorApp } from '../http/simulator-app.ts'
import type { SimulatorEnv } from '../http/simulator-app.ts'
import { simulatorPage, tableView } from '../http/simulator-page.ts'
import { isSameSecret } from '../same-secret.ts'

/** One signing key that the service holds for a person. */
export interface SigningCredential {
  credentialId: string
  /** Shown on the service's page. */
  holder: string
  /** PKCS #8, PEM, RSA. */
  privateKeyPem: string
  /** Base64 DER, leaf first. */
  certificateChain: readonly string[]
}

export interface SigningServiceOptions {
  origin: string
  /** Bearer secret of the systems that may ask. */
  clientSecret: string
  credentials: readonly SigningCredential[]
  clock: () => Date
}

interface Transaction {
  id: string
  at: Date
  credential: SigningCredential
  hashes: ReadonlyArray<{ digest: Buffer; docId: string; docName: string }>
  /** The holder confirms on their telephone; here that takes one poll. */
  polls: number
}

// DigestInfo prefix of SHA-256 (RFC 8017 §9.2 note 1): a PKCS #1 v1.5 signature is made over prefix and digest.
const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')

const signRequest = z.strictObject({
  credentialId: z.string(),
  algorithm: z.literal('RS256'),
  hashes: z.array(z.strictObject({
    digest: z.base64().refine((text) => Buffer.from(text, 'base64').byteLength === 32, 'expected a SHA-256 digest, 32 bytes in Base64'),
    docId: z.string().min(1).max(100),
    docName: z.string().min(1).max(200),
  })).min(1).max(20),
})

/**
 * Simulated remote signing service (ký số từ xa): digests in, signatures out, never a document. The calls follow the
 * shape that the Vietnamese services have in common: ask, confirm on the telephone, poll.
 */
export function createSigningService({ origin, clientSecret, credentials, clock }: SigningServiceOptions): Hono<SimulatorEnv> {
  const app = createSimulatorApp(origin, { machinePaths: ['/v1/'] })
  const transactions = new Map<string, Transaction>()

  app.use('/v1/*', async (c, next) => {
    const [scheme, secret] = (c.req.header('authorization') ?? '').split(' ')
    if (scheme !== 'Bearer' || !isSameSecret(secret ?? '', clientSecret)) return c.json({ error: 'invalid_client' }, 401)
    return next()
  })

  app.get('/v1/credentials/:id', (c) => {
    const credential = credentials.find(({ credentialId }) => credentialId === c.req.param('id'))
    if (credential === undefined) return c.json({ error: 'unknown_credential' }, 404)
    return c.json({ credentialId: credential.credentialId, algorithm: 'RS256', certificates: credential.certificateChain })
  })

  app.post('/v1/signatures', async (c) => {
    const parsed = signRequest.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success) return c.json({ error: 'invalid_request', error_description: z.prettifyError(parsed.error) }, 422)
    const credential = credentials.find(({ credentialId }) => credentialId === parsed.data.credentialId)
    if (credential === undefined) return c.json({ error: 'unknown_credential' }, 404)
    const hashes = parsed.data.hashes.map((hash) => ({ ...hash, digest: Buffer.from(hash.digest, 'base64') }))
    const transaction: Transaction = { id: randomUUID(), at: clock(), credential, hashes, polls: 0 }
    transactions.set(transaction.id, transaction)
    return c.json({ transactionId: transaction.id, status: 'pending' }, 202)
  })

  app.get('/v1/signatures/:id', (c) => {
    const transaction = transactions.get(c.req.param('id'))
    if (transaction === undefined) return c.json({ error: 'unknown_transaction' }, 404)
    transaction.polls += 1
    if (transaction.polls < 2) return c.json({ transactionId: transaction.id, status: 'pending' })
    const signatures = transaction.hashes.map(({ digest, docId }) => ({ docId, signature: signDigest(transaction.credential, digest).toString('base64') }))
    return c.json({ transactionId: transaction.id, status: 'signed', signatures })
  })

  app.get('/', (c) => c.html(simulatorPage({
    title: 'Dịch vụ ký số từ xa',
    standsFor: 'Trang này đóng vai nơi giữ khóa ký của cán bộ.',
    body: html`
<p>Dịch vụ chỉ nhận giá trị băm 32 byte, không nhận tài liệu. Người ký xác nhận trên điện thoại; ở đây việc đó tự diễn ra.</p>
<h2>Người có khóa ký</h2>
<ul>${credentials.map(({ holder, credentialId }) => html`<li>${holder} <span class="mono">(${credentialId})</span></li>`)}</ul>
<h2>Lần ký gần đây</h2>
${transactions.size === 0 ? html`<p>Chưa có lần ký nào.</p>` : tableView(
  ['Lúc', 'Tài liệu', 'Giá trị băm'],
  [...transactions.values()].slice(-20).reverse().flatMap(({ at, hashes }) => hashes.map(({ digest, docName }) => [
    timeOf(at), docName, html`<span class="mono">${digest.toString('hex').slice(0, 16)}…</span>`,
  ])),
)}`,
  })))
  return app
}

function signDigest({ privateKeyPem }: SigningCredential, digest: Buffer): Buffer {
  return privateEncrypt({ key: privateKeyPem, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_DIGEST_INFO, digest]))
}

function timeOf(at: Date): string {
  return at.toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })
}

import { constants, createHash, privateEncrypt, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import * as z from 'zod'
import { createSimulatorApp } from '../http/simulator-app.ts'
import type { SimulatorEnv } from '../http/simulator-app.ts'
import { isSameSecret } from '../same-secret.ts'
import { telephonePage } from './telephone-page.ts'

/** One signing key that the service holds for a person. */
export interface SigningCredential {
  credentialId: string
  /** Shown on the service's page. */
  holder: string
  /** PKCS #8, PEM, RSA. */
  privateKeyPem: string
  /** Base64 DER, leaf first. */
  certificateChain: readonly string[]
  /** Whether the holder presses a button on the service's page, which stands for their telephone, or it happens by itself. @default 'by-itself' */
  confirmation?: 'by-itself' | 'by-hand'
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
  hashes: readonly string[]
  description: string
  state: 'waiting' | 'confirmed' | 'refused'
}

/** Address of the machine interface below the origin. */
export const CSC_PATH = '/csc/v2/'
const RSA_SHA256 = '1.2.840.113549.1.1.11'
const SHA256_OID = '2.16.840.1.101.3.4.2.1'
// DigestInfo prefix of SHA-256 (RFC 8017 §9.2 note 1): a PKCS #1 v1.5 signature is made over prefix and digest.
const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')
/** How long the holder has. */
const CONFIRM_MS = 5 * 60_000

const digests = z.array(z.base64().refine((text) => Buffer.from(text, 'base64').byteLength === 32, 'expected a SHA-256 digest, 32 bytes in Base64')).min(1).max(20)
const infoRequest = z.looseObject({ credentialID: z.string() })
const authorizeRequest = z.looseObject({ credentialID: z.string(), numSignatures: z.int(), hashes: digests, hashAlgorithmOID: z.literal(SHA256_OID), description: z.string().max(200).optional() })
const signRequest = z.looseObject({ credentialID: z.string(), SAD: z.string(), hashes: digests, hashAlgorithmOID: z.literal(SHA256_OID), signAlgo: z.literal(RSA_SHA256), operationMode: z.literal('A') })
const pollRequest = z.looseObject({ responseID: z.string() })

/**
 * Simulated remote signing service (ký số từ xa) that speaks the CSC API v2: digests in, signatures out, never a document. What the holder
 * confirms is bound to the digests, as SCAL2 demands.
 */
export function createSigningService({ origin, clientSecret, credentials, clock }: SigningServiceOptions): Hono<SimulatorEnv> {
  const app = createSimulatorApp(origin, { machinePaths: [CSC_PATH] })
  const authorised = new Map<string, { credentialID: string; digest: string; description: string }>()
  const transactions = new Map<string, Transaction>()

  app.use(`${CSC_PATH}*`, async (c, next) => {
    const [scheme, secret] = (c.req.header('authorization') ?? '').split(' ')
    if (scheme !== 'Bearer' || !isSameSecret(secret ?? '', clientSecret)) return c.json({ error: 'invalid_client' }, 401)
    return next()
  })

  const calls: Readonly<Record<string, (body: unknown) => { status?: 200 | 202 | 400; body: object }>> = {
    'credentials/info': (body) => {
      const credential = holderOf(infoRequest.parse(body).credentialID)
      return { body: {
        key: { status: 'enabled', algo: ['1.2.840.113549.1.1.1', RSA_SHA256], len: 2048 }, SCAL: '2', multisign: 20, auth: { mode: 'implicit' },
        cert: { status: 'valid', certificates: credential.certificateChain },
      } }
    },
    'credentials/authorize': (body) => {
      const { credentialID, hashes, numSignatures, description = '' } = authorizeRequest.parse(body)
      holderOf(credentialID)
      if (numSignatures !== hashes.length) throw new Refusal('numSignatures differs from the number of hashes')
      const SAD = randomUUID()
      authorised.set(SAD, { credentialID, digest: digestOf(hashes), description })
      return { body: { SAD, expiresIn: CONFIRM_MS / 1000 } }
    },
    'signatures/signHash': (body) => {
      const { credentialID, SAD, hashes } = signRequest.parse(body)
      const activation = authorised.get(SAD)
      authorised.delete(SAD)
      if (activation?.credentialID !== credentialID || activation.digest !== digestOf(hashes)) throw new Refusal('the SAD was given for other hashes, or used before')
      const transaction: Transaction = { id: randomUUID(), at: clock(), credential: holderOf(credentialID), hashes, description: activation.description, state: 'waiting' }
      transactions.set(transaction.id, transaction)
      return { body: { responseID: transaction.id } }
    },
    'signatures/signPolling': (body) => {
      const transaction = transactions.get(pollRequest.parse(body).responseID)
      if (transaction === undefined) throw new Refusal('unknown responseID')
      if (transaction.state === 'refused') return { status: 400, body: { error: 'access_denied' } }
      if (transaction.state === 'confirmed') return { body: { signatures: transaction.hashes.map((hash) => signDigest(transaction.credential, Buffer.from(hash, 'base64')).toString('base64')) } }
      if (isOver(transaction)) return { status: 400, body: { error: 'expired_token' } }
      // Nobody's telephone: the first question finds it waiting, the next one confirmed.
      if (transaction.credential.confirmation !== 'by-hand') transaction.state = 'confirmed'
      return { status: 202, body: {} }
    },
  }

  app.post(`${CSC_PATH}:group/:call`, async (c) => {
    const call = calls[`${c.req.param('group')}/${c.req.param('call')}`]
    if (call === undefined) return c.json({ error: 'invalid_request', error_description: 'no such call' }, 404)
    try {
      const { status = 200, body } = call(await c.req.json().catch(() => undefined))
      return c.json(body, status)
    } catch (error) {
      if (error instanceof z.ZodError) return c.json({ error: 'invalid_request', error_description: z.prettifyError(error) }, 400)
      if (error instanceof Refusal) return c.json({ error: 'invalid_request', error_description: error.message }, 400)
      throw error
    }
  })

  app.post('/telephone', async (c) => {
    const form = await c.req.formData()
    const transaction = transactions.get(String(form.get('id')))
    if (transaction?.state === 'waiting' && !isOver(transaction)) transaction.state = form.get('act') === 'confirm' ? 'confirmed' : 'refused'
    return c.redirect('/', 303)
  })

  app.get('/', (c) => {
    const requests = [...transactions.values()]
    return c.html(telephonePage({ credentials, requests, waiting: requests.filter((one) => one.credential.confirmation === 'by-hand' && one.state === 'waiting' && !isOver(one)) }))
  })
  return app

  function holderOf(credentialID: string): SigningCredential {
    const credential = credentials.find(({ credentialId }) => credentialId === credentialID)
    if (credential === undefined) throw new Refusal('unknown credentialID')
    return credential
  }

  function isOver({ at }: Transaction): boolean { return clock().getTime() > at.getTime() + CONFIRM_MS }
}

/** Something asked for that cannot be. */
class Refusal extends Error {}

function digestOf(hashes: readonly string[]): string { return createHash('sha256').update(hashes.join('\n')).digest('hex') }

function signDigest({ privateKeyPem }: SigningCredential, digest: Buffer): Buffer {
  return privateEncrypt({ key: privateKeyPem, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_DIGEST_INFO, digest]))
}

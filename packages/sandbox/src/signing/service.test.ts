import { createHash, randomBytes } from 'node:crypto'
import { createTestAuthority } from '@motcua/signatures/testing'
import type { TestIdentity } from '@motcua/signatures/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { privateKeyPem } from '../state/identities.ts'
import { openTestSites } from '../testing/test-sites.ts'
import type { TestSites } from '../testing/test-sites.ts'
import { createRemoteSigner } from './remote-signer.ts'
import { createSigningService } from './service.ts'

const SECRET = 'secret-of-the-signing-client-for-tests'
let test: TestSites
let officer: TestIdentity

beforeAll(async () => {
  test = await openTestSites()
  const authority = await createTestAuthority({ name: 'Signing test', now: new Date('2026-11-20T02:00:00Z') })
  officer = await authority.issue({ commonName: 'Trần Văn Minh', kind: 'rsa' })
  test.mount('sign', createSigningService({
    origin: test.sites.sign, clientSecret: SECRET, clock: () => new Date('2026-11-20T02:00:00Z'),
    credentials: [{ credentialId: 'minh', holder: 'Trần Văn Minh', privateKeyPem: privateKeyPem(officer), certificateChain: officer.toJSON().certificateChain }],
  }))
})
afterAll(() => test.close())

async function ask(hashes: unknown, secret = SECRET): Promise<Response> {
  return test.fetch(`${test.sites.sign}/v1/signatures`, {
    method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ credentialId: 'minh', algorithm: 'RS256', hashes }),
  })
}
const entry = (digest: string): unknown => [{ digest, docId: 'doc-1', docName: 'Kết quả' }]

describe('simulated remote signing service', () => {
  it('makes a PKCS #1 signature over the digest that verifies over the data', async () => {
    const signer = await createRemoteSigner({ origin: test.sites.sign, clientSecret: SECRET, credentialId: 'minh', fetch: test.fetch, pollMs: 1 })
    const data = new TextEncoder().encode('dữ liệu cần ký')
    const signature = await signer.sign(data, { documentName: 'Thử' })
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    const jwk = await crypto.subtle.exportKey('jwk', officer.privateKey)
    const publicKey = await crypto.subtle.importKey('jwk', { kty: 'RSA', n: jwk.n, e: jwk.e }, algorithm, false, ['verify'])
    expect(await crypto.subtle.verify(algorithm, publicKey, new Uint8Array(signature), data)).toBe(true)
    expect(signer.certificateChain[0]).toEqual(officer.certificate)
  })

  it.each([
    ['a whole document', randomBytes(4096).toString('base64')],
    ['a SHA-1 digest', createHash('sha1').update('x').digest('base64')],
    ['a SHA-512 digest', createHash('sha512').update('x').digest('base64')],
    ['a digest in hex', createHash('sha256').update('x').digest('hex')],
    ['a digest inside its DigestInfo', Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), createHash('sha256').update('x').digest()]).toString('base64')],
    ['nothing', ''],
  ])('refuses %s: it signs SHA-256 digests only', async (_what, digest) => {
    expect((await ask(entry(digest))).status).toBe(422)
  })

  it('refuses a client with the wrong secret, or none', async () => {
    const digest = createHash('sha256').update('x').digest('base64')
    expect((await ask(entry(digest), 'wrong')).status).toBe(401)
    expect((await test.fetch(`${test.sites.sign}/v1/credentials/minh`)).status).toBe(401)
  })

  it('waits for the holder: the first poll is pending, and only then comes the signature', async () => {
    const accepted = await (await ask(entry(createHash('sha256').update('x').digest('base64')))).json()
    const poll = async (): Promise<unknown> => (await test.fetch(`${test.sites.sign}/v1/signatures/${accepted.transactionId}`, { headers: { authorization: `Bearer ${SECRET}` } })).json()
    expect(await poll()).toMatchObject({ status: 'pending' })
    expect(await poll()).toMatchObject({ status: 'signed', signatures: [{ docId: 'doc-1' }] })
  })

  it('shows on its page what it signed, by name and digest', async () => {
    const page = await (await test.fetch(test.sites.sign)).text()
    expect(page).toContain('Trang mô phỏng')
    expect(page).toContain(createHash('sha256').update('x').digest('hex').slice(0, 16))
  })
})

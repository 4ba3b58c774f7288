import { createHash, randomBytes } from 'node:crypto'
import { createCscSigner, waitingSigner } from '@motcua/signatures/remote'
import type { RemoteSigner } from '@motcua/signatures/remote'
import { createTestAuthority } from '@motcua/signatures/testing'
import type { TestIdentity } from '@motcua/signatures/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { privateKeyPem } from '../state/identities.ts'
import { CookieBrowser } from '../testing/cookie-browser.ts'
import { openTestSites } from '../testing/test-sites.ts'
import type { TestSites } from '../testing/test-sites.ts'
import { createSigningService, CSC_PATH } from './service.ts'

const SECRET = 'secret-of-the-signing-client-for-tests'
const SHA256 = '2.16.840.1.101.3.4.2.1'
let test: TestSites
let officer: TestIdentity
let now = Date.parse('2026-11-20T02:00:00Z')

beforeAll(async () => {
  test = await openTestSites()
  const authority = await createTestAuthority({ name: 'Signing test', now: new Date(now) })
  officer = await authority.issue({ commonName: 'Trần Văn Minh', kind: 'rsa' })
  const key = { holder: 'Trần Văn Minh', privateKeyPem: privateKeyPem(officer), certificateChain: officer.toJSON().certificateChain }
  test.mount('sign', createSigningService({
    origin: test.sites.sign, clientSecret: SECRET, clock: () => new Date(now),
    credentials: [{ ...key, credentialId: 'minh' }, { ...key, credentialId: 'minh-by-hand', confirmation: 'by-hand' }],
  }))
})
afterAll(() => test.close())

const remote = (credentialId = 'minh'): RemoteSigner => createCscSigner({ baseUrl: test.sites.sign + CSC_PATH, credentialId, accessToken: () => SECRET, fetch: test.fetch, allowInsecureRequests: true })
const digestOf = (text: string): Uint8Array => createHash('sha256').update(text).digest()
const asked = (text: string) => [{ digest: digestOf(text), docId: 'doc-1', docName: `Kết quả ${text}` }]
const call = async (path: string, body: object, secret = SECRET): Promise<Response> => test.fetch(test.sites.sign + CSC_PATH + path, {
  method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify(body),
})
/** Presses a button on the telephone, for the request that is named. */
async function press(name: string, act: 'confirm' | 'refuse'): Promise<void> {
  const browser = new CookieBrowser(test.fetch)
  const page = await (await browser.get(`${test.sites.sign}/`)).text()
  const id = new RegExp(`name="id" value="([^"]+)">\\s*<p><strong>Kết quả ${name}`).exec(page)?.[1] ?? ''
  await browser.post(`${test.sites.sign}/telephone`, { id, act })
}
async function waiting(text: string): Promise<string> {
  const signer = remote('minh-by-hand')
  const answer = await signer.signHashes(asked(text), await signer.getCertificate())
  return answer.status === 'pending' ? answer.id : expect.fail(answer.status)
}

describe('simulated remote signing service', () => {
  it('makes a PKCS #1 signature over the digest that verifies over the data', async () => {
    const signer = await waitingSigner(remote(), { pollMs: 1 })
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
    ['a digest inside its DigestInfo', Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), digestOf('x')]).toString('base64')],
    ['nothing', ''],
  ])('refuses %s: it signs SHA-256 digests only', async (_what, hash) => {
    expect((await call('credentials/authorize', { credentialID: 'minh', numSignatures: 1, hashes: [hash], hashAlgorithmOID: SHA256 })).status).toBe(400)
  })

  it('signs no other hashes than were authorised, and those once', async () => {
    const hashes = [Buffer.from(digestOf('a')).toString('base64')]
    const order = { credentialID: 'minh', hashes, hashAlgorithmOID: SHA256, signAlgo: '1.2.840.113549.1.1.11', operationMode: 'A' }
    const authorise = async (): Promise<string> => (await (await call('credentials/authorize', { credentialID: 'minh', numSignatures: 1, hashes, hashAlgorithmOID: SHA256 })).json()).SAD
    const SAD = await authorise()
    expect((await call('signatures/signHash', { ...order, SAD, hashes: [Buffer.from(digestOf('b')).toString('base64')] })).status).toBe(400)
    const other = await authorise()
    expect((await call('signatures/signHash', { ...order, SAD: other })).status).toBe(200)
    expect((await call('signatures/signHash', { ...order, SAD: other })).status).toBe(400)
  })

  it('refuses a client with the wrong secret, a key and a call that nobody knows', async () => {
    expect((await call('credentials/info', { credentialID: 'minh' }, 'wrong')).status).toBe(401)
    expect((await call('credentials/info', { credentialID: 'lan' })).status).toBe(400)
    expect((await call('credentials/list', {})).status).toBe(404)
  })

  it('waits until the holder confirms on the telephone', async () => {
    const id = await waiting('xác nhận')
    for (const _time of [1, 2, 3]) expect(await remote('minh-by-hand').poll(id)).toEqual({ status: 'pending', id })
    await press('xác nhận', 'confirm')
    expect(await remote('minh-by-hand').poll(id)).toMatchObject({ status: 'signed' })
  })

  it('says that the holder refused, or let it expire', async () => {
    const refused = await waiting('từ chối')
    await press('từ chối', 'refuse')
    expect(await remote('minh-by-hand').poll(refused)).toEqual({ status: 'refused' })
    const late = await waiting('quá hạn')
    now += 6 * 60_000
    await press('quá hạn', 'confirm')
    expect(await remote('minh-by-hand').poll(late)).toEqual({ status: 'expired' })
  })

  it('shows on its page what it signed, by name and digest, and that it is a simulation', async () => {
    await waiting('x')
    const page = await (await test.fetch(test.sites.sign)).text()
    expect(page).toContain('Trang mô phỏng')
    expect(page).toContain(Buffer.from(digestOf('x')).toString('hex').slice(0, 16))
  })
})

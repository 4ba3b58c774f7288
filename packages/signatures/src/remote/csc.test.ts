import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { signDigest, signingServer } from '../../test/signing-server.ts'
import type { Reply } from '../../test/signing-server.ts'
import { digest, toBase64 } from '../bytes.ts'
import { createKeySigner, prepareSignature, signPdf } from '../sign.ts'
import { createTestAuthority, minimalPdf } from '../testing.ts'
import type { TestAuthority, TestIdentity } from '../testing.ts'
import { verifyPdf } from '../verify.ts'
import { createCscSigner, waitingSigner } from '../remote.ts'
import type { CscSignerOptions } from '../remote.ts'
import { readSigning } from './csc.wire.ts'

const now = new Date('2026-11-23T02:00:00Z')
let authority: TestAuthority
let person: TestIdentity
let close: (() => Promise<void>) | undefined
beforeAll(async () => {
  authority = await createTestAuthority({ name: 'CSC', now })
  person = await authority.issue({ commonName: 'Nguyễn Thị Ví Dụ', kind: 'rsa' })
})
afterEach(async () => { await close?.() })

const credential = (change: object = {}): object => ({
  key: { status: 'enabled', algo: ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11'], len: 2048 }, SCAL: '2', multisign: 4, auth: { mode: 'implicit' },
  cert: { status: 'valid', certificates: person.certificateChain.map(toBase64) }, ...change,
})
/** Confirmed with the second poll. */
const service = (change: object = {}): Reply => {
  let polls = 0
  let hashes: string[] = []
  return ({ path, body }) => {
    switch (path) {
      case '/csc/v2/credentials/info': return { body: credential(change) }
      case '/csc/v2/credentials/authorize': return { body: { SAD: 'sad-1', expiresIn: 300 } }
      case '/csc/v2/signatures/signHash': hashes = (body as { hashes: string[] }).hashes; return { body: { responseID: 'r-1' } }
      default: return (polls += 1) < 2 ? { status: 202 } : { body: { signatures: hashes.map((hash) => signDigest(person, Buffer.from(hash, 'base64')).toString('base64')) } }
    }
  }
}
async function open(reply: Reply, options: Partial<CscSignerOptions> = {}) {
  const server = await signingServer(reply)
  close = server.close
  return { server, signer: createCscSigner({ baseUrl: `${server.origin}csc/v2`, credentialId: 'c1', accessToken: () => 'token-1', allowInsecureRequests: true, ...options }) }
}
const hash = async (text: string) => ({ digest: await digest(new TextEncoder().encode(text)), docId: 'd1', docName: 'Kết quả hồ sơ' })

describe('a key at a service that speaks CSC v2', () => {
  it('signs a PDF that the verifier accepts, with the hashes bound into the authorisation', async () => {
    const { server, signer } = await open(service())
    const signed = await signPdf(minimalPdf(), await waitingSigner(signer, { pollMs: 1 }), { signedAt: now })
    expect(await verifyPdf(signed, { anchors: [authority.anchor], at: now })).toMatchObject({ valid: true })
    const authorize = server.asked.find(({ path }) => path.endsWith('authorize'))
    const signHash = server.asked.find(({ path }) => path.endsWith('signHash'))
    expect(authorize).toMatchObject({ authorization: 'Bearer token-1', body: { credentialID: 'c1', numSignatures: 1, hashAlgorithmOID: '2.16.840.1.101.3.4.2.1' } })
    const { hashes } = Object(authorize?.body) as { hashes: string[] }
    expect(hashes).toHaveLength(1)
    expect(signHash?.body).toMatchObject({ SAD: 'sad-1', operationMode: 'A', signAlgo: '1.2.840.113549.1.1.11', hashes })
    expect(server.asked.at(-1)).toMatchObject({ path: '/csc/v2/signatures/signPolling', body: { responseID: 'r-1' } })
  })

  it('gives signatures in the order of the hashes', async () => {
    const { signer } = await open(service())
    const identity = await signer.getCertificate()
    const hashes = [await hash('one'), await hash('two')]
    await signer.signHashes(hashes, identity)
    expect(await signer.poll('r-1')).toEqual({ status: 'pending', id: 'r-1' })
    expect(await signer.poll('r-1')).toEqual({ status: 'signed', signatures: hashes.map(({ digest: value }) => new Uint8Array(signDigest(person, value))) })
  })

  it.each<[string, object]>([
    ['is disabled', { key: { status: 'disabled', algo: ['1.2.840.113549.1.1.11'] } }],
    ['has an expired certificate', { cert: { status: 'expired', certificates: ['AAAA'] } }],
    ['wants a PIN', { auth: { mode: 'explicit' } }],
    ['wants another redirect', { auth: { mode: 'oauth2code' } }],
    ['does not bind what is confirmed to the hashes', { SCAL: '1' }],
    ['signs SHA-1 only', { key: { status: 'enabled', algo: ['1.2.840.113549.1.1.5'] } }],
  ])('refuses a key that %s', async (_why, change) => {
    const { signer } = await open(service(change))
    await expect(signer.getCertificate()).rejects.toMatchObject({ code: 'ERR_REMOTE_SIGNING_CREDENTIAL' })
  })

  it('asks for no more signatures than the key gives at once', async () => {
    const { server, signer } = await open(service({ multisign: 1 }))
    await expect(signer.signHashes([await hash('one'), await hash('two')], { certificateChain: [], algorithm: 'RS256' })).rejects.toMatchObject({ code: 'ERR_REMOTE_SIGNING_CREDENTIAL' })
    expect(server.asked).toHaveLength(1)
  })

  it('says that nothing answered, without the token or the address in the message', async () => {
    const { signer } = await open(() => 'silence', { timeoutMs: 50 })
    const error = await signer.getCertificate().catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'ERR_REMOTE_SIGNING_UNREACHABLE' })
    expect(String(error)).not.toContain('token-1')
  })

  it('reads no further in an answer without end', async () => {
    let given = 0
    let isCancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull(controller) { given += 100_000; controller.enqueue(new Uint8Array(100_000)) },
      cancel() { isCancelled = true },
    })
    const signer = createCscSigner({ baseUrl: 'https://sign.example/csc/v2', credentialId: 'c1', accessToken: () => 't', fetch: async () => new Response(body) })
    await expect(signer.getCertificate()).rejects.toMatchObject({ code: 'ERR_REMOTE_SIGNING_CREDENTIAL' })
    expect(isCancelled).toBe(true)
    expect(given).toBeLessThan(1_500_000)
  })

  it('speaks https only, unless it was allowed not to', () => {
    expect(() => createCscSigner({ baseUrl: 'http://sign.example/', credentialId: 'c', accessToken: () => 't' })).toThrow(TypeError)
  })
})

describe('a signature value that does not belong', () => {
  it.each<[string, (value: Uint8Array) => Uint8Array]>([
    ['over the hash in hexadecimal', (value) => new TextEncoder().encode(Buffer.from(value).toString('hex')).slice(0, 32)],
    ['over the hash of the hash', (value) => value.map((byte) => byte ^ 1)],
  ])('%s is not embedded', async (_what, spoil) => {
    const prepared = await prepareSignature(minimalPdf(), { certificateChain: person.certificateChain, algorithm: 'RS256' }, { signedAt: now })
    await expect(prepared.embed(signDigest(person, spoil(await digest(prepared.toBeSigned))))).rejects.toMatchObject({ code: 'ERR_SIGNATURE_MISMATCH' })
  })

  it('of ECDSA is taken as r‖s and as ECDSA-Sig-Value', async () => {
    const elliptic = await authority.issue({ commonName: 'EC' })
    const data = new TextEncoder().encode('x')
    const pair = await createKeySigner(elliptic).sign(data, { documentName: 'x' })
    const half = (bytes: Uint8Array): number[] => { const list = [...bytes]; while (list.length > 1 && list[0] === 0) list.shift(); return (list[0] ?? 0) >= 0x80 ? [0, ...list] : list }
    const [r, s] = [half(pair.subarray(0, 32)), half(pair.subarray(32))]
    const sequence = Uint8Array.from([0x30, r.length + s.length + 4, 2, r.length, ...r, 2, s.length, ...s])
    for (const value of [pair, sequence]) {
      expect(readSigning({ status: 200, body: { signatures: [toBase64(value)] } }, { count: 1, algorithm: 'ES256' })).toEqual({ status: 'signed', signatures: [pair] })
    }
  })
})

describe('what an answer of the service means', () => {
  const read = (status: number, body: unknown, words = {}) => readSigning({ status, body }, { count: 1, algorithm: 'RS256', id: 'r-1', words })
  it.each<[string, number, unknown, object]>([
    ['not yet, by status', 202, {}, { status: 'pending', id: 'r-1' }],
    ['not yet, by another id', 200, { responseID: 'r-2' }, { status: 'pending', id: 'r-2' }],
    ['not yet, in words', 400, { error: 'invalid_request', error_description: 'The previous asynchronous signature request is still being processed' }, { status: 'pending', id: 'r-1' }],
    ['refused', 400, { error: 'access_denied' }, { status: 'refused' }],
    ['expired', 400, { error: 'expired_token' }, { status: 'expired' }],
    ['failed', 400, { error: 'invalid_request' }, { status: 'failed', code: 'invalid_request' }],
    ['failed, in words nobody should read', 400, { error: 'Lỗi của Nguyễn Văn A' }, { status: 'failed', code: '400' }],
  ])('%s', (_what, status, body, expected) => { expect(read(status, body)).toEqual(expected) })

  it.each<[string, number, unknown, string]>([
    ['too few signatures', 200, { signatures: [] }, 'ERR_REMOTE_SIGNING_ANSWER'],
    ['too many signatures', 200, { signatures: ['AAAA', 'AAAA'] }, 'ERR_REMOTE_SIGNING_ANSWER'],
    ['something that is no base64', 200, { signatures: ['ü'] }, 'ERR_REMOTE_SIGNING_ANSWER'],
    ['no JSON', 200, undefined, 'ERR_REMOTE_SIGNING_ANSWER'],
    ['a fault of its own', 503, {}, 'ERR_REMOTE_SIGNING_UNREACHABLE'],
    ['a refusal without words', 403, '', 'ERR_REMOTE_SIGNING_REFUSED'],
  ])('is an error for %s', (_what, status, body, code) => {
    expect(() => read(status, body)).toThrow(expect.objectContaining({ code }))
  })

  it('takes the words of a service that says it differently', () => {
    expect(read(400, { error: 'user_declined' }, { refused: ['user_declined'] })).toEqual({ status: 'refused' })
  })
})

import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { signDigest, signingServer } from '../../test/signing-server.ts'
import type { Reply } from '../../test/signing-server.ts'
import { digest, toBase64, toHex } from '../bytes.ts'
import { prepareSignature } from '../sign.ts'
import { createTestAuthority, minimalPdf } from '../testing.ts'
import type { TestAuthority, TestIdentity } from '../testing.ts'
import { verifyPdf } from '../verify.ts'
import { createViettelMySignSigner, createVnptSmartCaSigner } from '../remote.ts'
import type { RemoteSigner, SignerIdentity } from '../remote.ts'

// Shapes of requests and answers as several public clients of the two services have them (read 2026-11); the services themselves were not tried.
const now = new Date('2026-11-23T02:00:00Z')
let authority: TestAuthority
let person: TestIdentity
let close: (() => Promise<void>) | undefined
beforeAll(async () => {
  authority = await createTestAuthority({ name: 'Remote', now })
  person = await authority.issue({ commonName: 'Nguyễn Thị Ví Dụ', kind: 'rsa' })
})
afterEach(async () => { await close?.() })

async function open(reply: Reply) {
  const server = await signingServer(reply)
  close = server.close
  return { ...server, allowed: { baseUrl: server.origin, allowInsecureRequests: true, clock: () => now } }
}

/** Asks for two signatures, one of them for a PDF, and embeds that. */
async function signThrough(signer: RemoteSigner): Promise<{ identity: SignerIdentity; pdf: Uint8Array; digests: Uint8Array[] }> {
  const identity = await signer.getCertificate()
  const prepared = await prepareSignature(minimalPdf(), identity, { signedAt: now })
  const digests = [await digest(new TextEncoder().encode('lời phê duyệt')), await digest(prepared.toBeSigned)]
  let answer = await signer.signHashes(digests.map((value, index) => ({ digest: value, docId: `doc-${index}`, docName: 'Kết quả hồ sơ H01.02-261123-0001' })), identity)
  for (let poll = 0; answer.status === 'pending' && poll < 5; poll++) answer = await signer.poll(answer.id)
  if (answer.status !== 'signed') throw new Error(answer.status)
  return { identity, digests, pdf: await prepared.embed(answer.signatures[1] ?? new Uint8Array()) }
}

describe('VNPT SmartCA', () => {
  const identity = { spId: 'sp', spPassword: 'secret-of-sp', userId: '0123', serialNumber: '54010A' }
  const certificate = (): object => ({ serial_number: '54010a', cert_status_code: 'VALID', cert_data: toBase64(person.certificate), chain_data: { ca_cert: toBase64(authority.anchor) } })

  it('is sent the hash in lower-case hexadecimal and the secret in the body, and its signatures are matched by document', async () => {
    let polls = 0
    let files: Array<{ data_to_be_signed: string; doc_id: string }> = []
    const server = await open(({ path, body }) => {
      if (path.endsWith('get_certificate')) return { body: { status_code: 200, data: { user_certificates: [{ serial_number: '99', cert_data: 'AAAA' }, certificate()] } } }
      if (path.endsWith('/sign')) { files = (body as { sign_files: typeof files }).sign_files; return { body: { data: { transaction_id: 't-1', tran_code: '1234' } } } }
      if ((polls += 1) < 2) return { body: { message: 'PENDING', data: { transaction_id: 't-1', signatures: null } } }
      return { body: { message: 'SUCCESS', data: { signatures: files.map((file) => ({ doc_id: file.doc_id, signature_value: signDigest(person, Buffer.from(file.data_to_be_signed, 'hex')).toString('base64') })).reverse() } } }
    })
    const { pdf, digests } = await signThrough(createVnptSmartCaSigner({ ...identity, ...server.allowed }))
    expect(await verifyPdf(pdf, { anchors: [authority.anchor], at: now })).toMatchObject({ valid: true })
    const sign = server.asked.find(({ path }) => path === '/sca/sp769/v1/signatures/sign')
    expect(sign?.body).toMatchObject({
      sp_id: 'sp', sp_password: 'secret-of-sp', user_id: '0123', serial_number: '54010A', transaction_id: expect.stringMatching(/^[\w-]{36}$/), time_stamp: '20261123T020000Z',
      sign_files: digests.map((value, index) => ({ file_type: 'pdf', data_to_be_signed: toHex(value), doc_id: `doc-${index}`, sign_type: 'hash' })),
    })
    expect(server.asked.at(-1)).toEqual({ path: '/sca/sp769/v1/signatures/sign/t-1/status', authorization: undefined, body: undefined })
  })

  it.each([['EXPIRED', { status: 'expired' }], ['SIGNATURE_FAILED', { status: 'failed', code: 'SIGNATURE_FAILED' }], ['Lỗi', { status: 'failed', code: 'UNKNOWN' }]])('reads %s', async (message, expected) => {
    const server = await open(() => ({ body: { message } }))
    expect(await createVnptSmartCaSigner({ ...identity, ...server.allowed }).poll('t-1 doc-0')).toEqual(expected)
  })

  it.each<[string, unknown, string]>([
    ['no certificate with the serial number', { data: { user_certificates: [] } }, 'ERR_REMOTE_SIGNING_CREDENTIAL'],
    ['a certificate that is not valid', { data: { user_certificates: [{ serial_number: '54010A', cert_status_code: 'REVOKED', cert_data: 'AAAA' }] } }, 'ERR_REMOTE_SIGNING_CREDENTIAL'],
    ['something else', { message: 'error' }, 'ERR_REMOTE_SIGNING_ANSWER'],
  ])('is an error for %s', async (_what, body, code) => {
    const server = await open(() => ({ body }))
    await expect(createVnptSmartCaSigner({ ...identity, ...server.allowed }).getCertificate()).rejects.toMatchObject({ code })
  })

  it('is an error when a document got no signature', async () => {
    const server = await open(() => ({ body: { message: 'SUCCESS', data: { signatures: [{ doc_id: 'another', signature_value: 'AAAA' }] } } }))
    await expect(createVnptSmartCaSigner({ ...identity, ...server.allowed }).poll('t-1 doc-0')).rejects.toMatchObject({ code: 'ERR_REMOTE_SIGNING_ANSWER' })
  })
})

describe('Viettel MySign', () => {
  const identity = { clientId: 'client', clientSecret: 'secret-of-client', userId: '0123', credentialId: 'cred-1' }

  it('logs the person in once, is sent as many documents as hashes, and its line breaks are forgiven', async () => {
    let polls = 0
    let hashes: string[] = []
    const server = await open(({ path, body }) => {
      if (path.endsWith('/login')) return { body: { access_token: 'user-token', expires_in: '3600', refresh_token: '' } }
      if (path.endsWith('/certificates/info')) return { body: [{ credential_id: 'other' }, { credential_id: 'cred-1', cert: { status: 'valid', certificates: person.certificateChain.map(toBase64) } }] }
      if (path.endsWith('/signHash')) { hashes = (body as { hash: string[] }).hash; return { body: { transactionId: 'tx-1' } } }
      polls += 1
      return polls < 3 ? { body: { status: polls === 1 ? '4000' : '6000' } } : { body: { status: '1', signatures: hashes.map((hash) => signDigest(person, Buffer.from(hash, 'base64')).toString('base64').replace(/.{64}/g, '$&\r\n')) } }
    })
    const { pdf, digests } = await signThrough(createViettelMySignSigner({ ...identity, ...server.allowed }))
    expect(await verifyPdf(pdf, { anchors: [authority.anchor], at: now })).toMatchObject({ valid: true })
    const name = btoa('Ket qua ho so H01 02-261123-0001')
    expect(server.asked.find(({ path }) => path.endsWith('/signHash'))).toMatchObject({
      authorization: 'Bearer user-token',
      body: {
        client_id: 'client', client_secret: 'secret-of-client', credentialID: 'cred-1', numSignatures: 2, async: 1, description: name,
        documents: [{ document_id: 'doc-0', document_name: name }, { document_id: 'doc-1', document_name: name }],
        hash: digests.map(toBase64), hashAlgo: '2.16.840.1.101.3.4.2.1', signAlgo: '1.2.840.113549.1.1.1',
      },
    })
    expect(server.asked.filter(({ path }) => path.endsWith('/login'))).toHaveLength(1)
    expect(server.asked.at(-1)?.body).toEqual({ transactionId: 'tx-1' })
  })

  it.each([
    ['4001', { status: 'expired' }], ['4002', { status: 'refused' }], ['4004', { status: 'failed', code: '4004' }], ['4005', { status: 'failed', code: '4005' }],
    ['13004', { status: 'failed', code: '13004' }], ['50000', { status: 'failed', code: '50000' }], ['?', { status: 'failed', code: 'UNKNOWN' }],
  ])('reads %s', async (status, expected) => {
    const server = await open(({ path }) => ({ body: path.endsWith('/login') ? { access_token: 't' } : { status } }))
    expect(await createViettelMySignSigner({ ...identity, ...server.allowed }).poll('tx-1')).toEqual(expected)
  })
})

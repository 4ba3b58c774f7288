import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json, problem, startLocalServer, type LocalServer } from '../test/local-server.ts'
import * as samples from '../test/samples.ts'
import { createFilingClient } from './filing.ts'
import { createSessionHolder } from './session.ts'
import { signingOf, type SigningCalls } from './signing.ts'

const HASH = 'a'.repeat(64)
const REQUEST = {
  id: 'r-1', number: 1, act: 'sign', state: 'waiting', fileId: 'f-1', sha256: HASH, certificate: 'b'.repeat(64), startedAt: '2026-11-23T02:00:00.000Z', expiresAt: '2026-11-23T02:05:00.000Z',
  secondsLeft: 300, pollSeconds: 2, mine: true,
}
const FILE = { fileId: 'f-1', name: 'du-thao-ket-qua.pdf', sha256: HASH, bytes: 1200, pages: 1, stage: 'draft' }
const SIGNING = {
  dossier: { code: samples.CODE, procedureCode: '2.000635', procedureName: { vi: 'Cấp bản sao', en: 'Copy' }, agencyCode: 'H01.02', agencyName: 'UBND xã Mỹ Thuận' },
  next: 'sign', issuing: 'required', file: FILE, request: REQUEST,
  certificate: { subject: 'Nguyễn Văn Mẫu', issuer: 'CA (TEST)', notBefore: '2026-01-01T00:00:00Z', notAfter: '2028-01-01T00:00:00Z', thumbprint: 'b'.repeat(64), objections: [] },
  evidence: [{ act: 'approve', at: '2026-11-23T02:00:00Z', by: 'Nguyễn Văn Mẫu', certificate: 'b'.repeat(64), sha256: HASH, jws: 'a.b.c' }],
}
const ORDER = { act: 'sign' as const, fileId: 'f-1', sha256: HASH, certificate: 'b'.repeat(64) }

let server: LocalServer
beforeAll(async () => { server = await startLocalServer() })
afterAll(() => server.close())

function calls(): SigningCalls {
  const session = createSessionHolder()
  session.set(samples.session)
  return signingOf(createFilingClient({ baseUrl: server.url, session }).transport)
}

describe('signing over the portal contract', () => {
  it('looks, fetches the very bytes, begins, checks and cancels at the addresses of the contract', async () => {
    server.handle(({ path, method }, response) => {
      if (path.endsWith('/files/f-1')) { response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('%PDF'); return }
      json(response, method === 'POST' ? 201 : 200, path.endsWith('/drafts') ? FILE : path.endsWith('/signing') ? SIGNING : REQUEST)
    })
    const signing = calls()
    expect(await signing.look(samples.CODE)).toEqual(SIGNING)
    expect(new TextDecoder().decode(await signing.file(samples.CODE, 'f-1'))).toBe('%PDF')
    expect(await signing.storeDraft(samples.CODE, new TextEncoder().encode('%PDF'))).toEqual(FILE)
    expect(await signing.begin(samples.CODE, ORDER, { idempotencyKey: '5f0c4f0e-6a43-4d6e-9f3b-0a4b1c2d3e4f' })).toEqual(REQUEST)
    expect(await signing.check(samples.CODE, 'r-1')).toEqual(REQUEST)
    expect(await signing.cancel(samples.CODE, 'r-1')).toEqual(REQUEST)
    const base = `/v1/officer/dossiers/${samples.CODE}/signing`
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET ${base}`, `GET ${base}/files/f-1`, `POST ${base}/drafts`, `POST ${base}/requests`, `GET ${base}/requests/r-1`, `DELETE ${base}/requests/r-1`,
    ])
    expect(server.requests.every(({ headers }) => headers.authorization === `Bearer ${samples.session.accessToken}`)).toBe(true)
    expect(JSON.parse(String(server.requests[3]?.body))).toEqual(ORDER)
    expect(server.requests[3]?.headers['idempotency-key']).toBe('5f0c4f0e-6a43-4d6e-9f3b-0a4b1c2d3e4f')
  })

  it('says that what was shown has changed, once, with the reasons', async () => {
    server.handle((_, response) => { problem(response, 409, 'signing-changed', { reasons: [{ code: 'file-changed', message: 'Tệp đã đổi.' }] }) })
    await expect(calls().begin(samples.CODE, ORDER, { idempotencyKey: crypto.randomUUID() })).rejects.toMatchObject({ code: 'ERR_PORTAL_PROBLEM', problem: { reasons: [{ code: 'file-changed' }] } })
    expect(server.requests).toHaveLength(1)
  })

  it.each([
    ['a state nobody knows', { ...REQUEST, state: 'half-signed' }],
    ['a hash that is none', { ...REQUEST, sha256: 'A1' }],
    ['no word on whose it is', { ...REQUEST, mine: undefined }],
  ])('refuses an answer with %s', async (_what, answer) => {
    server.handle((_, response) => { json(response, 200, answer) })
    await expect(calls().check(samples.CODE, 'r-1')).rejects.toMatchObject({ code: 'ERR_PORTAL_RESPONSE' })
  })

  it('takes a way to fail that it does not know yet', async () => {
    server.handle((_, response) => { json(response, 200, { ...REQUEST, state: 'failed', failure: 'something-new' }) })
    expect(await calls().check(samples.CODE, 'r-1')).toMatchObject({ failure: 'something-new' })
  })
})

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json, problem, startLocalServer, type LocalServer } from '../test/local-server.ts'
import * as samples from '../test/samples.ts'
import { createPortalClient, type PortalClient } from './client.ts'
import type { PortalClientOptions } from './connection.ts'
import { dossiersOf } from './dossiers.ts'
import { PortalProblemError } from './errors.ts'
import { createFilingClient } from './filing.ts'
import { problemReasons } from './refusal.ts'
import { createSessionHolder } from './session.ts'

let server: LocalServer
beforeAll(async () => { server = await startLocalServer() })
afterAll(() => server.close())

function client(options: Partial<PortalClientOptions> = {}): PortalClient {
  const session = createSessionHolder()
  session.set(samples.session)
  return createPortalClient({ baseUrl: server.url, session, ...options })
}

const keysOf = () => server.requests.map((request) => request.headers['idempotency-key'])
const code = (expected: string) => expect.objectContaining({ code: expected })

describe('a write', () => {
  it('is repeated with the same key when the connection dies after the commit, and files one dossier', async () => {
    const filed = new Map<string, string>()
    server.handle((request, response) => {
      const key = String(request.headers['idempotency-key'])
      const known = filed.get(key)
      if (known === undefined) {
        filed.set(key, samples.CODE)
        response.socket?.destroy()
      } else json(response, 201, { ...samples.acknowledgement, code: known })
    })
    expect((await client().submit(samples.submission)).code).toBe(samples.CODE)
    expect(filed.size).toBe(1)
    expect(server.requests).toHaveLength(2)
    expect(new Set(keysOf()).size).toBe(1)
    expect(new Set(server.requests.map((request) => request.headers['x-correlation-id'])).size).toBe(1)
    expect(JSON.parse(String(server.requests[1]?.body))).toEqual(samples.submission)
  })

  it('is repeated when the answer is cut in the middle', async () => {
    server.handle((_, response) => {
      if (server.requests.length > 1) { json(response, 201, samples.acknowledgement); return }
      response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '1000' }).write('{"code":')
      setTimeout(() => response.socket?.destroy(), 20)
    })
    expect((await client().submit(samples.submission)).code).toBe(samples.CODE)
    expect(new Set(keysOf()).size).toBe(1)
  })

  it('takes the key of the caller, and a new random one for each call without', async () => {
    server.handle((_, response) => { json(response, 201, samples.acknowledgement) })
    const idempotencyKey = '5f0c4f0e-6a43-4d6e-9f3b-0a4b1c2d3e4f'
    await client().submit(samples.submission, { idempotencyKey })
    await client().submit(samples.submission)
    await client().submit(samples.submission)
    expect(keysOf()[0]).toBe(idempotencyKey)
    expect(new Set(keysOf()).size).toBe(3)
    expect(keysOf()[1]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('waits for a submission that is still in progress, and gives up at once on another conflict', async () => {
    server.handle((_, response) => {
      if (server.requests.length === 1) problem(response, 409, 'submission-in-progress', {}, { 'Retry-After': '0' })
      else json(response, 201, samples.acknowledgement)
    })
    expect((await client().submit(samples.submission)).code).toBe(samples.CODE)
    server.handle((_, response) => { problem(response, 409, 'idempotency-key-reused') })
    await expect(client().submit(samples.submission)).rejects.toMatchObject({ code: 'ERR_PORTAL_PROBLEM', problem: { status: 409 } })
    expect(server.requests).toHaveLength(1)
  })

  it('never repeats the exchange of a one-time code', async () => {
    server.handle((_, response) => { response.socket?.destroy() })
    await expect(client().openSession({ code: 'once', codeVerifier: 'v' })).rejects.toEqual(code('ERR_PORTAL_UNREACHABLE'))
    expect(server.requests).toHaveLength(1)
  })
})

describe('when the gateway is in trouble', () => {
  it('waits as long as the gateway asks', async () => {
    const times: number[] = []
    server.handle((_, response) => {
      times.push(Date.now())
      if (times.length === 1) problem(response, 503, 'overloaded', {}, { 'Retry-After': '1' })
      else json(response, 200, samples.commune)
    })
    await client().commune('30838')
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990)
  })

  it('waits until the date that a server between names', async () => {
    const times: number[] = []
    server.handle((_, response) => {
      times.push(Date.now())
      if (times.length === 1) problem(response, 503, 'overloaded', {}, { 'Retry-After': new Date(Date.now() + 2_000).toUTCString() })
      else json(response, 200, samples.commune)
    })
    await client().commune('30838')
    // The date has whole seconds.
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(900)
  })

  it('says at once when to come back if that is beyond the caller’s own deadline', async () => {
    server.handle((_, response) => { problem(response, 503, 'overloaded', {}, { 'Retry-After': '120' }) })
    await expect(client({ timeoutMs: 2_000 }).commune('30838')).rejects.toMatchObject({ code: 'ERR_PORTAL_UNREACHABLE', retryAfterSeconds: 120 })
    expect(server.requests).toHaveLength(1)
  })

  it('gives up after the retries', async () => {
    server.handle((_, response) => { response.socket?.destroy() })
    await expect(client({ retry: 1 }).commune('30838')).rejects.toEqual(code('ERR_PORTAL_UNREACHABLE'))
    expect(server.requests).toHaveLength(2)
  })

  it('cannot be reached at a port where nothing listens', async () => {
    await expect(client({ baseUrl: 'http://127.0.0.1:9', retry: 0 }).trust()).rejects.toEqual(code('ERR_PORTAL_UNREACHABLE'))
  })

  it('does not wait longer than it was told, retries included', async () => {
    server.handle(() => { /* never answers */ })
    await expect(client().commune('30838', { timeoutMs: 150 })).rejects.toEqual(code('ERR_PORTAL_TIMEOUT'))
  })

  it('repeats an attempt that hangs', async () => {
    server.handle((_, response) => { if (server.requests.length > 1) json(response, 200, samples.commune) })
    expect((await client({ attemptTimeoutMs: 100 }).commune('30838')).code).toBe('30838')
  })

  it('rejects with the reason of the caller who aborted, also before the first byte', async () => {
    server.handle(() => { /* never answers */ })
    const controller = new AbortController()
    const reason = new Error('the person left the page')
    const call = client().commune('30838', { signal: controller.signal })
    setTimeout(() => controller.abort(reason), 30)
    await expect(call).rejects.toBe(reason)
    await expect(client().commune('30838', { signal: controller.signal })).rejects.toBe(reason)
    expect(server.requests).toHaveLength(1)
  })
})

describe('what the gateway refuses', () => {
  it('puts field errors on their fields', async () => {
    server.handle((_, response) => {
      problem(response, 422, 'invalid-answers', { errors: [{ pointer: '/count', code: 'maximum', params: { limit: 99 } }, { pointer: '/requester/phone', code: 'required' }] })
    })
    await expect(client().submit(samples.submission)).rejects.toMatchObject({
      code: 'ERR_PORTAL_INVALID_ANSWERS', correlationId: 'c0ffee',
      issues: [
        { pointer: '/count', code: 'maximum', params: { limit: 99 }, source: 'server', severity: 'error', clears: 'edit' },
        { pointer: '/requester/phone', code: 'required', params: {}, source: 'server', severity: 'error', clears: 'edit' },
      ],
    })
  })

  it.each<[string, number, string, string]>([
    ['a definition that has changed', 409, 'definition-changed', 'ERR_PORTAL_DEFINITION_CHANGED'],
    ['a missing paper', 422, 'missing-document', 'ERR_PORTAL_PROBLEM'],
    ['a defect of the gateway', 500, 'internal', 'ERR_PORTAL_PROBLEM'],
  ])('%s', async (_, status, name, expected) => {
    server.handle((__, response) => { problem(response, status, name) })
    await expect(client({ retry: 0 }).submit(samples.submission)).rejects.toMatchObject({ code: expected, problem: { type: `urn:motcua:problem:${name}` }, correlationId: 'c0ffee' })
  })

  it('names the version to load when the definition has changed', async () => {
    const current = { slug: 'extract-copy', effectiveFrom: '2026-12-01', sha256: 'b'.repeat(64) }
    server.handle((_, response) => { problem(response, 409, 'definition-changed', { currentVersion: { ...current, path: 'x' } }) })
    await expect(client().submit(samples.submission)).rejects.toMatchObject({ code: 'ERR_PORTAL_DEFINITION_CHANGED', current })
    server.handle((_, response) => { problem(response, 409, 'definition-changed') })
    await expect(client().submit(samples.submission)).rejects.toMatchObject({ code: 'ERR_PORTAL_DEFINITION_CHANGED', current: null })
  })

  it('gives the reasons of a refused close and drops what is none', async () => {
    const reasons = [{ code: 'pdf-for-other-dossier', message: 'Tệp kết quả ghi mã của hồ sơ khác.', file: 'a.pdf' }, { code: 7 }, null]
    server.handle((_, response) => { problem(response, 422, 'close-refused', { reasons }) })
    const refused: unknown = await client().officer.recordStep(samples.CODE, { step: 'a.b.c' }).catch((error: unknown) => error)
    expect(refused instanceof PortalProblemError && problemReasons(refused.problem)).toEqual(reasons.slice(0, 1))
  })

  it('forgets the session when the gateway no longer knows it, and asks to sign in', async () => {
    server.handle((_, response) => { problem(response, 401, 'session-expired') })
    const signedIn = client()
    await expect(signedIn.me()).rejects.toEqual(code('ERR_PORTAL_SESSION_EXPIRED'))
    expect(signedIn.session.current()).toBeNull()
    await expect(signedIn.me()).rejects.toEqual(code('ERR_PORTAL_SESSION_EXPIRED'))
    expect(server.requests).toHaveLength(1)
  })

  it.each<[string, number, string, string]>([
    ['a page of a proxy instead of an answer', 200, 'text/html', '<h1>Welcome</h1>'],
    ['an answer with another shape', 200, 'application/json', '{"code":30838}'],
    ['a failure without a problem document', 400, 'text/plain', 'no'],
  ])('says so: %s', async (_, status, type, body) => {
    server.handle((__, response) => { response.writeHead(status, { 'Content-Type': type }).end(body) })
    await expect(client().commune('30838')).rejects.toEqual(code('ERR_PORTAL_RESPONSE'))
  })

  it('names the place that differs, never the value', async () => {
    server.handle((_, response) => { json(response, 200, { ...samples.person, personalId: 89160000000 }) })
    await expect(client().me()).rejects.toThrow("the answer is no Person: expected a string at '/personalId'")
  })

  it('follows no redirect with a bearer', async () => {
    server.handle((_, response) => { response.writeHead(302, { Location: 'https://elsewhere.example/' }).end() })
    await expect(client({ retry: 0 }).me()).rejects.toEqual(code('ERR_PORTAL_UNREACHABLE'))
  })
})

describe('definitions', () => {
  const bytes = JSON.stringify({
    formatVersion: 1, procedure: { slug: 'extract-copy', effectiveFrom: '2026-01-14', name: { vi: 'Cấp bản sao', en: 'Copy' } }, schema: true, pages: [], rules: [], derivations: [],
    optionSets: {}, locales: { vi: {}, en: {} },
  })
  const entry = {
    slug: 'extract-copy', codes: [{ code: '2.000635' }], effectiveFrom: '2026-01-14', effectiveTo: null, name: { vi: 'Cấp bản sao', en: 'Copy' }, completeness: 'complete',
    endings: ['submit'], sha256: createHash('sha256').update(bytes).digest('hex'), path: 'https://elsewhere.example/evil.json',
  }

  it('lists what may be filed on a day and loads it from the address its hash gives', async () => {
    server.handle((request, response) => {
      if (request.path.startsWith('/definitions/index.json')) json(response, 200, { generatedAt: '2026-11-20T00:00:00Z', definitions: [entry] })
      else response.writeHead(200, { 'Content-Type': 'application/json' }).end(bytes)
    })
    const anonymous = client({ session: createSessionHolder() })
    const [listed] = await anonymous.definitions.list({ on: '2026-11-23' })
    if (!listed) throw new Error('nothing listed')
    expect((await anonymous.definitions.get(listed)).procedure.slug).toBe('extract-copy')
    expect(server.requests.map((request) => request.path)).toEqual(['/definitions/index.json?on=2026-11-23', `/definitions/extract-copy/2026-01-14/${entry.sha256}.json`])
    expect(server.requests.every((request) => request.headers.authorization === undefined)).toBe(true)
  })

  describe('in parts', () => {
    const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
    const countries = JSON.stringify([{ value: 'VN', label: { vi: 'Việt Nam' } }])
    const words = (title: string): object => ({ pages: { one: { title } }, groups: {}, fields: {}, rules: {} })
    const source = 'Luật Hộ tịch 60/2014/QH13'
    const texts = [countries, JSON.stringify({ words: words('Copy'), texts: ['Copy', 'Viet Nam'] }), JSON.stringify({ sources: [{ source, checkedOn: '2026-07-18' }], facts: [0], messages: {}, rules: { grown: 'Phải đủ 18 tuổi.' } })]
    const [sets = '', en = '', later = ''] = texts.map((text) => hashOf(text))
    const main = JSON.stringify({
      ...JSON.parse(bytes), locales: undefined, procedure: { slug: 'extract-copy', effectiveFrom: '2026-01-14', name: { vi: 'Cấp bản sao' }, eligibility: [{ confidence: 'CONFIRMED' }] },
      words: words('Cấp bản sao'), parts: { optionSets: { countries: sets }, english: en, later },
    })
    const inParts = { ...entry, sha256: hashOf(main) }
    const ahead = { ...inParts, firstParts: [sets] }
    const serve = (change: (path: string, text: string) => string = (_, text) => text): void => {
      server.handle((request, response) => {
        const text = [main, ...texts].find((known) => request.path.endsWith(`/${hashOf(known)}.json`)) ?? ''
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(change(request.path, text))
      })
    }
    const asked = (): string[] => server.requests.map((request) => request.path)

    it('fetches English only when it is spoken, and sources and messages when they are asked for, once, from the addresses the hashes give', async () => {
      serve()
      const { definition, speak, learn } = await client().definitions.open(inParts)
      expect(definition).toMatchObject({ procedure: { name: { vi: 'Cấp bản sao', en: 'Cấp bản sao' } }, optionSets: { countries: JSON.parse(countries) }, locales: { vi: { pages: { one: { title: 'Cấp bản sao' } } } } })
      expect(asked().toSorted()).toEqual([`/definitions/extract-copy/2026-01-14/${inParts.sha256}.json`, `/definitions/parts/${sets}.json`].toSorted())
      await Promise.all([speak('vi'), speak('en'), speak('en')])
      expect(definition).toMatchObject({ procedure: { name: { vi: 'Cấp bản sao', en: 'Copy' } }, optionSets: { countries: [{ label: { vi: 'Việt Nam', en: 'Viet Nam' } }] }, locales: { en: { pages: { one: { title: 'Copy' } } } } })
      expect(asked().slice(2)).toEqual([`/definitions/parts/${en}.json`])
      expect(definition.procedure.eligibility[0]).toMatchObject({ confidence: 'CONFIRMED', source: '' })
      await Promise.all([learn(), learn()])
      expect(asked().slice(3)).toEqual([`/definitions/parts/${later}.json`])
      expect(definition.procedure.eligibility[0]).toMatchObject({ source, checkedOn: '2026-07-18' })
      expect(definition.locales.vi.rules).toEqual({ grown: 'Phải đủ 18 tuổi.' })
    })

    it('asks for the parts that the index names beside the main file, and for each once', async () => {
      const held: Array<() => void> = []
      server.handle((request, response) => {
        const text = [main, ...texts].find((known) => request.path.endsWith(`/${hashOf(known)}.json`)) ?? ''
        held.push(() => { response.writeHead(200, { 'Content-Type': 'application/json' }).end(text) })
        // Nothing is answered before both have been asked for.
        if (held.length === 2) for (const answer of held) answer()
      })
      expect((await client().definitions.open(ahead)).definition.optionSets).toMatchObject({ countries: JSON.parse(countries) })
      expect(asked().toSorted()).toEqual([`/definitions/extract-copy/2026-01-14/${inParts.sha256}.json`, `/definitions/parts/${sets}.json`].toSorted())
    })

    it('gives both languages and the sources to whoever wants it whole', async () => {
      serve()
      expect(await client().definitions.get(inParts)).toMatchObject({ procedure: { name: { vi: 'Cấp bản sao', en: 'Copy' }, eligibility: [{ source }] } })
      expect((await client().definitions.open(inParts, { language: 'en' })).definition.locales.en.pages.one?.title).toBe('Copy')
    })

    it.each([['a shared table', sets], ['the main file', inParts.sha256]])('refuses %s changed on the way', async (_, sha256) => {
      serve((path, text) => (path.endsWith(`/${sha256}.json`) ? text.replace('V', 'v').replace('C', 'K') : text))
      for (const named of [inParts, ahead]) await expect(client().definitions.open(named)).rejects.toEqual(code('ERR_PORTAL_DEFINITION_HASH'))
    })

    it('refuses a main file whose parts are others than this client puts together, and asks for none of them', async () => {
      const other = JSON.stringify({ ...JSON.parse(main), parts: { optionSets: { countries: sets }, english: en, facts: later } })
      server.handle((_, response) => { response.writeHead(200, { 'Content-Type': 'application/json' }).end(other) })
      await expect(client().definitions.open({ ...inParts, sha256: hashOf(other) })).rejects.toEqual(code('ERR_PORTAL_RESPONSE'))
      expect(asked()).toHaveLength(1)
    })

    it('refuses English or sources changed on the way, and asks for them again the next time', async () => {
      serve((path, text) => (path.endsWith(`/${en}.json`) ? text.replace('Copy', 'Kopy') : path.endsWith(`/${later}.json`) ? text.replace('60', '61') : text))
      const { definition, speak, learn } = await client().definitions.open(inParts)
      await expect(speak('en')).rejects.toEqual(code('ERR_PORTAL_DEFINITION_HASH'))
      await expect(learn()).rejects.toEqual(code('ERR_PORTAL_DEFINITION_HASH'))
      serve()
      await Promise.all([speak('en'), learn()])
      expect(definition.procedure.eligibility[0]?.source).toBe(source)
      expect(definition.procedure.name.en).toBe('Copy')
    })
  })

  it('refuses bytes that were changed on the way', async () => {
    server.handle((_, response) => { response.writeHead(200, { 'Content-Type': 'application/json' }).end(bytes.replace('Copy', 'Cpoy')) })
    await expect(client().definitions.get(entry)).rejects.toEqual(code('ERR_PORTAL_DEFINITION_HASH'))
  })
})

describe('every operation of the contract', () => {
  const pdf = Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x00, 0xff, 0x80])
  const bytes = (path: string) => (path.includes('/results/') || path.includes('/attachments/') ? pdf : null)

  it.each<[string, string, unknown, (portal: PortalClient) => Promise<unknown>, unknown?]>([
    ['GET', '/v1/communes/30838', samples.commune, (portal) => portal.commune('30838')],
    ['GET', '/v1/trust', samples.trust, (portal) => portal.trust()],
    ['GET', '/v1/me', samples.person, (portal) => portal.me()],
    ['POST', '/v1/dossiers', samples.acknowledgement, (portal) => portal.submit(samples.submission)],
    ['GET', '/v1/dossiers', { dossiers: [samples.dossier] }, (portal) => portal.dossiers.list(), [samples.dossier]],
    ['GET', `/v1/dossiers/${samples.CODE}`, samples.dossier, (portal) => portal.dossiers.track(samples.CODE)],
    ['POST', `/v1/dossiers/${samples.CODE}/withdrawal`, samples.dossier, (portal) => portal.dossiers.withdraw(samples.CODE)],
    ['POST', `/v1/dossiers/${samples.CODE}/supplement`, samples.dossier, (portal) => portal.dossiers.answerSupplement(samples.CODE, [])],
    ['GET', `/v1/officer/dossiers/${samples.CODE}/intake-slip`, samples.intakeSlip, (portal) => portal.officer.intakeSlip(samples.CODE)],
    ['GET', `/v1/dossiers/${samples.CODE}/intake-slip`, samples.intakeSlip, (portal) => portal.intakeSlip(samples.CODE)],
    ['POST', `/v1/dossiers/${samples.CODE}/payments`, samples.payment, (portal) => portal.requestPayment(samples.CODE)],
    ['GET', '/v1/payments/p1', samples.payment, (portal) => portal.payment('p1')],
    ['GET', `/v1/dossiers/${samples.CODE}/results/f1`, null, (portal) => portal.downloadResult(samples.CODE, 'f1'), pdf],
    ['GET', `/v1/dossiers/${samples.CODE}/manifest`, { manifest: 'a.b.c' }, (portal) => portal.manifest(samples.CODE), 'a.b.c'],
    ['GET', '/v1/officer/dossiers', { dossiers: [samples.dossier] }, (portal) => portal.officer.listWork(), [samples.dossier]],
    ['GET', `/v1/officer/dossiers/${samples.CODE}`, samples.officerDossier, (portal) => portal.officer.getWork(samples.CODE)],
    ['POST', `/v1/officer/dossiers/${samples.CODE}/steps`, samples.officerDossier, (portal) => portal.officer.recordStep(samples.CODE, { step: 'a.b.c' })],
    ['POST', `/v1/officer/dossiers/${samples.CODE}/results`, samples.resultFile, (portal) => portal.officer.uploadResult(samples.CODE, pdf)],
    ['GET', `/v1/officer/dossiers/${samples.CODE}/attachments/u1`, null, (portal) => portal.officer.attachment(samples.CODE, 'u1'), pdf],
  ])('%s %s', async (method, path, answer, call, expected = answer) => {
    server.handle((request, response) => {
      const file = bytes(request.path)
      if (file) response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(file)
      else json(response, method === 'POST' ? 201 : 200, answer)
    })
    expect(await call(client())).toEqual(expected)
    const [request] = server.requests
    expect(`${request?.method} ${request?.path}`).toBe(`${method} ${path}`)
    const open = path.startsWith('/v1/communes') || path === '/v1/trust'
    expect(request?.headers.authorization).toBe(open ? undefined : 'Bearer token-1')
    expect(request?.headers['idempotency-key'] !== undefined).toBe(method === 'POST')
    expect(request?.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(request?.headers.cookie).toBeUndefined()
    if (path.endsWith('/results')) expect([request?.headers['content-type'], request?.body]).toEqual(['application/pdf', Buffer.from(pdf)])
  })

  it('cannot be led out of its path by a code', async () => {
    server.handle((_, response) => { json(response, 200, samples.dossier) })
    await client().dossiers.track('../officer/dossiers?x=1#y')
    expect(server.requests[0]?.path).toBe('/v1/dossiers/..%2Fofficer%2Fdossiers%3Fx%3D1%23y')
    for (const tried of ['', '.', '..']) expect(() => client().payment(tried)).toThrow(TypeError)
  })
})

describe('sessions', () => {
  it('opens, uses and closes a session, and forgets it even when the gateway is away', async () => {
    server.handle((request, response) => {
      if (request.method === 'POST') json(response, 201, samples.session)
      else response.socket?.destroy()
    })
    const portal = client({ session: createSessionHolder(), retry: 0 })
    await portal.openSession({ code: 'c', codeVerifier: 'v' })
    expect(portal.session.current()).toEqual(samples.session)
    await expect(portal.closeSession()).rejects.toEqual(code('ERR_PORTAL_UNREACHABLE'))
    expect(portal.session.current()).toBeNull()
  })

  it('forgets a session before the gateway has answered, and asks for the call to outlive the page', async () => {
    let answer: ((response: Response) => void) | undefined
    let asked: Request | undefined
    const portal = client({ fetch: (input, init) => { asked = new Request(input, init); return new Promise((resolve) => { answer = resolve }) } })
    const closed = portal.closeSession()
    expect(portal.session.current()).toBeNull()
    await expect.poll(() => answer).toBeDefined()
    expect([asked?.method, asked?.keepalive, asked?.headers.get('Authorization')]).toEqual(['DELETE', true, `Bearer ${samples.session.accessToken}`])
    // The next person may be here by now; that the old session is over is nothing to them.
    portal.session.set({ ...samples.session, accessToken: 'token-2' })
    answer?.(new Response(null, { status: 401 }))
    await expect(closed).rejects.toThrow()
    expect(portal.session.current()?.accessToken).toBe('token-2')
  })

  it('forgets a session when its time has passed', () => {
    let now = Date.parse('2026-11-20T09:00:00Z')
    const holder = createSessionHolder({ now: () => now })
    holder.set({ ...samples.session, expiresAt: '2026-11-20T09:15:00Z' })
    expect(holder.current()?.accessToken).toBe('token-1')
    now += 15 * 60_000
    expect(holder.current()).toBeNull()
  })
})

describe('createPortalClient', () => {
  it.each(['http://gateway.example', 'http://192.168.1.10:8080', 'http://127.0.0.1.example', 'http://notlocalhost'])('sends nothing to %s', (baseUrl) => {
    expect(() => createPortalClient({ baseUrl })).toThrow(code('ERR_PORTAL_INSECURE_ORIGIN'))
  })

  it.each(['https://gateway.example', 'http://localhost:8081', 'http://gateway.localhost:8081', 'http://127.0.0.3:1', 'http://[::1]:8081'])('accepts %s', (baseUrl) => {
    expect(createPortalClient({ baseUrl }).baseUrl).toBe(`${baseUrl}/`)
  })

  it.each(['gateway.example', 'ftp://gateway.example', 'https://user:secret@gateway.example', 'https://gateway.example/?x=1'])('refuses %s as an address', (baseUrl) => {
    expect(() => createPortalClient({ baseUrl })).toThrow(TypeError)
  })

  it('refuses an option it does not know and names the ones it does', () => {
    const misspelt = { baseUrl: server.url, timeout: 3 }
    expect(() => createPortalClient(misspelt)).toThrow(/unknown option 'timeout'.*timeoutMs/)
  })

  it('keeps a path prefix of the gateway', async () => {
    server.handle((_, response) => { json(response, 200, samples.commune) })
    await client({ baseUrl: `${server.url}/motcua` }).commune('30838')
    expect(server.requests[0]?.path).toBe('/motcua/v1/communes/30838')
  })

  it('derives another client and leaves the first as it was; both share the session', async () => {
    server.handle((_, response) => { json(response, 200, samples.commune) })
    const seen: string[] = []
    const vietnamese = client()
    const english = vietnamese.extend({ locale: 'en', onCorrelationId: (id) => seen.push(id) })
    await vietnamese.commune('30838')
    await english.commune('30838')
    expect(server.requests.map((request) => request.headers['accept-language'])).toEqual(['vi', 'en'])
    expect(seen).toEqual([server.requests[1]?.headers['x-correlation-id']])
    expect(english.session).toBe(vietnamese.session)
  })
})

describe('createFilingClient', () => {
  it('files, and hands its session on to the calls that follow', async () => {
    server.handle((request, response) => {
      if (request.method === 'POST') json(response, 201, request.path === '/v1/session' ? samples.session : samples.acknowledgement)
      else json(response, 200, { dossiers: [] })
    })
    const filing = createFilingClient({ baseUrl: server.url })
    await filing.openSession({ code: 'c', codeVerifier: 'v' })
    expect((await filing.submit(samples.submission)).code).toBe(samples.CODE)
    expect(await dossiersOf(filing.transport).list()).toEqual([])
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${samples.session.accessToken}`)
  })
})

describe('waitForPayment', () => {
  it('tells each change once, over a link that comes and goes, until it is paid', async () => {
    const states = [samples.payment, null, samples.payment, { ...samples.payment, state: 'partial', paidVnd: 8_000 }, { ...samples.payment, state: 'paid', paidVnd: 16_000 }]
    server.handle((_, response) => {
      const state = states[server.requests.length - 1]
      if (state) json(response, 200, state)
      else response.socket?.destroy()
    })
    const seen: string[] = []
    for await (const request of client({ retry: 0 }).waitForPayment('p1', { intervalMs: 5 })) seen.push(request.state)
    expect(seen).toEqual(['pending', 'partial', 'paid'])
  })

  it('ends with a refusal, and with the reason of the caller', async () => {
    server.handle((_, response) => { problem(response, 404, 'not-found') })
    await expect(client().waitForPayment('p2', { intervalMs: 5 }).next()).rejects.toEqual(code('ERR_PORTAL_PROBLEM'))
    server.handle((_, response) => { json(response, 200, samples.payment) })
    const controller = new AbortController()
    const waiting = client().waitForPayment('p1', { intervalMs: 60_000, signal: controller.signal })
    await waiting.next()
    const next = waiting.next()
    setTimeout(() => controller.abort(new Error('left')), 20)
    await expect(next).rejects.toThrow('left')
  })
})

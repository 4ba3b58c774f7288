import { randomUUID } from 'node:crypto'
import { partReferences, partsOf } from '@motcua/schemas/served'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGateway, GatewayConfigError } from '../src/index.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { EXTRACT, logText, sha256 } from './filing.ts'
import { LAN, MONDAY_0900, PAGE, PHUONG, apiOf, cookieOf, createConfig, createWorld, s256, type World } from './world.ts'

describe.each(DATABASES)('sign-in and the open doors on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let world: World

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    world = await createWorld(await databases.create())
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  const startUrl = (change: Record<string, string> = {}) =>
    `/v1/sign-in?${new URLSearchParams({ return_to: `${PAGE}/nop?thu-tuc=1`, code_challenge: s256('verifier-of-the-page'), state: 'state-of-the-page', ...change })}`

  async function signInUpToCode(): Promise<string> {
    const start = await world.request(startUrl())
    const callback = new URL(world.idp.authorize(start.headers.get('Location') ?? '', LAN))
    const finish = await world.request(`${callback.pathname}${callback.search}`, { headers: { Cookie: cookieOf(start) } })
    return new URLSearchParams(new URL(finish.headers.get('Location') ?? '').hash.slice(1)).get('motcua_code') ?? ''
  }
  const exchange = (code: string, codeVerifier = 'verifier-of-the-page') =>
    world.request('/v1/session', { method: 'POST', headers: { Origin: PAGE }, body: JSON.stringify({ code, codeVerifier }) })
  const typeOf = async (response: Response): Promise<string> => (await response.json()).type

  it.skipIf(skipped)('brings the person back to the page with a code in the fragment and nothing in the query', async () => {
    const start = await world.request(startUrl())
    expect(start.status).toBe(302)
    const asked = new URL(start.headers.get('Location') ?? '')
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({ response_type: 'code', scope: 'openid', code_challenge_method: 'S256' })
    expect(start.headers.get('Set-Cookie')).toMatch(/HttpOnly; Secure; SameSite=Lax/)
    const callback = new URL(world.idp.authorize(asked.href, LAN))
    const finish = await world.request(`${callback.pathname}${callback.search}`, { headers: { Cookie: cookieOf(start) } })
    const back = new URL(finish.headers.get('Location') ?? '')
    expect(`${back.origin}${back.pathname}${back.search}`).toBe(`${PAGE}/nop?thu-tuc=1`)
    expect(new URLSearchParams(back.hash.slice(1)).get('motcua_state')).toBe('state-of-the-page')
  })

  it.skipIf(skipped)('tells the page what the identity provider vouches for', async () => {
    const session = await exchange(await signInUpToCode())
    expect(session.status).toBe(201)
    expect(session.headers.get('Set-Cookie')).toBeNull()
    const { accessToken, assuranceLevel, displayName, expiresAt } = await session.json()
    expect({ assuranceLevel, displayName, expiresAt }).toEqual({ assuranceLevel: 2, displayName: 'Nguyễn Thị Lan', expiresAt: new Date(MONDAY_0900 + 30 * 60_000).toISOString() })
    expect((await apiOf(world.request, accessToken).get('/v1/me')).body).toEqual({
      fullName: 'Nguyễn Thị Lan', birthDate: '1958-04-12', personalId: '091158000123', phone: '0912345678', assuranceLevel: 2,
    })
    expect((await (await world.signIn(PHUONG)).get('/v1/me')).body).toMatchObject({ birthDate: '1990-11-02', assuranceLevel: 1 })
  })

  it.skipIf(skipped)('gives one session for one code, within a minute, to the page that asked', async () => {
    const code = await signInUpToCode()
    expect((await exchange(code)).status).toBe(201)
    expect(await typeOf(await exchange(code))).toBe('urn:motcua:problem:one-time-code-invalid')
    const stolen = await signInUpToCode()
    expect((await exchange(stolen, 'verifier-of-a-thief')).status).toBe(400)
    expect((await exchange(stolen)).status).toBe(400)
    const late = await signInUpToCode()
    world.time.now += 61_000
    expect((await exchange(late)).status).toBe(400)
    world.time.now = MONDAY_0900
  })

  it.skipIf(skipped)('refuses a sign-in that another browser began, and lets the right browser still finish it', async () => {
    const attacker = await world.request(startUrl())
    const callback = new URL(world.idp.authorize(attacker.headers.get('Location') ?? '', PHUONG))
    const path = `${callback.pathname}${callback.search}`
    expect(await typeOf(await world.request(path))).toBe('urn:motcua:problem:sign-in-not-yours')
    const victim = await world.request(startUrl())
    expect((await world.request(path, { headers: { Cookie: cookieOf(victim) } })).status).toBe(400)
    expect((await world.request(path, { headers: { Cookie: cookieOf(attacker) } })).status).toBe(302)
    expect((await world.request(path, { headers: { Cookie: cookieOf(attacker) } })).status).toBe(400)
  })

  it.skipIf(skipped)('takes the person back when they cancel at the identity provider', async () => {
    const start = await world.request(startUrl())
    const state = new URL(start.headers.get('Location') ?? '').searchParams.get('state') ?? ''
    const finish = await world.request(`/v1/sign-in/callback?${new URLSearchParams({ error: 'access_denied', state, iss: 'https://idp.test' })}`, { headers: { Cookie: cookieOf(start) } })
    expect(new URL(finish.headers.get('Location') ?? '').hash).toBe('#motcua_error=cancelled&motcua_state=state-of-the-page')
  })

  it.skipIf(skipped)('sends people back to allowed pages only', async () => {
    expect(await typeOf(await world.request(startUrl({ return_to: 'https://evil.test/nop' })))).toBe('urn:motcua:problem:return-to-not-allowed')
    expect((await world.request(startUrl({ return_to: `${PAGE}.evil.test/` }))).status).toBe(400)
    expect((await world.request(startUrl({ code_challenge: 'short' }))).status).toBe(400)
  })

  it.skipIf(skipped)('ends a session at its time and on sign-out', async () => {
    const lan = await world.signIn(LAN)
    world.time.now += 31 * 60_000
    expect((await lan.get('/v1/me'))).toMatchObject({ status: 401, body: { type: 'urn:motcua:problem:session-expired' } })
    world.time.now = MONDAY_0900
    expect((await lan.send('/v1/session', { method: 'DELETE' })).status).toBe(204)
    expect((await lan.get('/v1/me')).body.type).toBe('urn:motcua:problem:session-required')
  })

  it.skipIf(skipped)('lets the allowed origin in without credentials and nobody else', async () => {
    const preflight = await world.request('/v1/dossiers', { method: 'OPTIONS', headers: { Origin: PAGE, 'Access-Control-Request-Method': 'POST' } })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(PAGE)
    expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Idempotency-Key')
    for (const origin of ['https://evil.test', 'null', `${PAGE}.evil.test`, 'http://commune.test']) {
      const refused = await world.request('/v1/me', { headers: { Origin: origin } })
      expect(refused.status).toBe(403)
      expect(refused.headers.get('Access-Control-Allow-Origin')).toBeNull()
      expect(await typeOf(refused)).toBe('urn:motcua:problem:origin-not-allowed')
    }
    const plain = await world.request('/health/live')
    expect(plain.headers.get('Vary')).toContain('Origin')
  })

  it.skipIf(skipped)('carries the correlation id the page gave and answers every failure as a problem', async () => {
    const correlationId = randomUUID()
    const missing = await world.request('/v1/nowhere', { headers: { 'X-Correlation-Id': correlationId } })
    expect(missing.headers.get('X-Correlation-Id')).toBe(correlationId)
    expect(missing.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await missing.json()).toMatchObject({ type: 'urn:motcua:problem:not-found', status: 404, correlationId })
    expect((await world.request('/v1/nowhere', { headers: { 'X-Correlation-Id': 'x\u0020y' } })).headers.get('X-Correlation-Id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await typeOf(await world.request('/v1/session', { method: 'POST', headers: { Origin: PAGE }, body: '{"code":' }))).toBe('urn:motcua:problem:bad-request')
    expect((await world.request('/v1/session', { method: 'POST', headers: { Origin: PAGE }, body: 'x'.repeat(1_100_000) })).status).toBe(413)
  })

  it.skipIf(skipped)('serves definitions whose bytes have the hash in their address, for ever', async () => {
    const index = await (await world.request('/definitions/index.json?on=2026-11-23')).json()
    const entry = index.definitions.find(({ slug }: { slug: string }) => slug === 'extract-copy')
    expect(entry).toMatchObject({ sha256: EXTRACT.sha256, codes: [{ code: '2.000635' }] })
    const definition = await world.request(`/definitions/${entry.path}`)
    expect(definition.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(sha256(new Uint8Array(await definition.arrayBuffer()))).toBe(EXTRACT.sha256)
    const parts = partsOf(await (await world.request(`/definitions/${entry.path}`)).text())
    if (!parts) throw new Error('Expected a main file that names its parts.')
    for (const part of partReferences(parts)) {
      const answer = await world.request(`/definitions/${part.path}`)
      expect([answer.status, answer.headers.get('Cache-Control'), answer.headers.get('ETag')]).toEqual([200, 'public, max-age=31536000, immutable', `"${part.sha256}"`])
      expect(sha256(new Uint8Array(await answer.arrayBuffer()))).toBe(part.sha256)
    }
    for (const file of [`${'a'.repeat(64)}.json`, `${EXTRACT.sha256}.json`, 'countries.json']) {
      expect(await typeOf(await world.request(`/definitions/parts/${file}`))).toBe('urn:motcua:problem:definition-not-found')
    }
    const later = (await (await world.request('/definitions/index.json?on=2027-03-01')).json()).definitions
    expect(later.map(({ slug }: { slug: string }) => slug)).not.toContain('extract-copy')
    expect(await typeOf(await world.request(`/definitions/extract-copy/2026-01-14/${'a'.repeat(64)}.json`))).toBe('urn:motcua:problem:definition-not-found')
    expect((await world.request('/definitions/index.json?on=tomorrow')).status).toBe(400)
  })

  it.skipIf(skipped)('names the agency behind a commune, or why there is none', async () => {
    expect(await (await world.request('/v1/communes/30838')).json()).toMatchObject({
      code: '30838', name: 'Xã Mỹ Thuận', provinceCode: '91', provinceName: 'Tỉnh An Giang', agencyCode: 'H01.02', endings: { 'extract-copy': 'submit' },
    })
    for (const [list, known] of [['communes', 'provinces'], ['legacy-units', 'districts']] as const) {
      expect(await (await world.request(`/definitions/reference/${list}.json`)).json()).toHaveProperty(known)
    }
    expect(await typeOf(await world.request('/v1/communes/99999'))).toBe('urn:motcua:problem:commune-unknown')
    expect(await typeOf(await world.request('/v1/communes/00004'))).toBe('urn:motcua:problem:commune-not-served')
  })

  it.skipIf(skipped)('is live and ready', async () => {
    expect(await (await world.request('/health/live')).json()).toEqual({ status: 'ok' })
    expect(await (await world.request('/health/ready')).json()).toEqual({ status: 'ok' })
  })

  it.skipIf(skipped)('logs neither persons nor tokens nor query strings', () => {
    const text = logText(world)
    for (const secret of [LAN.SoDinhDanh, LAN.HoVaTen, LAN.SoDienThoai, 'verifier-of-the-page', 'state-of-the-page', 'code_challenge', 'thu-tuc', '?']) expect(text).not.toContain(secret)
    expect(world.logs.some((entry) => entry.event === 'request' && entry.route === '/v1/sign-in/callback')).toBe(true)
  })
})

describe('configuration', () => {
  it('is refused with everything that is missing and no secret in it', async () => {
    const { config } = await createConfig({ dataDir: 'memory://' })
    const broken = {
      ...config, publicUrl: 'https://gateway.test/', allowedOrigins: ['*'], agencies: [{ ...config.agencies[0], communeCode: '308', signerCertificates: [] }],
      identityProvider: { ...config.identityProvider, clientId: '', clientSecret: 'do-not-print-me' }, trustAnchors: [], database: {},
      nationalReceiver: { url: 'http://national.test/integration', authUrl: 'national' },
    }
    // A caller in JavaScript may pass anything.
    const error: unknown = await createGateway(broken as typeof config).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(GatewayConfigError)
    expect(error).toMatchObject({ code: 'ERR_GATEWAY_CONFIG' })
    const message = error instanceof Error ? error.message : ''
    for (const item of ['publicUrl', 'allowedOrigins', 'communeCode', 'signerCertificates', 'clientId', 'trustAnchors', 'database', 'nationalReceiver.url: http is refused', 'nationalReceiver.authUrl: expected an https URL', 'authUrl needs username']) expect(message).toContain(item)
    expect(message).not.toContain('do-not-print-me')
  })

  it('is refused when two communes share an agency’s code, by which officers, figures and signatures are told apart', async () => {
    const { config } = await createConfig({ dataDir: 'memory://' })
    const agencies = config.agencies.flatMap((agency) => [agency, { ...agency, communeCode: '30292' }])
    await expect(createGateway({ ...config, agencies })).rejects.toMatchObject({ items: ['agencies[30292].agencyCode: H01.02 is listed twice'] })
  })
})

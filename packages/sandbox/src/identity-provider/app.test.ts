import { createHash, randomBytes } from 'node:crypto'
import { createLocalJWKSet, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from '../http/dispatch.ts'
import type { Dispatcher } from '../http/dispatch.ts'
import { createLoopbackFetch } from '../http/loopback-fetch.ts'
import { siteOrigins } from '../http/sites.ts'
import type { Sites } from '../http/sites.ts'
import { CookieBrowser } from '../testing/cookie-browser.ts'
import { createIdentityProvider } from './app.ts'

const CLIENT_ID = 'motcua-gateway'
const CLIENT_SECRET = 'test-secret-of-the-gateway-client'
const loopback = createLoopbackFetch()
let dispatcher: Dispatcher
let sites: Sites
let redirectUri: string

beforeAll(async () => {
  dispatcher = await listen(0)
  sites = siteOrigins(dispatcher.port)
  redirectUri = `${sites.gateway}/v1/sign-in/callback`
  const client = { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, redirectUri }
  dispatcher.mount('idp', await createIdentityProvider({ issuer: sites.idp, client, signInStops: [sites.gateway] }))
})
afterAll(() => dispatcher.close())

interface SignIn { verifier: string; nonce: string; state: string; callback: URL; browser: CookieBrowser }

async function signIn(fields: Record<string, string>, browser = new CookieBrowser(loopback)): Promise<SignIn> {
  const verifier = randomBytes(32).toString('base64url')
  const nonce = randomBytes(16).toString('base64url')
  const state = randomBytes(16).toString('base64url')
  const authorize = new URL(`${sites.idp}/auth`)
  authorize.search = new URLSearchParams({
    response_type: 'code', client_id: CLIENT_ID, redirect_uri: redirectUri, scope: 'openid', acr_values: 'LoA1',
    state, nonce, code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
  }).toString()
  const page = await browser.follow(await browser.get(authorize.href), authorize.href, (url) => url.pathname.startsWith('/interaction/'))
  const shown = await browser.get(page.href)
  expect(shown.status).toBe(200)
  expect(await shown.text()).toContain('Trang mô phỏng')
  const answer = await browser.post(page.href, fields)
  const callback = await browser.follow(answer, page.href, (url) => url.href.startsWith(redirectUri))
  return { verifier, nonce, state, callback, browser }
}

async function redeem(code: string, verifier: string, secret = CLIENT_SECRET): Promise<Response> {
  return loopback(`${sites.idp}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code', code, redirect_uri: redirectUri, client_id: CLIENT_ID, client_secret: secret, code_verifier: verifier,
    }).toString(),
  })
}

async function userinfo(accessToken: string): Promise<Record<string, unknown>> {
  const response = await loopback(`${sites.idp}/me`, { method: 'POST', headers: { authorization: `Bearer ${accessToken}` } })
  return response.json()
}

describe('simulated identity provider', () => {
  it('publishes discovery with PKCE S256 and its own origin as issuer', async () => {
    const metadata = await (await loopback(`${sites.idp}/.well-known/openid-configuration`)).json()
    expect(metadata).toMatchObject({
      issuer: sites.idp, code_challenge_methods_supported: ['S256'], response_types_supported: ['code'],
      token_endpoint: `${sites.idp}/token`, userinfo_endpoint: `${sites.idp}/me`,
    })
  })

  it('gives a code that, with the verifier, buys an ID token with our nonce and the portal claims at userinfo', async () => {
    const { callback, verifier, nonce, state } = await signIn({ choice: 'sign-in', person: 'test-hoa', level: '2' })
    expect(callback.searchParams.get('state')).toBe(state)
    const tokens = await (await redeem(callback.searchParams.get('code') ?? '', verifier)).json()
    const keys: JSONWebKeySet = await (await loopback(`${sites.idp}/jwks`)).json()
    const { payload } = await jwtVerify(tokens.id_token, createLocalJWKSet(keys), { issuer: sites.idp, audience: CLIENT_ID })
    expect(payload).toMatchObject({ nonce, sub: 'test-hoa' })
    expect(await userinfo(tokens.access_token)).toEqual({
      sub: 'test-hoa', TechID: 'test-hoa', LoaiTaiKhoan: '1', SoDinhDanh: '091158000123', HoVaTen: 'Nguyễn Thị Hoa',
      NgayThangNamSinh: '08/03/1958', SoDienThoai: '0912000123', ThuDienTu: 'hoa@motcua.example', IAL: '2', loAs: '2',
    })
  })

  it('refuses a code without its verifier, with a wrong secret, or a second time', async () => {
    const first = await signIn({ choice: 'sign-in', person: 'test-hoa', level: '1' })
    expect((await redeem(first.callback.searchParams.get('code') ?? '', randomBytes(32).toString('base64url'))).status).toBe(400)
    const second = await signIn({ choice: 'sign-in', person: 'test-hoa', level: '1' })
    const code = second.callback.searchParams.get('code') ?? ''
    expect((await redeem(code, second.verifier, 'wrong')).status).toBe(401)
    expect((await redeem(code, second.verifier)).status).toBe(200)
    expect((await redeem(code, second.verifier)).status).toBe(400)
  })

  it('sends a cancelled sign-in back as access_denied', async () => {
    const { callback, state } = await signIn({ choice: 'cancel' })
    expect(Object.fromEntries(callback.searchParams)).toMatchObject({ error: 'access_denied', state })
    expect(callback.searchParams.has('code')).toBe(false)
  })

  it('asks again who to be, in the same browser, instead of signing in as the person before', async () => {
    const first = await signIn({ choice: 'sign-in', person: 'test-hoa', level: '2' })
    const second = await signIn({ choice: 'sign-in', person: 'test-minh', level: '1' }, first.browser)
    const tokens = await (await redeem(second.callback.searchParams.get('code') ?? '', second.verifier)).json()
    expect(await userinfo(tokens.access_token)).toMatchObject({ HoVaTen: 'Trần Văn Minh', IAL: '1' })
  })

  it('refuses a request without PKCE', async () => {
    const query = new URLSearchParams({ response_type: 'code', client_id: CLIENT_ID, redirect_uri: redirectUri, scope: 'openid', state: 'x'.repeat(16) })
    const response = await loopback(`${sites.idp}/auth?${query}`, { redirect: 'manual' })
    expect(new URL(response.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request')
  })

  it('refuses the form when another site sends it', async () => {
    const response = await loopback(`${sites.idp}/interaction/whatever`, {
      method: 'POST', headers: { origin: 'http://evil.example', 'content-type': 'application/x-www-form-urlencoded' }, body: 'choice=sign-in',
    })
    expect(response.status).toBe(403)
  })
})

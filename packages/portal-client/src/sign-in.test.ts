import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json, problem, startLocalServer, type LocalServer } from '../test/local-server.ts'
import * as samples from '../test/samples.ts'
import { createPortalClient } from './client.ts'
import { beginSignIn, completeSignIn, hasSignInAnswer, withoutSignInAnswer } from './sign-in.ts'

let server: LocalServer
beforeAll(async () => { server = await startLocalServer() })
afterAll(() => server.close())

const begin = () => beginSignIn({ portal: server.url, returnTo: 'http://commune.localhost:8080/xin-ban-sao?lang=vi#nguoi-yeu-cau' })

describe('beginSignIn', () => {
  it('names the page to come back to and the S256 challenge of a verifier that stays on the page', async () => {
    const { kind, url, pending } = await begin()
    const { origin, pathname, searchParams } = new URL(url)
    expect([kind, origin, pathname]).toEqual(['redirect', server.url, '/v1/sign-in'])
    expect(searchParams.get('return_to')).toBe('http://commune.localhost:8080/xin-ban-sao?lang=vi')
    expect(searchParams.get('code_challenge')).toBe(createHash('sha256').update(pending.codeVerifier).digest('base64url'))
    expect(searchParams.get('state')).toBe(pending.state)
    expect(url).not.toContain(pending.codeVerifier)
  })

  it('matches the PKCE vector of RFC 7636, appendix B', async () => {
    const octets = [116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121]
    const { url, pending } = await beginSignIn({ portal: server.url, returnTo: 'https://commune.example/', random: () => Uint8Array.from(octets) })
    expect(pending.codeVerifier).toBe('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')
    expect(new URL(url).searchParams.get('code_challenge')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  })

  it('is new each time', async () => {
    const [one, two] = [await begin(), await begin()]
    expect(one.pending.state).not.toBe(two.pending.state)
    expect(one.pending.codeVerifier).not.toBe(two.pending.codeVerifier)
  })

  it('refuses to start from or to an address without TLS', async () => {
    const insecure = expect.objectContaining({ code: 'ERR_PORTAL_INSECURE_ORIGIN' })
    await expect(beginSignIn({ portal: 'http://gateway.example', returnTo: 'https://commune.example/' })).rejects.toEqual(insecure)
    await expect(beginSignIn({ portal: 'https://gateway.example', returnTo: 'http://commune.example/' })).rejects.toEqual(insecure)
  })
})

describe('completeSignIn', () => {
  const pending = { state: 's'.repeat(43), codeVerifier: 'v'.repeat(43) }
  const complete = (fragment: string, kept: typeof pending | null = pending) => {
    const client = createPortalClient({ baseUrl: server.url })
    return completeSignIn({ client, fragment, pending: kept }).then((session) => ({ session, client }))
  }

  it('exchanges the code with the verifier and holds the session', async () => {
    server.handle((_, response) => { json(response, 201, samples.session) })
    const { session, client } = await complete(`#motcua_code=abc&motcua_state=${pending.state}`)
    expect(client.session.current()).toEqual(session)
    expect(JSON.parse(String(server.requests[0]?.body))).toEqual({ code: 'abc', codeVerifier: pending.codeVerifier })
    expect(server.requests[0]?.path).toBe('/v1/session')
  })

  it('tells a person who cancelled from a failure', async () => {
    for (const word of ['cancelled', 'access_denied']) {
      await expect(complete(`#motcua_error=${word}&motcua_state=${pending.state}`)).rejects.toMatchObject({ code: 'ERR_PORTAL_SIGN_IN_CANCELLED' })
    }
    await expect(complete(`#motcua_error=sign-in-failed&motcua_state=${pending.state}`)).rejects.toMatchObject({ code: 'ERR_PORTAL_SIGN_IN', reason: 'provider-refused', providerCode: 'sign-in-failed' })
  })

  it.each<[string, string, typeof pending | null]>([
    ['no-answer', '#nguoi-yeu-cau', pending],
    ['state-mismatch', '#motcua_code=abc&motcua_state=other', pending],
    ['state-mismatch', '#motcua_code=abc', pending],
    ['state-mismatch', `#motcua_code=abc&motcua_state=${pending.state}`, null],
  ])('sends nothing: %s', async (reason, fragment, kept) => {
    server.handle((_, response) => { json(response, 201, samples.session) })
    await expect(complete(fragment, kept)).rejects.toMatchObject({ code: 'ERR_PORTAL_SIGN_IN', reason })
    expect(server.requests).toHaveLength(0)
  })

  it('says that the code is spent or expired', async () => {
    server.handle((_, response) => { problem(response, 400, 'code-expired') })
    await expect(complete(`#motcua_code=abc&motcua_state=${pending.state}`)).rejects.toMatchObject({ code: 'ERR_PORTAL_SIGN_IN', reason: 'code-refused', correlationId: 'c0ffee' })
  })
})

describe('the address bar', () => {
  it('loses the answer and keeps what the page had', () => {
    expect(hasSignInAnswer('#motcua_code=abc&motcua_state=s')).toBe(true)
    expect(withoutSignInAnswer('#motcua_code=abc&motcua_state=s')).toBe('')
    expect(withoutSignInAnswer('#step=2&motcua_error=access_denied&motcua_state=s')).toBe('#step=2')
    expect(withoutSignInAnswer('#nguoi-yeu-cau')).toBe('#nguoi-yeu-cau')
  })
})

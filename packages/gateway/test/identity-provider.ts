import { createHash, randomUUID } from 'node:crypto'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'

/** Userinfo of one synthetic person. */
export interface TestPerson { sub: string; [claim: string]: unknown }

export const ISSUER = 'https://idp.test'
export const CLIENT_ID = 'gateway-test'

/** An OpenID provider behind a `fetch`: real discovery, real ID tokens, PKCE checked; only the login page is missing. */
export async function createTestIdentityProvider() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, { person: TestPerson; nonce: string; challenge: string }>()
  const tokens = new Map<string, TestPerson>()
  const json = (value: unknown, status = 200) => Response.json(value, { status })

  async function answer(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)
    if (pathname === '/.well-known/openid-configuration') {
      return json({
        issuer: ISSUER, authorization_endpoint: `${ISSUER}/authorize`, token_endpoint: `${ISSUER}/token`, userinfo_endpoint: `${ISSUER}/userinfo`,
        jwks_uri: `${ISSUER}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      })
    }
    if (pathname === '/jwks') return json({ keys: [jwk] })
    if (pathname === '/token') {
      const form = new URLSearchParams(await request.text())
      const grant = codes.get(form.get('code') ?? '')
      codes.delete(form.get('code') ?? '')
      const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url')
      if (grant === undefined || grant.challenge !== challenge) return json({ error: 'invalid_grant' }, 400)
      const accessToken = randomUUID()
      tokens.set(accessToken, grant.person)
      const idToken = await new SignJWT({ nonce: grant.nonce }).setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .setIssuer(ISSUER).setAudience(CLIENT_ID).setSubject(grant.person.sub).setIssuedAt().setExpirationTime('5m').sign(privateKey)
      return json({ access_token: accessToken, token_type: 'Bearer', expires_in: 300, id_token: idToken })
    }
    if (pathname === '/userinfo') {
      const person = tokens.get((request.headers.get('Authorization') ?? '').replace('Bearer ', ''))
      return person === undefined ? json({ error: 'invalid_token' }, 401) : json(person)
    }
    return json({ error: 'not_found' }, 404)
  }

  return {
    fetch: answer as typeof fetch,
    /** What the person's click on the login page does: the callback address with a code. */
    authorize(location: string, person: TestPerson): string {
      const asked = new URL(location)
      const code = randomUUID()
      codes.set(code, { person, nonce: asked.searchParams.get('nonce') ?? '', challenge: asked.searchParams.get('code_challenge') ?? '' })
      const back = new URL(asked.searchParams.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: asked.searchParams.get('state') ?? '', iss: ISSUER }).toString()
      return back.href
    },
  }
}

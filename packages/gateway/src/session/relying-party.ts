import * as oauth from 'oauth4webapi'
import type { IdentityProviderConfig } from '../config.ts'
import type { PersonColumn } from '../database/schema.ts'
import { isObject } from '../http/body.ts'
import { personFromUserinfo } from './identity.wire.ts'

const DISCOVERY_TTL_MS = 10 * 60_000

export interface AuthorizationStart { url: string; state: string; nonce: string; codeVerifier: string }

/** OpenID Connect relying party: authorisation code with PKCE, state, nonce and issuer checks. */
export interface RelyingParty {
  start(): Promise<AuthorizationStart>
  /** Exchanges the callback for the person. Throws the library's errors; they hold no token in their message. */
  finish(callback: URL, sent: { state: string; nonce: string; codeVerifier: string }): Promise<PersonColumn>
}

export function createRelyingParty(config: IdentityProviderConfig): RelyingParty {
  const issuer = new URL(config.issuer)
  const client: oauth.Client = { client_id: config.clientId }
  const authentication = config.clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(config.clientSecret)
  const reach = config.fetch ?? fetch
  const options = {
    // This client posts forms and sends no other body; the library's wider body type is not fetch's in every library of types.
    [oauth.customFetch]: (url: string, { body, ...init }: oauth.CustomFetchOptions<string, unknown>) =>
      reach(url, { ...init, ...(body instanceof URLSearchParams ? { body } : {}) }),
    [oauth.allowInsecureRequests]: config.allowInsecureRequests === true,
  }
  const officerClaims = { role: config.officerClaims?.role ?? 'role', agency: config.officerClaims?.agency ?? 'agencyCode' }

  let known: { server: oauth.AuthorizationServer; at: number } | undefined
  async function discover(): Promise<oauth.AuthorizationServer> {
    if (known !== undefined && Date.now() - known.at < DISCOVERY_TTL_MS) return known.server
    const response = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...options })
    const server = await oauth.processDiscoveryResponse(issuer, response)
    known = { server, at: Date.now() }
    return server
  }

  return {
    async start() {
      const server = await discover()
      if (server.authorization_endpoint === undefined) throw new TypeError('The identity provider publishes no authorization_endpoint.')
      const state = oauth.generateRandomState()
      const nonce = oauth.generateRandomNonce()
      const codeVerifier = oauth.generateRandomCodeVerifier()
      const url = new URL(server.authorization_endpoint)
      url.search = new URLSearchParams({
        client_id: config.clientId,
        redirect_uri: config.redirectUri,
        response_type: 'code',
        scope: config.scope ?? 'openid',
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      }).toString()
      return { url: url.href, state, nonce, codeVerifier }
    },

    async finish(callback, sent) {
      const server = await discover()
      const parameters = oauth.validateAuthResponse(server, client, callback, sent.state)
      const answer = await oauth.authorizationCodeGrantRequest(server, client, authentication, parameters, config.redirectUri, sent.codeVerifier, options)
      const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, { expectedNonce: sent.nonce, requireIdToken: true })
      const claims = oauth.getValidatedIdTokenClaims(tokens)
      if (claims === undefined) throw new TypeError('The identity provider sent no ID token.')
      const userinfo = await readUserinfo(server, tokens.access_token, claims.sub)
      return personFromUserinfo({ ...claims, ...userinfo }, officerClaims)
    },
  }

  async function readUserinfo(server: oauth.AuthorizationServer, accessToken: string, subject: string): Promise<Record<string, unknown>> {
    if (server.userinfo_endpoint === undefined) return {}
    if (config.userInfoMethod === 'POST') {
      const response = await oauth.protectedResourceRequest(accessToken, 'POST', new URL(server.userinfo_endpoint), new Headers({ Accept: 'application/json' }), null, options)
      return checkedSubject(await oauth.processUserInfoResponse(server, client, subject, response))
    }
    const response = await oauth.userInfoRequest(server, client, accessToken, options)
    return checkedSubject(await oauth.processUserInfoResponse(server, client, subject, response))
  }
}

function checkedSubject(userinfo: unknown): Record<string, unknown> {
  return isObject(userinfo) ? userinfo : {}
}

import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'
import type { Configuration } from 'oidc-provider'
import { CLAIM_NAMES, claimsOf } from './claims.ts'
import type { AssuranceLevel } from './claims.ts'
import { memoryAdapterFactory } from './memory-adapter.ts'
import { findPerson } from './people.ts'

/** The one client of the simulated provider: the gateway. */
export interface GatewayClient {
  clientId: string
  clientSecret: string
  redirectUri: string
}

/**
 * A real OpenID Connect provider (authorisation code, PKCE required, nonce, discovery, JWKS, userinfo) in memory.
 * `levelOfGrant` says which account level was chosen at a sign-in. Client authentication is the form post that the national sign-in has been seen to use (`client_secret_post`).
 */
export async function createProvider(
  issuer: string, client: GatewayClient, levelOfGrant: (grantId: string | undefined) => AssuranceLevel,
): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const signingKey = { ...await exportJWK(privateKey), kid: 'idp-1', use: 'sig', alg: 'RS256' }
  const configuration: Configuration = {
    clients: [{
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uris: [client.redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_post',
    }],
    adapter: memoryAdapterFactory(),
    jwks: { keys: [signingKey] },
    // The portal asks with `scope=openid` alone and reads everything from userinfo.
    scopes: ['openid'],
    claims: { openid: [...CLAIM_NAMES] },
    acrValues: ['LoA1', 'LoA2'],
    pkce: { required: () => true },
    responseTypes: ['code'],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: [randomBytes(32).toString('base64url')], names: { session: SESSION_COOKIE } },
    ttl: { AuthorizationCode: 60, AccessToken: 300, IdToken: 300, Interaction: 900, Grant: 900, Session: 900 },
    expiresWithSession: () => false,
    renderError: (ctx, out) => {
      ctx.type = 'text/plain; charset=utf-8'
      ctx.body = `Không đăng nhập được (${out.error}). ${out.error_description ?? ''}\nHãy quay lại trang của xã và đăng nhập lại.\n`
    },
    findAccount: (_ctx, accountId, token) => {
      const person = findPerson(accountId)
      const grantId = token !== undefined && 'grantId' in token ? token.grantId : undefined
      return person && { accountId, claims: () => claimsOf(person, levelOfGrant(grantId)) }
    },
  }
  const provider = new Provider(issuer, configuration)
  provider.on('server_error', (_ctx, error) => { process.emitWarning(`identity provider: ${error.message}`) })
  return provider
}

const SESSION_COOKIE = 'motcua_idp_session'

/**
 * Takes the provider's session cookies out of a request. The simulated provider remembers nobody, so that a tester is
 * asked at each sign-in who to be: otherwise the officer's desk would silently sign in as the citizen.
 */
export function forgetSession(cookieHeader: string | undefined): string {
  return (cookieHeader ?? '').split(/;\s*/).filter((pair) => !pair.startsWith(SESSION_COOKIE)).join('; ')
}

import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { describeError } from '../http/access-log.ts'
import { Members, readJson } from '../http/body.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { PersonColumn } from '../database/schema.ts'
import type { Services } from '../services.ts'
import { openSession, requireSession } from './sessions.ts'
import { challengeOf, hashToken, randomToken } from './tokens.ts'

const CHALLENGE = /^[A-Za-z0-9_-]{43}$/
const STATE = /^[\x21-\x7e]{16,128}$/

/** Sign-in by top-level redirect, one-time code, bearer. No cookie outlives the redirect and none is third-party. */
export function sessionRoutes(services: Services): Hono<AppEnv> {
  const { config, db, clock, limits, log, relyingParty } = services
  const app = new Hono<AppEnv>()
  const signedIn = requireSession(db, clock)
  const cookieOptions = { path: '/v1/sign-in', httpOnly: true, sameSite: 'Lax', secure: config.publicUrl.startsWith('https:') } as const

  app.get('/v1/sign-in', async (c) => {
    const returnTo = c.req.query('return_to') ?? ''
    const challenge = c.req.query('code_challenge') ?? ''
    const pageState = c.req.query('state') ?? ''
    if (!URL.canParse(returnTo) || !config.allowedOrigins.includes(new URL(returnTo).origin)) throw new Problem('return-to-not-allowed')
    if (!CHALLENGE.test(challenge)) throw new Problem('bad-request', { detail: 'code_challenge: expected the base64url SHA-256 of a verifier (43 characters).' })
    if (!STATE.test(pageState)) throw new Problem('bad-request', { detail: 'state: expected 16 to 128 printable ASCII characters.' })

    let start: Awaited<ReturnType<typeof relyingParty.start>>
    try {
      start = await relyingParty.start()
    } catch (error) {
      log('error', 'identity-provider-unavailable', { correlationId: c.get('correlationId'), ...describeError(error) })
      throw new Problem('identity-provider-unavailable')
    }
    // The cookie ties the answer to the browser that asked: without it a stranger could sign this browser in as himself.
    const binding = randomToken()
    await db.insertInto('sign_in_transactions').values({
      state_hash: hashToken(start.state), binding_hash: hashToken(binding), nonce: start.nonce, code_verifier: start.codeVerifier,
      return_to: returnTo, page_challenge: challenge, page_state: pageState, expires_at: after(limits.signInMinutes * 60),
    }).execute()
    setCookie(c, cookieName(start.state), binding, { ...cookieOptions, maxAge: limits.signInMinutes * 60 })
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    return c.redirect(start.url, 302)
  })

  app.get('/v1/sign-in/callback', async (c) => {
    const callback = new URL(config.identityProvider.redirectUri)
    callback.search = new URL(c.req.url).search
    const state = callback.searchParams.get('state') ?? ''
    const binding = getCookie(c, cookieName(state)) ?? ''
    // Only the right browser consumes the transaction; a stranger's attempt leaves it in place.
    const transaction = await db.deleteFrom('sign_in_transactions')
      .where('state_hash', '=', hashToken(state)).where('binding_hash', '=', hashToken(binding)).returningAll().executeTakeFirst()
    if (transaction === undefined || transaction.expires_at <= clock()) throw new Problem('sign-in-not-yours')
    deleteCookie(c, cookieName(state), cookieOptions)
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')

    const back = new URL(transaction.return_to)
    let person: PersonColumn
    try {
      person = await relyingParty.finish(callback, { state, nonce: transaction.nonce, codeVerifier: transaction.code_verifier })
    } catch (error) {
      const denied = callback.searchParams.get('error') === 'access_denied'
      log(denied ? 'info' : 'error', denied ? 'sign-in-cancelled' : 'sign-in-failed', { correlationId: c.get('correlationId'), ...describeError(error) })
      back.hash = new URLSearchParams({ motcua_error: denied ? 'cancelled' : 'sign-in-failed', motcua_state: transaction.page_state }).toString()
      return c.redirect(back.href, 302)
    }
    const code = randomToken()
    await db.insertInto('one_time_codes').values({
      code_hash: hashToken(code), page_challenge: transaction.page_challenge, person: JSON.stringify(withAgency(person)), expires_at: after(limits.oneTimeCodeSeconds),
    }).execute()
    back.hash = new URLSearchParams({ motcua_code: code, motcua_state: transaction.page_state }).toString()
    return c.redirect(back.href, 302)
  })

  app.post('/v1/session', async (c) => {
    const body = new Members(await readJson(c.req.raw, limits.jsonBytes))
    const code = body.text('code', { maxLength: 200 })
    const verifier = body.text('codeVerifier', { maxLength: 200 })
    // Deleted whatever comes next: one attempt per code.
    const row = await db.deleteFrom('one_time_codes').where('code_hash', '=', hashToken(code)).returningAll().executeTakeFirst()
    if (row === undefined || row.expires_at <= clock() || challengeOf(verifier) !== row.page_challenge) throw new Problem('one-time-code-invalid')
    const { accessToken, expiresAt } = await openSession(db, row.person, { now: clock(), minutes: limits.sessionMinutes })
    c.header('Cache-Control', 'no-store')
    return c.json({ accessToken, expiresAt: expiresAt.toISOString(), assuranceLevel: row.person.assuranceLevel, displayName: row.person.fullName }, 201)
  })

  app.delete('/v1/session', signedIn, async (c) => {
    await db.deleteFrom('sessions').where('token_hash', '=', c.get('session').tokenHash).execute()
    return c.body(null, 204)
  })

  app.get('/v1/me', signedIn, (c) => {
    const { fullName, birthDate, personalId, sex, phone, email, assuranceLevel } = c.get('session').person
    c.header('Cache-Control', 'no-store')
    return c.json({ fullName, birthDate, personalId, sex, phone, email, assuranceLevel })
  })

  return app

  function after(seconds: number): Date {
    return new Date(clock().getTime() + seconds * 1000)
  }

  /** Persons the operator named as officers, although their claims do not say so. */
  function withAgency(person: PersonColumn): PersonColumn {
    if (person.officer !== undefined) return person
    const agency = config.agencies.find((candidate) => candidate.officerSubjects?.includes(person.subject))
    return agency === undefined ? person : { ...person, officer: { agencyCode: agency.agencyCode } }
  }
}

/** One cookie per sign-in, so that two tabs can sign in side by side. */
function cookieName(state: string): string {
  return `motcua_sign_in_${hashToken(state).slice(0, 12)}`
}

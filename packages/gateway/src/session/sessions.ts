import type { MiddlewareHandler } from 'hono'
import type { JsonObject } from '@motcua/core/json'
import type { Kysely } from 'kysely'
import type { Database, PersonColumn } from '../database/schema.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import { hashToken, randomToken } from './tokens.ts'

export interface SessionRecord {
  tokenHash: string
  person: PersonColumn
  expiresAt: Date
  /** What was looked up for this person and is locked on their page: answers by pointer, by the hash of the definition. */
  lookedUp: JsonObject
}

/** Opens a session and returns its bearer, which only the caller ever sees. */
export async function openSession(db: Kysely<Database>, person: PersonColumn, options: { now: Date; minutes: number }): Promise<{ accessToken: string; expiresAt: Date }> {
  const accessToken = randomToken()
  const expiresAt = new Date(options.now.getTime() + options.minutes * 60_000)
  await db.insertInto('sessions').values({ token_hash: hashToken(accessToken), subject: person.subject, person: JSON.stringify(person), expires_at: expiresAt, created_at: options.now }).execute()
  return { accessToken, expiresAt }
}

/** Requires a live bearer; otherwise 401 `session-required` or `session-expired`. */
export function requireSession(db: Kysely<Database>, clock: () => Date): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(c.req.header('Authorization') ?? '')?.[1]
    if (token === undefined) throw new Problem('session-required')
    const tokenHash = hashToken(token)
    const row = await db.selectFrom('sessions').select(['person', 'expires_at', 'looked_up']).where('token_hash', '=', tokenHash).executeTakeFirst()
    if (row === undefined) throw new Problem('session-required')
    if (row.expires_at <= clock()) throw new Problem('session-expired')
    c.set('session', { tokenHash, person: row.person, expiresAt: row.expires_at, lookedUp: row.looked_up })
    await next()
  }
}

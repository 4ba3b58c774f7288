import { createHash } from 'node:crypto'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { Context } from 'hono'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'

export interface OnceOptions {
  /** Whose key it is: keys of different persons never meet. */
  subject: string
  key: string
  operation: string
  /** What was asked for; the same key with another request is refused. */
  request: JsonValue
  now: Date
}

export interface StoredAnswer { status: number; response: JsonObject }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Reads the `Idempotency-Key` header. Throws `idempotency-key-missing`. */
export function idempotencyKey(c: Context<AppEnv>): string {
  const key = c.req.header('Idempotency-Key') ?? ''
  if (!UUID.test(key)) throw new Problem('idempotency-key-missing', { detail: 'Idempotency-Key: expected a UUID, the same for every retry of one act.' })
  return key.toLowerCase()
}

/** The answer already given under a key, if any. Throws `idempotency-key-reused`. */
export async function earlierAnswer(db: Kysely<Database>, options: OnceOptions): Promise<StoredAnswer | undefined> {
  const row = await db.selectFrom('idempotency').select(['request_hash', 'status', 'response'])
    .where('subject', '=', options.subject).where('key', '=', options.key).executeTakeFirst()
  if (row === undefined) return undefined
  if (row.request_hash !== hashRequest(options)) throw new Problem('idempotency-key-reused')
  if (row.response === null) throw new Problem('submission-in-progress')
  return { status: row.status, response: JSON.parse(row.response) }
}

/**
 * Does something once per key. The key's row is inserted first: a second request with the same key waits on it until
 * the first commits, and then gets the same answer; when the first rolls back, the second takes over.
 */
export async function once(db: Kysely<Database>, options: OnceOptions, act: (trx: Transaction<Database>) => Promise<StoredAnswer>): Promise<StoredAnswer> {
  return db.transaction().execute(async (trx) => {
    const mine = await trx.insertInto('idempotency').values({
      subject: options.subject, key: options.key, operation: options.operation, request_hash: hashRequest(options), status: 0, response: null, created_at: options.now,
    }).onConflict((conflict) => conflict.doNothing()).returning('key').executeTakeFirst()
    if (mine === undefined) {
      const earlier = await earlierAnswer(trx, options)
      if (earlier === undefined) throw new Problem('submission-in-progress')
      return earlier
    }
    const answer = await act(trx)
    await trx.updateTable('idempotency').set({ status: answer.status, response: JSON.stringify(answer.response) })
      .where('subject', '=', options.subject).where('key', '=', options.key).execute()
    return answer
  })
}

function hashRequest({ operation, request }: OnceOptions): string {
  return createHash('sha256').update(operation).update('\n').update(canonical(request)).digest('hex')
}

/** JSON with sorted keys, so that the order of members does not make another request. */
function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`
}

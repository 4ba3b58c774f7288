import { advanceSigning, type SigningEvent } from '@motcua/signatures/remote'
import type { Kysely, Updateable } from 'kysely'
import type { Database } from '../database/schema.ts'
import { Problem } from '../http/problem.ts'
import type { RequestRow } from './situation.ts'
import type { RequestState, SigningTables } from './tables.ts'

/**
 * Moves a request by an event, if it still stands where it was read: of two who act at the same time one moves it, and the other is told
 * `undefined`. What comes too late moves nothing.
 */
export async function move(db: Kysely<Database>, row: RequestRow, event: SigningEvent, now: Date, changes: Updateable<SigningTables['signing_requests']> = {}): Promise<RequestRow | undefined> {
  const next = advanceSigning(row.state, event)
  if (next === row.state || next === 'chosen') return undefined
  const state: RequestState = next
  return db.updateTable('signing_requests').set({ ...changes, state, updated_at: now }).where('id', '=', row.id).where('state', '=', row.state).returningAll().executeTakeFirst()
}

/** The right to go on with a request; nobody else has it for some seconds. */
export async function claim(db: Kysely<Database>, row: RequestRow, now: Date, seconds: number): Promise<boolean> {
  const claimed = await db.updateTable('signing_requests').set({ asked_at: now }).where('id', '=', row.id).where('state', '=', row.state)
    .where((when) => when.or([when('asked_at', 'is', null), when('asked_at', '<=', new Date(now.getTime() - seconds * 1000))])).returning('id').executeTakeFirst()
  return claimed !== undefined
}

/** Throws `signing-request-not-found`. */
export async function findRequest(db: Kysely<Database>, dossierCode: string, id: string): Promise<RequestRow> {
  const row = await db.selectFrom('signing_requests').selectAll().where('dossier_code', '=', dossierCode).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('signing-request-not-found')
  return row
}

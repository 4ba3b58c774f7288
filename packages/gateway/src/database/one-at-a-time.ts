import { sql, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** Others with the same name wait until this transaction is over: two acts of one person at once would both find room under a limit. */
export async function oneAtATime(trx: Transaction<Database>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(trx)
}

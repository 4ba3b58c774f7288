import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { fromPglite, type ConstructorOptions } from 'pg-boss'
import type { GatewayConfig } from '../config.ts'
import { lockDataDir } from './data-dir-lock.ts'
import type { Database } from './schema.ts'

export interface Connection {
  db: Kysely<Database>
  /** How the queue reaches the same database. */
  queue: Pick<ConstructorOptions, 'db' | 'backend' | 'connectionString' | 'max'>
  kind: 'pglite' | 'postgres'
  close(): Promise<void>
}

/** Opens PostgreSQL when a URL is given and the embedded PGlite otherwise; everything above speaks the same SQL. */
export async function connect(options: GatewayConfig['database']): Promise<Connection> {
  if (options.url !== undefined) {
    const pool = new Pool({ connectionString: options.url, max: options.poolSize ?? 10, connectionTimeoutMillis: 10_000, application_name: 'motcua-gateway' })
    // An idle connection that drops must not end the process; the next query opens another.
    pool.on('error', () => {})
    const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
    return { db, kind: 'postgres', queue: { connectionString: options.url, max: 4 }, close: () => db.destroy() }
  }
  const unlock = await lockDataDir(options.dataDir ?? 'memory://')
  try {
    const pglite = await PGlite.create({ dataDir: options.dataDir })
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
    return { db, kind: 'pglite', queue: { db: fromPglite(pglite), backend: 'pglite' }, close: () => db.destroy().finally(unlock) }
  } catch (error) {
    await unlock()
    throw error
  }
}

import { sql, type Kysely } from 'kysely'
import { GatewayMigrationError } from '../errors.ts'
import { first } from './migrations/0001-first.ts'
import { feedback } from './migrations/0002-feedback.ts'
import { appointments } from './migrations/0003-appointments.ts'
import { signing } from './migrations/0004-signing.ts'
import { prefill } from './migrations/0005-prefill.ts'
import { signingNumbers } from './migrations/0006-signing-numbers.ts'
import { feedbackKept } from './migrations/0007-feedback-kept.ts'
import type { Database } from './schema.ts'

interface Migration { id: string; statements: readonly string[] }

/** In order; append only. */
const MIGRATIONS: readonly Migration[] = [first, feedback, appointments, signing, prefill, signingNumbers, feedbackKept]
/** Any fixed number: instances that start together queue on it. */
const ADVISORY_LOCK = 6_306_017_001

/** Brings the tables up to this release. Instances starting together run it once. Throws {@link GatewayMigrationError}. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(ADVISORY_LOCK)})`.execute(connection)
    try {
      await sql`create table if not exists gateway_migrations (id text primary key, applied_at timestamptz not null default now())`.execute(connection)
      const { rows } = await sql<{ id: string }>`select id from gateway_migrations order by id`.execute(connection)
      const applied = new Set(rows.map((row) => row.id))
      const unknown = [...applied].filter((id) => !MIGRATIONS.some((migration) => migration.id === id))
      if (unknown.length > 0) throw new GatewayMigrationError(`The database was migrated by a newer release (${unknown.join(', ')}); run that release or restore a backup.`)
      for (const migration of MIGRATIONS) {
        if (!applied.has(migration.id)) await run(connection, migration)
      }
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(ADVISORY_LOCK)})`.execute(connection)
    }
  })
}

async function run(connection: Kysely<Database>, migration: Migration): Promise<void> {
  try {
    await connection.transaction().execute(async (trx) => {
      for (const statement of migration.statements) await sql.raw(statement).execute(trx)
      await sql`insert into gateway_migrations (id) values (${migration.id})`.execute(trx)
    })
  } catch (cause) {
    throw new GatewayMigrationError(`Migration ${migration.id} failed and was rolled back.`, { cause })
  }
}

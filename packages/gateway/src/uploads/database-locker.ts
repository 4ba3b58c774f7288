import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { ERRORS, type Lock, type Locker } from '@tus/server'
import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'

/** How long a lock outlives a process that died, and how often its holder renews it. */
const LEASE_SECONDS = 6
const HEARTBEAT_MS = 400
const RETRY_MS = 60
const GIVE_UP_MS = 15_000

/**
 * One writer per upload across all instances: a leased row, renewed by its holder and asked back by whoever waits.
 * An advisory lock would bind a connection for the length of an upload, and PGlite has only one.
 */
export function createDatabaseLocker(db: Kysely<Database>): Locker {
  return { newLock: (id) => createLock(db, id) }
}

function createLock(db: Kysely<Database>, uploadId: string): Lock {
  const holder = randomUUID()
  let heartbeat: NodeJS.Timeout | undefined
  const lease = sql<Date>`clock_timestamp() + make_interval(secs => ${sql.lit(LEASE_SECONDS)})`

  /** True when the row is ours: inserted, or taken over from a holder whose lease ran out. */
  async function take(): Promise<boolean> {
    const row = await db.insertInto('upload_locks')
      .values({ upload_id: uploadId, holder, expires_at: lease, release_requested: false })
      .onConflict((conflict) => conflict.column('upload_id').doUpdateSet({ holder, expires_at: lease, release_requested: false })
        .where('upload_locks.expires_at', '<', sql<Date>`clock_timestamp()`))
      .returning('holder').executeTakeFirst()
    return row !== undefined
  }

  return {
    async lock(signal, cancelRequest) {
      const deadline = Date.now() + GIVE_UP_MS
      while (!(await take())) {
        if (signal.aborted || Date.now() > deadline) throw ERRORS.ERR_LOCK_TIMEOUT
        await db.updateTable('upload_locks').set({ release_requested: true }).where('upload_id', '=', uploadId).execute()
        await pause(RETRY_MS)
      }
      let asked = false
      heartbeat = setInterval(() => {
        db.updateTable('upload_locks').set({ expires_at: lease }).where('upload_id', '=', uploadId).where('holder', '=', holder)
          .returning('release_requested').executeTakeFirst()
          .then((row) => {
            // Somebody waits, or took the row because we stalled: stop writing either way.
            if (asked || row?.release_requested === false) return
            asked = true
            return cancelRequest()
          })
          .catch(() => { /* the lease runs out by itself */ })
      }, HEARTBEAT_MS)
      heartbeat.unref()
    },
    async unlock() {
      clearInterval(heartbeat)
      await db.deleteFrom('upload_locks').where('upload_id', '=', uploadId).where('holder', '=', holder).execute()
    },
  }
}

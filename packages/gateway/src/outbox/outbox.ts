import { randomUUID } from 'node:crypto'
import { PgBoss, fromKysely } from 'pg-boss'
import type { Transaction } from 'kysely'
import type { Connection } from '../database/connect.ts'
import type { Database } from '../database/schema.ts'
import { describeError, type Logger } from '../http/access-log.ts'

const QUEUE = 'national-sync'

/** Durable outbox: what has to leave the gateway is queued in the same transaction as the change itself. */
export interface Outbox {
  /** Queues the synchronisation of a dossier. Commits or rolls back with the transaction. */
  enqueue(trx: Transaction<Database>, dossierCode: string): Promise<void>
  /** Starts working jobs off; `send` must be idempotent, a failure is retried with growing pauses. */
  work(send: (dossierCode: string) => Promise<void>): Promise<void>
  close(): Promise<void>
}

export async function createOutbox(connection: Connection, options: { log: Logger; pollSeconds: number; retrySeconds: number }): Promise<Outbox> {
  const { log } = options
  const boss = new PgBoss({ ...connection.queue, schema: 'motcua_jobs', schedule: false, persistQueueStats: false, monitorVacuum: false })
  boss.on('error', (error) => log('error', 'outbox-error', describeError(error)))
  await boss.start()
  // Strictly first in, first out per dossier: the portal wants the record before its progress, and one writer at a time.
  const patience = { retryLimit: 2000, retryDelay: options.retrySeconds, retryBackoff: true, retryDelayMax: 900, expireInSeconds: 300 }
  await boss.createQueue(QUEUE, { policy: 'key_strict_fifo', ...patience })
  // A queue that is there already keeps what it was made with.
  await boss.updateQueue(QUEUE, patience)
  // Loads the queue's description now: loading it inside a transaction would wait for PGlite's only connection for ever.
  await boss.findJobs(QUEUE, { id: randomUUID() })

  return {
    async enqueue(trx, dossierCode) {
      await boss.send(QUEUE, { dossierCode }, { db: fromKysely(trx), singletonKey: dossierCode })
    },
    async work(send) {
      await boss.work<{ dossierCode: string }>(QUEUE, { pollingIntervalSeconds: Math.max(0.5, options.pollSeconds), batchSize: 1 }, async ([job]) => {
        if (job === undefined) return
        try {
          await send(job.data.dossierCode)
        } catch (error) {
          log('warn', 'national-sync-failed', { dossierCode: job.data.dossierCode, ...describeError(error) })
          // pg-boss keeps the error with the job: hand it a bare one, answers of other systems may hold personal data.
          throw new Error('The national receiver did not take the dossier; see the log.')
        }
      })
    },
    close: () => boss.stop({ graceful: true, timeout: 5_000, close: true }),
  }
}

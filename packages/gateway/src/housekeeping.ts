import { tidyAppointments } from './appointments/tidy.ts'
import { tidyFeedback } from './feedback/tidy.ts'
import { describeError } from './http/access-log.ts'
import type { Services } from './services.ts'
import { tidySigning } from './signing/tidy.ts'

const HOUR_MS = 3_600_000

type TidyServices = Pick<Services, 'db' | 'clock' | 'files' | 'config'> & { limits: Pick<Services['limits'], 'uploadHours' | 'idempotencyHours' | 'appointmentDays' | 'prefillRecordDays'> }

/** Deletes what has had its time: sign-ins, codes, sessions, answers under keys, appointments, what feedback said, and uploads that were never filed. */
export async function tidy({ db, clock, files, limits, config }: TidyServices): Promise<void> {
  const now = clock()
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  await db.deleteFrom('sign_in_transactions').where('expires_at', '<', now).execute()
  await db.deleteFrom('one_time_codes').where('expires_at', '<', now).execute()
  // Of a session that is over nothing is compared any more.
  await db.updateTable('sessions').set({ looked_up: '{}' }).where('expires_at', '<', now).execute()
  // Kept a day longer than they live, so that the page can say "expired" rather than "unknown".
  await db.deleteFrom('sessions').where('expires_at', '<', before(24)).execute()
  await db.deleteFrom('idempotency').where('created_at', '<', before(limits.idempotencyHours)).execute()
  if (Number.isFinite(limits.prefillRecordDays)) await db.deleteFrom('prefill_requests').where('asked_at', '<', before(limits.prefillRecordDays * 24)).execute()
  await tidyAppointments({ db, clock, limits })
  await tidySigning({ db, clock })
  await tidyFeedback({ db, clock, config })
  const abandoned = await db.selectFrom('uploads').select('id').where('dossier_code', 'is', null).where('created_at', '<', before(limits.uploadHours)).limit(500).execute()
  for (const { id } of abandoned) {
    const gone = await db.deleteFrom('uploads').where('id', '=', id).where('dossier_code', 'is', null).returning('id').executeTakeFirst()
    if (gone !== undefined) await files.removeUpload(id)
  }
}

/** Tidies every hour until stopped; several instances may do so side by side. */
export function startHousekeeping(services: Services): () => void {
  const timer = setInterval(() => {
    tidy(services).catch((error: unknown) => services.log('error', 'housekeeping-failed', describeError(error)))
  }, HOUR_MS)
  timer.unref()
  return () => clearInterval(timer)
}

import { sql } from 'kysely'
import type { Services } from '../services.ts'

const DAY_MS = 86_400_000

/**
 * Erases who sent what was handled long ago, its history, and what was written with ratings of that time. When and by when it was handled, and
 * the level of a rating, stay: months that are published are counted from them. The table gives up the history of what is erased and of
 * nothing else (migration 0007).
 */
export async function tidyFeedback({ db, clock, config }: Pick<Services, 'db' | 'clock' | 'config'>): Promise<void> {
  const keptDays = config.feedback?.keptDays ?? Number.POSITIVE_INFINITY
  if (!Number.isFinite(keptDays)) return
  const now = clock()
  const before = new Date(now.getTime() - keptDays * DAY_MS)
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('feedback').set({ owner_subject: '', owner_name: '', dossier_code: null, erased_at: now }).where('handled_at', '<', before).where('erased_at', 'is', null).execute()
    await trx.deleteFrom('feedback_acts').where('feedback_code', 'in', trx.selectFrom('feedback').select('code').where('erased_at', 'is not', null)).execute()
  })
  await db.updateTable('ratings').set({ comment: null, reasons: '[]' }).where('changed_at', '<', before)
    .where((eb) => eb.or([eb('comment', 'is not', null), sql<boolean>`reasons <> '[]'::jsonb`])).execute()
}

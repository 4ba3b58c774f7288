import type { Services } from '../services.ts'

/** How long what a signature was made with is kept after a request has ended without one, and how long one that cannot be finished stays open. */
const KEPT_DAYS = 30

/** Ends requests that everybody has left, so that the next can begin, and forgets what those that came to nothing held. */
export async function tidySigning({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = clock()
  const kept = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  await db.updateTable('signing_requests').set({ state: 'failed', failure: 'interrupted', updated_at: now }).where('state', 'in', ['embedding', 'verified']).where('updated_at', '<', kept).execute()
  await db.updateTable('signing_requests').set({ state: 'expired', updated_at: now }).where('state', 'in', ['preparing', 'waiting']).where('expires_at', '<', now).execute()
  await db.updateTable('signing_requests').set({ service_id: null, signatures: '[]' })
    .where('state', 'in', ['refused', 'expired', 'cancelled', 'failed', 'changed']).where('updated_at', '<', kept).execute()
}

import type { Services } from '../services.ts'
import { describeError } from '../http/access-log.ts'
import type { SigningRight } from './config.ts'
import type { RequestRow } from './situation.ts'

/**
 * Looks after the requests that were cancelled here before this one: no protocol is known that takes a request back, so they stay on the
 * person's device until they are answered or expire. One that was confirmed in place of this one is remembered, so that the page can say so;
 * its signature is dropped unread.
 */
export async function lookAfterCancelled({ db, clock, log }: Services, request: RequestRow, { signer }: SigningRight): Promise<void> {
  const cancelled = await db.selectFrom('signing_requests').select(['id', 'number', 'service_id'])
    .where('dossier_code', '=', request.dossier_code).where('subject', '=', request.subject).where('act', '=', request.act)
    .where('state', '=', 'cancelled').where('service_id', 'is not', null).where('expires_at', '>', clock()).execute()
  await Promise.all(cancelled.map(async ({ id, number, service_id }) => {
    if (service_id === null) return
    try {
      const { status } = await signer.poll(service_id)
      if (status === 'pending') return
      // It is answered once: it is asked for no more.
      await db.updateTable('signing_requests').set({ service_id: null }).where('id', '=', id).execute()
      if (status === 'signed') await db.updateTable('signing_requests').set({ confirmed_instead: number }).where('id', '=', request.id).execute()
    } catch (error) {
      log('warn', 'signing-poll-failed', { dossierCode: request.dossier_code, ...describeError(error) })
    }
  }))
}

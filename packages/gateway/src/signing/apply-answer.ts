import type { SigningAnswer } from '@motcua/signatures/remote'
import type { Services } from '../services.ts'
import { move } from './moves.ts'
import type { RequestRow } from './situation.ts'

/** Moves a request by what the service said. A signature is kept as it came: it is checked before it is used. */
export async function applyAnswer({ db, clock, log }: Services, row: RequestRow, answer: SigningAnswer): Promise<RequestRow | undefined> {
  switch (answer.status) {
    case 'pending': {
      if (row.state !== 'preparing') return undefined
      const moved = await move(db, row, 'asked', clock(), { service_id: answer.id })
      // Cancelled while it was on its way: it is on the person's device all the same.
      if (moved === undefined) await db.updateTable('signing_requests').set({ service_id: answer.id }).where('id', '=', row.id).where('state', '=', 'cancelled').execute()
      return moved
    }
    case 'signed': return move(db, row, 'signed', clock(), { signatures: JSON.stringify(answer.signatures.map((value) => Buffer.from(value).toString('base64'))), asked_at: row.state === 'preparing' ? null : clock() })
    case 'failed':
      log('warn', 'signing-failed-at-service', { dossierCode: row.dossier_code, protocol: row.protocol, serviceCode: answer.code })
      return move(db, row, 'failed', clock(), { failure: 'service-failed' })
    default: return move(db, row, answer.status, clock())
  }
}

import { closeRequest } from '@motcua/payments'
import type { Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'

/** States in which a dossier takes no money: refused, withdrawn, stopped. */
export const CLOSED_TO_MONEY: readonly number[] = [3, 7, 8]

/** Closes the payment requests of an ended dossier: what arrived, or arrives later, goes to the refund queue. */
export async function closePayments(trx: Transaction<Database>, dossierCode: string, at: string): Promise<void> {
  const payments = await trx.selectFrom('payments').selectAll().where('dossier_code', '=', dossierCode).orderBy('id').forUpdate().execute()
  for (const payment of payments) {
    const ledger = closeRequest(payment.ledger, at)
    await trx.updateTable('payments').set({ ledger: JSON.stringify(ledger), state: ledger.state, paid_vnd: ledger.paidVnd }).where('id', '=', payment.id).execute()
  }
}

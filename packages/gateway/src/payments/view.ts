import { isExpired } from '@motcua/payments'
import type { Kysely, Selectable } from 'kysely'
import { toInteger, type Database } from '../database/schema.ts'

/** `PaymentRequest` of the contract, with its receipt once there is one. */
export async function paymentView(db: Kysely<Database>, payment: Selectable<Database['payments']>, now: Date): Promise<Record<string, unknown>> {
  const receipt = await db.selectFrom('receipts').selectAll().where('payment_id', '=', payment.id).executeTakeFirst()
  return {
    id: payment.id, provider: payment.provider, amountVnd: toInteger(payment.amount_vnd), currency: 'VND', account: payment.account,
    reference: payment.reference, qrPayload: payment.qr_payload,
    state: isExpired(payment.ledger, now) ? 'expired' : payment.state,
    paidVnd: toInteger(payment.paid_vnd), expiresAt: payment.expires_at.toISOString(),
    ...(receipt === undefined ? {} : {
      receipt: { number: receipt.number, issuedAt: receipt.issued_at.toISOString(), amountVnd: toInteger(receipt.amount_vnd), payer: receipt.payer, transactionId: receipt.transaction_id },
    }),
  }
}

import { randomUUID } from 'node:crypto'
import { isExpired, openRequest, paymentReference, type PaymentInstruction, type PaymentOrder, type RequestLedger } from '@motcua/payments'
import type { Kysely, Selectable } from 'kysely'
import { agencyWithCode } from '../agencies.ts'
import { toInteger, type Database, type PersonColumn } from '../database/schema.ts'
import { once } from '../dossiers/idempotency.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { lockDossier, type DossierRow } from '../steps/append.ts'
import { CLOSED_TO_MONEY } from './close.ts'

/**
 * Gives the payment request for what a dossier owes: the one that is open, or a new one. Amount and account are the
 * gateway's own. Throws `nothing-owed` or `account-not-configured`.
 */
export async function requestPayment(services: Services, row: DossierRow, options: { person: PersonColumn; key: string }): Promise<string> {
  const { db, clock, config, limits } = services
  const [provider] = config.paymentProviders
  const agency = agencyWithCode(config, row.agency_code)
  const account = agency?.receivingAccounts[row.slug] ?? agency?.receivingAccounts.default

  // The provider may need the network: it is asked before the transaction, and what it gave is only used if still needed.
  let prepared: { order: PaymentOrder; instruction: PaymentInstruction } | undefined
  if ((await openPayment(db, row, clock())) === undefined) {
    const amountVnd = owed(row, await paymentsOf(db, row.code))
    if (provider === undefined || account === undefined) throw new Problem('account-not-configured')
    const order: PaymentOrder = {
      id: randomUUID(), dossierCode: row.code, amountVnd, account, reference: await freeReference(db, row.code),
      expiresAt: new Date(clock().getTime() + limits.paymentMinutes * 60_000).toISOString(),
    }
    prepared = { order, instruction: await provider.createRequest(order) }
  }

  const { response } = await once(db, { subject: options.person.subject, key: options.key, operation: 'pay', request: { code: row.code }, now: clock() }, async (trx) => {
    const locked = await lockDossier(trx, row.code)
    const open = await openPayment(trx, locked, clock())
    if (open !== undefined) return { status: 201, response: { paymentId: open.id } }
    if (prepared === undefined || owed(locked, await paymentsOf(trx, row.code)) !== prepared.order.amountVnd) throw new Problem('nothing-owed')
    const { order, instruction } = prepared
    const ledger = openRequest({ reference: order.reference, amountVnd: order.amountVnd, accountNumber: order.account.number, expiresAt: order.expiresAt })
    await trx.insertInto('payments').values({
      id: order.id, dossier_code: row.code, provider: instruction.provider, amount_vnd: order.amountVnd, account: JSON.stringify(order.account),
      reference: order.reference, qr_payload: instruction.qrPayload, state: ledger.state, paid_vnd: 0, ledger: JSON.stringify(ledger),
      expires_at: new Date(order.expiresAt), created_at: clock(),
    }).execute()
    return { status: 201, response: { paymentId: order.id } }
  })
  return String(response.paymentId)
}

type PaymentRow = Selectable<Database['payments']>

function paymentsOf(db: Kysely<Database>, code: string): Promise<PaymentRow[]> {
  return db.selectFrom('payments').selectAll().where('dossier_code', '=', code).orderBy('created_at').execute()
}

/** A request that can still be paid. */
async function openPayment(db: Kysely<Database>, row: DossierRow, now: Date): Promise<PaymentRow | undefined> {
  if (CLOSED_TO_MONEY.includes(row.state)) throw new Problem('nothing-owed')
  const isOpen = ({ ledger }: { ledger: RequestLedger }) => (ledger.state === 'pending' || ledger.state === 'partial') && ledger.closedAt === null && Date.parse(ledger.expiresAt) > now.getTime() && !isExpired(ledger, now)
  return (await paymentsOf(db, row.code)).findLast(isOpen)
}

/** What is still to be paid. Throws `nothing-owed`. */
function owed(row: DossierRow, payments: readonly PaymentRow[]): number {
  const paid = payments.reduce((sum, payment) => sum + Math.min(toInteger(payment.paid_vnd), toInteger(payment.amount_vnd)), 0)
  const rest = toInteger(row.fee_vnd) - paid
  if (rest <= 0) throw new Problem('nothing-owed')
  if (row.fee_basis !== 'computed') throw new Problem('account-not-configured', { detail: 'The operator has not configured every amount of this fee.' })
  return rest
}

/** The next reference of a dossier that nobody has; two long codes may shorten to one text. */
async function freeReference(db: Kysely<Database>, code: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const reference = paymentReference(code, number)
    const taken = await db.selectFrom('payments').select('id').where('reference', '=', reference).executeTakeFirst()
    if (taken === undefined) return reference
  }
}

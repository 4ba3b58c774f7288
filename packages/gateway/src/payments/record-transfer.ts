import { randomUUID } from 'node:crypto'
import { todayInVietnam } from '@motcua/core/dates'
import { allowedSteps } from '@motcua/dossier'
import { CLERK_REASONS, applyTransfer, issueReceipt, matchReference, normaliseReference, type NotificationOutcome, type RequestLedger, type Transfer } from '@motcua/payments'
import { sql, type Selectable, type Transaction } from 'kysely'
import { toInteger, type Database } from '../database/schema.ts'
import { nextNumber } from '../dossiers/code.ts'
import { definitionOf } from '../dossiers/find.ts'
import type { Services } from '../services.ts'
import { appendSealedStep, lockDossier, type DossierRow } from '../steps/append.ts'
import { deadlinePolicy } from '../steps/deadline.ts'

/**
 * Records verified money once: compared with what was asked (reference, amount, currency, account), added to its request,
 * receipted when the request is paid. What matches nothing is kept for a clerk. Only this makes a dossier paid.
 */
export async function recordTransfer(services: Services, provider: string, transfer: Transfer): Promise<NotificationOutcome> {
  const { db, log } = services
  const dossierCode = await dossierOf(db, transfer)
  const definition = dossierCode === undefined ? undefined
    : await definitionOf(services, await db.selectFrom('dossiers').select('definition_sha256').where('code', '=', dossierCode).executeTakeFirstOrThrow())

  return db.transaction().execute(async (trx) => {
    const row = dossierCode === undefined ? undefined : await lockDossier(trx, dossierCode)
    const id = randomUUID()
    const mine = await trx.insertInto('transfers').values({
      id, provider, transaction_id: transfer.transactionId, payment_id: null, amount_vnd: transfer.amountVnd, currency: transfer.currency,
      account_number: transfer.accountNumber, content: transfer.text, bank_reference: transfer.bankReference, booked_at: new Date(transfer.at),
      reasons: JSON.stringify(['referenceMismatch']), needs_clerk: true, recorded_at: services.clock(),
    }).onConflict((conflict) => conflict.columns(['provider', 'transaction_id']).doNothing()).returning('id').executeTakeFirst()
    if (mine === undefined) {
      await flagContradiction(services, trx, provider, transfer)
      return { kind: 'duplicate' }
    }
    const payment = row === undefined ? undefined : await matchingPayment(trx, transfer)
    if (row === undefined || payment === undefined || definition === undefined) {
      log('warn', 'transfer-unmatched', { provider, transferId: id })
      return { kind: 'unmatched' }
    }

    const applied = applyTransfer(payment.ledger, transfer)
    const needsClerk = applied.reasons.some((reason) => CLERK_REASONS.includes(reason))
    await trx.updateTable('transfers').set({ payment_id: payment.id, reasons: JSON.stringify(applied.reasons), needs_clerk: needsClerk }).where('id', '=', id).execute()
    if (needsClerk) log('warn', 'transfer-needs-clerk', { provider, transferId: id, paymentId: payment.id, reasons: [...applied.reasons] })
    if (!applied.recorded) return applied.reasons.includes('duplicate') ? { kind: 'duplicate' } : { kind: 'unmatched' }

    const { request } = applied
    await trx.updateTable('payments').set({ ledger: JSON.stringify(request), state: request.state, paid_vnd: request.paidVnd }).where('id', '=', payment.id).execute()
    const wasPaid = isPaid(payment.ledger)
    if (!wasPaid && isPaid(request)) {
      const number = await writeReceipt(services, trx, { row, paymentId: payment.id, request, transfer })
      if (allowedSteps(row.life_cycle, 'system').includes('paid')) {
        const data = { amountVnd: request.amountVnd, reference: request.reference, receipt: number }
        await appendSealedStep(services, trx, row, { kind: 'paid', by: { role: 'system', name: 'Hệ thống thanh toán' }, data }, deadlinePolicy(services, definition, row))
      }
    }
    return { kind: 'recorded' }
  })
}

/** The bank named a known transaction and told another sum or account this time: the first telling stands, a clerk looks. */
async function flagContradiction(services: Services, trx: Transaction<Database>, provider: string, transfer: Transfer): Promise<void> {
  const contradicted = await trx.updateTable('transfers')
    .set({ needs_clerk: true, reasons: JSON.stringify(['conflictingDuplicate']) })
    .where('provider', '=', provider).where('transaction_id', '=', transfer.transactionId)
    .where((eb) => eb.or([eb('amount_vnd', '!=', transfer.amountVnd), eb('currency', '!=', transfer.currency), eb('account_number', '!=', transfer.accountNumber)]))
    .returning(['id', 'payment_id']).executeTakeFirst()
  if (contradicted !== undefined) services.log('warn', 'transfer-needs-clerk', { provider, transferId: contradicted.id, paymentId: contradicted.payment_id, reasons: ['conflictingDuplicate'] })
}

function isPaid(request: RequestLedger): boolean {
  return request.state === 'paid' || request.state === 'over'
}

/** References that the transfer's text contains, narrowed by the database. */
async function candidates(db: Services['db'], transfer: Transfer): Promise<Array<Selectable<Database['payments']>>> {
  return db.selectFrom('payments').selectAll().where(sql<boolean>`position(reference in ${normaliseReference(transfer.text)}) > 0`).orderBy('id').limit(20).execute()
}

async function dossierOf(db: Services['db'], transfer: Transfer): Promise<string | undefined> {
  const found = await candidates(db, transfer)
  const match = matchReference(transfer.text, found.map((payment) => payment.reference))
  return match.kind === 'matched' ? found.find((payment) => payment.reference === match.reference)?.dossier_code : undefined
}

async function matchingPayment(trx: Transaction<Database>, transfer: Transfer): Promise<Selectable<Database['payments']> | undefined> {
  const match = matchReference(transfer.text, (await candidates(trx, transfer)).map((payment) => payment.reference))
  if (match.kind !== 'matched') return undefined
  return trx.selectFrom('payments').selectAll().where('reference', '=', match.reference).forUpdate().executeTakeFirst()
}

async function writeReceipt(
  services: Services, trx: Transaction<Database>, { row, paymentId, request, transfer }: { row: DossierRow; paymentId: string; request: RequestLedger; transfer: Transfer },
): Promise<string> {
  const now = services.clock()
  const year = todayInVietnam(now).slice(0, 4)
  const order = await nextNumber(trx, `receipt:${row.agency_code}`, year)
  const named = row.fee_lines.filter((line) => line.amountVnd > 0).map(({ id, kind = 'phi', name, amountVnd }) => ({ id, kind, name: name.vi, amountVnd }))
  const isWhole = toInteger(row.fee_vnd) === request.amountVnd
  const receipt = issueReceipt(request, {
    number: `BL-${row.agency_code}-${year}-${String(order).padStart(6, '0')}`, issuedAt: now.toISOString(), payer: row.owner_name,
    lines: isWhole ? named : [{ id: 'remainder', kind: 'phi', name: 'Phần phí, lệ phí còn lại', amountVnd: request.amountVnd }],
  })
  await trx.insertInto('receipts').values({
    number: receipt.number, payment_id: paymentId, issued_at: new Date(receipt.issuedAt), amount_vnd: receipt.amountVnd, payer: receipt.payer, transaction_id: transfer.transactionId,
  }).execute()
  return receipt.number
}

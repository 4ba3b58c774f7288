import type { JsonObject } from '@motcua/core/json'
import { applyStep, type LifeCycle, type StepKind, type StepRole } from '@motcua/dossier'
import type { DeadlinePolicy } from '@motcua/dossier/deadline'
import { hashStep, stepOf, type StepStatement } from '@motcua/dossier/step-log'
import type { Selectable, Transaction, Updateable } from 'kysely'
import type { Database } from '../database/schema.ts'
import { Problem } from '../http/problem.ts'
import { CLOSED_TO_MONEY, closePayments } from '../payments/close.ts'
import type { Services } from '../services.ts'

export type DossierRow = Selectable<Database['dossiers']>

/** A step the system seals: what the applicant did, or what the system itself established. */
export interface SealedStepInput {
  kind: StepKind
  by: { role: Exclude<StepRole, 'officer'>; name: string }
  data?: JsonObject
}

/** Locks a dossier for the rest of the transaction. Throws `dossier-not-found`. */
export async function lockDossier(trx: Transaction<Database>, code: string): Promise<DossierRow> {
  const row = await trx.selectFrom('dossiers').selectAll().where('code', '=', code).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Problem('dossier-not-found')
  return row
}

/** Adds a system-sealed step to a locked dossier, moves its state and queues the synchronisation. */
export async function appendSealedStep(services: Services, trx: Transaction<Database>, row: DossierRow, input: SealedStepInput, deadline?: DeadlinePolicy): Promise<DossierRow> {
  const statement = await sealedStatement(services, row.life_cycle, row.last_step_hash, input, deadline)
  return appendStep(services, trx, row, { ...statement, sealed: 'system-seal' })
}

/** Builds and seals the next statement of a dossier. Throws `step-not-allowed`. */
export async function sealedStatement(services: Services, lifeCycle: LifeCycle, prev: string, input: SealedStepInput, deadline?: DeadlinePolicy): Promise<{ statement: StepStatement; jws: string; next: LifeCycle }> {
  // Instances' clocks may differ by a little: the log never goes back in time.
  const now = services.clock().toISOString()
  const at = lifeCycle.lastStepAt !== null && Date.parse(lifeCycle.lastStepAt) > Date.parse(now) ? lifeCycle.lastStepAt : now
  const draft: Omit<StepStatement, 'state'> = { dossier: lifeCycle.code, kind: input.kind, at, by: input.by, prev, ...(input.data === undefined ? {} : { data: input.data }) }
  const next = nextLifeCycle(lifeCycle, draft, deadline)
  if (next.state === null) throw new Problem('step-not-allowed')
  const statement: StepStatement = { ...draft, state: next.state }
  return { statement, jws: await services.seal.sign(statement), next }
}

/** What the life cycle becomes after a statement. Throws `step-not-allowed` with the reason in Vietnamese. */
export function nextLifeCycle(lifeCycle: LifeCycle, statement: Omit<StepStatement, 'state'>, deadline?: DeadlinePolicy): LifeCycle {
  const step = stepOf({ ...statement, state: 1 })
  if (step === null) throw new Problem('bad-request', { detail: `The step ${statement.kind} lacks the data it needs.` })
  const applied = applyStep(lifeCycle, step, deadline)
  if (!applied.ok) throw new Problem('step-not-allowed', { detail: applied.message.vi, reasons: [{ code: applied.code, message: applied.message.vi }] })
  return applied.dossier
}

/** Records a verified or sealed step. The unique keys of the table refuse a second successor of the same step. */
export async function appendStep(
  services: Services, trx: Transaction<Database>, row: DossierRow,
  input: { statement: StepStatement; jws: string; next: LifeCycle; sealed: 'officer-signature' | 'system-seal'; changes?: Updateable<Database['dossiers']> },
): Promise<DossierRow> {
  const { statement, jws, next } = input
  const seq = row.step_count + 1
  const hash = await hashStep(jws)
  await trx.insertInto('steps').values({
    dossier_code: row.code, seq, kind: statement.kind, at: new Date(statement.at), state: statement.state,
    by_role: statement.by.role, by_name: statement.by.name, note: noteOf(statement), sealed: input.sealed, jws, hash, prev: statement.prev,
    due_at: next.dueAt === null ? null : new Date(next.dueAt),
  }).execute()
  const updated = await trx.updateTable('dossiers').set({
    state: statement.state, life_cycle: JSON.stringify(next), due_at: next.dueAt === null ? null : new Date(next.dueAt),
    last_step_hash: hash, step_count: seq, ...input.changes,
  }).where('code', '=', row.code).returningAll().executeTakeFirstOrThrow()
  if (CLOSED_TO_MONEY.includes(statement.state)) await closePayments(trx, row.code, statement.at)
  await services.outbox.enqueue(trx, row.code)
  return updated
}

/** The words of a step that the applicant reads: a note or a reason. */
export function noteOf(statement: StepStatement): string | null {
  const { note, reason } = statement.data ?? {}
  return typeof note === 'string' ? note : typeof reason === 'string' ? reason : null
}

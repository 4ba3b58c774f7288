import { todayInVietnam } from '@motcua/core/dates'
import { computeDue, describeDueNote, isLate, type DeadlinePolicy } from '@motcua/dossier/deadline'
import type { FormDefinition } from '@motcua/schemas/definition'
import type { Transaction, Updateable } from 'kysely'
import type { AgencyConfig } from '../config.ts'
import type { Database } from '../database/schema.ts'
import { nextNumber } from '../dossiers/code.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { appendStep, lockDossier, nextLifeCycle } from '../steps/append.ts'
import { deadlinePolicy } from '../steps/deadline.ts'
import { releaseResults, type CheckedClose } from './close.ts'
import type { VerifiedStep } from './verify-step.ts'

/**
 * Records a verified officer's step: it must follow the last one, be allowed by the life cycle, and name the state it
 * leads to. Reception issues the slip; finishing releases the checked results.
 */
export async function recordStep(
  services: Services, step: VerifiedStep, { agency, definition, close }: { agency: AgencyConfig; definition: FormDefinition; close: CheckedClose | undefined },
): Promise<void> {
  const { statement, jws, signer } = step
  await services.db.transaction().execute(async (trx) => {
    const row = await lockDossier(trx, statement.dossier)
    if (statement.prev !== row.last_step_hash) throw new Problem('step-out-of-order', { lastStepHash: row.last_step_hash })
    const deadline = deadlinePolicy(services, definition, row)
    const next = nextLifeCycle(row.life_cycle, statement, deadline)
    if (next.state !== statement.state) throw new Problem('step-not-allowed', { detail: `The step leads to state ${next.state}, the statement names ${statement.state}.` })
    const changes: Updateable<Database['dossiers']> = {
      ...(statement.kind === 'receive' ? await slipChanges(services, trx, { agency, signer, receivedAt: statement.at, deadline }) : {}),
      ...(next.endedAt !== null && row.life_cycle.endedAt === null ? lateChanges(next.dueAt, next.endedAt, statement.data?.lateReason) : {}),
    }
    if (close !== undefined) {
      await releaseResults(trx, row.code, close)
      changes.manifest = close.manifestJws
    }
    await appendStep(services, trx, row, { statement: { ...statement, by: { ...statement.by, name: signer } }, jws, next, sealed: 'officer-signature', changes })
  })
}

/** Reception issues the intake slip: number, who received, and why the result is due when it is. */
async function slipChanges(
  services: Services, trx: Transaction<Database>, { agency, signer, receivedAt, deadline }: { agency: AgencyConfig; signer: string; receivedAt: string; deadline: DeadlinePolicy | undefined },
): Promise<Updateable<Database['dossiers']>> {
  const year = todayInVietnam(services.clock()).slice(0, 4)
  const number = await nextNumber(trx, `slip:${agency.agencyCode}`, year)
  const due = deadline === undefined ? undefined : computeDue(deadline.timeLimit, receivedAt, deadline.calendar, deadline)
  return {
    slip_number: `${String(number).padStart(4, '0')}/GTN-${agency.agencyCode}/${year}`,
    received_by: signer,
    due_note: due === undefined ? null : describeDueNote(due.note).vi,
  }
}

/** Late is late, and says why when the officer said so. */
function lateChanges(dueAt: string | null, endedAt: string, reason: unknown): Updateable<Database['dossiers']> {
  return dueAt !== null && isLate(dueAt, endedAt) && typeof reason === 'string' ? { late_reason: reason } : {}
}

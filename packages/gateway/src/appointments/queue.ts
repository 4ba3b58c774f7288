import { instantInVietnam, todayInVietnam } from '@motcua/core/dates'
import type { Transaction } from 'kysely'
import type { AgencyConfig } from '../config.ts'
import type { Database } from '../database/schema.ts'
import type { LocalizedText } from '@motcua/schemas/definition'
import { nextNumber } from '../dossiers/code.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { freeCode } from './book.ts'
import type { AppointmentsConfig } from './config.ts'
import { stateAfter, type TicketAct } from './life.ts'
import { countersFor } from './opening-hours.ts'
import { inOrder } from './queue-order.ts'
import type { AppointmentRow } from './view.ts'

export interface Desk { agency: AgencyConfig; config: AppointmentsConfig }
type QueueServices = Pick<Services, 'clock'>
/** What an officer does with a ticket that exists; calling needs a counter. */
export type DeskAct = Exclude<TicketAct, 'move' | 'call'>

/**
 * Takes the waiting room for one change: acts of all counters run one after the other, so that no two call the same person.
 * Call it first in every transaction of the desk.
 */
export async function takeWaitingRoom(trx: Transaction<Database>, { agency }: Desk, day: string): Promise<void> {
  await nextNumber(trx, `queue:${agency.communeCode}`, day)
}

/** A ticket for somebody who came without an appointment. No name is asked for: the number is all the waiting room needs. */
export async function giveTicket({ clock }: QueueServices, trx: Transaction<Database>, { agency, config }: Desk, wish: { slug: string | null; procedureName: LocalizedText | null; priority: string | null }): Promise<string> {
  const now = clock()
  const day = todayInVietnam(now)
  checkPriority(config, wish.priority)
  const code = await freeCode(trx)
  await trx.insertInto('appointments').values({
    code, commune: agency.communeCode, agency_code: agency.agencyCode, kind: 'walk-in', slug: wish.slug, procedure_name: wish.procedureName === null ? null : JSON.stringify(wish.procedureName),
    owner_subject: null, owner_name: null, day, time: null, counter: null, priority: wish.priority, state: 'arrived', created_at: now, arrived_at: now,
    // V for vãng lai: one without an appointment.
    ticket: `V${String(await nextNumber(trx, `ticket-v:${agency.communeCode}`, day)).padStart(3, '0')}`,
  }).execute()
  return code
}

/** Arrive, call again, serve, not there, gave up. Throws `ticket-step-not-allowed`. */
export async function actOn({ clock }: QueueServices, trx: Transaction<Database>, desk: Desk, code: string, act: DeskAct, priority?: string | null): Promise<void> {
  const now = clock()
  const row = await lockToday(trx, desk, code, now)
  const state = stateAfter(row.state, act, 'officer')
  if (state === null) throw notAllowed(row, act)
  if (priority !== undefined) checkPriority(desk.config, priority)
  await trx.updateTable('appointments').set({
    state,
    ...(act === 'arrive' && { arrived_at: now, ended_at: null, calls: 0, ...(row.kind === 'walk-in' && { counter: null }), ...(priority !== undefined && { priority }) }),
    ...(act === 'recall' && { called_at: now, calls: row.calls + 1 }),
    ...((state === 'served' || state === 'no-show' || state === 'cancelled') && { ended_at: now }),
  }).where('code', '=', code).execute()
  if (state === 'cancelled') await trx.deleteFrom('appointment_places').where('appointment_code', '=', code).execute()
}

/**
 * Calls somebody to a counter: the one named, or whose turn it is there. Throws `counter-busy` while the counter has called
 * somebody who is not done, `queue-empty` when nobody waits for it.
 */
export async function callTo({ clock }: QueueServices, trx: Transaction<Database>, desk: Desk, counter: string, code?: string): Promise<string> {
  const now = clock()
  const day = todayInVietnam(now)
  if (!desk.config.counters.some(({ id }) => id === counter)) throw new Problem('counter-unknown')
  const here = await trx.selectFrom('appointments').select('ticket').where('commune', '=', desk.agency.communeCode).where('day', '=', day)
    .where('counter', '=', counter).where('state', '=', 'called').executeTakeFirst()
  if (here !== undefined) throw new Problem('counter-busy', { ticket: here.ticket })
  const row = code === undefined ? (await waitingFor(trx, desk, day)).find((waiting) => isFor(desk.config, waiting, counter)) : await lockToday(trx, desk, code, now)
  if (row === undefined) throw new Problem('queue-empty')
  const state = stateAfter(row.state, 'call', 'officer')
  if (state === null) throw notAllowed(row, 'call')
  await trx.updateTable('appointments').set({ state, counter, called_at: now, calls: 1 }).where('code', '=', row.code).execute()
  return row.code
}

/** Who waits on a day, in the order in which they are called. */
export async function waitingFor(db: Transaction<Database> | Services['db'], { agency, config }: Desk, day: string): Promise<AppointmentRow[]> {
  const rows = await db.selectFrom('appointments').selectAll().where('commune', '=', agency.communeCode).where('day', '=', day).where('state', '=', 'arrived').execute()
  return inOrder(rows.map((row) => ({
    row, ticket: row.ticket, arrivedAt: row.arrived_at ?? row.created_at,
    ...(row.time !== null && { startsAt: new Date(instantInVietnam(row.day, row.time)) }),
    ...(row.priority !== null && { priority: priorityRank(config, row.priority) }),
  }))).map(({ row }) => row)
}

/** Somebody with an appointment goes to the counter they booked, unless an officer elsewhere calls them by name; others to any that serves their matter. */
function isFor(config: AppointmentsConfig, row: AppointmentRow, counter: string): boolean {
  const serving = countersFor(config, row.slug).map(({ id }) => id)
  return row.counter !== null && serving.includes(row.counter) ? row.counter === counter : serving.length === 0 || serving.includes(counter)
}

async function lockToday(trx: Transaction<Database>, { agency }: Desk, code: string, now: Date): Promise<AppointmentRow> {
  const row = await trx.selectFrom('appointments').selectAll().where('code', '=', code).where('commune', '=', agency.communeCode).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Problem('appointment-not-found')
  if (row.day !== todayInVietnam(now)) throw new Problem('ticket-of-another-day', { date: row.day })
  return row
}

function checkPriority(config: AppointmentsConfig, priority: string | null): void {
  const groups = config.priorityGroups ?? []
  if (priority !== null && !groups.some(({ id }) => id === priority)) throw new Problem('bad-request', { detail: `/priority: expected ${groups.length === 0 ? 'nothing: the operator has set no priority groups' : groups.map(({ id }) => id).join(', ')}.` })
}

/** A group that is configured no more comes after those that are, and before everybody else. */
function priorityRank(config: AppointmentsConfig, id: string): number {
  const rank = (config.priorityGroups ?? []).findIndex((group) => group.id === id)
  return rank === -1 ? config.priorityGroups?.length ?? 0 : rank
}

function notAllowed({ state, ticket }: AppointmentRow, act: TicketAct): Problem {
  return new Problem('ticket-step-not-allowed', { detail: `${ticket} is ${state}; ${act} is not possible now.`, state })
}

import { instantInVietnam } from '@motcua/core/dates'
import type { Selectable } from 'kysely'
import type { AgencyConfig } from '../config.ts'
import type { Database } from '../database/schema.ts'
import { isOver } from './book.ts'
import type { AppointmentsConfig } from './config.ts'
import { allowedActs } from './life.ts'
import { endOf } from './opening-hours.ts'

export type AppointmentRow = Selectable<Database['appointments']>

/** An appointment as the person who made it sees it: where, when, which number, and what may still be done. */
export function appointmentView(row: AppointmentRow, agency: AgencyConfig | undefined, now: Date): Record<string, unknown> {
  const config = agency?.appointments
  const { time } = row
  return {
    code: row.code, ticket: row.ticket, commune: row.commune, procedure: row.slug, procedureName: row.procedure_name,
    date: row.day, time, ...(time !== null && { startsAt: instantInVietnam(row.day, time) }),
    ...(time !== null && config !== undefined && { endsAt: instantInVietnam(row.day, endOf(time, config)) }),
    counter: counterName(config, row.counter), agencyName: agency?.name ?? '', ...(agency && { desk: agency.desk }),
    state: row.state, allowed: isOver(row, now) ? [] : allowedActs(row.state, 'citizen'),
  }
}

/** A ticket as the desk sees it. */
export function ticketView(row: AppointmentRow, config: AppointmentsConfig): Record<string, unknown> {
  return {
    code: row.code, ticket: row.ticket, kind: row.kind, procedure: row.slug, procedureName: row.procedure_name, name: row.owner_name,
    date: row.day, time: row.time, counter: counterName(config, row.counter), state: row.state, priority: row.priority, calls: row.calls,
    arrivedAt: row.arrived_at?.toISOString() ?? null, calledAt: row.called_at?.toISOString() ?? null, allowed: allowedActs(row.state, 'officer').filter((act) => act !== 'move'),
  }
}

/** A counter that is configured no more keeps its id for a name. */
export function counterName(config: AppointmentsConfig | undefined, id: string | null): Record<string, unknown> | null {
  if (id === null) return null
  return { id, name: config?.counters.find((counter) => counter.id === id)?.name ?? { vi: id, en: id } }
}

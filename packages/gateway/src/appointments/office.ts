import { todayInVietnam } from '@motcua/core/dates'
import type { LocalizedText } from '@motcua/schemas/definition'
import { agencyServing, agencyWithCode } from '../agencies.ts'
import type { AgencyConfig } from '../config.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import type { PersonColumn } from '../database/schema.ts'
import type { AppointmentsConfig } from './config.ts'
import { countersFor } from './opening-hours.ts'

/** An office that receives people by appointment, for one procedure. */
export interface BookingOffice { agency: AgencyConfig; config: AppointmentsConfig; slug: string; procedureName: LocalizedText }

/**
 * The office of a commune for a procedure, by slug or code. Throws `commune-not-served`, `procedure-unknown`, or
 * `booking-not-offered` where the operator has chosen another ending, or no counter serves it.
 */
export function bookingOffice({ config, definitions, clock }: Pick<Services, 'config' | 'definitions' | 'clock'>, commune: string, procedure: string): BookingOffice {
  const agency = agencyServing(config, commune)
  const entry = definitions.index(todayInVietnam(clock())).find(({ slug, codes }) => slug === procedure || codes.some(({ code }) => code === procedure))
  if (entry === undefined) throw new Problem('procedure-unknown')
  const { slug, endings, name } = entry
  const { appointments } = agency
  const isOffered = appointments !== undefined && agency.endings[slug] === 'book-and-appear' && endings.includes('book-and-appear') && countersFor(appointments, slug).length > 0
  if (!isOffered) throw new Problem('booking-not-offered')
  return { agency, config: appointments, slug, procedureName: name }
}

/** The office an officer works at. Throws `officer-only`, or `booking-not-offered` where it has no counters. */
export function officersOffice({ config }: Pick<Services, 'config'>, person: PersonColumn): { agency: AgencyConfig; config: AppointmentsConfig } {
  const agency = agencyWithCode(config, person.officer?.agencyCode)
  if (person.officer === undefined || agency === undefined) throw new Problem('officer-only')
  if (agency.appointments === undefined) throw new Problem('booking-not-offered')
  return { agency, config: agency.appointments }
}

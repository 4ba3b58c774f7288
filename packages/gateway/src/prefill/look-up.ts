import { todayInVietnam } from '@motcua/core/dates'
import type { AgencyConfig } from '../config.ts'
import type { PersonColumn } from '../database/schema.ts'
import { fold } from '../dossiers/locked-answers.ts'
import { describeError } from '../http/access-log.ts'
import type { Services } from '../services.ts'
import { populationAnswers, type PopulationAnswer, type PopulationFact } from './population.ts'
import type { Known } from './proposals.ts'

/** What came of asking the population database; said to the person in plain words. */
export const LOOK_UP_OUTCOMES = ['found', 'not-found', 'mismatch', 'unavailable', 'assurance-too-low', 'not-needed', 'not-connected'] as const
export type LookUpOutcome = (typeof LOOK_UP_OUTCOMES)[number]

export interface LookUpOptions {
  person: PersonColumn
  agency: AgencyConfig
  requestId: string
  procedureCode: string
  facts: readonly PopulationFact[]
}

/** Whether this person may be looked up at all, and if not, why. */
export function mayLookUp({ config }: Pick<Services, 'config'>, { person, facts }: Pick<LookUpOptions, 'person' | 'facts'>): LookUpOutcome | undefined {
  const { populationDatabase } = config
  if (populationDatabase === undefined) return 'not-connected'
  if (facts.length === 0) return 'not-needed'
  // Somebody without a number of their own cannot be told from others.
  if (!/^[0-9]{12}$/.test(person.personalId)) return 'not-found'
  return person.assuranceLevel < (populationDatabase.minimumAssurance ?? 2) ? 'assurance-too-low' : undefined
}

/**
 * Asks the operator's population database about the person who is signed in, within the time that a person waits. Whatever
 * goes wrong there is an outcome: nobody is kept from filing by it.
 */
export async function lookUp(services: Services, options: LookUpOptions): Promise<{ outcome: LookUpOutcome; known?: Known }> {
  const { clock, log, config: { populationDatabase } } = services
  const { person, agency, requestId, procedureCode, facts } = options
  if (populationDatabase === undefined) return { outcome: 'not-connected' }
  const { personalId, fullName, birthDate } = person
  const signal = AbortSignal.timeout(populationDatabase.timeoutMs ?? 8_000)
  try {
    const asked = populationDatabase.database.lookUp({ requestId, procedureCode, agencyCode: agency.agencyCode, personalId, fullName, birthDate, facts }, { signal })
    const answer = await Promise.race([asked, ended(signal)])
    if (answer.kind !== 'found') return { outcome: answer.kind }
    // An adapter of the operator's own may be wrong about whom it found.
    if (answer.record.personalId !== personalId || fold(answer.record.fullName) !== fold(fullName)) return { outcome: 'mismatch' }
    return { outcome: 'found', known: { source: 'population-database', asOf: todayInVietnam(clock()), answers: populationAnswers(answer.record, facts) } }
  } catch (error) {
    log('warn', 'population-database-unavailable', { correlationId: requestId, ...describeError(error) })
    return { outcome: 'unavailable' }
  }
}

/** An adapter that does not listen to the signal is not waited for either. */
function ended(signal: AbortSignal): Promise<PopulationAnswer> {
  return new Promise((_, reject) => { signal.addEventListener('abort', () => { reject(signal.reason) }, { once: true }) })
}

import type { JsonValue } from '@motcua/core/json'
import type { OwnFact } from './own-fields.ts'

/** What a look-up may be asked for. Relatives, religion, blood group and the household book have no place in a form. */
export const POPULATION_FACTS = ['fullName', 'birthDate', 'sex', 'permanentResidence'] as const
export type PopulationFact = (typeof POPULATION_FACTS)[number]

/** One look-up in the National Population Database (Cơ sở dữ liệu quốc gia về dân cư), for the person who is signed in. */
export interface PopulationRequest {
  /** Names the look-up in both systems' records; there is no dossier yet. */
  requestId: string
  /** National code of the procedure that it is for. */
  procedureCode: string
  agencyCode: string
  personalId: string
  fullName: string
  /** `YYYY-MM-DD`, or as much of it as the identity provider knows. */
  birthDate: string
  /** What the form asks and nothing more; the adapter gives back nothing else, whatever it was answered. */
  facts: readonly PopulationFact[]
}

export interface PopulationRecord {
  /** Whose record it is: compared with who is signed in before anything is used. */
  personalId: string
  fullName: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  birthDate?: string
  sex?: 'male' | 'female'
  /** Codes of the administrative units as the database gives them; those that are no more are not used. */
  permanentResidence?: { province: string; commune: string; detail?: string }
}

/** "Not found" and "somebody else" are ordinary answers. */
export type PopulationAnswer = { kind: 'found'; record: PopulationRecord } | { kind: 'not-found' } | { kind: 'mismatch' }

/**
 * The operator's way to the National Population Database; only a server may call it. It may throw: the person then fills the
 * form in alone. {@link createPopulationLookUp} speaks the REST variant that integrators describe.
 */
export interface PopulationDatabase {
  lookUp(request: PopulationRequest, options: { signal: AbortSignal }): Promise<PopulationAnswer>
}

export interface PopulationDatabaseConfig {
  database: PopulationDatabase
  /**
   * Sign-ins below this level are not looked up. Level 2 opens data of other databases (Nghị định 69/2024/NĐ-CP;
   * docs/wire-facts.md, “Identity claims”, checked 2026-10, C-C); how the provider's figures map to the levels is UNKNOWN.
   * @default 2
   */
  minimumAssurance?: 1 | 2
  /** How long a person waits for it at most, in milliseconds. @default 8_000 */
  timeoutMs?: number
}

/** What is wrong with the configuration, one sentence each: it comes from outside, and a level that is none would look everybody up. */
export function populationFaults(config: PopulationDatabaseConfig | undefined): string[] {
  if (config === undefined) return []
  const { database, minimumAssurance = 2, timeoutMs = 8_000 } = config
  return [
    ...(typeof database?.lookUp === 'function' ? [] : ['populationDatabase.database: expected something with lookUp, such as createPopulationLookUp gives']),
    ...([1, 2].includes(minimumAssurance) ? [] : ['populationDatabase.minimumAssurance: expected 1 or 2']),
    ...(Number.isSafeInteger(timeoutMs) && timeoutMs >= 1 ? [] : ['populationDatabase.timeoutMs: expected whole milliseconds, at least 1']),
  ]
}

/** What the database can say to the questions of a form. */
export function populationFacts(asked: ReadonlySet<OwnFact>): PopulationFact[] {
  return POPULATION_FACTS.filter((fact) => asked.has(fact === 'permanentResidence' ? 'residence/province' : fact))
}

/** A record as answers; only what was asked for. */
export function populationAnswers(record: PopulationRecord, facts: readonly PopulationFact[]): Map<OwnFact, JsonValue> {
  const { fullName, birthDate, sex, permanentResidence: home } = record
  const answers = new Map<OwnFact, JsonValue>()
  if (facts.includes('fullName')) answers.set('fullName', fullName)
  if (facts.includes('birthDate') && birthDate) answers.set('birthDate', birthDate)
  if (facts.includes('sex') && sex) answers.set('sex', sex)
  if (facts.includes('permanentResidence') && home) {
    answers.set('residenceKind', 'permanent').set('residence/scope', 'domestic').set('residence/province', home.province).set('residence/commune', home.commune)
    if (home.detail) answers.set('residence/detail', home.detail)
  }
  return answers
}

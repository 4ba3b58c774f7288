import { todayInVietnam } from '@motcua/core/dates'
import type { JsonValue } from '@motcua/core/json'
import { sql } from 'kysely'
import type { AgencyConfig } from '../config.ts'
import { oneAtATime } from '../database/one-at-a-time.ts'
import type { PersonColumn } from '../database/schema.ts'
import { agencyOf, definitionFor, procedureCode } from '../dossiers/submit.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import type { SessionRecord } from '../session/sessions.ts'
import { earlierDossiers } from './earlier-dossiers.ts'
import { lookUp, mayLookUp, type LookUpOutcome } from './look-up.ts'
import { CLAIMS, ownFields, type OwnFact } from './own-fields.ts'
import { populationFacts, type PopulationFact } from './population.ts'
import { propose, type Known, type PrefillSource, type Proposal } from './proposals.ts'
import type { PrefillRequest } from './request.ts'

/** What each source that was asked had to say; the identity provider's word is already there. */
export interface PrefillAnswer {
  requestId: string
  proposals: Proposal[]
  sources: Array<{ source: PrefillSource; outcome: LookUpOutcome }>
}

const HOUR_MS = 3_600_000

/** Builds the proposals for the person of a session. Throws `procedure-unknown`, `definition-changed`, `commune-not-served` or `too-many-look-ups`. */
export async function answerPrefill(services: Services, request: PrefillRequest, { session, requestId }: { session: SessionRecord; requestId: string }): Promise<PrefillAnswer> {
  const { communes, calendar, clock } = services
  const { person } = session
  const on = todayInVietnam(clock())
  const agency = agencyOf(services, request.commune)
  const definition = definitionFor(services, request, on)
  const asked: ReadonlySet<OwnFact> = new Set(ownFields(definition).map(({ fact }) => fact))
  const facts = request.sources.includes('population-database') ? populationFacts(asked) : []
  await recordRequest(services, request, { person, requestId, facts, procedureCode: procedureCode(definition, on) })

  const known: Known[] = []
  const sources: PrefillAnswer['sources'] = []
  if (request.sources.includes('identity-provider')) {
    known.push({ source: 'identity-provider', answers: claimsOf(person) })
    sources.push({ source: 'identity-provider', outcome: 'found' })
  }
  if (request.sources.includes('population-database')) {
    const found = await askPopulation(services, { person, agency, requestId, facts, procedureCode: procedureCode(definition, on) })
    if (found.known) known.push(found.known)
    sources.push({ source: 'population-database', outcome: found.outcome })
  }
  if (request.sources.includes('earlier-dossier')) {
    const earlier = await earlierDossiers(services, person)
    known.push(...earlier)
    sources.push({ source: 'earlier-dossier', outcome: earlier.length > 0 ? 'found' : 'not-found' })
  }
  const proposals = propose(definition, known, { communes, calendar, now: clock })
  // What another source says, or nobody, leaves what was looked up before as it is: the page still shows it as locked.
  if (known.some(({ source }) => source === 'population-database')) await keepLocked(services, session, { sha256: request.procedure.sha256, proposals })
  return { requestId, proposals, sources }
}

async function askPopulation(
  services: Services, options: { person: PersonColumn; agency: AgencyConfig; requestId: string; facts: readonly PopulationFact[]; procedureCode: string },
): Promise<{ outcome: LookUpOutcome; known?: Known }> {
  const refusal = mayLookUp(services, options)
  const found = refusal === undefined ? await lookUp(services, options) : { outcome: refusal }
  await services.db.updateTable('prefill_requests').set({ outcome: found.outcome, answered_at: services.clock() }).where('id', '=', options.requestId).execute()
  return found
}

function claimsOf(person: PersonColumn): Map<OwnFact, JsonValue> {
  return new Map(CLAIMS.flatMap((claim) => {
    const value = person[claim]
    return value ? [[claim, value] as const] : []
  }))
}

/**
 * Writes down that somebody is about to be looked up, before it is done: who, for which procedure, where, and which facts. The
 * answers are not kept, and of what is refused nothing. How long this record is kept is the operator's to say (UNKNOWN;
 * docs/wire-facts.md, “How long look-ups must be kept”): `limits.prefillRecordDays`.
 */
async function recordRequest(
  { db, clock, limits }: Services, request: PrefillRequest, of: { person: PersonColumn; requestId: string; facts: readonly PopulationFact[]; procedureCode: string },
): Promise<void> {
  const { subject } = of.person
  const now = clock()
  await db.transaction().execute(async (trx) => {
    await oneAtATime(trx, `prefill:${subject}`)
    const { count } = await trx.selectFrom('prefill_requests').select((eb) => eb.fn.countAll<string | number>().as('count'))
      .where('subject', '=', subject).where('asked_at', '>', new Date(now.getTime() - HOUR_MS)).executeTakeFirstOrThrow()
    if (Number(count) >= limits.prefillsPerHour) throw new Problem('too-many-look-ups')
    await trx.insertInto('prefill_requests').values({
      id: of.requestId, subject, commune: request.commune, slug: request.procedure.slug, procedure_code: of.procedureCode, purpose: 'prefill',
      sources: JSON.stringify(request.sources), facts: JSON.stringify(of.facts), asked_at: now,
    }).execute()
  })
}

/** Keeps with the session what a page now shows as locked, so that filing can compare it. An earlier look-up for the same form is over. */
async function keepLocked({ db }: Services, { tokenHash }: SessionRecord, { sha256, proposals }: { sha256: string; proposals: readonly Proposal[] }): Promise<void> {
  const locked = proposals.filter(({ locked: isLocked, source }) => isLocked && source === 'population-database').map(({ pointer, value }) => [pointer, value] as const)
  const entry = JSON.stringify({ [sha256]: Object.fromEntries(locked) })
  await db.updateTable('sessions').set({ looked_up: sql`looked_up || ${entry}::jsonb` }).where('token_hash', '=', tokenHash).execute()
}

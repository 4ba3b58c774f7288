import { newDossier, statesAfter, type DossierState, type StepKind } from '@motcua/dossier'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import type { Database } from '../src/database/schema.ts'
import { COMMUNE } from './world.ts'

export const AGENCY = 'H01.02'
const START = Date.parse('2026-08-30T00:00:00+07:00')
const HOUR_MS = 3_600_000

export interface HistoryStep { kind: StepKind; at: number; state: DossierState; dueAt: number | null }
export interface History { steps: HistoryStep[]; feeVnd: number; papers: boolean; released: boolean; rating: { level: string; at: number } | null }

const KINDS: readonly StepKind[] = ['receive', 'process', 'request-supplement', 'supplement-answered', 'request-payment', 'paid', 'finish', 'return', 'stop', 'withdrawn', 'refuse']

/** Any life the table of states allows, over about four months; the due time moves as it may, by days either way. */
export const anyHistory: fc.Arbitrary<History> = fc.record({
  moves: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), hours: fc.integer({ min: 0, max: 800 }), due: fc.option(fc.integer({ min: -300, max: 900 })) }), { maxLength: 14 }),
  first: fc.integer({ min: 0, max: 1200 }), feeVnd: fc.constantFrom(0, 8000), papers: fc.boolean(), released: fc.boolean(),
  rating: fc.option(fc.record({ level: fc.constantFrom('very-satisfied', 'neutral', 'dissatisfied'), at: fc.integer({ min: START, max: START + 2400 * HOUR_MS }) })),
}).map(({ moves, first, ...rest }) => {
  let at = START + first * HOUR_MS
  let state: DossierState = 1
  let dueAt: number | null = null
  const steps: HistoryStep[] = [{ kind: 'submitted', at, state, dueAt }]
  for (const { kind, hours, due } of moves) {
    const next: DossierState | undefined = statesAfter(state, kind)[0]
    if (next === undefined) continue
    at += hours * HOUR_MS
    state = next
    // A procedure without a time limit never gives one; reception sets it, the end of a wait moves it.
    const isFirst = kind === 'receive' && !steps.some((step) => step.kind === 'receive')
    if (due !== null && (isFirst || (kind === 'supplement-answered' && dueAt !== null))) dueAt = at + due * HOUR_MS
    steps.push({ kind, at, state, dueAt })
  }
  return { ...rest, steps }
})

/** Puts histories into the tables as the gateway would have left them. */
export async function keepHistories(db: Kysely<Database>, histories: readonly History[]): Promise<void> {
  for (const [index, { steps, feeVnd, papers, released, rating }] of histories.entries()) {
    const code = `${AGENCY}-TEST-${index}`
    const last = steps.at(-1)
    const date = (time: number): Date => new Date(time)
    await db.insertInto('dossiers').values({
      code, agency_code: AGENCY, commune: COMMUNE, slug: 'extract-copy', definition_from: '2026-01-14', definition_sha256: '', procedure_code: '2.000635', procedure_name: '{"vi":"","en":""}',
      owner_subject: 'somebody', owner_name: 'Ai Đó', owner_personal_id: '', owner_phone: '', owner_email: '', assurance: 2, answers: '{}', locale: 'vi',
      state: last?.state ?? 1, fee_lines: '[]', fee_vnd: feeVnd, fee_basis: 'computed', submitted_at: date(steps[0]?.at ?? 0), last_step_hash: '', step_count: steps.length,
      due_at: last?.dueAt == null ? null : date(last.dueAt), life_cycle: JSON.stringify(newDossier({ code, documents: [], maxSupplementRequests: 9 })),
    }).execute()
    await db.insertInto('steps').values(steps.map((step, at) => ({
      dossier_code: code, seq: at + 1, kind: step.kind, at: date(step.at), state: step.state, by_role: 'system' as const, by_name: '', note: null, sealed: 'system-seal' as const, jws: '', hash: '',
      prev: String(at), due_at: step.dueAt === null ? null : date(step.dueAt),
    }))).execute()
    if (papers) {
      await db.insertInto('uploads').values({ id: code, owner: 'somebody', commune: COMMUNE, slug: 'extract-copy', document_id: 'paper', name: 'a.pdf', declared_type: 'application/pdf', size: 9, status: 'stored', dossier_code: code, created_at: date(START), tus: null }).execute()
      await db.insertInto('attachments').values({ dossier_code: code, upload_id: code, document_id: 'paper', sha256: '', name: 'a.pdf', media_type: 'application/pdf', bytes: 9, current: true, added_at: date(steps[0]?.at ?? START) }).execute()
    }
    if (released) await db.insertInto('released_results').values({ sha256: code, dossier_code: code }).execute()
    if (rating) await db.insertInto('ratings').values({ dossier_code: code, level: rating.level, reasons: '[]', comment: null, rated_at: date(rating.at), changed_at: date(rating.at) }).execute()
  }
}

export async function forgetHistories(db: Kysely<Database>): Promise<void> {
  for (const table of ['ratings', 'released_results', 'attachments', 'uploads', 'steps', 'dossiers'] as const) await db.deleteFrom(table).execute()
}

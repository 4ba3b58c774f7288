import { todayInVietnam } from '@motcua/core/dates'
import type { Selectable, Transaction } from 'kysely'
import { oneAtATime } from '../database/one-at-a-time.ts'
import type { Database, PersonColumn } from '../database/schema.ts'
import { nextNumber } from '../dossiers/code.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { feedbackClock } from './config.ts'
import { dueAfter, feedbackDates } from './feedback-clock.ts'
import { isHandled, stateAfter, type FeedbackActKind, type FeedbackRole } from './life-cycle.ts'

export type FeedbackRow = Selectable<Database['feedback']>
export interface NewFeedback { agencyCode: string; dossierCode: string | null; kind: FeedbackRow['kind']; words: string }
export interface NewAct { kind: FeedbackActKind; words: string | null; role: FeedbackRole; by: string; after: number | undefined }

const DEFAULT_OPEN = 20

/** Takes a feedback in: its code, its dates, and the first entry of its history. Throws `too-many-feedback`. */
export async function openFeedback({ clock, calendar, config }: Services, trx: Transaction<Database>, { agencyCode, dossierCode, kind, words }: NewFeedback, person: PersonColumn): Promise<string> {
  const now = clock()
  const day = todayInVietnam(now)
  await oneAtATime(trx, `feedback:${person.subject}`)
  const open = await trx.selectFrom('feedback').select(({ fn }) => fn.countAll<string | number | bigint>().as('count'))
    .where('owner_subject', '=', person.subject).where('handled_at', 'is', null).executeTakeFirstOrThrow()
  if (Number(open.count) >= (config.feedback?.openPerPerson ?? DEFAULT_OPEN)) throw new Problem('too-many-feedback')
  const number = await nextNumber(trx, `feedback:${agencyCode}`, day)
  // No text that gives feedback a code was found: ours says what it is, whose, and of which day.
  const code = `PAKN-${agencyCode}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`
  const { refuseBy, askBy, handleBy } = feedbackDates(now, feedbackClock(config), calendar)
  await trx.insertInto('feedback').values({
    code, agency_code: agencyCode, dossier_code: dossierCode, owner_subject: person.subject, owner_name: person.fullName, kind, state: 'received',
    received_at: now, refuse_by: refuseBy, ask_by: askBy, handle_by: handleBy, act_count: 1,
  }).execute()
  await trx.insertInto('feedback_acts').values({ feedback_code: code, seq: 1, kind: 'sent', at: now, by_role: 'citizen', by_name: person.fullName, words }).execute()
  return code
}

/** Adds to the history of a feedback. Throws `feedback-not-found`, `feedback-moved-on` or `feedback-act-not-allowed`. */
export async function addAct({ clock, calendar, config }: Services, trx: Transaction<Database>, code: string, act: NewAct): Promise<void> {
  const row = await trx.selectFrom('feedback').selectAll().where('code', '=', code).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Problem('feedback-not-found')
  if (act.after !== undefined && act.after !== row.act_count) throw new Problem('feedback-moved-on', { actCount: row.act_count })
  const state = stateAfter(row.state, act.kind, act.role)
  if (state === undefined) throw new Problem('feedback-act-not-allowed', { state: row.state })
  const now = clock()
  await trx.insertInto('feedback_acts').values({ feedback_code: code, seq: row.act_count + 1, kind: act.kind, at: now, by_role: act.role, by_name: act.by, words: act.words }).execute()
  await trx.updateTable('feedback').set({
    state, act_count: row.act_count + 1, ...(isHandled(state) && row.handled_at === null ? { handled_at: now } : {}),
    ...(state === 'answered' ? { publish_by: dueAfter(now, feedbackClock(config).publish, calendar) } : {}),
  }).where('code', '=', code).execute()
}

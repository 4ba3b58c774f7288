import type { RatingScale } from '@motcua/schemas/reference'
import { sql, type Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { MonthCounts } from './counts.ts'
import type { MonthSpan } from './months.ts'

export interface CountMonthsOptions {
  agencyCode: string
  /** A month that is not over ends where it is measured. */
  spans: readonly MonthSpan[]
  scale: Pick<RatingScale, 'levels'>
}

type Counted = Record<string, string | number | bigint> & { month: string }

/**
 * Counts months from the agency's own records, by the rules of the index (formula paper of Quyết định 766/QĐ-TTg; CONFIRMED in
 * a copy, checked 2026-10):
 *
 * - a dossier that was never received is left out;
 * - it ends when it is finished, else returned, else stopped or withdrawn; one that waits for its first supplement is judged
 *   at the request, one that is unfinished at the end of the period;
 * - more than one supplement request makes it late; the time of a supplement does not count, the due time has moved by it.
 *
 * Judged when its clock stopped is also who waits for a payment, and paid, digitised and rated count in the month of
 * reception, of the result, of the rating (INFERRED). Records of this gateway are all filed online: the other channels are not known to it.
 */
export async function countMonths(db: Kysely<Database>, options: CountMonthsOptions): Promise<Map<string, MonthCounts>> {
  const { scale, spans } = options
  const [dossiers, ratings, feedback] = [await countDossiers(db, options), await countRatings(db, options), await countFeedback(db, options)]
  return new Map(spans.map(({ month }) => {
    const of = (rows: readonly Counted[], name: string): number => Number(rows.find((row) => row.month === month)?.[name] ?? 0)
    const levels = Object.fromEntries(scale.levels.map(({ id }) => [id, Number(ratings.find((row) => row.month === month && row.level === id)?.count ?? 0)]))
    const dossier = (name: string): number => of(dossiers, name)
    return [month, {
      counts: {
        receivedNew: dossier('received_new'), carriedOver: dossier('carried_over'), online: dossier('received_new'),
        solvedOnTime: dossier('solved_on_time'), solvedLate: dossier('solved_late'), solvedUndated: dossier('solved_undated'),
        stopped: dossier('stopped'), withdrawn: dossier('withdrawn'),
        pendingInTime: dossier('pending_in_time'), pendingLate: dossier('pending_late'), pendingUndated: dossier('pending_undated'),
        waitingSupplement: dossier('waiting_supplement'), waitingPayment: dossier('waiting_payment'),
        feedbackReceived: of(feedback, 'received'), feedbackInTime: of(feedback, 'in_time'), feedbackLate: of(feedback, 'late'),
        feedbackOpen: of(feedback, 'open_in_time'), feedbackOpenLate: of(feedback, 'open_late'),
      },
      shares: {
        onTime: { numerator: dossier('judged_on_time'), denominator: dossier('judged') },
        paidOnline: { numerator: dossier('paid_online'), denominator: dossier('fee_bearing') },
        digitised: { numerator: dossier('digitised'), denominator: dossier('with_papers') },
        satisfied: {
          numerator: scale.levels.reduce((sum, { id, counts }) => sum + (counts === 'satisfied' ? levels[id] ?? 0 : 0), 0),
          denominator: scale.levels.reduce((sum, { id }) => sum + (levels[id] ?? 0), 0),
        },
      },
      ratings: levels,
    } satisfies MonthCounts]
  }))
}

/** The months as rows, with bound values: `(month, starts_at, ends_at)`. */
function monthRows(spans: readonly MonthSpan[]) {
  return sql.join(spans.map(({ month, startsAt, endsAt }) => sql`(${month}::text, ${startsAt}::timestamptz, ${endsAt}::timestamptz)`))
}

async function countDossiers(db: Kysely<Database>, { agencyCode, spans }: CountMonthsOptions): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with months (month, starts_at, ends_at) as (values ${monthRows(spans)}),
    life as (
      select d.code, d.fee_vnd, d.due_at,
        min(s.at) filter (where s.kind = 'receive') as received_at,
        coalesce(min(s.at) filter (where s.kind = 'finish'), min(s.at) filter (where s.kind = 'return')) as solved_at,
        min(s.at) filter (where s.kind = 'stop') as stopped_at,
        min(s.at) filter (where s.kind = 'withdrawn') as withdrawn_at,
        min(s.at) filter (where s.kind = 'paid') as paid_at
      from dossiers d join steps s on s.dossier_code = d.code
      where d.agency_code = ${agencyCode}
      group by d.code
    ),
    present as (
      select m.*, life.*, coalesce(solved_at, stopped_at, withdrawn_at) < m.ends_at as has_ended,
        latest.state, coalesce(latest.due_at, life.due_at) as due_then, asked.supplements, asked.supplement_at, asked.payment_at
      from months m
      join life on received_at < m.ends_at and (coalesce(solved_at, stopped_at, withdrawn_at) >= m.starts_at) is not false
      cross join lateral (select state, due_at from steps where dossier_code = life.code and at < m.ends_at order by seq desc limit 1) latest
      cross join lateral (
        select count(*) filter (where kind = 'request-supplement') as supplements,
          max(at) filter (where kind = 'request-supplement') as supplement_at, max(at) filter (where kind = 'request-payment') as payment_at
        from steps where dossier_code = life.code and at < m.ends_at) asked
    ),
    judged as (
      select present.*, has_ended is true as ended,
        supplements <= 1 and due_then is null as undated,
        supplements <= 1 and due_then >= case
          when has_ended then coalesce(solved_at, stopped_at, withdrawn_at)
          when state = 5 then supplement_at when state = 6 then payment_at else ends_at end as on_time,
        exists (select from attachments a where a.dossier_code = code and a.added_at < ends_at) as has_papers,
        exists (select from released_results r where r.dossier_code = code) as has_result
      from present
    )
    select month,
      count(*) filter (where received_at >= starts_at) as received_new,
      count(*) filter (where received_at < starts_at) as carried_over,
      count(*) filter (where ended and solved_at is not null and on_time) as solved_on_time,
      count(*) filter (where ended and solved_at is not null and undated) as solved_undated,
      count(*) filter (where ended and solved_at is not null and not undated and on_time is not true) as solved_late,
      count(*) filter (where ended and solved_at is null and stopped_at is not null) as stopped,
      count(*) filter (where ended and solved_at is null and stopped_at is null) as withdrawn,
      count(*) filter (where not ended and state not in (5, 6) and on_time) as pending_in_time,
      count(*) filter (where not ended and state not in (5, 6) and undated) as pending_undated,
      count(*) filter (where not ended and state not in (5, 6) and not undated and on_time is not true) as pending_late,
      count(*) filter (where not ended and state = 5) as waiting_supplement,
      count(*) filter (where not ended and state = 6) as waiting_payment,
      count(*) filter (where on_time) as judged_on_time,
      count(*) filter (where not undated) as judged,
      count(*) filter (where received_at >= starts_at and fee_vnd > 0) as fee_bearing,
      count(*) filter (where received_at >= starts_at and fee_vnd > 0 and paid_at < ends_at) as paid_online,
      count(*) filter (where ended and solved_at is not null and has_papers) as with_papers,
      count(*) filter (where ended and solved_at is not null and has_papers and has_result) as digitised
    from judged group by month`.execute(db)
  return rows
}

async function countRatings(db: Kysely<Database>, { agencyCode, spans }: CountMonthsOptions): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with months (month, starts_at, ends_at) as (values ${monthRows(spans)})
    select m.month, r.level, count(*) as count
    from months m join ratings r on r.rated_at >= m.starts_at and r.rated_at < m.ends_at
    join dossiers d on d.code = r.dossier_code and d.agency_code = ${agencyCode}
    group by m.month, r.level`.execute(db)
  return rows
}

/** What the person took back is the agency's neither to answer nor to be late with; without a known date nothing is late. */
async function countFeedback(db: Kysely<Database>, { agencyCode, spans }: CountMonthsOptions): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with months (month, starts_at, ends_at) as (values ${monthRows(spans)}),
    present as (
      select m.*, f.received_at, f.handled_at < m.ends_at as handled,
        coalesce(case when f.handled_at < m.ends_at then f.handled_at else m.ends_at end
          > case when f.state = 'refused' and f.handled_at < m.ends_at then f.refuse_by else f.handle_by end, false) as late
      from months m join feedback f on f.received_at < m.ends_at and (f.handled_at >= m.starts_at) is not false
      where f.agency_code = ${agencyCode} and not (f.state = 'withdrawn' and f.handled_at < m.ends_at)
    )
    select month,
      count(*) filter (where received_at >= starts_at) as received,
      count(*) filter (where handled and not late) as in_time,
      count(*) filter (where handled and late) as late,
      count(*) filter (where handled is not true and not late) as open_in_time,
      count(*) filter (where handled is not true and late) as open_late
    from present group by month`.execute(db)
  return rows
}

import { agencyName } from '../agencies.ts'
import type { Services } from '../services.ts'
import { allowedActs, isHandled, type FeedbackRole } from './life-cycle.ts'
import type { FeedbackRow } from './store.ts'

/** One line of a list (`FeedbackSummary` of the contract): what it is about is not among it. */
export function summaryOf({ config, clock }: Services, row: FeedbackRow): Record<string, unknown> {
  return {
    code: row.code, kind: row.kind, state: row.state, dossier: row.dossier_code, agencyName: agencyName(config, row.agency_code),
    receivedAt: row.received_at.toISOString(), refuseBy: instant(row.refuse_by), askBy: instant(row.ask_by), handleBy: instant(row.handle_by),
    publishBy: instant(row.publish_by), handledAt: instant(row.handled_at), late: isLate(row, clock()), actCount: row.act_count,
  }
}

/** A feedback with its whole history (`Feedback` of the contract), for its owner or for an officer of the agency. */
export async function feedbackView(services: Services, row: FeedbackRow, role: FeedbackRole): Promise<Record<string, unknown>> {
  const acts = await services.db.selectFrom('feedback_acts').selectAll().where('feedback_code', '=', row.code).orderBy('seq').execute()
  return {
    ...summaryOf(services, row), allowedActs: allowedActs(row.state, role),
    acts: acts.map(({ kind, at, by_role, by_name, words }) => ({ kind, at: at.toISOString(), by: { role: by_role, name: by_name }, ...(words === null ? {} : { words }) })),
  }
}

/** Handled, or still not, after its date; the person's own withdrawal is nobody's delay. */
function isLate(row: FeedbackRow, now: Date): boolean {
  if (row.state === 'withdrawn') return false
  const by = row.state === 'refused' ? row.refuse_by : row.handle_by
  return by !== null && (isHandled(row.state) ? row.handled_at ?? now : now) > by
}

function instant(date: Date | null): string | null { return date?.toISOString() ?? null }

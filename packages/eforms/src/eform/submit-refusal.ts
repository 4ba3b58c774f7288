import type { Issue } from '@motcua/core/issue'
import { failureOf } from '../services/failure.ts'
import type { FlowNotice } from './flow-types.ts'

/** What a failed submission asks of the page. */
export type Refusal =
  /** Nothing is known, or nothing can be mended here: say so and keep the key. */
  | { kind: 'say'; notice: FlowNotice }
  /** The form has a newer version. */
  | { kind: 'reload' }
  /** Nothing was filed: mend the answers; the next try is a new one. */
  | { kind: 'mend'; issues: readonly Issue[]; title: string; supportCode: string }

/** Sorts what `submit` threw. */
export function refusalOf(error: unknown): Refusal {
  const failure = failureOf(error)
  if (failure.kind === 'session') return { kind: 'say', notice: { key: 'sessionExpired', tone: 'warn', signIn: true } }
  if (failure.kind !== 'problem') return { kind: 'say', notice: { key: 'submitOffline', tone: 'bad-notice' } }
  switch (failure.name) {
    case 'definition-changed': return { kind: 'reload' }
    case 'idempotency-key-reused': return { kind: 'say', notice: { key: 'submitAlready', tone: 'warn', dossiers: true } }
    case 'submission-in-progress': return { kind: 'say', notice: { key: 'submitOffline', tone: 'warn' } }
    default: return { kind: 'mend', issues: failure.issues, title: failure.problem.title, supportCode: failure.supportCode }
  }
}

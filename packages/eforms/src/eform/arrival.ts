import type { KeptDraft } from '../services/services.ts'
import type { EformFlow } from './flow.ts'
import type { FlowNotice } from './flow-types.ts'

/** Where somebody who has just come goes on. */
export type Arrival =
  | { to: 'start'; drafts: readonly KeptDraft[]; notice?: FlowNotice }
  | { to: 'tracker' }
  | { to: 'first step' }
  | { to: 'draft'; draft: KeptDraft }

/** A fresh visit, or the way back from signing in. */
export async function arrive(flow: EformFlow): Promise<Arrival> {
  const { opened } = flow
  const drafts = await opened?.draft.list() ?? []
  const portal = opened?.services.portal
  if (opened?.ending === 'hand-off' || !portal) return { to: 'start', drafts }
  const intent = flow.session.return.intent()
  const draft = drafts.find(({ id }) => id === flow.session.return.draft())
  const outcome = await portal.completeSignIn(flow.address).catch(() => ({ kind: 'failed' as const }))
  const isBack = outcome.kind === 'signed-in' || (outcome.kind === 'none' && portal.session() !== undefined && intent !== undefined)
  if (isBack || outcome.kind !== 'none') flow.session.return.forget()
  if (outcome.kind === 'failed' || outcome.kind === 'cancelled') {
    return { to: 'start', drafts, notice: { key: outcome.kind === 'cancelled' ? 'signInCancelled' : 'signInFailed', tone: 'warn' } }
  }
  await flow.prefill()
  if (isBack && intent === 'tracker') return { to: 'tracker' }
  if (isBack && draft && intent === 'resume') return { to: 'draft', draft }
  if (isBack && drafts.length === 0 && intent) return { to: 'first step' }
  return { to: 'start', drafts }
}

import { viRefusal } from '../locales/vi-refusal.ts'
import type { Failure } from '../services/failure.ts'
import { issueErrors } from './flow-errors.ts'
import type { EformFlow } from './flow.ts'
import { CHECK_STEP } from './flow-types.ts'
import type { Opened } from './flow-types.ts'
import { openForm } from './open-form.ts'

type Problem = Extract<Failure, { kind: 'problem' }>

/** Does what a gateway asks for that did not take the dossier. A chunk that few dossiers need. */
export async function heedRefusal(flow: EformFlow, opened: Opened, problem: Problem, error: unknown): Promise<void> {
  flow.options.host.learn(viRefusal)
  switch (problem.name) {
    case 'definition-changed': await reload(flow, opened, error); break
    case 'idempotency-key-reused': flow.fail({ key: 'submitAlready', tone: 'warn', dossiers: true }, error); break
    case 'submission-in-progress': flow.fail({ key: 'submitOffline', tone: 'warn' }, error); break
    default: mend(flow, opened, problem, error)
  }
}

/** Nothing was filed: the next try, with other answers, is a new one, and nothing has to outlive this page. */
function mend(flow: EformFlow, opened: Opened, { issues, problem: { title }, supportCode }: Problem, error: unknown): void {
  flow.idempotencyKey = crypto.randomUUID()
  if (!opened.draft.chosen) void opened.draft.wipe()
  const orphans = opened.form.applyServerIssues(issues)
  flow.errors = issueErrors(flow, opened.form.issues.peek(), CHECK_STEP)
  const shown = flow.errors.length > 0 && orphans.length === 0
  flow.fail({ ...(shown ? { key: 'submitInvalid' } : { key: 'submitRefused', values: { reason: '' }, quote: title }), tone: 'bad-notice', ...(supportCode && { supportCode }) }, error)
}

/** The form has a newer version: fetch it, carry the answers over, and let the person check again. */
async function reload(flow: EformFlow, opened: Opened, error: unknown): Promise<void> {
  const { services, procedure, commune, words, prefill, shared } = flow.options
  const isLate = flow.lateness()
  const opening = await openForm({ services, procedure, commune, words, prefill, shared, initial: opened.form.project(), places: opened.context.places })
  if (isLate()) return
  if ('reason' in opening) { flow.fail({ key: opening.reason, tone: 'bad-notice', ...(opening.values && { values: opening.values }) }, error); return }
  const renewed = { ...opened, ...opening }
  flow.opened = renewed
  flow.watch.start(renewed)
  flow.idempotencyKey = crypto.randomUUID()
  await flow.prefill()
  if (isLate()) return
  flow.agreed = false
  flow.learn()
  flow.walk.goTo(CHECK_STEP)
  flow.notice = { key: 'submitChanged', tone: 'warn' }
}

import type { Acknowledgement } from '../services/contract.ts'
import { failureOf } from '../services/failure.ts'
import { issueErrors } from './flow-errors.ts'
import type { EformFlow } from './flow.ts'
import { CHECK_STEP } from './flow-types.ts'
import type { Opened } from './flow-types.ts'
import { attachmentsOf, paperErrors } from './papers.ts'
import { closingPage } from './steps.ts'

/** Files what has been answered: submits it, or hands it off. Says what is missing first. */
export async function fileDossier(flow: EformFlow): Promise<void> {
  const { opened } = flow
  if (!opened) return
  const isLate = flow.lateness()
  await flow.watch.checks?.settle()
  if (isLate()) return
  flow.notice = undefined
  flow.errors = [
    ...issueErrors(flow, [...opened.helper?.form.validateAll() ?? [], ...opened.form.validateAll()], CHECK_STEP),
    ...paperErrors(flow),
    ...(flow.agreed || closingPage(flow) ? [] : [{ id: 'undertaking', text: 'undertakingMissing', step: CHECK_STEP } as const]),
  ]
  if (flow.errors.length > 0) { flow.showErrors(); return }
  const { ending } = opened
  const assistedBy = opened.helper?.record()
  if (!flow.emit('motcua-before-submit', { procedure: flow.slug, ending }, { cancelable: true })) return
  if (ending !== 'submit' || !opened.services.portal) {
    flow.walk.turnAside(CHECK_STEP)
    flow.to({ name: 'handed-off' }, 'heading')
    flow.emit('motcua-submitted', { procedure: flow.slug, ending })
    return
  }
  if (flow.needsSignIn) { flow.fail({ key: 'sessionExpired', tone: 'warn', signIn: true }); return }
  flow.submitting = true
  flow.options.host.redraw()
  try {
    // The key must outlive a crash of this page: without it a retry would file twice.
    await opened.draft.save()
    if (isLate()) { void opened.draft.wipe(); return }
    const acknowledgement = await opened.services.portal.submit({
      procedure: { slug: flow.slug, effectiveFrom: opened.definition.procedure.effectiveFrom, sha256: opened.sha256 },
      commune: flow.options.commune, answers: opened.form.project(), locale: flow.options.words.peek().language,
      attachments: attachmentsOf(flow).map(({ documentId, uploadId, sha256 }) => ({ documentId, uploadId, sha256 })),
      ...(assistedBy && { assistedBy }),
    }, { idempotencyKey: flow.idempotencyKey })
    void opened.draft.wipe()
    if (!isLate()) acknowledge(flow, acknowledgement)
  } catch (error) {
    if (!isLate()) await refused(flow, opened, error)
  } finally {
    if (!isLate()) {
      flow.submitting = false
      flow.options.host.redraw()
    }
  }
}

function acknowledge(flow: EformFlow, acknowledgement: Acknowledgement): void {
  flow.session.return.forget()
  flow.walk.end()
  flow.to({ name: 'acknowledged', acknowledgement }, 'heading')
  flow.emit('motcua-submitted', { procedure: flow.slug, ending: 'submit' })
}

async function refused(flow: EformFlow, opened: Opened, error: unknown): Promise<void> {
  const isLate = flow.lateness()
  const failure = failureOf(error)
  if (failure.kind === 'session') { flow.fail({ key: 'sessionExpired', tone: 'warn', signIn: true }, error); return }
  // Where the gateway has answered, what to do about it arrives now; lost on the way it is a lost connection like any other.
  const answer = failure.kind === 'problem' ? await import('./refusal.ts').catch(() => undefined) : undefined
  if (isLate()) return
  if (answer && failure.kind === 'problem') await answer.heedRefusal(flow, opened, failure, error)
  else flow.fail({ key: 'submitOffline', tone: 'bad-notice' }, error)
}

import type { Acknowledgement } from '../services/contract.ts'
import type { EformFlow } from './flow.ts'
import { CHECK_STEP } from './flow-types.ts'
import type { Opened } from './flow-types.ts'
import { openForm } from './open-form.ts'
import { refusalOf } from './submit-refusal.ts'

/** Files what has been answered: submits it, or hands it off. Says what is missing first. */
export async function fileDossier(flow: EformFlow): Promise<void> {
  const { opened } = flow
  if (!opened) return
  await flow.checks.settle()
  flow.notice = undefined
  flow.errors = [
    ...flow.issueErrors([...opened.helper?.form.validateAll() ?? [], ...opened.form.validateAll()], CHECK_STEP),
    ...flow.documentErrors(),
    ...(flow.agreed || flow.closingPage ? [] : [{ id: 'undertaking', text: 'undertakingMissing', step: CHECK_STEP } as const]),
  ]
  if (flow.errors.length > 0) { flow.showErrors(); return }
  const { ending } = opened
  const assistedBy = opened.helper?.record()
  if (!flow.emit('motcua-before-submit', { procedure: flow.slug, ending }, { cancelable: true })) return
  if (ending !== 'submit' || !opened.services.portal) {
    flow.to({ name: 'handed-off' }, 'heading')
    flow.emit('motcua-submitted', { procedure: flow.slug, ending })
    return
  }
  if (flow.needsSignIn) { flow.fail({ key: 'sessionExpired', tone: 'warn', signIn: true }); return }
  flow.submitting = true
  void flow.options.host.redraw()
  try {
    // The key must outlive a crash of this page: without it a retry would file twice.
    await opened.draft.save()
    acknowledge(flow, await opened.services.portal.submit({
      procedure: { slug: flow.slug, effectiveFrom: opened.definition.procedure.effectiveFrom, sha256: opened.sha256 },
      commune: flow.options.commune, answers: opened.form.project(), locale: flow.options.words.peek().language,
      attachments: flow.attachments.map(({ documentId, uploadId, sha256 }) => ({ documentId, uploadId, sha256 })),
      ...(assistedBy && { assistedBy }),
    }, { idempotencyKey: flow.idempotencyKey }))
  } catch (error) {
    await refused(flow, opened, error)
  } finally {
    flow.submitting = false
    void flow.options.host.redraw()
  }
}

function acknowledge(flow: EformFlow, acknowledgement: Acknowledgement): void {
  void flow.opened?.draft.wipe()
  flow.session.return.forget()
  flow.history?.replace('done')
  flow.to({ name: 'acknowledged', acknowledgement }, 'heading')
  flow.emit('motcua-submitted', { procedure: flow.slug, ending: 'submit' })
}

async function refused(flow: EformFlow, opened: Opened, error: unknown): Promise<void> {
  const refusal = refusalOf(error)
  if (refusal.kind === 'say') { flow.fail(refusal.notice, error); return }
  if (refusal.kind === 'reload') { await reload(flow, opened, error); return }
  // Nothing was filed: the next try, with other answers, is a new one, and nothing has to outlive this page.
  flow.idempotencyKey = crypto.randomUUID()
  if (!opened.draft.chosen) void opened.draft.wipe()
  const orphans = opened.form.applyServerIssues(refusal.issues)
  flow.errors = flow.issueErrors(opened.form.issues.peek(), CHECK_STEP)
  const { supportCode, title } = refusal
  const shown = flow.errors.length > 0 && orphans.length === 0
  flow.fail({ ...(shown ? { key: 'submitInvalid' } : { key: 'submitRefused', values: { reason: '' }, quote: title }), tone: 'bad-notice', ...(supportCode && { supportCode }) }, error)
}

/** The form has a newer version: fetch it, carry the answers over, and let the person check again. */
async function reload(flow: EformFlow, opened: Opened, error: unknown): Promise<void> {
  const { services, procedure, commune, words, prefill, shared } = flow.options
  const opening = await openForm({ services, procedure, commune, words, prefill, shared, initial: opened.form.project(), places: opened.context.places })
  if ('reason' in opening) { flow.fail({ key: opening.reason, tone: 'bad-notice', ...(opening.values && { values: opening.values }) }, error); return }
  const renewed = { ...opened, ...opening }
  flow.opened = renewed
  flow.watch(renewed)
  flow.idempotencyKey = crypto.randomUUID()
  await flow.prefill()
  flow.agreed = false
  flow.goTo(CHECK_STEP)
  flow.notice = { key: 'submitChanged', tone: 'warn' }
}

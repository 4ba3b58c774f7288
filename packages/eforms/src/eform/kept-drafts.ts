import type { DraftContent, KeptDraft } from '../services/services.ts'
import type { EformFlow } from './flow.ts'
import { stepOf } from './steps.ts'

/** Drafts on the device: those that were found, opening one again, and what goes into the present one. */
export class KeptDrafts {
  /** None of them opened. */
  found: readonly KeptDraft[] = []
  /** Whether to delete it is being asked. */
  asked: KeptDraft | undefined
  readonly #flow: EformFlow

  constructor(flow: EformFlow) { this.#flow = flow }

  /** Needs no session: whoever chose to keep a draft here may read it here. Papers and submitting ask for one. */
  async resume(draft: KeptDraft): Promise<void> {
    // Pressed twice.
    if (!this.found.includes(draft)) return
    this.found = []
    await this.restore(draft)
  }

  /** Asks before it is deleted, for a thumb that slipped; without one it asks no more. */
  ask(draft?: KeptDraft): void {
    this.asked = draft
    this.#flow.options.host.redraw()
    this.#flow.options.host.focus(draft ? 'discard' : 'drafts')
  }

  async discard(draft: KeptDraft): Promise<void> {
    const { opened, options: { host } } = this.#flow
    const isGone = await opened?.draft.remove(draft.id)
    if (isGone) this.found = this.found.filter((other) => other !== draft)
    this.#flow.notice = isGone ? { key: 'draftDiscarded', tone: '' } : { key: 'draftOpenElsewhere', tone: 'warn' }
    host.redraw()
    host.focus('notice')
  }

  /** Puts a draft into the open form and goes to where it was left. */
  async restore(draft: KeptDraft): Promise<void> {
    const flow = this.#flow
    const { content } = draft
    const { opened } = flow
    if (!opened) return
    try {
      const { effectiveFrom } = opened.definition.procedure
      const { snapshot } = content
      const today = snapshot.definition.effectiveFrom === effectiveFrom ? snapshot : (await import('./older-draft.ts')).migrateDraft(snapshot, snapshot.definition, opened.definition).snapshot
      opened.form.restore(flow.offer?.ownDraft(today) ?? today)
    } catch (error) {
      flow.fail({ key: 'draftFailed', tone: 'warn' }, error)
      return
    }
    opened.uploads?.restore(content.attachments)
    const isOwn = await opened.draft.takeUp(draft)
    flow.session.answered()
    // A copy is a dossier of its own.
    if (isOwn) flow.idempotencyKey = content.idempotencyKey
    // Kept for the redirect only: it has done its work.
    if (!content.chosen && isOwn) void opened.draft.wipe()
    flow.walk.goTo(stepOf(flow, content.step))
    flow.notice ??= { key: isOwn ? 'draftResumed' : 'draftCopied', tone: '' }
  }

  /** The present form as a draft. */
  content(chosen: boolean): DraftContent {
    const { opened, stage, idempotencyKey } = this.#flow
    if (!opened) throw new TypeError('A draft needs an open form.')
    return { snapshot: opened.form.snapshot(), step: stage.name === 'step' ? stage.step : '', attachments: opened.uploads?.stored ?? [], idempotencyKey, chosen }
  }
}

import type { DraftContent, DraftServices, KeptDraft } from '../services/services.ts'
import { claimDraft } from './claim-draft.ts'

export type DraftState = 'off' | 'saving' | 'saved' | 'failed'

const PAUSE_MS = 600

export interface DraftKeeperOptions {
  drafts: DraftServices | undefined
  /** Slug and commune: what the names of this form's drafts begin with. */
  form: string
  /** Shared and assisted machines keep nothing. */
  shared: boolean
  content(chosen: boolean): DraftContent
  /** Everything typed so far lies on the device. */
  saved(): void
  changed(): void
}

/** Keeps this page's draft while the person wants it, and for the length of a redirect or a submission. Other drafts of the form stay as they are. */
export class DraftKeeper {
  /** Name of the draft that this page writes: its own, until another is taken up. */
  id: string
  state: DraftState = 'off'
  savedAt: Date | undefined
  /** The citizen's visible choice. */
  chosen = false
  readonly #options: DraftKeeperOptions
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Gives the draft back to other tabs. */
  #release: Promise<(() => void) | undefined> | undefined
  /** Saves run one after another, so that an older one never lands last. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(options: DraftKeeperOptions) {
    this.#options = options
    this.id = `${options.form}:${crypto.randomUUID()}`
    document.addEventListener('visibilitychange', this.#hidden)
    globalThis.addEventListener('pagehide', this.#flush)
  }

  get available(): boolean { return !this.#options.shared && this.#options.drafts !== undefined }

  async choose(chosen: boolean): Promise<void> {
    this.chosen = chosen
    if (chosen) await this.save()
    else await this.wipe()
  }

  /** Something was typed. Once an answer or a page is done (`isDone`) it is saved at once: a page that goes has no time left. */
  edited({ isDone = false } = {}): void {
    if (!this.chosen) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#flush, PAUSE_MS)
    if (isDone) { this.#flush(); return }
    // What is on the screen is not on the device yet: it must not say so.
    if (this.state !== 'saving') this.#set('saving')
  }

  /** Saves now. Resolves to whether the draft is safe on the device. */
  async save(): Promise<boolean> {
    const { drafts } = this.#options
    if (!this.available || !drafts) return false
    this.#release ??= claimDraft(this.id)
    this.#stopTimer()
    this.#set(this.chosen ? 'saving' : this.state)
    const saved = this.#queue.then(async () => drafts.save(this.id, this.#options.content(this.chosen)))
    this.#queue = saved.catch(() => undefined)
    try {
      this.savedAt = await saved
      // Typed while this was being written: another save is on its way.
      if (this.#timer === undefined) this.#options.saved()
      this.#set(this.#timer === undefined ? this.chosen ? 'saved' : 'off' : 'saving')
      return true
    } catch {
      this.#set('failed')
      return false
    }
  }

  /** Drafts of this form on the device, the last saved first. */
  async list(): Promise<KeptDraft[]> {
    const { drafts, form } = this.#options
    return this.available && drafts ? drafts.list(form).catch(() => []) : []
  }

  /** Goes on with a draft. False when another tab has it open: then this page goes on with a copy under its own name. */
  async takeUp({ id, content, savedAt }: KeptDraft): Promise<boolean> {
    const release = await claimDraft(id)
    if (release) {
      await this.#letGo()
      this.id = id
      this.#release = Promise.resolve(release)
    }
    this.chosen = content.chosen
    this.savedAt = savedAt
    this.#set(content.chosen ? 'saved' : 'off')
    return release !== undefined
  }

  /** Deletes a draft of this form. False when another tab has it open: there it would go on being written. */
  async remove(id: string): Promise<boolean> {
    const release = await claimDraft(id)
    if (!release) return false
    await this.#options.drafts?.remove(id).catch(() => undefined)
    release()
    return true
  }

  async wipe(): Promise<void> {
    const { drafts } = this.#options
    this.#stopTimer()
    // Nothing that happens later on this page, such as answering a supplement, may bring it back.
    this.chosen = false
    if (drafts && !this.#options.shared) {
      this.#queue = this.#queue.then(() => drafts.remove(this.id)).catch(() => undefined)
      await this.#queue
    }
    this.savedAt = undefined
    this.#set('off')
  }

  dispose(): void {
    this.#flush()
    void this.#letGo()
    document.removeEventListener('visibilitychange', this.#hidden)
    globalThis.removeEventListener('pagehide', this.#flush)
  }

  /** The page may be gone in a moment: what waits is written now. */
  readonly #flush = (): void => { if (this.#timer !== undefined) void this.save() }
  readonly #hidden = (): void => { if (document.visibilityState === 'hidden') this.#flush() }

  async #letGo(): Promise<void> {
    const release = this.#release
    this.#release = undefined
    ;(await release)?.()
  }

  #stopTimer(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #set(state: DraftState): void {
    this.state = state
    this.#options.changed()
  }
}

import type { DraftContent, DraftServices } from '../services/services.ts'

export type DraftState = 'off' | 'saving' | 'saved' | 'failed'

const PAUSE_MS = 600

export interface DraftKeeperOptions {
  drafts: DraftServices | undefined
  key: string
  /** Shared and assisted machines keep nothing. */
  shared: boolean
  content(chosen: boolean): DraftContent
  changed(): void
}

/** Keeps the draft while the person wants it, and for the length of a redirect or a submission. */
export class DraftKeeper {
  state: DraftState = 'off'
  savedAt: Date | undefined
  /** The citizen's visible choice. */
  chosen = false
  readonly #options: DraftKeeperOptions
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Saves run one after another, so that an older one never lands last. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(options: DraftKeeperOptions) {
    this.#options = options
    document.addEventListener('visibilitychange', this.#hidden)
    globalThis.addEventListener('pagehide', this.#flush)
  }

  get available(): boolean { return !this.#options.shared && this.#options.drafts !== undefined }

  async choose(chosen: boolean): Promise<void> {
    this.chosen = chosen
    if (chosen) await this.save()
    else await this.wipe()
  }

  /** Something was typed. */
  edited(): void {
    if (!this.chosen) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#flush, PAUSE_MS)
    // What is on the screen is not on the device yet: it must not say so.
    if (this.state !== 'saving') this.#set('saving')
  }

  /** Saves now. Resolves to whether the draft is safe on the device. */
  async save(): Promise<boolean> {
    const { drafts, key } = this.#options
    if (!this.available || !drafts) return false
    this.#stopTimer()
    this.#set(this.chosen ? 'saving' : this.state)
    const saved = this.#queue.then(async () => drafts.save(key, this.#options.content(this.chosen)))
    this.#queue = saved.catch(() => undefined)
    try {
      this.savedAt = await saved
      // Typed while this was being written: another save is on its way.
      this.#set(this.#timer === undefined ? this.chosen ? 'saved' : 'off' : 'saving')
      return true
    } catch {
      this.#set('failed')
      return false
    }
  }

  async load(): Promise<{ content: DraftContent; savedAt: Date } | null> {
    const { drafts, key } = this.#options
    if (!this.available || !drafts) return null
    return drafts.load(key).catch(() => null)
  }

  async wipe(): Promise<void> {
    const { drafts, key } = this.#options
    this.#stopTimer()
    // Nothing that happens later on this page, such as answering a supplement, may bring it back.
    this.chosen = false
    if (drafts && !this.#options.shared) {
      this.#queue = this.#queue.then(() => drafts.remove(key)).catch(() => undefined)
      await this.#queue
    }
    this.savedAt = undefined
    this.#set('off')
  }

  dispose(): void {
    this.#flush()
    document.removeEventListener('visibilitychange', this.#hidden)
    globalThis.removeEventListener('pagehide', this.#flush)
  }

  /** The page may be gone in a moment: what waits is written now. */
  readonly #flush = (): void => { if (this.#timer !== undefined) void this.save() }
  readonly #hidden = (): void => { if (document.visibilityState === 'hidden') this.#flush() }

  #stopTimer(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #set(state: DraftState): void {
    this.state = state
    this.#options.changed()
  }
}

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

  constructor(options: DraftKeeperOptions) { this.#options = options }

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
    this.#timer = setTimeout(() => { void this.save() }, PAUSE_MS)
  }

  /** Saves now. Resolves to whether the draft is safe on the device. */
  async save(): Promise<boolean> {
    const { drafts, key } = this.#options
    if (!this.available || !drafts) return false
    clearTimeout(this.#timer)
    this.#set(this.chosen ? 'saving' : this.state)
    const saved = this.#queue.then(async () => drafts.save(key, this.#options.content(this.chosen)))
    this.#queue = saved.catch(() => undefined)
    try {
      this.savedAt = await saved
      this.#set(this.chosen ? 'saved' : 'off')
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
    clearTimeout(this.#timer)
    if (drafts && !this.#options.shared) {
      this.#queue = this.#queue.then(() => drafts.remove(key)).catch(() => undefined)
      await this.#queue
    }
    this.savedAt = undefined
    this.#set('off')
  }

  dispose(): void { clearTimeout(this.#timer) }

  #set(state: DraftState): void {
    this.state = state
    this.#options.changed()
  }
}

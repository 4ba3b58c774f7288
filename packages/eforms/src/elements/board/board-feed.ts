import type { Board } from '@motcua/portal-client/appointments'
import { failureOf } from '../../services/failure.ts'
import type { AppointmentServices } from '../../services/services.ts'

/** How often the display asks while all is well: a person called waits no longer than this to be seen. */
export const EVERY_MS = 5_000
/** The longest pause while the gateway does not answer. */
export const LONGEST_MS = 60_000
/** One answer that is late or lost is nothing to worry the room with. */
const TOLERATED = 1

export interface BoardFeedOptions {
  calls: Pick<AppointmentServices, 'board'>
  commune: string
  changed(feed: BoardFeed): void
  /** @default Math.random */
  random?: () => number
}

/** Asks for the board again and again: one timer and one request at a time, however long it runs. */
export class BoardFeed {
  board: Board | undefined
  /** When the gateway last answered. */
  updatedAt: Date | undefined
  /** The office has no such display. */
  isAbsent = false
  readonly #options: BoardFeedOptions
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined
  readonly #online = (): void => { void this.ask() }

  constructor(options: BoardFeedOptions) {
    this.#options = options
    globalThis.addEventListener('online', this.#online)
    void this.ask()
  }

  /** What is shown may no longer be so. */
  get isStale(): boolean { return this.#failures > TOLERATED }

  async ask(): Promise<void> {
    if (this.#asking) return
    clearTimeout(this.#timer)
    const asking = new AbortController()
    this.#asking = asking
    const { calls, commune, changed } = this.#options
    try {
      const board = await calls.board(commune, { signal: asking.signal })
      if (asking.signal.aborted) return
      this.board = board
      this.updatedAt = new Date()
      this.isAbsent = false
      this.#failures = 0
    } catch (error) {
      if (asking.signal.aborted) return
      const failure = failureOf(error)
      this.isAbsent = failure.kind === 'problem' && failure.problem.status === 404
      this.#failures += 1
    }
    this.#asking = undefined
    this.#timer = setTimeout(() => { void this.ask() }, this.#pause())
    changed(this)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    globalThis.removeEventListener('online', this.#online)
  }

  /** Doubles from failure to failure. Not all displays of a province come back in the same second. */
  #pause(): number {
    const { random = Math.random } = this.#options
    if (this.#failures === 0) return EVERY_MS
    return Math.min(LONGEST_MS, EVERY_MS * 2 ** Math.min(this.#failures - 1, 10)) * (0.75 + random() / 2)
  }
}

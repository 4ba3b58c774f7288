export interface IdleWatchOptions {
  /** Without a hand on the page for so long it begins to count down, in milliseconds. */
  idleMs: number
  /** How long it counts down, in milliseconds. WCAG 2.2.1 asks for 20 seconds or more. @default 60_000 */
  warningMs?: number
  /** Whether there is anything to wipe. */
  isInUse(): boolean
  /** `left` has changed. */
  changed(): void
  /** Nobody was there any more. */
  expired(): void
}

const SECOND_MS = 1000

/** Notices that nobody is there any more: counts down in sight first, and any touch starts anew, however often. */
export class IdleWatch {
  /** Seconds left, while it counts down. */
  left: number | undefined
  readonly #options: Required<IdleWatchOptions>
  #timer: ReturnType<typeof setTimeout> | undefined
  #touchedAt = Date.now()

  constructor(options: IdleWatchOptions) {
    this.#options = { ...options, warningMs: options.warningMs ?? 60 * SECOND_MS }
    this.#begin()
  }

  get warningSeconds(): number { return Math.round(this.#options.warningMs / SECOND_MS) }

  /** A hand on the page. */
  touch(): void {
    const { idleMs, warningMs, isInUse } = this.#options
    // The machine slept: whoever wakes it is somebody else.
    if (Date.now() - this.#touchedAt >= idleMs + warningMs && isInUse()) this.#expire()
    else this.#begin()
  }

  stop(): void { clearTimeout(this.#timer) }

  #begin(): void {
    this.#touchedAt = Date.now()
    this.#tell(undefined)
    this.#wait(this.#options.idleMs)
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => { this.#count() }, ms)
  }

  #count(): void {
    const { idleMs, warningMs, isInUse } = this.#options
    if (!isInUse()) { this.#begin(); return }
    const left = Math.ceil((this.#touchedAt + idleMs + warningMs - Date.now()) / SECOND_MS)
    if (left <= 0) { this.#expire(); return }
    this.#tell(left)
    this.#wait(SECOND_MS)
  }

  #expire(): void {
    this.#begin()
    this.#options.expired()
  }

  #tell(left: number | undefined): void {
    if (left === this.left) return
    this.left = left
    this.#options.changed()
  }
}

import type { Form } from '@motcua/form-core'
import { startChecks } from '@motcua/form-core/checks'
import type { Check, RunningChecks } from '@motcua/form-core/checks'

/** So long going on waits for an answer from elsewhere. Then it goes on without it, as when the check itself fails. */
const PATIENCE_MS = 10_000

export type AnswerChecks = Readonly<Record<string, Check>>

/** The page's checks on the form that is open: at most one set at a time. A chunk that only a page with checks of its own needs. */
export class RunningAnswerChecks {
  #running: RunningChecks | undefined
  readonly #changed: () => void

  /** @param changed called when a check begins or ends */
  constructor(changed: () => void) { this.#changed = changed }

  /** Runs these in place of those before. */
  start(form: Form, checks: AnswerChecks | undefined): void {
    this.stop()
    if (!checks) return
    const running = startChecks(form, checks)
    const stopSaying = running.pending.subscribe(this.#changed)
    this.#running = { ...running, stop: () => { stopSaying(); running.stop() } }
  }

  /** Whether answers are being looked at elsewhere; `undefined` when nothing ever is. */
  get isChecking(): boolean | undefined { return this.#running && this.#running.pending.peek().length > 0 }

  /** Resolves when what is being checked is known, or has been waited for long enough. */
  async settle(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const waitedLong = new Promise<void>((resolve) => { timer = setTimeout(resolve, PATIENCE_MS) })
    await Promise.race([this.#running?.settle(), waitedLong])
    clearTimeout(timer)
  }

  stop(): void {
    this.#running?.stop()
    this.#running = undefined
  }
}

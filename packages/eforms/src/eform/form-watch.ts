import { effect } from '@preact/signals-core'
import { hearOfSeldomViews } from '../seldom/lazy-views.ts'
import type { EformFlow } from './flow.ts'
import type { Opened } from './flow-types.ts'
import type { RunningAnswerChecks } from './running-checks.ts'

/** Watches the form that is open: what the frame round it shows, what leaving would lose, and what looks at its answers elsewhere. */
export class FormWatch {
  /** On a page that has checks of its own. */
  checks: RunningAnswerChecks | undefined
  readonly #flow: EformFlow
  #stop: (() => void) | undefined

  constructor(flow: EformFlow) { this.#flow = flow }

  /** What is wrong, which pages there are, names of places: the frame follows, fields look after themselves. */
  start({ form, context }: Opened): void {
    const { session, options: { words, host } } = this.#flow
    this.#stop?.()
    const stopGuarding = effect(() => {
      if (form.dirty.value) session.answered()
      session.update()
    })
    const stopRedrawing = effect(() => { void form.issues.value; void form.pages.value; void words.value; void context.places.state.value; hearOfSeldomViews(); host.redraw() })
    this.#stop = () => { stopGuarding(); stopRedrawing() }
    void this.startChecks()
  }

  /** Runs the page's checks on the form that is open, in place of those it had before. */
  async startChecks(): Promise<void> {
    const flow = this.#flow
    const { checks, host } = flow.options
    const isLate = flow.lateness()
    // Lost on the way it holds up nobody, like a check that fails itself.
    const chunk = checks?.() && await import('./running-checks.ts').catch(() => undefined)
    const form = flow.opened?.form
    if (isLate() || !form) return
    if (chunk) this.checks ??= new chunk.RunningAnswerChecks(() => { host.redraw() })
    this.checks?.start(form, checks?.())
  }

  stop(): void {
    this.#stop?.()
    this.checks?.stop()
  }
}

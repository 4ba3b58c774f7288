/** Has the browser ask before the page is left, as long as something would be lost; at other times it does not listen at all. */
export class LeaveGuard {
  readonly #isAtRisk: () => boolean
  #listening = false

  constructor(isAtRisk: () => boolean) { this.#isAtRisk = isAtRisk }

  /** Call when what is at risk may have changed. */
  update(): void {
    const isAtRisk = this.#isAtRisk()
    if (isAtRisk === this.#listening) return
    this.#listening = isAtRisk
    if (isAtRisk) globalThis.addEventListener('beforeunload', ask)
    else globalThis.removeEventListener('beforeunload', ask)
  }

  dispose(): void {
    this.#listening = false
    globalThis.removeEventListener('beforeunload', ask)
  }
}

function ask(event: BeforeUnloadEvent): void { event.preventDefault() }

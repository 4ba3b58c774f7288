const KEY = 'motcua'

/**
 * Makes the browser's Back go one step back in the form. Addresses stay as they are; other state is kept.
 * Steps of an earlier opening, before a reload or of the person before, count for nothing: what was answered there is gone.
 */
export class StepHistory {
  readonly #id: string
  readonly #onStep: (step: string | undefined) => void
  readonly #listener = ({ state }: PopStateEvent): void => { this.#onStep(state?.[KEY]?.[this.#id]) }

  constructor(id: string, onStep: (step: string | undefined) => void) {
    this.#id = `${id} ${Math.random()}`
    this.#onStep = onStep
    globalThis.addEventListener('popstate', this.#listener)
  }

  /** Of the page's own state nothing is known, but that it may be there. */
  push(step: string): void {
    const { state } = history
    history.pushState({ ...state, [KEY]: { ...state?.[KEY], [this.#id]: step } }, '')
  }

  dispose(): void { globalThis.removeEventListener('popstate', this.#listener) }
}

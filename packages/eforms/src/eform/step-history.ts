const KEY = 'motcua'

/**
 * Makes the browser's Back go one step back in the form. Addresses stay as they are; other state is kept.
 * Steps of an earlier opening, before a reload or of the person before, count for nothing: what was answered there is gone.
 */
export class StepHistory {
  readonly #id: string
  readonly #onStep: (step: string | undefined) => void
  readonly #listener = (event: PopStateEvent): void => { this.#onStep(this.#stepOf(event.state)) }

  constructor(id: string, onStep: (step: string | undefined) => void) {
    this.#id = `${id} ${Math.random()}`
    this.#onStep = onStep
    globalThis.addEventListener('popstate', this.#listener)
  }

  push(step: string): void { history.pushState(this.#with(step), '') }
  replace(step: string): void { history.replaceState(this.#with(step), '') }
  dispose(): void { globalThis.removeEventListener('popstate', this.#listener) }

  #with(step: string): Record<string, unknown> {
    const state = isRecord(history.state) ? history.state : {}
    return { ...state, [KEY]: { ...(isRecord(state[KEY]) ? state[KEY] : {}), [this.#id]: step } }
  }

  #stepOf(state: unknown): string | undefined {
    const steps = isRecord(state) ? state[KEY] : undefined
    const step = isRecord(steps) && Object.hasOwn(steps, this.#id) ? steps[this.#id] : undefined
    return typeof step === 'string' ? step : undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> { return typeof value === 'object' && value !== null }

import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { withArea } from '../locales/strings.ts'
import type { Words } from '../locales/strings.ts'
import { viShared } from '../locales/vi-shared.ts'
import { IdleWatch } from './idle-watch.ts'

export interface SharedMachineOptions {
  idleMs: number
  /** Whether somebody's answers or session are there. */
  isInUse(): boolean
  redraw(): void
  /** Forgets everything. */
  forget(): void
  /** Forgets everything and begins again. */
  handOn(): void
}

/** What a hand on the page is told by. */
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'] as const

/**
 * A machine that many people use, one after another: what one has entered is gone when they press the button, when nobody has
 * touched the page for a while, and when the page is left, so that Back does not bring it up for the next.
 */
export class SharedMachine {
  readonly #options: SharedMachineOptions
  readonly #idle: IdleWatch
  readonly #touched = (): void => { this.#idle.touch() }
  readonly #left = (): void => { this.#options.forget() }
  readonly #back = (event: PageTransitionEvent): void => { if (event.persisted) this.#options.handOn() }

  constructor(options: SharedMachineOptions) {
    this.#options = options
    this.#idle = new IdleWatch({ idleMs: options.idleMs, isInUse: options.isInUse, changed: options.redraw, expired: options.handOn })
    for (const type of TOUCHES) globalThis.addEventListener(type, this.#touched, { capture: true, passive: true })
    globalThis.addEventListener('pagehide', this.#left)
    globalThis.addEventListener('pageshow', this.#back)
  }

  /** The countdown, above what is on the page. */
  warning(spoken: Words): TemplateResult | typeof nothing {
    const { left, warningSeconds } = this.#idle
    if (left === undefined) return nothing
    const words = withArea(spoken, viShared)
    // Said once; the figure that runs is for the eye.
    return html`<div class="notice warn countdown screen" role="alert"><p .textContent=${words('sharedIdle', { seconds: warningSeconds })}></p>
      <p aria-hidden="true" .textContent=${words('sharedLeft', { seconds: left })}></p>
      <button type="button" class="button" .textContent=${words('sharedStay')} @click=${this.#touched}></button></div>`
  }

  /** The way to hand the machine on, below what is on the page. */
  handOnView(spoken: Words): TemplateResult | typeof nothing {
    if (!this.#options.isInUse()) return nothing
    const words = withArea(spoken, viShared)
    return html`<div class="buttons screen"><button type="button" class="button secondary" part="hand-on" .textContent=${words('sharedHandOn')} @click=${() => { this.#options.handOn() }}></button></div>`
  }

  stop(): void {
    this.#idle.stop()
    for (const type of TOUCHES) globalThis.removeEventListener(type, this.#touched, { capture: true })
    globalThis.removeEventListener('pagehide', this.#left)
    globalThis.removeEventListener('pageshow', this.#back)
  }
}

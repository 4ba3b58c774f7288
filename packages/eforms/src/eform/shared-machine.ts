import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { notice } from '../dom/messages.ts'
import { withArea } from '../locales/strings.ts'
import type { Words } from '../locales/strings.ts'
import { viShared } from '../locales/vi-shared.ts'
import { askHelper } from './assisted/helper.ts'
import type { EformFlow } from './flow.ts'
import type { Stage } from './flow-types.ts'
import { IdleWatch } from './idle-watch.ts'
import { OwnPhone } from './own-phone.ts'

export interface SharedMachineOptions {
  /** The eForm on the machine; its attribute `phone-page` names the page for phones. */
  element: HTMLElement & { readonly assisted: boolean; readonly idleSeconds: number }
  flow(): EformFlow | undefined
  redraw(): void
  /** Forgets everything. */
  forget(): void
  /** Forgets everything and begins again. */
  handOn(): void
}

/** Where the element says nothing that is one. */
const IDLE_SECONDS = 180
/** Where nobody has answered anything yet. */
const BEFORE_ANSWERS: ReadonlySet<Stage['name']> = new Set(['loading', 'blocked', 'start'])
/** What a hand on the page is told by. */
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'] as const

/**
 * A machine that many people use, one after another: what one has entered is gone when they press the button, when nobody has
 * touched the page for a while, and when the page is left, so that Back does not bring it up for the next.
 */
export class SharedMachine {
  readonly #options: SharedMachineOptions
  readonly #idle: IdleWatch
  readonly #phone: OwnPhone
  readonly #touched = (): void => { this.#idle.touch() }
  readonly #left = (): void => { this.#options.forget() }
  readonly #back = (event: PageTransitionEvent): void => { if (event.persisted) this.#options.handOn() }

  constructor(options: SharedMachineOptions) {
    this.#options = options
    const { element: { idleSeconds }, redraw, handOn } = options
    this.#idle = new IdleWatch({ idleMs: (idleSeconds > 0 ? idleSeconds : IDLE_SECONDS) * 1000, isInUse: () => this.#isInUse, changed: redraw, expired: handOn })
    this.#phone = new OwnPhone(() => options.element.getAttribute('phone-page') ?? '', redraw)
    const flow = options.flow()
    if (options.element.assisted && flow) flow.help = askHelper
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

  /** With whose account to sign in: a helper might take their own. */
  signInView(spoken: Words): TemplateResult | typeof nothing {
    return this.#options.element.assisted && this.#options.flow()?.needsSignIn ? notice(withArea(spoken, viShared)('assistedSignIn'), 'warn') : nothing
  }

  /** Ways off the machine, below what is on the page: to one's own phone, and to the next person. */
  belowView(spoken: Words): TemplateResult {
    const words = withArea(spoken, viShared)
    return html`${this.#phone.view(words)}${this.#isInUse
      ? html`<div class="buttons screen"><button type="button" class="button secondary" part="hand-on" .textContent=${words('sharedHandOn')} @click=${() => { this.#options.handOn() }}></button></div>` : nothing}`
  }

  /** Somebody's answers, dossier or session are there. */
  get #isInUse(): boolean {
    const flow = this.#options.flow()
    return flow !== undefined && (!BEFORE_ANSWERS.has(flow.stage.name) || flow.opened?.services.portal?.session() !== undefined)
  }

  stop(): void {
    this.#idle.stop()
    for (const type of TOUCHES) globalThis.removeEventListener(type, this.#touched, { capture: true })
    globalThis.removeEventListener('pagehide', this.#left)
    globalThis.removeEventListener('pageshow', this.#back)
  }
}

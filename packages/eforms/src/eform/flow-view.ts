import { computed } from '@preact/signals-core'
import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { Lazy } from '../dom/lazy.ts'
import { notice } from '../dom/messages.ts'
import { mountItems } from '../form-view/mount-items.ts'
import type { mountPages } from '../form-view/mount-pages.ts'
import type { Words } from '../locales/strings.ts'
import type { AfterSubmit } from '../panels/after-submit.ts'
import type { PanelHost } from '../panels/panel-host.ts'
import { blockedView } from './blocked-view.ts'
import type { EformFlow } from './flow.ts'
import { CHECK_STEP, FORM_STEP, contextOf } from './flow-types.ts'
import type { Layout, Opened } from './flow-types.ts'
import type { PackedHandOff } from './hand-off-view.ts'
import type { SharedMachine } from './shared-machine.ts'
import { startView } from './start-view.ts'
import { stepView } from './step-view.ts'
import { closingPage, questionPages } from './steps.ts'

export interface FlowViewHost extends PanelHost {
  /** In whose root it is drawn. */
  readonly element: HTMLElement
  /** The person has pressed that they sign out. */
  signOut(flow: EformFlow): void
}

/** Draws what each stage of a flow shows. What later stages need arrives in chunks of its own, when they are near. */
export class FlowView {
  readonly #host: FlowViewHost
  /** The questions of a step; mounted once, they redraw themselves from then on. */
  #page: { id: string; opened: Opened; box: HTMLElement; dispose(): void } | undefined
  /** Arrives with the layout that needs it. */
  #mountPages: typeof mountPages | undefined
  #packed: { opened: Opened; promise: Promise<PackedHandOff> } | undefined
  readonly #after: Lazy<AfterSubmit>
  readonly #lastSteps: Lazy<typeof import('./last-steps.ts')>
  readonly #handOff: Lazy<typeof import('./hand-off-view.ts')>
  readonly #uploads: Lazy<typeof import('../uploads/uploads.ts')>

  constructor(host: FlowViewHost) {
    this.#host = host
    const { redraw } = host
    this.#after = new Lazy(() => import('../panels/after-submit.ts').then(({ AfterSubmit }) => new AfterSubmit(host)), redraw)
    this.#lastSteps = new Lazy(() => import('./last-steps.ts'), redraw)
    this.#handOff = new Lazy(() => import('./hand-off-view.ts'), redraw)
    this.#uploads = new Lazy(() => import('../uploads/uploads.ts'), redraw)
  }

  get layout(): Layout { return this.#mountPages ? 'one-page' : 'pages' }

  /** All questions on one page are drawn by a chunk of their own. */
  async layOut(layout: string): Promise<void> {
    this.#mountPages = layout === 'one-page' ? await import('../form-view/mount-pages.ts').then(({ mountPages }) => mountPages) : undefined
  }

  /** Answers have changed: what was packed of them is not what would be handed off. */
  edited(): void { this.#packed = undefined }

  forget(): void {
    this.#page?.dispose()
    this.#page = this.#packed = undefined
    this.#after.loaded?.stop()
  }

  view(flow: EformFlow | undefined, machine: SharedMachine | undefined): TemplateResult {
    const words = this.#host.words()
    if (!flow || flow.stage.name === 'loading') return html`${loadingView(words)}<slot></slot>`
    const { stage, opened } = flow
    if (stage.name === 'blocked') return blockedView(stage.block, words, () => { void flow.reopen() })
    if (!opened) return html``
    const { procedure } = opened.definition
    const banner = procedure.completeness === 'incomplete' ? html`<div class="screen">${notice(words('incompleteBanner'), 'warn')}</div>` : nothing
    const session = opened.services.portal?.session()
    return html`<form novalidate @submit=${(e: Event) => { e.preventDefault(); flow.walk.next() }}>
      <slot name="intro"></slot>${banner}
      ${session ? html`<p class="muted screen"><span .textContent=${words('signedInAs', { name: session.displayName })}></span> <button type="button" class="link" .textContent=${words('signOut')} @click=${() => { this.#host.signOut(flow) }}></button></p>` : nothing}
      ${this.#stage(flow, opened, machine, words)}</form>`
  }

  #stage(flow: EformFlow, opened: Opened, machine: SharedMachine | undefined, words: Words): TemplateResult {
    const { stage } = flow
    const portal = opened.services.portal
    switch (stage.name) {
      case 'step': {
        const check = this.#lastSteps.get()?.checkStep
        if (stage.step === CHECK_STEP) (opened.ending === 'submit' ? this.#after : this.#handOff).get()
        return stepView(flow, opened, stage.step, this.#fields(flow, opened, stage.step === CHECK_STEP ? closingPage(flow)?.id : stage.step), { uploads: opened.uploads && this.#uploads.get(), check }, words)
      }
      case 'handed-off': {
        const handOff = this.#handOff.get()
        return handOff ? handOff.handOffView(opened, this.#pack(opened, handOff.packHandOff), this.#host.element, words, flow) : loadingView(words)
      }
      case 'acknowledged':
        return html`${this.#lastSteps.get()?.acknowledgementView(stage.acknowledgement, words, () => { flow.track(stage.acknowledgement.code) }, this.#after.loaded?.isSettled(stage.acknowledgement.code)) ?? loadingView(words)}
          ${portal ? this.#after.get()?.payment(portal, stage.acknowledgement) ?? loadingView(words) : nothing}`
      case 'tracker': return portal?.session() ? this.#after.get()?.tracker(portal, stage.code, opened) ?? loadingView(words) : signInView(flow, words)
      default: return startView(flow, opened, machine?.signInView(words), words)
    }
  }

  #fields(flow: EformFlow, opened: Opened, step: string | undefined): HTMLElement | undefined {
    if (step === undefined) return undefined
    const context = contextOf(opened, step)
    const page = context.form.pages.value.find((p) => p.id === step)
    const mountPages = step === FORM_STEP ? this.#mountPages : undefined
    if (!page && !mountPages) return undefined
    if (this.#page?.id !== step || this.#page.opened !== opened) {
      this.#page?.dispose()
      const box = document.createElement('div')
      const dispose = page ? mountItems(box, page.items, context) : mountPages?.(box, computed(() => questionPages(flow)), context, { level: 3 })
      this.#page = { id: step, opened, box, dispose: () => dispose?.() }
    }
    return this.#page.box
  }

  #pack(opened: Opened, pack: (opened: Opened) => Promise<PackedHandOff>): Promise<PackedHandOff> {
    if (this.#packed?.opened !== opened) this.#packed = { opened, promise: pack(opened) }
    return this.#packed.promise
  }
}

function signInView(flow: EformFlow, words: Words): TemplateResult {
  return html`<h2 id="heading" tabindex="-1" .textContent=${words('myDossiersLink')}></h2><p .textContent=${words('signInNote')}></p>
    <button type="button" class="button" .textContent=${words('signIn')} @click=${() => { void flow.session.signIn('tracker') }}></button>`
}

function loadingView(words: Words): TemplateResult { return html`<p role="status" .textContent=${words('loading')}></p>` }

import { fieldId } from '../form-view/context.ts'
import { issueErrors } from './flow-errors.ts'
import type { EformFlow } from './flow.ts'
import { CHECK_STEP, DOCUMENTS_STEP } from './flow-types.ts'
import type { FlowError } from './flow-types.ts'
import { paperErrors } from './papers.ts'
import { StepHistory } from './step-history.ts'
import { besideStep, stepOf, stepsOf, validateStep } from './steps.ts'

/** Going from step to step: on, back, to what is to be changed or is wrong, and with the browser's Back. */
export class Walk {
  readonly #flow: EformFlow
  #history: StepHistory | undefined
  /** After a change link, Continue leads straight back to the check page, by way of pages that the change has brought along. */
  #backToCheck = false
  /** Steps that there were on the check page, and those since. */
  #known: string[] = []
  /** Going on waits for what is being checked. */
  #settling = false

  constructor(flow: EformFlow) { this.#flow = flow }

  /** From now on the browser's Back goes through the steps of this form. */
  begin(): void { this.#history = new StepHistory(this.#flow.slug, (step) => { this.#popped(step) }) }

  /** Something other than a step is about to be shown: Back leads to where one was. For the browser it is the step `as`; the start has none. */
  turnAside(as = ''): void { this.#history?.push(as) }

  /** It is filed, or gone: Back leads to none of its steps any more, wherever it goes on from here. */
  end(): void {
    this.#history?.dispose()
    this.#history = undefined
  }

  /** Continue. Says what is wrong, or goes on; first it waits for what is being checked. */
  next(): void {
    const { checks } = this.#flow.watch
    if (!checks?.isChecking) { this.#goOn(); return }
    const { stage } = this.#flow
    if (this.#settling) return
    this.#settling = true
    void checks.settle().then(() => {
      this.#settling = false
      if (this.#flow.stage === stage) this.#goOn()
    })
  }

  back(): void {
    const { stage } = this.#flow
    if (stage.name !== 'step') return
    const previous = besideStep(this.#flow, stage.step, -1)
    if (previous) this.goTo(previous)
    else this.#goToStart()
  }

  goTo(step: string, options: { history?: boolean; focus?: string } = {}): void {
    const flow = this.#flow
    const steps = stepsOf(flow)
    const number = steps.indexOf(step) + 1
    if (number === 0) return
    if (step === CHECK_STEP) {
      this.#backToCheck = false
      this.#known = steps
    }
    flow.errors = []
    flow.notice = flow.needsSignIn && (step === DOCUMENTS_STEP || step === CHECK_STEP) ? { key: 'sessionExpired', tone: 'warn', signIn: true } : undefined
    if (options.history !== false) this.#history?.push(step)
    flow.to({ name: 'step', step }, options.focus ?? 'heading')
    flow.edited({ isDone: true })
    flow.emit('motcua-step-change', { procedure: flow.slug, step, number, total: steps.length })
  }

  /** From the check page or the summary to one field. */
  change(step: string, pointer?: string): void {
    const { stage } = this.#flow
    this.#backToCheck = stage.name === 'step' && stage.step === CHECK_STEP
    this.goTo(stepOf(this.#flow, step), pointer === undefined ? {} : { focus: fieldId(pointer) })
  }

  goToError(error: FlowError): void {
    const flow = this.#flow
    if (flow.stage.name === 'step' && flow.stage.step === error.step) { flow.options.host.focus(error.id); return }
    const { errors } = flow
    this.#backToCheck = true
    this.goTo(error.step, { focus: error.id })
    flow.errors = errors.filter((e) => e.step === error.step)
  }

  /** Stays at the same questions when the layout changes. */
  layOut(): void {
    const { stage } = this.#flow
    if (stage.name === 'step') this.goTo(stepOf(this.#flow, stage.step), { history: false })
  }

  #goOn(): void {
    const flow = this.#flow
    const { stage } = flow
    if (stage.name !== 'step') return
    const { step } = stage
    if (step === CHECK_STEP) { void flow.finish(); return }
    flow.notice = undefined
    flow.errors = step === DOCUMENTS_STEP ? paperErrors(flow) : issueErrors(flow, validateStep(flow, step), step)
    if (flow.errors.length > 0) { flow.showErrors(); return }
    this.#known.push(step)
    const next = this.#backToCheck ? stepsOf(flow).find((other) => !this.#known.includes(other)) : besideStep(flow, step, 1)
    this.goTo(next ?? CHECK_STEP)
  }

  #goToStart(options: { history?: boolean } = {}): void {
    const flow = this.#flow
    flow.errors = []
    flow.notice = undefined
    if (options.history !== false) this.#history?.push('')
    flow.to({ name: 'start' }, 'heading')
  }

  #popped(step: string | undefined): void {
    const { stage } = this.#flow
    if (stage.name === 'loading' || stage.name === 'blocked') return
    if (step) this.goTo(stepOf(this.#flow, step), { history: false })
    else this.#goToStart({ history: false })
  }
}

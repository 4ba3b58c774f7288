import { failureOf } from '../services/failure.ts'
import type { EformFlow } from './flow.ts'
import { LeaveGuard } from './leave-guard.ts'
import { SignInReturn } from './sign-in-return.ts'

/** Signing in and out, and the browser's question before the person leaves answers that nothing keeps. */
export class Session {
  /** What to go on with after signing in. */
  readonly return: SignInReturn
  readonly #flow: EformFlow
  /** The form holds answers of the person. */
  #isAnswered = false
  /** On the way to sign in: what was typed is safe, or the person knows that it is not. */
  #isLeaving = false
  readonly #guard = new LeaveGuard(() => ['start', 'step'].includes(this.#flow.stage.name) && !this.#isLeaving && this.#isAnswered && !this.#isSafe)

  constructor(flow: EformFlow) {
    this.#flow = flow
    this.return = new SignInReturn(`${flow.options.procedure}:${flow.options.commune}`)
  }

  /** Everything typed lies in a draft that the person keeps. */
  get #isSafe(): boolean {
    const { opened } = this.#flow
    return opened?.draft.chosen === true && !opened.form.dirty.peek()
  }

  /** From now on there is something to lose. */
  answered(): void { this.#isAnswered = true }

  /** Call when what leaving would lose may have changed. */
  update(): void { this.#guard.update() }

  /** Leaves the page for the identity provider; what was typed waits, encrypted, for the way back. */
  async signIn(then: 'start' | 'resume' | 'tracker'): Promise<void> {
    const flow = this.#flow
    const { shared, host } = flow.options
    const portal = flow.opened?.services.portal
    if (!portal) return
    const isLate = flow.lateness()
    try {
      const isSafe = shared || flow.stage.name !== 'step' || await flow.opened?.draft.save()
      const address = new URL(flow.address)
      address.hash = ''
      const { url } = await portal.beginSignIn(address.href)
      if (isLate()) return
      if (!shared) this.return.remember(flow.stage.name === 'step' ? 'resume' : then, flow.opened?.draft.id)
      // Where the draft could not be kept the browser asks first.
      this.#isLeaving = isSafe === true
      this.update()
      host.navigate(url)
    } catch (error) {
      if (!isLate()) flow.fail({ key: failureOf(error).kind === 'offline' ? 'blockedOffline' : 'signInFailed', tone: 'bad-notice' }, error)
    }
  }

  async signOut(): Promise<void> {
    const flow = this.#flow
    const { opened } = flow
    if (!opened) return
    await opened.services.drafts?.removeAll().catch(() => undefined)
    await opened.draft.wipe()
    await opened.services.portal?.signOut().catch(() => undefined)
    // A new form: nothing of the person who left stays in memory.
    flow.dispose()
    flow.opened = undefined
    flow.agreed = false
    flow.idempotencyKey = crypto.randomUUID()
    await flow.reopen()
  }

  dispose(): void {
    this.#guard.dispose()
    this.#isAnswered = false
  }
}

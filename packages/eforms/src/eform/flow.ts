import type { Language } from '../locales/strings.ts'
import type { PrefillOffer } from '../prefill/offer.ts'
import { failureOf } from '../services/failure.ts'
import { arrive } from './arrival.ts'
import type { Block } from './blocked-view.ts'
import { DraftKeeper } from './draft-keeper.ts'
import type { EformEventDetails } from './events.ts'
import type { FlowError, FlowNotice, FlowOptions, Helper, Opened, Stage } from './flow-types.ts'
import { FormWatch } from './form-watch.ts'
import { KeptDrafts } from './kept-drafts.ts'
import { openForm } from './open-form.ts'
import type { FormOpening } from './open-form.ts'
import { openUploads } from './papers.ts'
import { Session } from './session.ts'
import { stepsOf } from './steps.ts'
import { Walk } from './walk.ts'

/** One citizen's way through one procedure: where they are, what is wrong, what is kept. Draws nothing. */
export class EformFlow {
  stage: Stage = { name: 'loading' }
  opened: Opened | undefined
  errors: FlowError[] = []
  notice: FlowNotice | undefined
  agreed = false
  /** To ask others what the person is asked, where somebody is signed in. */
  offer: PrefillOffer | undefined
  /** A submission is on its way. */
  submitting = false
  #filing = false
  readonly options: FlowOptions
  readonly walk = new Walk(this)
  readonly watch = new FormWatch(this)
  readonly drafts = new KeptDrafts(this)
  readonly session: Session
  /** Where somebody helps at the counter: what they are asked. */
  help: ((opening: FormOpening) => Helper | undefined) | undefined
  /** Of the next submission; the same key never files twice. */
  idempotencyKey = crypto.randomUUID() as string
  /** Counts openings and endings: what an earlier one still waits for comes too late. */
  #turn = 0

  constructor(options: FlowOptions) {
    this.options = options
    this.session = new Session(this)
  }

  get needsSignIn(): boolean { return this.opened?.ending === 'submit' && this.opened.services.portal?.session() === undefined }
  get slug(): string { return this.opened?.definition.procedure.slug ?? this.options.procedure }
  get address(): string { return this.options.address?.() ?? location.href }

  /** To be asked after waiting: whether the form has ended or been opened anew meanwhile, so that what was waited for comes too late. */
  lateness(): () => boolean {
    const turn = this.#turn
    return () => turn !== this.#turn
  }

  async open(): Promise<void> {
    const { services, procedure, commune, words, shared, prefill } = this.options
    this.#turn += 1
    const isLate = this.lateness()
    this.to({ name: 'loading' })
    const opening = await openForm({ services, procedure, commune, words, prefill, shared })
    if (isLate()) return
    if ('reason' in opening) { this.#blocked(opening); return }
    const uploads = await openUploads(this, opening).catch(() => null)
    if (isLate()) return
    if (uploads === null) { this.#blocked({ reason: 'blockedOffline', retry: true }); return }
    const draft = new DraftKeeper({
      drafts: services.drafts, form: `${opening.definition.procedure.slug}:${commune}`, shared, content: (chosen) => this.drafts.content(chosen),
      saved: () => { this.opened?.form.markSaved() }, changed: () => { this.session.update(); this.options.host.redraw() },
    })
    const opened = { ...opening, services, draft, helper: this.help?.(opening), ...(uploads && { uploads }) }
    this.opened = opened
    // What the page has learnt of the person on the way here, and the language that it has been switched to.
    if (prefill) opened.form.prefill(prefill())
    await this.speak(words.peek().language)
    if (isLate()) return
    this.walk.begin()
    this.watch.start(opened)
    await this.#arrive()
    this.learn()
  }

  /** Opens after a press that takes its own button away. */
  async reopen(): Promise<void> {
    await this.open()
    this.options.host.focus('heading')
  }

  dispose(): void {
    this.#turn += 1
    this.submitting = this.#filing = false
    this.offer = undefined
    this.watch.stop()
    this.session.dispose()
    this.walk.end()
    this.opened?.draft.dispose()
    this.opened?.uploads?.stop()
  }

  /** Sources stand behind a click, and wrong answers are yet to be given: both come after the page. Without them the next wrong answer tries again. */
  learn(): void { void this.opened?.learn?.().then(() => { this.options.host.redraw() }, () => undefined) }

  /** Fetches the form's words in a language. Where they cannot be had it goes on in Vietnamese; the next switch tries again. */
  async speak(language: Language): Promise<void> { await this.opened?.speak?.(language).catch(() => undefined) }

  /** From the start page. Signs in first where filing needs it. */
  async start(): Promise<void> {
    if (this.needsSignIn) { await this.session.signIn('start'); return }
    const [first] = stepsOf(this)
    if (first !== undefined) this.walk.goTo(first)
  }

  agree(agreed: boolean): void {
    this.agreed = agreed
    if (agreed) this.errors = this.errors.filter((error) => error.id !== 'undertaking')
    this.options.host.redraw()
  }

  edited(options: { isDone: boolean }): void { this.opened?.draft.edited(options) }

  track(code?: string): void {
    if (this.needsSignIn) { void this.session.signIn('tracker'); return }
    this.notice = undefined
    this.walk.turnAside()
    this.to(code === undefined ? { name: 'tracker' } : { name: 'tracker', code }, 'heading')
  }

  /** Submits or hands off, once however often it is pressed. How that is done arrives with the check page. */
  async finish(): Promise<void> {
    if (this.#filing || !this.opened) return
    this.#filing = true
    const isLate = this.lateness()
    try {
      const { fileDossier } = await import('./last-steps.ts')
      if (!isLate()) await fileDossier(this)
    } catch (error) {
      if (!isLate()) this.fail({ key: 'blockedOffline', tone: 'bad-notice' }, error)
    } finally {
      if (!isLate()) this.#filing = false
    }
  }

  /** Fills in what is known of who is signed in. How that is done arrives once somebody is; lost on the way, they fill in alone. */
  async prefill(): Promise<void> {
    if (this.opened?.services.portal?.session()) await import('../prefill/known-person.ts').then(({ prefillKnownPerson }) => prefillKnownPerson(this)).catch(() => undefined)
  }

  showErrors(): void {
    this.learn()
    this.options.host.redraw()
    this.options.host.focus('summary')
  }

  fail(notice: FlowNotice, error?: unknown): void {
    const supportCode = notice.supportCode ?? failureOf(error).supportCode
    const support = supportCode && { supportCode }
    this.notice = { ...notice, ...support }
    this.emit('motcua-error', { procedure: this.slug, reason: notice.key, ...support })
    this.options.host.redraw()
    this.options.host.focus(this.errors.length > 0 ? 'summary' : 'notice')
  }

  to(stage: Stage, focus?: string): void {
    this.stage = stage
    this.session.update()
    this.options.host.redraw()
    if (focus) this.options.host.focus(focus)
  }

  emit<K extends keyof EformEventDetails>(type: K, detail: EformEventDetails[K], options?: { cancelable?: boolean }): boolean {
    return this.options.host.emit(type, detail, options)
  }

  async #arrive(): Promise<void> {
    const isLate = this.lateness()
    const arrival = await arrive(this)
    if (isLate()) return
    switch (arrival.to) {
      case 'tracker': this.track(); break
      case 'first step': await this.start(); break
      case 'draft': await this.drafts.restore(arrival.draft); break
      case 'start':
        this.drafts.found = arrival.drafts
        if (arrival.notice) this.notice = arrival.notice
        this.to({ name: 'start' })
    }
  }

  #blocked(block: Block): void {
    this.to({ name: 'blocked', block })
    this.emit('motcua-error', { procedure: this.options.procedure, reason: block.reason })
  }
}

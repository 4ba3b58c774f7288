import { documentChecklist } from '@motcua/dossier/documents'
import type { ChecklistItem } from '@motcua/dossier/documents'
import { effect } from '@preact/signals-core'
import type { FieldIssue, PageState, Prefill } from '@motcua/form-core'
import { todayInVietnam } from '@motcua/core/dates'
import type { ReadonlySignal } from '@preact/signals-core'
import { fieldId } from '../form-view/context.ts'
import type { Language, Words } from '../locales/strings.ts'
import type { StoredFile } from '../services/contract.ts'
import { hearOfSeldomViews } from '../seldom/lazy-views.ts'
import { failureOf } from '../services/failure.ts'
import type { EformServices } from '../services/services.ts'
import type { UploadList, UploadListOptions } from '../uploads/upload-list.ts'
import type { Block } from './blocked-view.ts'
import type { EformEventDetails } from './events.ts'
import { closingPageOf } from './closing-page.ts'
import type { PrefillOffer } from '../prefill/offer.ts'
import { arrive } from './arrival.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { issueErrors as errorsOfIssues } from './flow-errors.ts'
import { CHECK_STEP, DOCUMENTS_STEP, FORM_STEP, HELPER_STEP, contextOf } from './flow-types.ts'
import type { FlowError, FlowHost, FlowNotice, Helper, Layout, Opened, Stage, StepInfo } from './flow-types.ts'
import { KeptDrafts } from './kept-drafts.ts'
import { nameOfDocument } from './name-of-document.ts'
import { openForm } from './open-form.ts'
import type { FormOpening } from './open-form.ts'
import type { AnswerChecks, RunningAnswerChecks } from './running-checks.ts'
import { Session } from './session.ts'
import { StepHistory } from './step-history.ts'

export interface FlowOptions {
  host: FlowHost
  services: EformServices
  procedure: string
  commune: string
  shared: boolean
  words: ReadonlySignal<Words>
  /** What the page knows of the person by now. */
  prefill?: () => Prefill | readonly Prefill[]
  /** Looks at answers elsewhere, by pointer, rows written `-`. */
  checks?: () => AnswerChecks | undefined
  /** @default () => 'pages' */
  layout?: () => Layout
  /** Replaces the page's address; injected for tests. */
  address?: () => string
}

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
  readonly session: Session
  readonly drafts = new KeptDrafts(this)
  history: StepHistory | undefined
  /** Where somebody helps at the counter: what they are asked. */
  help: ((opening: FormOpening) => Helper | undefined) | undefined
  /** Of the next submission; the same key never files twice. */
  idempotencyKey = crypto.randomUUID() as string
  /** After a change link, Continue leads straight back to the check page. */
  #backToCheck = false
  #stopWatching: (() => void) | undefined
  /** Look at answers elsewhere, on a page that has checks of its own. */
  checks: RunningAnswerChecks | undefined
  /** Going on waits for what is being checked. */
  #settling = false
  /** Counts openings and endings: what an earlier one still waits for comes too late. */
  #turn = 0

  constructor(options: FlowOptions) {
    this.options = options
    this.session = new Session(this)
  }

  get steps(): StepInfo[] {
    const questions = this.layout === 'one-page' ? [{ id: FORM_STEP }] : this.questionPages.map(({ id }) => ({ id }))
    return [...(this.opened?.helper ? [{ id: HELPER_STEP }] : []), ...questions, { id: DOCUMENTS_STEP }, { id: CHECK_STEP }]
  }

  /** Pages that are answered before the papers. */
  get questionPages(): PageState[] {
    const closing = this.closingPage
    return (this.opened?.form.pages.value ?? []).filter((page) => page !== closing)
  }

  get layout(): Layout { return this.options.layout?.() ?? 'pages' }

  /** The step that a page is on in the present layout; a step is its own. */
  stepOf(page: string): string {
    if (this.steps.some(({ id }) => id === page)) return page
    return this.steps[0]?.id ?? CHECK_STEP
  }

  /** Stays at the same questions when the layout changes. */
  layOut(): void {
    if (this.stage.name === 'step') this.goTo(this.stepOf(this.stage.step), { history: false })
  }

  /** A last page that only asks for agreement (lời cam đoan) is shown where it makes sense: under the answers it is about. */
  get closingPage(): PageState | undefined {
    return this.opened && closingPageOf(this.opened.form)
  }

  get checklist(): ChecklistItem[] {
    const { opened } = this
    return opened ? documentChecklist(opened.definition.procedure, opened.form.project(), { on: todayInVietnam(new Date()) }) : []
  }

  get needsSignIn(): boolean { return this.opened?.ending === 'submit' && this.opened.services.portal?.session() === undefined }

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
    const slug = opening.definition.procedure.slug
    const changed = (): void => { this.#papersChanged(); void this.options.host.redraw(); this.opened?.draft.edited() }
    const uploads = opening.ending === 'submit' && services.portal ? await newUploadList({ portal: services.portal, shared, procedure: slug, commune, changed, sessionEnded: () => { this.fail({ key: 'sessionExpired', tone: 'warn', signIn: true }) } }).catch(() => null) : undefined
    if (isLate()) return
    if (uploads === null) { this.#blocked({ reason: 'blockedOffline', retry: true }); return }
    const draft = new DraftKeeper({ drafts: services.drafts, form: `${slug}:${commune}`, shared, content: (chosen) => this.drafts.content(chosen), saved: () => { this.opened?.form.markSaved() }, changed: () => { this.session.update(); void this.options.host.redraw() } })
    const opened = { ...opening, services, draft, helper: this.help?.(opening), ...(uploads && { uploads }) }
    this.opened = opened
    // What the page has learnt of the person on the way here, and the language that it has been switched to.
    if (prefill) opened.form.prefill(prefill())
    await this.speak(words.peek().language)
    if (isLate()) return
    this.history = new StepHistory(slug, (step) => { this.#popped(step) })
    this.watch(opened)
    await this.#arrive()
    this.learn()
  }

  /** Sources stand behind a click, and wrong answers are yet to be given: both come after the page. Without them the next wrong answer tries again. */
  learn(): void { void this.opened?.learn?.().then(() => { void this.options.host.redraw() }, () => undefined) }

  #blocked(block: Block): void {
    this.to({ name: 'blocked', block })
    this.emit('motcua-error', { procedure: this.options.procedure, reason: block.reason })
  }

  /** What is wrong, which pages there are, names of places: the frame follows, fields look after themselves. */
  watch({ form, context }: Opened): void {
    const { words, host } = this.options
    this.#stopWatching?.()
    const stopGuarding = effect(() => {
      if (form.dirty.value) this.session.answered()
      this.session.update()
    })
    const stopRedrawing = effect(() => { void form.issues.value; void form.pages.value; void words.value; void context.places.state.value; hearOfSeldomViews(); void host.redraw() })
    this.#stopWatching = () => { stopGuarding(); stopRedrawing() }
    void this.startChecks()
  }

  /** Runs the page's checks on the form that is open, in place of those it had before. */
  async startChecks(): Promise<void> {
    const { checks, host } = this.options
    const isLate = this.lateness()
    // Lost on the way it holds up nobody, like a check that fails itself.
    const chunk = checks?.() && await import('./running-checks.ts').catch(() => undefined)
    const form = this.opened?.form
    if (isLate() || !form) return
    if (chunk) this.checks ??= new chunk.RunningAnswerChecks(() => { void host.redraw() })
    this.checks?.start(form, checks?.())
  }

  /** Fetches the form's words in a language. Where they cannot be had it goes on in Vietnamese; the next switch tries again. */
  async speak(language: Language): Promise<void> { await this.opened?.speak?.(language).catch(() => undefined) }

  dispose(): void {
    this.#turn += 1
    this.submitting = this.#filing = false
    this.#stopWatching?.()
    this.offer = undefined
    this.checks?.stop()
    this.session.dispose()
    this.history?.dispose()
    this.opened?.draft.dispose()
    this.opened?.uploads?.stop()
  }

  /** From the start page. Signs in first where filing needs it. */
  async start(): Promise<void> {
    if (this.needsSignIn) { await this.session.signIn('start'); return }
    const first = this.steps[0]
    if (first) this.goTo(first.id)
  }

  /** Opens after a press that takes its own button away. */
  async reopen(): Promise<void> {
    await this.open()
    await this.options.host.redraw()
    this.options.host.focus('heading')
  }

  /** Continue. Says what is wrong, or goes on; first it waits for what is being checked. */
  next(): void {
    if (!this.checks?.isChecking) { this.#goOn(); return }
    const { stage } = this
    if (this.#settling) return
    this.#settling = true
    void this.checks.settle().then(() => {
      this.#settling = false
      if (this.stage === stage) this.#goOn()
    })
  }

  #goOn(): void {
    const { stage, opened } = this
    if (stage.name !== 'step' || !opened) return
    if (stage.step === CHECK_STEP) { void this.finish(); return }
    this.notice = undefined
    this.errors = stage.step === DOCUMENTS_STEP ? this.documentErrors() : this.issueErrors(this.#validateStep(stage.step), stage.step)
    if (this.errors.length > 0) { this.showErrors(); return }
    const steps = this.steps
    const index = steps.findIndex((step) => step.id === stage.step)
    const next = this.#backToCheck ? CHECK_STEP : steps[index + 1]?.id
    if (next) this.goTo(next)
  }

  back(): void {
    if (this.stage.name !== 'step') { if (this.stage.name === 'tracker' || this.stage.name === 'handed-off') this.goToStart(); return }
    const { step } = this.stage
    const steps = this.steps
    const previous = steps[steps.findIndex((s) => s.id === step) - 1]
    if (previous) this.goTo(previous.id)
    else this.goToStart()
  }

  goToStart(): void {
    this.errors = []
    this.notice = undefined
    this.to({ name: 'start' }, 'heading')
    this.history?.push('')
  }

  goTo(step: string, options: { history?: boolean; focus?: string } = {}): void {
    const total = this.steps.length
    const number = this.steps.findIndex((s) => s.id === step) + 1
    if (number === 0) return
    if (step === CHECK_STEP) this.#backToCheck = false
    this.errors = []
    this.notice = this.needsSignIn && (step === DOCUMENTS_STEP || step === CHECK_STEP) ? { key: 'sessionExpired', tone: 'warn', signIn: true } : undefined
    if (options.history !== false) this.history?.push(step)
    this.to({ name: 'step', step }, options.focus ?? 'heading')
    this.opened?.draft.edited({ isDone: true })
    this.emit('motcua-step-change', { procedure: this.slug, step, number, total })
  }

  /** From the check page or the summary to one field. */
  change(step: string, pointer?: string): void {
    this.#backToCheck = this.stage.name === 'step' && this.stage.step === CHECK_STEP
    this.goTo(this.stepOf(step), pointer === undefined ? {} : { focus: fieldId(pointer) })
  }

  goToError(error: FlowError): void {
    if (this.stage.name === 'step' && this.stage.step === error.step) { this.options.host.focus(error.id); return }
    const { errors } = this
    this.#backToCheck = true
    this.goTo(error.step, { focus: error.id })
    this.errors = errors.filter((e) => e.step === error.step)
  }

  agree(agreed: boolean): void {
    this.agreed = agreed
    if (agreed) this.errors = this.errors.filter((error) => error.id !== 'undertaking')
    void this.options.host.redraw()
  }

  edited(options: { isDone: boolean }): void { this.opened?.draft.edited(options) }

  track(code?: string): void {
    if (this.needsSignIn) { void this.session.signIn('tracker'); return }
    this.notice = undefined
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

  get attachments(): StoredFile[] { return this.opened?.uploads?.attachments(this.checklist) ?? [] }

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

  /** Fills in what is known of who is signed in. How that is done arrives once somebody is; lost on the way, they fill in alone. */
  async prefill(): Promise<void> {
    if (this.opened?.services.portal?.session()) await import('../prefill/known-person.ts').then(({ prefillKnownPerson }) => prefillKnownPerson(this)).catch(() => undefined)
  }

  #validateStep(step: string): FieldIssue[] {
    const form = this.opened && contextOf(this.opened, step).form
    return form ? (step === FORM_STEP ? this.questionPages.map(({ id }) => id) : [step]).flatMap((page) => form.validatePage(page)) : []
  }

  /** What is wrong with the papers; nothing when they are handed over elsewhere. */
  documentErrors(): FlowError[] {
    const { opened } = this
    return opened?.uploads?.faults(this.checklist).map(({ documentId, text, file }) => (
      { id: `doc-${documentId}`, text, values: { name: file ?? nameOfDocument(opened.definition.procedure, documentId, this.options.words.peek()) }, step: DOCUMENTS_STEP }
    )) ?? []
  }

  /** A paper that has arrived is no longer asked for. */
  #papersChanged(): void {
    const arrived = new Set(this.attachments.map(({ documentId }) => `doc-${documentId}`))
    this.errors = this.errors.filter(({ id }) => !arrived.has(id))
  }

  issueErrors(issues: readonly FieldIssue[], step: string): FlowError[] { return errorsOfIssues(issues, { step, closing: this.closingPage?.id, stepOf: (page) => this.stepOf(page) }) }

  showErrors(): void {
    this.learn()
    void this.options.host.redraw().then(() => { this.options.host.focus('summary') })
  }

  fail(notice: FlowNotice, error?: unknown): void {
    const supportCode = notice.supportCode ?? (error === undefined ? undefined : failureOf(error).supportCode)
    this.notice = { ...notice, ...(supportCode && { supportCode }) }
    this.emit('motcua-error', { procedure: this.slug, reason: notice.key, ...(supportCode && { supportCode }) })
    void this.options.host.redraw().then(() => { this.options.host.focus(this.errors.length > 0 ? 'summary' : 'notice') })
  }

  #popped(step: string | undefined): void {
    if (this.stage.name === 'acknowledged' || this.stage.name === 'loading' || this.stage.name === 'blocked') return
    if (step && step !== 'done') this.goTo(this.stepOf(step), { history: false })
    else if (step !== 'done') { this.errors = []; this.notice = undefined; this.to({ name: 'start' }, 'heading') }
  }

  to(stage: Stage, focus?: string): void {
    this.stage = stage
    this.session.update()
    void this.options.host.redraw().then(() => { if (focus) this.options.host.focus(focus) })
  }

  emit<K extends keyof EformEventDetails>(type: K, detail: EformEventDetails[K], options?: { cancelable?: boolean }): boolean {
    return this.options.host.emit(type, detail, options)
  }

  get slug(): string { return this.opened?.definition.procedure.slug ?? this.options.procedure }
  get address(): string { return this.options.address?.() ?? location.href }
}

/** Uploading is a chunk of its own: who has nothing to attach is not kept waiting for it. */
async function newUploadList(options: UploadListOptions): Promise<UploadList> {
  const { UploadList } = await import('../uploads/uploads.ts')
  return new UploadList(options)
}

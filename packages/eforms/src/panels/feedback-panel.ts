import type { Feedback, FeedbackList, NewFeedback } from '@motcua/portal-client/feedback'
import type { FeedbackServices } from '../services/services.ts'
import { ContentKey } from './content-key.ts'
import type { PanelHost } from './panel-host.ts'
import { problemOf } from './sending.ts'
import type { Problem } from './sending.ts'

const COMMUNE = /^\d{5}$/

export interface FeedbackPanelOptions {
  calls: FeedbackServices
  host: PanelHost
  /** About this dossier: its agency answers. */
  dossier: string
  /** Whose office answers what is about no dossier, five digits. */
  commune: string
  sent(kind: NewFeedback['kind']): void
}

export type FeedbackError = 'kind' | 'words' | 'supply'

/** Complaints and suggestions of the person who is signed in: a list of mine, a form for a new one, one with its history. */
export class FeedbackPanel {
  place: 'list' | 'form' | 'item' = 'list'
  list: FeedbackList | undefined
  item: Feedback | undefined
  problem: Problem | undefined
  /** Something is being sent. */
  busy = false
  /** The code was given just now. */
  justSent = false
  askingWithdrawal = false
  kind: NewFeedback['kind'] | '' = ''
  text = ''
  supply = ''
  errors: FeedbackError[] = []
  readonly options: FeedbackPanelOptions
  readonly #key = new ContentKey()
  /** What was asked for last. */
  #reading: object | undefined

  constructor(options: FeedbackPanelOptions) {
    this.options = options
    void this.refresh()
  }

  get host(): PanelHost { return this.options.host }
  /** Of how many characters a new one may be; not known until the list has come, and then the gateway says it. */
  get lengths(): { least: number; most: number } | undefined { return this.list && { least: this.list.minLength, most: this.list.maxLength } }
  /** Nobody could be told who answers. */
  get lacksReceiver(): boolean { return this.options.dossier === '' && !COMMUNE.test(this.options.commune) }

  /** The session has ended over words that were not sent. */
  get isCutOff(): boolean { return this.problem?.key === 'feedbackSessionOver' && `${this.text}${this.supply}` !== '' }

  async refresh(): Promise<void> {
    const { calls } = this.options
    const { place, item } = this
    if (place === 'item' && item) await this.#read(() => calls.get(item.code), (answer) => { this.item = answer })
    else await this.#read(() => calls.list(), (answer) => { this.list = answer })
  }

  async open(code: string): Promise<void> {
    const isLast = await this.#read(() => this.options.calls.get(code), (answer) => {
      this.item = answer
      this.#to('item')
    })
    if (isLast) this.host.focus(this.problem ? 'problem' : 'feedback')
  }

  begin(): void {
    this.#to('form')
    this.host.redraw()
    this.host.focus('feedback')
  }

  async back(): Promise<void> {
    this.#to('list')
    this.host.focus('feedback')
    await this.refresh()
  }

  async send(): Promise<void> {
    const words = composed(this.text)
    this.errors = [...(this.kind === '' ? ['kind' as const] : []), ...(length(words) < (this.lengths?.least ?? 1) || this.#isTooLong(words) ? ['words' as const] : [])]
    if (this.errors.length > 0 || this.kind === '') { this.#showErrors(); return }
    const { calls, dossier, commune, sent } = this.options
    const { kind } = this
    const feedback: NewFeedback = { kind, words, ...(dossier ? { dossier } : { commune }) }
    const isDone = await this.#write(async () => {
      this.item = await calls.send(feedback, { idempotencyKey: this.#key.of(feedback) })
      this.#key.spent()
      this.kind = ''
      this.text = ''
      this.#to('item')
      this.justSent = true
      sent(kind)
    })
    if (isDone) this.host.focus(this.problem ? 'problem' : 'sent')
  }

  async add(kind: 'supply' | 'withdraw'): Promise<void> {
    const { item } = this
    if (!item) return
    const words = composed(this.supply)
    this.errors = kind === 'supply' && (words === '' || this.#isTooLong(words)) ? ['supply'] : []
    if (this.errors.length > 0) { this.#showErrors(); return }
    const act = { kind, after: item.actCount, ...(kind === 'supply' ? { words } : {}) }
    const isDone = await this.#write(async () => {
      this.item = await this.options.calls.add(item.code, act, { idempotencyKey: this.#key.of({ code: item.code, ...act }) })
      this.#key.spent()
      this.supply = ''
      this.askingWithdrawal = false
    })
    if (isDone) this.host.focus(this.problem ? 'problem' : 'feedback-state')
  }

  askWithdrawal(isAsking: boolean): void {
    this.askingWithdrawal = isAsking
    this.host.redraw()
    this.host.focus('withdrawal')
  }

  countOf(text: string): number { return length(composed(text)) }

  #isTooLong(words: string): boolean { return length(words) > (this.lengths?.most ?? Infinity) }

  #showErrors(): void {
    this.host.redraw()
    this.host.focus('summary')
  }

  #to(place: FeedbackPanel['place']): void {
    this.place = place
    this.problem = undefined
    this.justSent = false
    this.askingWithdrawal = false
    this.errors = []
  }

  /** The last thing asked for is shown, whatever comes later. False for one that came too late. */
  async #read<T>(ask: () => Promise<T>, take: (answer: T) => void): Promise<boolean> {
    const reading = this.#reading = {}
    const { place } = this
    this.problem = undefined
    this.host.redraw()
    try {
      const answer = await ask()
      if (reading !== this.#reading) return false
      take(answer)
    } catch (error) {
      if (reading !== this.#reading) return false
      const problem = problemOf(error, 'feedbackLoadFailed')
      // A list that did not come is no matter to who is writing meanwhile; a session that ended is.
      if (place === this.place || problem.key === 'feedbackSessionOver') this.problem = problem
    }
    this.host.redraw()
    return true
  }

  /** One act at a time. False while another is on its way. */
  async #write(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.problem = undefined
    this.host.redraw()
    try { await work() } catch (error) { this.problem = problemOf(error, 'feedbackSendFailed') }
    // What was asked for before does not know of it.
    this.#reading = undefined
    this.busy = false
    this.host.redraw()
    return true
  }
}

function composed(text: string): string { return text.normalize('NFC').trim() }
function length(text: string): number { return [...text].length }

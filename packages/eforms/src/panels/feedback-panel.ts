import type { Feedback, FeedbackList, NewFeedback } from '@motcua/portal-client/feedback'
import type { UiKey } from '../locales/strings.ts'
import type { FeedbackServices } from '../services/services.ts'
import type { PanelHost } from './panel-host.ts'
import { ContentKey, problemOf } from './sending.ts'
import type { Problem } from './sending.ts'

/** What the gateway asks for at least, so that somebody can act on it. */
export const LEAST_CHARACTERS = 10
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

  constructor(options: FeedbackPanelOptions) {
    this.options = options
    void this.refresh()
  }

  get host(): PanelHost { return this.options.host }
  get maxLength(): number { return this.list?.maxLength ?? 4000 }
  /** Nobody could be told who answers. */
  get lacksReceiver(): boolean { return this.options.dossier === '' && !COMMUNE.test(this.options.commune) }

  /** The session has ended over words that were not sent. */
  get isCutOff(): boolean { return this.problem?.key === 'feedbackSessionOver' && `${this.text}${this.supply}` !== '' }

  async refresh(): Promise<void> {
    const { calls } = this.options
    await this.#run('feedbackLoadFailed', async () => {
      if (this.place === 'item' && this.item) this.item = await calls.get(this.item.code)
      else this.list = await calls.list()
    })
  }

  async open(code: string): Promise<void> {
    await this.#run('feedbackLoadFailed', async () => {
      this.item = await this.options.calls.get(code)
      this.#to('item')
    })
    this.host.focus(this.problem ? 'problem' : 'feedback')
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
    this.errors = [...(this.kind === '' ? ['kind' as const] : []), ...(length(words) < LEAST_CHARACTERS || length(words) > this.maxLength ? ['words' as const] : [])]
    if (this.errors.length > 0 || this.kind === '') { this.#showErrors(); return }
    const { calls, dossier, commune, sent } = this.options
    const { kind } = this
    const feedback: NewFeedback = { kind, words, ...(dossier ? { dossier } : { commune }) }
    await this.#run('feedbackSendFailed', async () => {
      this.item = await calls.send(feedback, { idempotencyKey: this.#key.of(feedback) })
      this.#key.spent()
      this.kind = ''
      this.text = ''
      this.#to('item')
      this.justSent = true
      sent(kind)
    })
    this.host.focus(this.problem ? 'problem' : 'sent')
  }

  async add(kind: 'supply' | 'withdraw'): Promise<void> {
    const { item } = this
    if (!item) return
    const words = composed(this.supply)
    this.errors = kind === 'supply' && (words === '' || length(words) > this.maxLength) ? ['supply'] : []
    if (this.errors.length > 0) { this.#showErrors(); return }
    const act = { kind, after: item.actCount, ...(kind === 'supply' ? { words } : {}) }
    await this.#run('feedbackSendFailed', async () => {
      this.item = await this.options.calls.add(item.code, act, { idempotencyKey: this.#key.of({ code: item.code, ...act }) })
      this.#key.spent()
      this.supply = ''
      this.askingWithdrawal = false
    })
    this.host.focus(this.problem ? 'problem' : 'feedback-state')
  }

  askWithdrawal(isAsking: boolean): void {
    this.askingWithdrawal = isAsking
    this.host.redraw()
    this.host.focus('withdrawal')
  }

  countOf(text: string): number { return length(composed(text)) }

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

  async #run(offline: UiKey, work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.problem = undefined
    this.host.redraw()
    try { await work() } catch (error) { this.problem = problemOf(error, offline) }
    this.busy = false
    this.host.redraw()
  }
}

function composed(text: string): string { return text.normalize('NFC').trim() }
function length(text: string): number { return [...text].length }

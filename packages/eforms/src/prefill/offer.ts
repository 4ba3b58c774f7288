import type { TemplateResult } from 'lit'
import { nothing } from 'lit'
import type { FormSnapshot, PrefillSource } from '@motcua/form-core'
import { FORM_STEP } from '../eform/flow-types.ts'
import type { FlowHost, Opened } from '../eform/flow-types.ts'
import type { Words } from '../locales/strings.ts'
import type { PrefillAnswer, PrefillRequest } from '../services/contract.ts'
import { fieldsIn } from './fields-of.ts'
import { canTakeBack, fillIn, takeBack } from './fill-in.ts'
import type { Filled } from './fill-in.ts'
import { offerView } from './offer-view.ts'
import { ownDraft } from './own-draft.ts'

/** What the person has said, and what came of it. Nothing is looked up before `looking`. */
export type OfferState = 'offered' | 'declined' | 'looking' | 'filled' | 'failed'

/** What the offer needs of the flow round it. */
export interface OfferHost {
  /** To be asked after waiting: whether the form has ended meanwhile. */
  lateness(): () => boolean
  edited(options: { isDone: boolean }): void
  readonly options: { readonly host: Pick<FlowHost, 'redraw' | 'focus'> }
}
/** The form that is open, as far as the offer reads it. */
export type OfferForm = Pick<Opened, 'definition' | 'sha256' | 'form' | 'helper'> & { commune: Pick<Opened['commune'], 'code'>; context: Pick<Opened['context'], 'labels'> }

/** Sources that are asked only when the person says so; who is signed in is known already. */
const ASKED: PrefillRequest['sources'] = ['population-database', 'earlier-dossier']

/** Offers to fill in what the population database and the person's earlier dossiers know, and keeps what came of it. */
export class PrefillOffer {
  state: OfferState = 'offered'
  /** Of the last answer, by source. */
  outcomes: PrefillAnswer['sources'] = []
  /** The form that it fills in. */
  readonly opened: OfferForm
  /** How many answers were just taken back. */
  takenBack = 0
  #filled: readonly Filled[] = []
  readonly #ask: ((request: PrefillRequest) => Promise<PrefillAnswer>) | undefined
  readonly #flow: OfferHost
  /** Steps that ask about the person themself. */
  readonly #steps: ReadonlySet<string>

  /** Without `ask` there is nobody to ask, and nothing is offered. */
  constructor(flow: OfferHost, opened: OfferForm, ask: ((request: PrefillRequest) => Promise<PrefillAnswer>) | undefined) {
    this.#flow = flow
    this.opened = opened
    this.#ask = ask
    this.#steps = stepsAboutThePerson(opened)
  }

  /** Nothing on steps that ask nothing of the person. */
  view(step: string, words: Words): TemplateResult | typeof nothing {
    return this.#ask && this.#steps.has(step) ? offerView(this, words) : nothing
  }

  /** A draft without what was filled in about another person. */
  ownDraft(draft: FormSnapshot): FormSnapshot { return ownDraft(this.opened.form, draft) }

  get isAssisted(): boolean { return this.opened.helper !== undefined }

  /** Labels of what a source filled in and nobody has changed, with its day. */
  filledFrom(source: PrefillSource): { labels: string[]; on: string | undefined; canTakeBack: boolean } {
    const { form, context: { labels } } = this.opened
    const own = this.#filled.filter((answer) => answer.source === source && form.field(answer.pointer).filledBy.peek()?.source === source)
    return {
      labels: own.map(({ pointer }) => labels.peek().fields[pointer]?.label ?? '').filter(Boolean),
      on: own[0]?.on, canTakeBack: own.some((answer) => canTakeBack(form, answer)),
    }
  }

  get count(): number { return this.#filled.length }

  decline(): void { if (this.state === 'offered') this.#pressed('declined') }

  /** Looks up, once, or again where nobody answered; what comes after the form has ended or the person has changed fills nothing in. */
  async fill(): Promise<void> {
    if (this.state === 'looking' || this.state === 'filled' || !this.#ask) return
    const isLate = this.#flow.lateness()
    const { definition: { procedure }, sha256, commune, form } = this.opened
    this.#pressed('looking')
    try {
      const { proposals, sources } = await this.#ask({ procedure: { slug: procedure.slug, effectiveFrom: procedure.effectiveFrom, sha256 }, commune: commune.code, sources: ASKED })
      if (isLate()) return
      this.#filled = fillIn(form, proposals)
      this.outcomes = sources
      this.takenBack = 0
      this.#flow.edited({ isDone: true })
      this.#answered('filled')
    } catch {
      if (!isLate()) this.#answered('failed')
    }
  }

  /** Takes back what one source filled in. */
  undo(source: PrefillSource): void {
    this.takenBack = takeBack(this.opened.form, this.#filled, source)
    this.#filled = this.#filled.filter((answer) => answer.source !== source)
    this.#flow.edited({ isDone: true })
    this.#pressed('filled')
  }

  /** After a press: its button is gone, and what came of it takes the focus. */
  #pressed(state: OfferState): void {
    this.state = state
    const { host } = this.#flow.options
    host.redraw()
    host.focus('prefill')
  }

  /** An answer has come. Whoever is typing by now keeps the focus; the status says it. */
  #answered(state: OfferState): void {
    this.state = state
    this.#flow.options.host.redraw()
  }
}

/** Pages with a question of the object that the definition fills from who is signed in. */
function stepsAboutThePerson({ definition: { pages } }: OfferForm): ReadonlySet<string> {
  const owners = pages.flatMap(({ items }) => fieldsIn(items).filter(({ prefill }) => prefill === 'personalId').map(({ pointer }) => pointer.slice(0, pointer.lastIndexOf('/') + 1)))
  const about = pages.filter(({ items }) => fieldsIn(items).some(({ pointer }) => owners.some((owner) => pointer.startsWith(owner)))).map(({ id }) => id)
  return new Set(about.length > 0 ? [...about, FORM_STEP] : [])
}

import type { DossierRating, Feedback, NewFeedback, NewRating } from '@motcua/portal-client/feedback'
import type { FeedbackServices } from '../services/services.ts'
import { FIXTURE_CODE } from './services.ts'
import { FIXTURE_SCALE } from './statistics.ts'

export const FIXTURE_FEEDBACK: Feedback = {
  code: 'PAKN-H99.30.38-261121-0001', kind: 'complaint', state: 'more-asked', dossier: null, agencyName: 'Ủy ban nhân dân xã Mỹ Thuận', receivedAt: '2026-11-21T09:30:00+07:00',
  refuseBy: '2026-11-25T17:00:00+07:00', askBy: '2026-11-30T17:00:00+07:00', handleBy: '2026-12-14T17:00:00+07:00', publishBy: null, handledAt: null, late: false, actCount: 2,
  acts: [
    { kind: 'sent', at: '2026-11-21T09:30:00+07:00', by: { role: 'citizen', name: 'Nguyễn Văn Mẫu' }, words: 'Tôi chờ hai giờ mà không ai gọi số.' },
    { kind: 'ask', at: '2026-11-21T10:30:00+07:00', by: { role: 'officer', name: 'Cán bộ Thử' }, words: 'Bạn đến hôm nào?' },
  ],
  allowedActs: ['supply', 'withdraw'],
}
export const FIXTURE_RATING: DossierRating = { dossier: FIXTURE_CODE, scale: FIXTURE_SCALE, maxLength: 4000, isOpen: true, openUntil: '2026-12-21T17:00:00+07:00', rating: null }

/** The feedback part of a gateway, in memory. Counts what it was asked. */
export class FixtureFeedback implements FeedbackServices {
  rating_: DossierRating = structuredClone(FIXTURE_RATING)
  item: Feedback | undefined = structuredClone(FIXTURE_FEEDBACK)
  readonly sent: Array<{ feedback: NewFeedback; key: string | undefined }> = []
  readonly rated: Array<{ rating: NewRating; key: string | undefined }> = []
  /** Thrown instead of the next answer. */
  failNext: unknown

  async rating() { return this.#answer(this.rating_) }
  async rate(_code: string, rating: NewRating, { idempotencyKey }: { idempotencyKey?: string } = {}) {
    this.rated.push({ rating, key: idempotencyKey })
    const at = '2026-11-22T09:00:00+07:00'
    return this.#answer(this.rating_ = { ...this.rating_, rating: { reasons: [], ...rating, ratedAt: at, changedAt: at } })
  }
  async list() { return this.#answer({ feedback: this.item ? [this.item] : [], minLength: 10, maxLength: 200 }) }
  async get() { return this.#answer(this.#item()) }
  async send(feedback: NewFeedback, { idempotencyKey }: { idempotencyKey?: string } = {}) {
    this.sent.push({ feedback, key: idempotencyKey })
    return this.#answer(this.item = {
      ...FIXTURE_FEEDBACK, kind: feedback.kind, dossier: feedback.dossier ?? null, state: 'received', actCount: 1, allowedActs: ['withdraw'],
      acts: [{ kind: 'sent', at: FIXTURE_FEEDBACK.receivedAt, by: { role: 'citizen', name: 'Nguyễn Văn Mẫu' }, words: feedback.words }],
    })
  }
  async add(_code: string, act: { kind: 'supply' | 'withdraw'; words?: string }) {
    const item = this.#item()
    const state = act.kind === 'supply' ? 'in-progress' : 'withdrawn'
    return this.#answer(this.item = {
      ...item, state, actCount: item.actCount + 1, allowedActs: state === 'withdrawn' ? [] : ['withdraw'], handledAt: state === 'withdrawn' ? '2026-11-22T09:00:00+07:00' : null,
      acts: [...item.acts, { kind: act.kind, at: '2026-11-22T09:00:00+07:00', by: { role: 'citizen', name: 'Nguyễn Văn Mẫu' }, ...(act.words === undefined ? {} : { words: act.words }) }],
    })
  }

  #item(): Feedback {
    if (!this.item) throw new TypeError('There is none.')
    return this.item
  }
  async #answer<T>(answer: T): Promise<T> {
    await new Promise((resolve) => { setTimeout(resolve, 5) })
    const failure = this.failNext
    this.failNext = undefined
    if (failure !== undefined) throw failure
    return structuredClone(answer)
  }
}

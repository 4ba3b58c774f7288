import { createForm } from '@motcua/form-core'
import type { Form } from '@motcua/form-core'
import { signal } from '@preact/signals-core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PrefillAnswer, Proposal } from '../services/contract.ts'
import { bundledDefinition } from '../testing/bundled.ts'
import { PrefillOffer } from './offer.ts'

const definition = bundledDefinition('extract-copy')
const RUNS = process.env.MOTCUA_CONFORMANCE === 'full' ? 10_000 : 500

const HOME: Proposal[] = [['residenceKind', 'permanent'], ['residence/scope', 'domestic'], ['residence/province', '91'], ['residence/commune', '30838'], ['residence/detail', 'Số 12']].map(([path, value]) => (
  { pointer: `/requester/${path}`, value: value ?? '', source: 'population-database', asOf: '2026-11-22', locked: false, together: '/requester/residence' }))
const EMAIL: Proposal = { pointer: '/requester/email', value: 'a@vidu.vn', source: 'earlier-dossier', asOf: '2026-05-04', locked: false }

/** One visit: a form, its offer, and a gateway that answers when the test says so. */
class Visit {
  readonly form: Form = createForm({ definition })
  readonly offer: PrefillOffer
  readonly focused: string[] = []
  asked = 0
  answer: ((answer: PrefillAnswer | undefined) => void) | undefined
  over = false

  constructor() {
    const opened = { definition, sha256: 'a'.repeat(64), commune: { code: '30838' }, form: this.form, context: { labels: signal(definition.locales.vi) } }
    const host = { redraw: () => undefined, focus: (id: string) => { this.focused.push(id) } }
    this.offer = new PrefillOffer({ lateness: () => () => this.over, edited: () => undefined, options: { host } }, opened, () => new Promise((resolve, reject) => {
      this.asked += 1
      this.answer = (answer) => { this.answer = undefined; if (answer) resolve(answer); else reject(new TypeError('network')) }
    }))
  }
}

const HAPPENINGS = ['press', 'decline', 'answer', 'failure', 'type e-mail', 'empty e-mail', 'type detail', 'undo population', 'undo dossier', 'sign out'] as const
type Happening = (typeof HAPPENINGS)[number]

/** The same told as a table: what the person last said of a question stands, else what was asked for and answered. */
class Told {
  asked = 0
  state: 'open' | 'waiting' | 'filled' = 'open'
  email: { value: string | undefined; by: 'nobody' | 'person' | 'source' } = { value: undefined, by: 'nobody' }
  detail: Told['email'] = { value: undefined, by: 'nobody' }
  /** The address as a whole was filled in, and not taken back. */
  commune: Told['email'] = { value: undefined, by: 'nobody' }

  hear(happened: Happening): void {
    switch (happened) {
      case 'press': if (this.state === 'open') { this.asked += 1; this.state = 'waiting' } break
      case 'failure': if (this.state === 'waiting') this.state = 'open'; break
      case 'answer': if (this.state === 'waiting') this.#filled(); break
      case 'type e-mail': this.email = { value: 'eigen@vidu.vn', by: 'person' }; break
      case 'empty e-mail': this.email = { value: undefined, by: 'person' }; break
      case 'type detail': this.detail = { value: 'Số 9', by: 'person' }; break
      case 'undo dossier': if (this.state === 'filled' && this.email.by === 'source') this.email = { value: undefined, by: 'person' }; break
      case 'undo population':
        if (this.state !== 'filled') break
        if (this.commune.by === 'source') this.commune = { value: undefined, by: 'person' }
        if (this.detail.by === 'source') this.detail = { value: undefined, by: 'person' }
        break
      default: break
    }
  }

  #filled(): void {
    this.state = 'filled'
    if (this.email.by !== 'person') this.email = { value: 'a@vidu.vn', by: 'source' }
    if (this.commune.by === 'person' || this.detail.by === 'person') return
    this.commune = { value: '30838', by: 'source' }
    this.detail = { value: 'Số 12', by: 'source' }
  }
}

describe('the offer', () => {
  it('comes to the same in any order of presses, answers, edits and signing out', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...HAPPENINGS), { maxLength: 14 }), async (happenings) => {
      let visit = new Visit()
      let told = new Told()
      for (const happened of happenings) {
        told.hear(happened)
        const { offer, form, answer } = visit
        switch (happened) {
          case 'press': void offer.fill(); break
          case 'decline': offer.decline(); break
          case 'answer': answer?.({ requestId: 'r', proposals: [...HOME, EMAIL], sources: [] }); break
          case 'failure': answer?.(undefined); break
          case 'type e-mail': form.setValue('/requester/email', 'eigen@vidu.vn'); break
          case 'empty e-mail': form.clear('/requester/email'); break
          case 'type detail': form.setValue('/requester/residence/detail', 'Số 9'); break
          case 'undo population': if (offer.state === 'filled') offer.undo('population-database'); break
          case 'undo dossier': if (offer.state === 'filled') offer.undo('earlier-dossier'); break
          case 'sign out': {
            const before = visit
            const left = before.form.snapshot()
            before.over = true
            before.answer?.({ requestId: 'late', proposals: [...HOME, EMAIL], sources: [] })
            await Promise.resolve()
            expect(before.form.snapshot()).toEqual(left)
            visit = new Visit()
            told = new Told()
            break
          }
        }
        await new Promise((resolve) => { setImmediate(resolve) })
      }
      const valueOf = (path: string) => visit.form.field(`/requester/${path}`).value.value
      expect({ asked: visit.asked, email: valueOf('email'), detail: valueOf('residence/detail'), commune: valueOf('residence/commune') })
        .toEqual({ asked: told.asked, email: told.email.value, detail: told.detail.value, commune: told.commune.value })
    }), { numRuns: RUNS })
  })

  it('takes the focus after a press, and leaves it to who is typing when an answer comes', async () => {
    const visit = new Visit()
    void visit.offer.fill()
    await new Promise((resolve) => { setImmediate(resolve) })
    expect(visit.focused).toEqual(['prefill'])
    visit.answer?.({ requestId: 'r', proposals: [EMAIL], sources: [] })
    await new Promise((resolve) => { setImmediate(resolve) })
    expect([visit.offer.state, visit.focused]).toEqual(['filled', ['prefill']])
  })
})

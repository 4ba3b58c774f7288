import { createForm, PREFILL_SOURCES } from '@motcua/form-core'
import type { Form, PrefillSource } from '@motcua/form-core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Proposal } from '../services/contract.ts'
import { bundledDefinition } from '../testing/bundled.ts'
import { fillIn, takeBack } from './fill-in.ts'

const definition = bundledDefinition('extract-copy')
const RUNS = process.env.MOTCUA_CONFORMANCE === 'full' ? 10_000 : 500

type Source = Proposal['source']
const HOME = { residenceKind: 'permanent', 'residence/scope': 'domestic', 'residence/province': '91', 'residence/commune': '30838', 'residence/detail': 'Số 12' }

function home(source: Source, change: Record<string, string> = {}, without: string[] = []): Proposal[] {
  return Object.entries({ ...HOME, ...change }).filter(([path]) => !without.includes(path))
    .map(([path, value]) => ({ pointer: `/requester/${path}`, value, source, asOf: '2026-11-22', locked: false, together: '/requester/residence' }))
}
const phone = (source: Source, value = '0912345678'): Proposal => ({ pointer: '/requester/phone', value, source, asOf: '2026-11-22', locked: false })
const valuesOf = (form: Form): unknown => form.snapshot().values

describe('filling in', () => {
  it('takes an address whole, and says of every line which source gave it and of which day', () => {
    const form = createForm({ definition })
    const filled = fillIn(form, home('population-database'))
    expect(filled.map(({ pointer }) => pointer)).toEqual(Object.keys(HOME).map((path) => `/requester/${path}`))
    for (const { pointer } of filled) expect(form.field(pointer).filledBy.value).toEqual({ source: 'population-database', on: '2026-11-22' })
    expect(form.field('/requester/residence/detail').locked.value).toBe(false)
  })

  it.each(['residence/detail', 'residence/province', 'residenceKind'])('leaves the whole address to the person who has touched %s', (path) => {
    for (const touch of [(form: Form) => { form.setValue(`/requester/${path}`, path === 'residenceKind' ? 'temporary' : 'Số 9') }, (form: Form) => { form.clear(`/requester/${path}`) }]) {
      const form = createForm({ definition })
      touch(form)
      const before = form.snapshot()
      expect(fillIn(form, home('population-database'))).toEqual([])
      expect(form.snapshot()).toEqual(before)
    }
  })

  it('does not mix the addresses of two sources', () => {
    const form = createForm({ definition })
    fillIn(form, home('earlier-dossier', { 'residence/detail': 'Nhà cũ' }))
    fillIn(form, home('population-database', {}, ['residence/detail']))
    expect(form.field('/requester/residence/detail').value.value).toBeUndefined()
    fillIn(form, home('earlier-dossier', { 'residence/detail': 'Nhà cũ' }))
    expect(form.field('/requester/residence/commune').filledBy.value?.source).toBe('population-database')
  })

  it('locks what the definition locks for the source, and nothing else', () => {
    const form = createForm({ definition })
    form.setValue('/requester/birthDate', '1958-04-01')
    fillIn(form, [{ pointer: '/requester/birthDate', value: '1958-04-12', source: 'population-database', locked: true }, phone('population-database')])
    expect(form.field('/requester/birthDate').locked.value).toBe(true)
    expect(form.field('/requester/birthDate').filledBy.value).toEqual({ source: 'population-database', replaced: '1958-04-01' })
    expect(form.field('/requester/phone').locked.value).toBe(false)
    expect(() => { form.setValue('/requester/birthDate', '1958-04-01') }).toThrow()
  })

  it('knows no question that the form has not', () => {
    const form = createForm({ definition })
    expect(fillIn(form, [{ pointer: '/__proto__/x', value: '1', source: 'earlier-dossier', locked: false }])).toEqual([])
  })
})

describe('taking back', () => {
  it('puts a source’s answers back to what stood there, except what the person has changed or what is locked', () => {
    const form = createForm({ definition })
    const before = valuesOf(form)
    const filled = fillIn(form, [...home('population-database'), phone('earlier-dossier'), { pointer: '/requester/birthDate', value: '1958-04-12', source: 'population-database', locked: true }])
    form.setValue('/requester/residence/detail', 'Số 15')
    expect(takeBack(form, filled, 'population-database')).toBe(4)
    expect(valuesOf(form)).toEqual({ ...Object(before), '/requester/residence/detail': 'Số 15', '/requester/phone': '0912345678', '/requester/birthDate': '1958-04-12' })
    expect(form.field('/requester/residence/scope').provenance.value).toBe('default')
    expect(takeBack(form, filled, 'earlier-dossier')).toBe(1)
    expect(form.field('/requester/phone').value.value).toBeUndefined()
  })
})

/** What happens to one form, in any order. */
type Happening =
  | { kind: 'type'; path: string; value: string }
  | { kind: 'identity'; phone: string | undefined }
  | { kind: 'card'; sex: string }
  | { kind: 'answer'; source: Source; phone: string | undefined; commune: string | undefined }

const text = fc.constantFrom('a', 'b', '')
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), path: fc.constantFrom('phone', 'residence/detail', 'residence/commune'), value: text }),
  fc.record({ kind: fc.constant('identity' as const), phone: fc.option(fc.constantFrom('i1'), { nil: undefined }) }),
  fc.record({ kind: fc.constant('card' as const), sex: fc.constantFrom('male', 'female') }),
  fc.record({ kind: fc.constant('answer' as const), source: fc.constantFrom('population-database' as const, 'earlier-dossier' as const), phone: fc.option(fc.constantFrom('p1', 'p2'), { nil: undefined }), commune: fc.option(fc.constantFrom('30838', '30839'), { nil: undefined }) }),
)

/** The rule, told once more and more simply: the last word of the person, else the best source that came, the later of two equal ones. */
class Rule {
  phone: { value: string | undefined; by: PrefillSource | 'person' } | undefined
  home: { lines: Record<string, string | undefined>; by: PrefillSource | undefined; touched: Set<string> } = { lines: {}, by: undefined, touched: new Set() }

  see(happened: Happening): void {
    if (happened.kind === 'type') this.#typed(happened.path, happened.value || undefined)
    if (happened.kind === 'identity' && happened.phone !== undefined) this.#phoneFrom('identity-provider', happened.phone)
    if (happened.kind !== 'answer') return
    if (happened.phone !== undefined) this.#phoneFrom(happened.source, happened.phone)
    if (happened.commune !== undefined && this.home.touched.size === 0 && rank(happened.source) <= rank(this.home.by)) this.home = { ...this.home, by: happened.source, lines: { commune: happened.commune, detail: 'Số 12' } }
  }

  #typed(path: string, value: string | undefined): void {
    if (path === 'phone') { this.phone = { value, by: 'person' }; return }
    this.home.touched.add(path)
    this.home.lines = { ...this.home.lines, [path.slice('residence/'.length)]: value }
  }

  #phoneFrom(source: PrefillSource, value: string): void {
    if (this.phone?.by === 'person' || rank(source) > rank(this.phone?.by)) return
    this.phone = { value, by: source }
  }
}
const rank = (source: PrefillSource | 'person' | undefined): number => { const at = PREFILL_SOURCES.findIndex((known) => known === source); return at < 0 ? PREFILL_SOURCES.length : at }

describe('sources, edits and late answers in any order', () => {
  it('leave the form as the rule of ranks says', () => {
    fc.assert(fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
      const form = createForm({ definition })
      const rule = new Rule()
      for (const happened of happenings) {
        rule.see(happened)
        if (happened.kind === 'type') form.setValue(`/requester/${happened.path}`, happened.value)
        if (happened.kind === 'identity') form.prefill({ source: 'identity-provider', claims: { fullName: 'An', ...(happened.phone && { phone: happened.phone }) } })
        if (happened.kind === 'card') form.prefill({ source: 'card-qr', claims: { sex: happened.sex } })
        if (happened.kind === 'answer') fillIn(form, [...(happened.phone === undefined ? [] : [phone(happened.source, happened.phone)]), ...(happened.commune === undefined ? [] : home(happened.source, { 'residence/commune': happened.commune }))])
      }
      expect(form.field('/requester/phone').value.value).toBe(rule.phone?.value)
      expect(form.field('/requester/phone').filledBy.value?.source).toBe(rule.phone?.by === 'person' ? undefined : rule.phone?.by)
      expect([form.field('/requester/residence/commune').value.value, form.field('/requester/residence/detail').value.value]).toEqual([rule.home.lines.commune, rule.home.lines.detail])
    }), { numRuns: RUNS })
  })

  it('taken back at once, are as if nobody had been asked', () => {
    const answers = fc.record({ phone: fc.boolean(), commune: fc.boolean(), typed: fc.subarray(['phone', 'residence/detail']) })
    fc.assert(fc.property(answers, ({ phone: hasPhone, commune, typed }) => {
      const form = createForm({ definition })
      for (const path of typed) form.setValue(`/requester/${path}`, 'own')
      const before = valuesOf(form)
      const filled = fillIn(form, [...(hasPhone ? [phone('population-database')] : []), ...(commune ? home('population-database') : [])])
      takeBack(form, filled, 'population-database')
      expect(valuesOf(form)).toEqual(before)
    }), { numRuns: RUNS })
  })
})

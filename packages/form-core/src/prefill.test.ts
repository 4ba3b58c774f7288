import { effect } from '@preact/signals-core'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { FORMS } from '../test/fixtures/forms.ts'
import { createForm, PREFILL_SOURCES } from './index.ts'
import type { Form, Prefill } from './index.ts'

const definition = FORMS.person ?? expect.fail('no form "person"')
const RUNS = process.env.MOTCUA_CONFORMANCE === 'full' ? 10_000 : 1_000
const text = fc.constantFrom('An', 'Bình', 'Chi', '')
const prefill: fc.Arbitrary<Prefill> = fc.record({
  source: fc.constantFrom(...PREFILL_SOURCES),
  on: fc.constantFrom('2024-01-02', '2026-05-04'),
  claims: fc.record({ fullName: text, birthDate: text, personalId: text, sex: text, phone: text, email: text }, { requiredKeys: [] }),
}, { requiredKeys: ['source', 'claims'] })
const prefills = fc.array(prefill, { maxLength: 6 })
/** What the person does before anything is known; '' empties. */
const typed = fc.dictionary(fc.constantFrom('/fullName', '/birthDate', '/personalId', '/sex', '/phone', '/email'), text)

function filled(before: Record<string, string>, fill: (form: Form) => void): unknown {
  const form = createForm({ definition })
  for (const [pointer, value] of Object.entries(before)) form.setValue(pointer, value)
  fill(form)
  const fields = Object.fromEntries(['/fullName', '/birthDate', '/personalId', '/sex', '/phone', '/email'].map(pointer => {
    const { value, locked, provenance, filledBy } = form.field(pointer)
    return [pointer, { value: value.value, locked: locked.value, provenance: provenance.value, filledBy: filledBy.value }]
  }))
  return { fields, payload: form.project() }
}

const scores: string[] = []
afterAll(() => console.log(scores.join('\n')))

/** Checks a property and prints its score. */
function always<T>(name: string, arbitrary: fc.Arbitrary<T>, check: (value: T) => void): void {
  it(name, () => {
    let passed = 0
    try {
      fc.assert(fc.property(arbitrary, value => { check(value); passed++ }), { numRuns: RUNS })
    } finally {
      scores.push(`conformance: form engine, several prefills ${name}: ${passed}/${RUNS}`)
    }
  }, 600_000)
}

describe('several prefills', () => {
  const shuffled = prefills.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
  always('give the same form in any order', fc.tuple(shuffled, typed), ([[list, other], before]) => {
    expect(filled(before, form => form.prefill(other))).toEqual(filled(before, form => form.prefill(list)))
  })

  const ofEachSource = fc.uniqueArray(prefill, { selector: ({ source }) => source, maxLength: 4 })
  always('give the same form whether they come together or one after another', fc.tuple(ofEachSource, typed), ([list, before]) => {
    const oneByOne = filled(before, form => { for (const one of list) form.prefill(one) })
    expect(oneByOne).toEqual(filled(before, form => form.prefill(list)))
  })

  always('change what was typed or emptied only where the definition locks, and then say what it was', fc.tuple(prefills, typed), ([list, before]) => {
    const form = createForm({ definition })
    for (const [pointer, value] of Object.entries(before)) form.setValue(pointer, value)
    form.prefill(list)
    for (const [pointer, value] of Object.entries(before)) {
      const { value: now, locked, filledBy } = form.field(pointer)
      const own = value === '' ? undefined : value
      if (!locked.value) expect(now.value).toBe(own)
      else if (now.value !== own) expect(filledBy.value?.replaced).toBe(own)
    }
  })
})

describe('one answer of a source', () => {
  it.each([['given', 'an@example.vn'], ['empty', undefined]])('that is nothing fills nothing, where an answer was %s', (_, before) => {
    const form = createForm({ definition })
    if (before !== undefined) form.setValue('/email', before)
    const was = form.snapshot()
    form.setValue('/email', '', { provenance: 'card-qr' })
    form.prefill({ source: 'card-qr', on: '2024-01-02', claims: { email: [] } })
    expect(form.snapshot()).toEqual(was)
    expect(form.field('/email').filledBy.value).toBeUndefined()
    form.prefill({ source: 'card-qr', claims: { email: 'binh@example.vn' } })
    expect(form.field('/email').value.value).toBe(before ?? 'binh@example.vn')
  })

  it.each([['none', undefined], ['the same', 'An']])('is said to be the source’s where the definition names no claim and there was %s before, with its day, until the person changes it', (_, before) => {
    const form = createForm({ definition: FORMS.family ?? expect.fail('no form "family"') })
    const rows = form.repeat('/children')
    const pointer = `/children/${rows.add().key}/name`
    if (before !== undefined) form.setValue(pointer, before)
    const seen: unknown[] = []
    const stop = effect(() => { seen.push([form.field(pointer).value.value, form.field(pointer).filledBy.value]) })
    form.setValue(pointer, 'An', { provenance: 'earlier-dossier', on: '2026-05-04' })
    form.setValue(pointer, 'Bình')
    stop()
    expect(seen).toEqual([[before, undefined], ['An', { source: 'earlier-dossier', on: '2026-05-04' }], ['Bình', undefined]])
  })

  it('is said to be of no known day once the page gives the same answer without one', () => {
    const form = createForm({ definition })
    form.prefill({ source: 'card-qr', on: '2024-01-02', claims: { email: 'an@example.vn' } })
    const seen: unknown[] = []
    const stop = effect(() => { seen.push(form.field('/email').filledBy.value) })
    form.setValue('/email', 'an@example.vn', { provenance: 'card-qr' })
    stop()
    expect(seen).toEqual([{ source: 'card-qr', on: '2024-01-02' }, { source: 'card-qr' }])
  })

  it('is still the source’s after its row was removed and put back', () => {
    const family = structuredClone(FORMS.family ?? expect.fail('no form "family"'))
    const [children] = family.pages[0]?.items ?? []
    if (children?.type === 'repeat' && children.items[0]?.type === 'field') children.items[0].prefill = 'fullName'
    const form = createForm({ definition: family })
    const rows = form.repeat('/children')
    const { key } = rows.add()
    const pointer = `/children/${key}/name`
    form.setValue(pointer, 'Nguyễn Văn Mẫu', { provenance: 'card-qr' })
    rows.remove(key)
    rows.undoRemove()
    expect(form.field(pointer).filledBy.value).toEqual({ source: 'card-qr' })
  })
})

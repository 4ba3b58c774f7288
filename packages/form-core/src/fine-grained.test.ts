import { effect } from '@preact/signals-core'
import { describe, expect, it } from 'vitest'
import { definition, field, repeat, wideDefinition } from '../test/fixtures/definitions.ts'
import { createForm } from './index.ts'
import type { FieldState, Form } from './index.ts'

/** Watches every field of every page as a screen would, and counts which ones are drawn again. */
function watch(form: Form): { drawn: string[]; pages: () => number } {
  const drawn: string[] = []
  let pages = 0
  const seen = new Set<string>()
  effect(() => {
    pages++
    for (const page of form.pages.value) {
      for (const item of page.items.value) {
        if (item.type !== 'field' || seen.has(item.pointer)) continue
        seen.add(item.pointer)
        draw(item, drawn)
      }
    }
  })
  drawn.length = 0
  return { drawn, pages: () => pages }
}

function draw(item: FieldState, drawn: string[]): void {
  effect(() => {
    void [item.value.value, item.required.value, item.locked.value, item.issues.value]
    drawn.push(item.pointer)
  })
}

describe.each([20, 200, 1_000])('a form of %i fields', size => {
  it('draws only the field that is typed in', () => {
    const form = createForm({ definition: wideDefinition(size) })
    const { drawn, pages } = watch(form)
    for (const text of ['a', 'ab', 'abc']) form.setValue('/f3', text)
    expect(drawn).toEqual(['/f3', '/f3', '/f3'])
    expect(pages()).toBe(1)
  })

  it('draws only that field when all errors are on show', () => {
    const form = createForm({ definition: wideDefinition(size) })
    const { drawn } = watch(form)
    form.validateAll()
    drawn.length = 0
    form.setValue('/f4', 'a')
    form.setValue('/f4', '')
    expect(drawn).toEqual(['/f4', '/f4'])
  })

  it('draws the page again only when a condition changes its mind', () => {
    const form = createForm({ definition: wideDefinition(size) })
    const { pages } = watch(form)
    for (const text of ['y', 'ye', 'no']) form.setValue('/f8', text)
    expect(pages()).toBe(1)
    form.setValue('/f8', 'yes')
    expect(pages()).toBe(2)
  })

  it('tells once of all errors, and then of each that comes or goes, and of no other key', () => {
    const form = createForm({ definition: wideDefinition(size) })
    const { drawn } = watch(form)
    const told: number[] = []
    const stop = effect(() => void told.push(form.issues.value.length))
    const missing = form.validateAll().length
    expect(drawn).toHaveLength(missing)
    form.setValue('/f4', 'a')
    form.setValue('/f4', 'ab')
    form.setValue('/f4', '')
    expect(told).toEqual([0, missing, missing - 1, missing])
    stop()
  })

  it('gives the same list to whoever only asks now and then', () => {
    const form = createForm({ definition: wideDefinition(size) })
    const found = form.validateAll()
    expect(form.issues.peek()).toEqual(found)
    form.setValue('/f4', 'a')
    expect(form.issues.peek()).toEqual(found.filter(({ pointer }) => pointer !== '/f4'))
    form.setValue('/f4', '')
    expect(form.issues.peek()).toEqual(found)
  })

  it('keeps an issue list as it is while the same things are wrong', () => {
    const form = createForm({ definition: wideDefinition(size) })
    form.validateAll()
    const before = form.field('/f4').issues.value
    form.setValue('/f5', 'other')
    expect(form.field('/f4').issues.value).toBe(before)
  })
})

it('evaluates a condition shared by many fields once a change', () => {
  let runs = 0
  const rule = { '==': [{ var: '/a' }, { var: '/b' }] }
  const counted = new Proxy(rule, { ownKeys: target => (runs++, Reflect.ownKeys(target)) })
  const form = createForm({
    definition: definition({
      pages: [{ id: 'p', items: [field('/a'), field('/b'), { type: 'group', id: 'g', visibleWhen: counted, items: Array.from({ length: 100 }, (_, i) => field(`/f${i}`)) }] }],
      schema: {},
    }),
  })
  for (let i = 0; i < 100; i++) effect(() => void form.field(`/f${i}`).visible.value)
  runs = 0
  form.setValue('/a', 'x')
  expect(runs).toBe(1)
})

it('makes the questions of a row when that row is opened, and of no other', () => {
  let runs = 0
  const rule = { '==': [{ var: '/rows/-/a' }, 'yes'] }
  const counted = new Proxy(rule, { ownKeys: target => (runs++, Reflect.ownKeys(target)) })
  const form = createForm({
    definition: definition({ pages: [{ id: 'p', items: [repeat('/rows', [field('/rows/-/a'), field('/rows/-/b', { visibleWhen: counted })], { maxRows: 1_000 })] }], schema: {} }),
    initial: { rows: Array.from({ length: 1_000 }, () => ({ a: 'yes' })) },
  })
  const rows = form.repeat('/rows').rows.value
  expect([rows.length, runs]).toEqual([1_000, 0])
  expect(rows[7]?.items.value.map(item => item.type === 'field' && item.visible.value)).toEqual([true, true])
  expect(runs).toBe(1)
})

it('goes by the new day when it is left open past midnight', () => {
  let now = new Date('2026-11-21T16:59:00Z')
  const form = createForm({
    now: () => now,
    definition: definition({ pages: [{ id: 'p', items: [field('/on'), field('/late', { visibleWhen: { '<': [{ var: '/on' }, { today: [] }] } })] }], schema: {} }),
  })
  form.setValue('/on', '2026-11-21')
  form.setValue('/late', 'x')
  expect(form.field('/late').visible.value).toBe(false)
  now = new Date('2026-11-21T17:00:00Z')
  expect(form.validateAll()).toEqual([])
  expect(form.project()).toEqual({ on: '2026-11-21', late: 'x' })
  expect(form.field('/late').visible.value).toBe(true)
})

import { violations } from '../testing/strict-policy.ts'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../define.ts'
import type { FieldShell } from './field-shell.ts'

beforeEach(() => { violations.length = 0 })
afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

interface Case { tag: string; fill(): Promise<void>; value: string; wrong?: string }
const CASES: Case[] = [
  { tag: 'motcua-text-field', fill: () => page.getByLabelText('Thử', { exact: false }).fill('Mỹ Thuận'), value: 'Mỹ Thuận' },
  {
    tag: 'motcua-date-field', value: '2026-11-21', wrong: '2026-02-31',
    fill: async () => {
      await page.getByLabelText('Ngày').fill('21')
      await page.getByLabelText('Tháng').fill('11')
      await page.getByLabelText('Năm').fill('2026')
    },
  },
  { tag: 'motcua-select-field', fill: () => page.getByLabelText('Thử', { exact: false }).selectOptions('Hai'), value: '2' },
]

/** The same checks for every field that stands on its own. */
describe.each(CASES)('$tag', ({ tag, fill, value, wrong }) => {
  function mount(attributes: Record<string, string> = {}): { form: HTMLFormElement; element: FieldShell } {
    const form = document.createElement('form')
    const element = document.createElement(tag) as FieldShell
    for (const [name, text] of Object.entries({ label: 'Thử', name: 'test', lang: 'vi', ...attributes })) element.setAttribute(name, text)
    if (tag === 'motcua-select-field') for (const [code, label] of [['1', 'Một'], ['2', 'Hai']] as const) element.append(new Option(label, code))
    form.append(element)
    document.body.append(form)
    return { form, element }
  }
  const entries = (form: HTMLFormElement): unknown[] => [...new FormData(form)]

  it('gives its value to the form, and takes it back on reset', async () => {
    const { form, element } = mount()
    await element.updateComplete
    expect(entries(form)).toEqual([])
    await fill()
    await element.updateComplete
    expect(entries(form)).toEqual([['test', value]])
    form.reset()
    await element.updateComplete
    expect(entries(form)).toEqual([])
  })

  it('comes filled from its attribute', async () => {
    const { form, element } = mount({ value })
    await element.updateComplete
    expect(entries(form)).toEqual([['test', value]])
  })

  it('blocks the form while it is required and empty, says so itself, and takes focus', async () => {
    const { form, element } = mount({ required: '' })
    await element.updateComplete
    expect(element.validity.valueMissing).toBe(true)
    form.requestSubmit()
    await expect.element(page.getByText('Bạn chưa trả lời mục “Thử”.')).toBeVisible()
    expect(document.activeElement).toBe(element)
    expect(element.matches(':state(user-invalid)')).toBe(true)
    await fill()
    await element.updateComplete
    expect(element.checkValidity()).toBe(true)
  })

  // Free text and a list of choices have no wrong answer to type.
  if (wrong !== undefined) it('keeps a wrong answer and is not valid', async () => {
    const { element } = mount({ value: wrong ?? '' })
    await element.updateComplete
    expect(element.validity.customError).toBe(true)
    expect(element.value).toBe(wrong)
  })

  it('is disabled with its fieldset and locked when told so', async () => {
    const { form, element } = mount({ value })
    const fieldset = document.createElement('fieldset')
    form.append(fieldset)
    fieldset.append(element)
    fieldset.disabled = true
    await expect.poll(() => element.shadowRoot?.querySelector<HTMLInputElement>('input, select')?.disabled).toBe(true)
    fieldset.disabled = false
    element.locked = true
    await expect.poll(() => element.shadowRoot?.querySelector('input')?.readOnly).toBe(true)
  })

  it('shows an error of the page’s own, and is accessible in every state', async () => {
    for (const attributes of [{}, { value }, { required: '', error: 'Chưa đúng', hint: 'Gợi ý' }, { value, locked: '' }, { disabled: '' }] as Array<Record<string, string>>) {
      const { form, element } = mount(attributes)
      await element.updateComplete
      const { violations: found } = await axe.run(form)
      expect(found.map(({ id }) => id)).toEqual([])
      form.remove()
    }
  })
})

describe('Enter in a stand-alone text field', () => {
  it('submits its form', async () => {
    const form = document.createElement('form')
    let submitted = 0
    form.addEventListener('submit', (event) => { event.preventDefault(); submitted += 1 })
    const element = document.createElement('motcua-text-field') as FieldShell
    element.setAttribute('label', 'Thử')
    form.append(element)
    document.body.append(form)
    await page.getByLabelText('Thử', { exact: false }).click()
    await userEvent.keyboard('a{Enter}')
    expect(submitted).toBe(1)
  })
})

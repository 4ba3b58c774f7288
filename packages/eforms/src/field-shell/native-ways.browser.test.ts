import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../define.ts'
import { MotcuaIntegerField } from '../fields/integer/integer-field.ts'
import { LABEL, leave } from '../testing/field-cases.ts'
import { controlOf, drawn, entriesOf, mountField } from '../testing/field-harness.ts'

afterEach(() => { document.body.replaceChildren() })

const CHOICES = [{ value: '1', vi: 'Một', en: 'One' }, { value: '2', vi: 'Hai', en: 'Two' }]

describe('a choice', () => {
  it('may get its options after its value', async () => {
    const { element } = mountField({ tag: 'motcua-select-field' }, { value: '2' })
    await drawn(element)
    element.append(new Option('Hai', '2'))
    // What a native list begins with.
    const first = new Option('Chọn…', '')
    const shut = new Option('Ba', '3')
    shut.disabled = true
    element.prepend(first, shut)
    await expect.element(page.getByLabelText(LABEL, { exact: false })).toHaveValue('2')
    expect(element.checkValidity()).toBe(true)
    expect([...controlOf(element)?.children ?? []].map(({ textContent }) => textContent)).toEqual(['Chọn…', 'Hai'])
  })
})

describe('a field without a name', () => {
  it.each(['motcua-text-field', 'motcua-checkboxes-field', 'motcua-address-field'])('%s sends nothing, as native, and is sent once a script has named it', async (tag) => {
    const value = { 'motcua-address-field': '{"scope":"abroad"}', 'motcua-checkboxes-field': '1' }[tag] ?? 'a'
    const { form, element } = mountField({ tag, choices: tag === 'motcua-checkboxes-field' ? CHOICES : [] }, { name: '', value })
    await drawn(element)
    expect(entriesOf(form)).toEqual([])
    // Frameworks set properties.
    Object.assign(element, { name: 'home' })
    expect([entriesOf(form).length, form.elements.namedItem('home')]).toEqual([1, element])
  })
})

describe('what a script sets', () => {
  it('counts at once, before it is drawn', async () => {
    const { form, element } = mountField({ tag: 'motcua-text-field' })
    await drawn(element)
    element.value = 'a'
    expect(entriesOf(form)).toEqual([['test', 'a']])
    form.reset()
    element.required = true
    expect([entriesOf(form), element.checkValidity()]).toEqual([[], false])
    element.error = 'Sai'
    expect(element.validationMessage).toBe('Sai')
    form.reset()
    expect(element.validity.customError).toBe(false)
  })

  it('is no edit: only what the person changes after it is told', async () => {
    const { form, element } = mountField({ tag: 'motcua-text-field' })
    const told: string[] = []
    form.addEventListener('change', () => { told.push(element.value) })
    await drawn(element)
    const box = page.getByLabelText(LABEL, { exact: false })
    for (const set of [() => undefined, () => { form.reset() }, () => { element.value = 'b' }]) {
      set()
      await box.fill('a')
      await leave()
    }
    expect(told).toEqual(['a', 'a', 'a'])
  })

  it('before the code of the element is here is not lost', async () => {
    const early = document.createElement('early-field') as HTMLElement & { answer: unknown; name: string }
    const form = document.body.appendChild(document.createElement('form'))
    form.append(Object.assign(early, { answer: 12, name: 'n' }))
    customElements.define('early-field', class extends MotcuaIntegerField {})
    await expect.poll(() => entriesOf(form)).toEqual([['n', '12']])
    early.answer = 13
    expect(entriesOf(form)).toEqual([['n', '13']])
  })

  it.each([[null, ''], [undefined, ''], [Number.NaN, ''], [12, '12']])('%s is “%s”, in whatever a page hands it over', async (given, text) => {
    const { form, element } = mountField({ tag: 'motcua-integer-field' }, { value: '1' })
    await drawn(element)
    element.answer = given
    expect(element.value).toBe(text)
    if (!Number.isNaN(given)) Object.assign(element, { value: given, label: given, error: given })
    await drawn(element)
    expect([element.value, element.label, element.error, entriesOf(form).length]).toEqual(Number.isNaN(given) ? ['', LABEL, '', 0] : [text, text, text, text ? 1 : 0])
  })

  it('limits nothing while it is no limit', async () => {
    for (const [tag, value, limits] of [['motcua-text-field', 'a', { pattern: '[' }], ['motcua-integer-field', '5', { min: 'x', max: '' }], ['motcua-date-field', '2020-02-03', { min: 'x' }]] as const) {
      const { element } = mountField({ tag }, { ...limits, value })
      await drawn(element)
      expect([tag, element.reportValidity()]).toEqual([tag, true])
    }
  })
})

it('tells nobody what is wrong, and takes nobody away, while the page only looks', async () => {
  const { form, element } = mountField({ tag: 'motcua-long-text-field' })
  const { element: other } = mountField({ tag: 'motcua-text-field' }, { required: '', name: 'other' })
  const { element: file } = mountField({ tag: 'motcua-file-field' }, { name: 'file' })
  form.append(other, Object.assign(file, { file: new File(['a'], 'a.txt') }))
  form.addEventListener('input', () => { form.checkValidity() })
  await drawn(other)
  element.focus()
  await userEvent.keyboard('a{Enter}b')
  expect([element.value, document.activeElement, other.matches(':state(user-invalid)')]).toEqual(['a\nb', element, false])
  await page.getByRole('button', { name: /^Bỏ tệp này/ }).click()
  expect([document.activeElement, other.matches(':state(user-invalid)')]).toEqual([file, false])
  // A fieldset is invalid with what is in it, and takes no focus.
  form.prepend(document.createElement('fieldset'))
  form.firstElementChild?.append(element, other)
  form.append(Object.assign(document.createElement('button'), { textContent: 'Gửi' }))
  await page.getByRole('button', { name: 'Gửi' }).click()
  expect([document.activeElement, other.matches(':state(user-invalid)')]).toEqual([other, true])
})

it('has focus from the start where it is asked for, unless the person is somewhere already', async () => {
  const { element } = mountField({ tag: 'motcua-text-field' }, { autofocus: '' })
  await drawn(element)
  expect(document.activeElement).toBe(element)
  const { element: later } = mountField({ tag: 'motcua-text-field' }, { autofocus: '' })
  await drawn(later)
  expect(document.activeElement).toBe(element)
})

describe('Enter', () => {
  it.each([
    ['motcua-text-field', 'a{Enter}', 1], ['motcua-integer-field', '2{Enter}', 1], ['motcua-date-field', '2{Enter}', 0], ['motcua-long-text-field', 'a{Enter}', 0],
  ])('in %s, %s submits %i times', async (tag, keys, times) => {
    const { form, element } = mountField({ tag })
    let submitted = 0
    form.addEventListener('submit', () => { submitted += 1 })
    await drawn(element)
    element.focus()
    await userEvent.keyboard(keys)
    expect(submitted).toBe(times)
  })

  it('tells of the change and presses the first button that sends, unless it is disabled', async () => {
    const { form, element } = mountField({ tag: 'motcua-text-field' })
    const button = form.appendChild(Object.assign(document.createElement('button'), { name: 'act', value: 'save' }))
    const heard: string[] = []
    form.addEventListener('change', () => { heard.push('change') })
    form.addEventListener('submit', ({ submitter }) => { heard.push(submitter === button ? 'submit by button' : 'submit') })
    await drawn(element)
    element.focus()
    await userEvent.keyboard('a{Enter}')
    button.disabled = true
    await userEvent.keyboard('{Enter}')
    expect(heard).toEqual(['change', 'submit by button'])
  })
})

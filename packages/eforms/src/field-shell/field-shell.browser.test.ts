import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { FIELD_TAGS } from '../browser/field-tags.ts'
import '../define.ts'
import { addLanguage } from '../index.ts'
import { FIELD_CASES, leave } from '../testing/field-cases.ts'
import { controlOf, drawn, entriesOf, mountField } from '../testing/field-harness.ts'
import { FIELD_ELEMENTS } from './field-elements.ts'

afterEach(() => { document.body.replaceChildren() })

it('every element that takes text, ticks or choices is in the shared suite', () => {
  const apart = ['motcua-read-only-field', 'motcua-file-field']
  const kinds = FIELD_ELEMENTS.map(({ tag }) => tag).filter((tag) => !apart.includes(tag))
  expect(FIELD_CASES.map(({ tag }) => tag).toSorted()).toEqual(kinds.toSorted())
})

it('the loader knows every element', () => { expect(FIELD_TAGS).toEqual(FIELD_ELEMENTS.map(({ tag }) => tag)) })

/** The same checks for every field that stands on its own. */
describe.each(FIELD_CASES)('$tag', (field) => {
  const { label, value, entries: filled, fill, reads, missing, told, type, wrong, typed, nothing, doubtful } = field

  it('gives its value to the form, tells the page, and takes it back on reset', async () => {
    const { form, element } = mountField(field)
    const heard: string[] = []
    for (const name of ['input', 'change']) form.addEventListener(name, () => { heard.push(`${name} ${element.value}`) })
    await drawn(element)
    expect(entriesOf(form)).toEqual([])
    const ticked = controlOf(element)?.checked
    await fill()
    await leave()
    await drawn(element)
    expect(entriesOf(form)).toEqual(filled)
    expect(heard).toContain(`input ${value}`)
    expect(heard.filter((line) => line === `change ${value}`)).toHaveLength(1)
    form.reset()
    await drawn(element)
    expect(entriesOf(form)).toEqual([])
    expect(controlOf(element)?.checked).toBe(ticked)
  })

  it('comes filled from its attribute, and reset goes back to it', async () => {
    const { form, element } = mountField(field, { value })
    await drawn(element)
    expect(entriesOf(form)).toEqual(filled)
    element.value = ''
    await drawn(element)
    expect(entriesOf(form)).toEqual([])
    form.reset()
    await drawn(element)
    expect(entriesOf(form)).toEqual(filled)
  })

  it('blocks the form while it is required and empty, says so itself, and takes focus', async () => {
    const { form, element } = mountField(field, { required: '' })
    await drawn(element)
    expect(element.validity.valueMissing).toBe(true)
    expect(element.matches(':state(user-invalid)')).toBe(false)
    form.requestSubmit()
    await expect.element(page.getByText(missing.vi, { exact: false })).toBeVisible()
    expect(document.activeElement).toBe(element)
    expect(element.matches(':state(user-invalid)')).toBe(true)
    await fill()
    await drawn(element)
    expect([element.checkValidity(), element.validationMessage]).toEqual([true, ''])
  })

  // A tick has no wrong answer to give.
  if (wrong.length > 0) it('keeps a wrong answer, is not valid, and says why in either language', async () => {
    for (const { gives, isTyped, says, attributes } of wrong) {
      const { form, element } = mountField(field, attributes)
      const told = () => [element.validity.customError, element.validationMessage]
      await drawn(element)
      if (type && isTyped) await type(String(gives), 'vi')
      else element.answer = gives
      await expect.poll(told, { message: JSON.stringify(gives) }).toEqual([true, says.vi])
      expect([element.answer === undefined, element.reportValidity()]).toEqual([false, false])
      await expect.element(page.getByText(says.vi, { exact: false })).toBeVisible()
      element.lang = 'en'
      element.label = label.en
      await expect.poll(told, { message: JSON.stringify(gives) }).toEqual([true, says.en])
      form.remove()
    }
  })

  if (type) it('takes what people write, and what means nothing for no answer', async () => {
    const { element } = mountField(field)
    await drawn(element)
    for (const [text, answer] of typed) {
      await type(text, 'vi')
      await expect.poll(() => element.answer, { message: text }).toEqual(answer)
      expect(element.validationMessage, text).toBe('')
    }
    for (const text of [...nothing, '']) {
      await type(text, 'vi')
      expect([element.answer, element.value], JSON.stringify(text)).toEqual([undefined, ''])
    }
  })

  if (doubtful.length > 0) it('asks to look at something again once the person has been there, and blocks nothing', async () => {
    for (const { value: doubted, says } of doubtful) {
      const { form, element } = mountField(field, { value: doubted })
      await drawn(element)
      expect(page.getByText(says.vi, { exact: false }).elements()).toEqual([])
      expect(element.reportValidity()).toBe(true)
      await expect.element(page.getByText(says.vi, { exact: false })).toBeVisible()
      element.lang = 'en'
      await expect.element(page.getByText(says.en, { exact: false })).toBeVisible()
      form.remove()
    }
  })

  it('is disabled with its fieldset, and then not sent', async () => {
    const { form, element } = mountField(field, { value })
    const fieldset = document.createElement('fieldset')
    form.append(fieldset)
    fieldset.append(element)
    fieldset.disabled = true
    await expect.poll(() => controlOf(element)?.matches(':disabled')).toBe(true)
    expect(entriesOf(form)).toEqual([])
    fieldset.disabled = false
    await expect.poll(() => controlOf(element)?.matches(':disabled')).toBe(false)
  })

  it('is sent but cannot be edited while it is locked', async () => {
    const { form, element } = mountField(field, { value, locked: '', required: '' })
    const text = () => (controlOf(element)?.type === 'checkbox' ? reads : controlOf(element)?.value)
    await expect.poll(() => text() ?? element.shadowRoot?.querySelector('dl > :last-child dd')?.textContent).toBe(reads)
    expect([...element.shadowRoot?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? []].every((control) => control.readOnly || control.matches(':disabled'))).toBe(true)
    expect(entriesOf(form)).toEqual(filled)
    expect(element.checkValidity()).toBe(true)
  })

  it('shows an error of the page’s own until the next edit', async () => {
    const { element } = mountField(field, { error: 'Cơ quan chưa nhận' })
    await expect.element(page.getByText('Cơ quan chưa nhận', { exact: false })).toBeVisible()
    expect([element.validity.customError, element.validationMessage]).toEqual([true, 'Cơ quan chưa nhận'])
    await fill()
    await drawn(element)
    expect([element.error, element.checkValidity()]).toEqual(['', true])
  })

  it('takes back what the browser kept', async () => {
    const { form, element } = mountField(field)
    await drawn(element)
    const kept = Object.assign(document.createElement(field.tag) as typeof element, { value })
    element.formStateRestoreCallback(JSON.stringify(kept.answer))
    await drawn(element)
    expect(entriesOf(form)).toEqual(filled)
    element.formStateRestoreCallback('')
    await drawn(element)
    expect(entriesOf(form)).toEqual([])
  })

  it('is focused by a label of the page', async () => {
    const { form, element } = mountField(field)
    element.id = 'field'
    form.prepend(Object.assign(document.createElement('label'), { htmlFor: 'field', textContent: 'Nhãn của trang' }))
    await drawn(element)
    await page.getByText('Nhãn của trang').click()
    expect(document.activeElement).toBe(element)
    expect(element.shadowRoot?.activeElement).toBe(controlOf(element))
  })

  it('speaks English at run time and keeps its answer', async () => {
    const { form, element } = mountField(field, { required: '' })
    await drawn(element)
    element.reportValidity()
    element.lang = 'en'
    element.label = label.en
    await expect.element(page.getByText(missing.en, { exact: false })).toBeVisible()
    await expect.poll(() => element.validationMessage).toBe(told.en)
    element.value = value
    await drawn(element)
    element.lang = 'vi'
    await drawn(element)
    expect(entriesOf(form)).toEqual(filled)
  })
})

describe('what the browser gives back', () => {
  const texts = ['Nguyễn', '12', 'true', '"', '{']

  it.each(texts)('%j that it fills in is the answer as it was typed', (text) => {
    const { element } = mountField({ tag: 'motcua-text-field' })
    element.formStateRestoreCallback(text, 'autocomplete')
    expect(element.answer).toBe(text)
  })

  it('that no field has kept is no answer', () => {
    const { element } = mountField({ tag: 'motcua-text-field' }, { value: 'cũ' })
    element.formStateRestoreCallback('{', 'restore')
    expect(element.answer).toBeUndefined()
  })
})

it.each([['motcua-phone-field', 'tel', ['tel']], ['motcua-date-field', 'bday', ['bday-day', 'bday-month', 'bday-year']]])('%s tells the browser what it is for, each box its own part', async (tag, autocomplete, tokens) => {
  const { element } = mountField({ tag }, { autocomplete })
  await drawn(element)
  expect([...element.shadowRoot?.querySelectorAll('input') ?? []].map((input) => input.autocomplete)).toEqual(tokens)
})

it('speaks the language that was asked for last, however late another one comes', async () => {
  let arrive: (() => void) | undefined
  addLanguage('km', async () => { await new Promise<void>((resolve) => { arrive = resolve }); return { strings: { fieldRequired: 'សូមឆ្លើយ' } } })
  const { element } = mountField({ tag: 'motcua-text-field' }, { lang: 'km', required: '' })
  await expect.poll(() => arrive).toBeDefined()
  element.lang = 'vi'
  await drawn(element)
  const { element: other } = mountField({ tag: 'motcua-text-field' }, { lang: 'km', required: '' })
  arrive?.()
  await expect.poll(() => other.validationMessage).toBe('សូមឆ្លើយ')
  expect(element.validationMessage).toBe('Bạn chưa trả lời mục “Thử”.')
})

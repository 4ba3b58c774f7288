import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../define.ts'
import { LABEL } from '../testing/field-cases.ts'
import { drawn, entriesOf, mountField } from '../testing/field-harness.ts'

afterEach(() => { document.body.replaceChildren() })

const CHOICES = [{ value: '1', vi: 'Một', en: 'One' }, { value: '2', vi: 'Hai', en: 'Two' }]

describe('a choice', () => {
  it('may get its options after its value', async () => {
    const { element } = mountField({ tag: 'motcua-select-field' }, { value: '2' })
    await drawn(element)
    element.append(new Option('Hai', '2'))
    await expect.element(page.getByLabelText(LABEL, { exact: false })).toHaveValue('2')
    expect(element.checkValidity()).toBe(true)
  })
})

describe('a field without a name', () => {
  it.each(['motcua-text-field', 'motcua-checkboxes-field', 'motcua-address-field'])('%s sends nothing, as native', async (tag) => {
    const value = { 'motcua-address-field': '{"scope":"abroad"}', 'motcua-checkboxes-field': '1' }[tag] ?? 'a'
    const { form, element } = mountField({ tag, choices: tag === 'motcua-checkboxes-field' ? CHOICES : [] }, { name: '', value })
    await drawn(element)
    expect(entriesOf(form)).toEqual([])
  })
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
})

import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../define.ts'
import { LABEL, leave } from '../testing/field-cases.ts'
import { drawn, entriesOf, mountField } from '../testing/field-harness.ts'

afterEach(() => { document.body.replaceChildren() })

const CHOICES = [['1', 'Một'], ['2', 'Hai']] as const

describe('limits', () => {
  it.each([
    ['motcua-text-field', { minlength: '5' }, 'abc', 'Mục “Thử” cần ít nhất 5 ký tự.'],
    ['motcua-long-text-field', { maxlength: '3' }, 'á̂bcd', 'Mục “Thử” chỉ được dài tối đa 3 ký tự.'],
    ['motcua-text-field', { pattern: '[A-Z]\\d+' }, 'B12x', 'Mục “Thử” chưa viết đúng dạng được yêu cầu.'],
    ['motcua-integer-field', { min: '1' }, '0', 'Mục “Thử” phải từ 1 trở lên.'],
    ['motcua-number-field', { max: '2.5' }, '3', 'Mục “Thử” không được quá 2,5.'],
    ['motcua-money-field', { max: '16000' }, '20000', 'Mục “Thử” không được quá 16.000 đ.'],
    ['motcua-date-field', { min: '2026-11-21' }, '2026-11-20', 'Mục “Thử” phải từ 21/11/2026 trở lên.'],
    ['motcua-time-field', { max: '17:00' }, '17:01', 'Mục “Thử” không được quá 17:00.'],
  ] as const)('of %s %j refuse %j', async (tag, limits, value, message) => {
    const { element } = mountField({ tag }, { ...limits, value })
    await drawn(element)
    expect(element.validationMessage).toBe(message)
  })

  it.each([['motcua-integer-field', { min: '1', max: '20' }, '9'], ['motcua-text-field', { pattern: '[A-Z]\\d+' }, 'B12'], ['motcua-date-field', { max: '2026-11-21' }, '2026-11-21']] as const)(
    'of %s %j take %j', async (tag, limits, value) => {
      const { element } = mountField({ tag }, { ...limits, value })
      await drawn(element)
      expect(element.checkValidity()).toBe(true)
    },
  )
})

describe('what to look at again', () => {
  it.each([
    ['motcua-phone-field', '0112345678', /Đầu số này/], ['motcua-personal-id-field', '003058000001', /Ba số đầu/], ['motcua-person-name-field', 'Nguyeenx Thij Maaux', /chưa gõ xong dấu/],
  ] as const)('in %s is said once the person has been there, and blocks nothing', async (tag, value, words) => {
    const { element } = mountField({ tag }, { value })
    await drawn(element)
    expect(page.getByText(words).elements()).toEqual([])
    expect(element.reportValidity()).toBe(true)
    await expect.element(page.getByText(words)).toBeVisible()
  })
})

describe('a number', () => {
  it('is a number to scripts, digits with a point to the form, and comes back as it was typed when it is none', async () => {
    const { form, element } = mountField({ tag: 'motcua-number-field' }, { value: '1.125' })
    await drawn(element)
    expect([element.answer, entriesOf(form)]).toEqual([1.125, [['test', '1.125']]])
    await page.getByLabelText(LABEL, { exact: false }).fill('1.500')
    await leave()
    expect([element.value, element.checkValidity()]).toEqual(['1.500', false])
    element.formStateRestoreCallback('"1.500"')
    await drawn(element)
    expect(element.value).toBe('1.500')
  })
})

describe('a choice', () => {
  it('may get its options after its value', async () => {
    const { element } = mountField({ tag: 'motcua-select-field' }, { value: '2' })
    await drawn(element)
    element.append(new Option('Hai', '2'))
    await expect.element(page.getByLabelText(LABEL, { exact: false })).toHaveValue('2')
    expect(element.checkValidity()).toBe(true)
  })

  it('of several has them in the order of the set, whatever the order of ticking', async () => {
    const { element } = mountField({ tag: 'motcua-checkboxes-field', choices: CHOICES }, { value: ' 2  1 ' })
    await drawn(element)
    await page.getByRole('checkbox', { name: 'Hai' }).click()
    await page.getByRole('checkbox', { name: 'Hai' }).click()
    expect([element.value, element.answer]).toEqual(['1 2', ['1', '2']])
  })
})

describe('a read-only field', () => {
  it('shows and sends its value, says when it changes, and is never wrong', async () => {
    const { form, element } = mountField({ tag: 'motcua-read-only-field', choices: [] }, { value: '68', required: '' })
    await expect.element(page.getByRole('status', { name: LABEL })).toHaveTextContent('68')
    expect([entriesOf(form), element.checkValidity()]).toEqual([[['test', '68']], true])
    element.value = ''
    await drawn(element)
    expect([entriesOf(form), element.checkValidity()]).toEqual([[], true])
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

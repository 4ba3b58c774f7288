import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import './define.ts'
import { drawn, entriesOf, mountField } from '../../testing/field-harness.ts'
import { typeAndLeave } from '../../testing/give.ts'
import { expectAccessible, rootOf } from '../../testing/harness.ts'
import { answerOf, errorOf, mountKinds, testFields, valueIn } from '../../testing/mount-kinds.ts'
import { searchSelectCases } from './search-select.cases.ts'

testFields()

describe('one of many options', () => {
  it('is found without marks, with the keyboard alone', async () => {
    const mounted = await mountKinds(['search-select'])
    await page.getByRole('combobox', { name: 'Dân tộc' }).fill('da')
    const options = page.getByRole('listbox', { name: 'Dân tộc' }).getByRole('option')
    // What begins with it comes before what has it in a later word.
    await expect.poll(() => options.elements().map(({ textContent }) => textContent)).toEqual(['Dao', 'Xơ Đăng'])
    expect(answerOf(mounted, 'search-select')).toBeUndefined()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect([valueIn(mounted, 'search-select'), answerOf(mounted, 'search-select')]).toEqual(['Dao', 'dao'])
    await userEvent.keyboard('{ArrowDown}')
    expect(options.elements()).toHaveLength(searchSelectCases.options?.length ?? 0)
    await userEvent.keyboard('{Escape}')
    expect(options.elements()).toHaveLength(0)
  })

  it.each(['vi', 'en'] as const)('is found by another name it has, which is not shown (%s)', async (language) => {
    const mounted = await mountKinds(['search-select'], { language })
    const name = searchSelectCases.options?.find(({ value }) => value === 'mong')?.label[language] ?? ''
    await page.getByRole('combobox', { name: searchSelectCases.words[language].label }).fill('meo')
    await page.getByRole('option', { name, exact: true }).click()
    expect([valueIn(mounted, 'search-select'), answerOf(mounted, 'search-select')]).toEqual([name, 'mong'])
  })

  it('is chosen by its whole words, kept in mind when nothing matches, and cleared with its text', async () => {
    const mounted = await mountKinds(['search-select'])
    await typeAndLeave('search-select', 'e de')
    expect([valueIn(mounted, 'search-select'), answerOf(mounted, 'search-select')]).toEqual(['Ê-đê', 'ede'])
    await typeAndLeave('search-select', 'sao hỏa')
    expect([valueIn(mounted, 'search-select'), answerOf(mounted, 'search-select')]).toEqual(['sao hỏa', undefined])
    await expect.poll(() => errorOf(mounted, 'search-select')).toBe(searchSelectCases.missing?.vi)
    mounted.form.setValue('/search-select', 'tay')
    await expect.poll(() => valueIn(mounted, 'search-select')).toBe('Tày')
    mounted.form.clear('/search-select')
    await expect.poll(() => valueIn(mounted, 'search-select')).toBe('')
  })
})

describe('the field that finds one of many options', () => {
  it('says of half a word that it is no answer, though it may stay empty, and gives it up on reset', async () => {
    const { form, element } = mountField({ tag: 'motcua-search-select-field', choices: [{ value: '1', vi: 'Kinh', en: 'Kinh' }, { value: '2', vi: 'Kinh khác', en: 'Other' }] })
    await drawn(element)
    const box = page.getByRole('combobox')
    await box.fill('kin')
    // A page sets again what it was told: that is no answer from elsewhere.
    element.value = ''
    await drawn(element)
    await expect.element(box).toHaveValue('kin')
    await userEvent.tab()
    await expect.element(box).toHaveAccessibleDescription(/Lưu ý: Bạn chưa trả lời mục/)
    expect([element.checkValidity(), entriesOf(form)]).toEqual([true, []])
    form.reset()
    await expect.element(box).toHaveValue('')
    expect(rootOf(element).querySelector('.warning')).toBeNull()
  })

  it.each([['vi', 'Không có lựa chọn nào khớp', /^Gõ tên/], ['en', 'No option matches', /^Type the name/]])('shows in %s that nothing fits what was typed', async (lang, said, hint) => {
    const element = Object.assign(document.createElement('motcua-search-select-field'), { lang, label: 'Dân tộc', choices: [{ value: '1', label: 'Kinh' }, { value: '2', label: 'Khmer', alsoCalled: ['Cur'] }] })
    document.body.append(element)
    const line = () => rootOf(element).querySelector('.combobox [role=status]')
    await expect.element(page.getByText(hint)).toBeVisible()
    await page.getByRole('combobox').fill('zzzz')
    await expect.poll(() => line()?.textContent).toBe(said)
    expect(line()?.getBoundingClientRect().height).toBeGreaterThan(10)
    await expectAccessible(element)
    await page.getByRole('combobox').fill('cur')
    await expect.poll(() => rootOf(element).querySelectorAll('[role=option]').length).toBe(1)
    expect(line()?.getBoundingClientRect().height).toBeLessThan(2)
  })
})

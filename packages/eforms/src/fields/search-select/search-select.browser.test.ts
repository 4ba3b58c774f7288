import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import './define.ts'
import { expectAccessible, rootOf } from '../../testing/harness.ts'

afterEach(() => { document.body.replaceChildren() })

describe('the field that finds one of many options', () => {
  it.each([['vi', 'Không có lựa chọn nào khớp', /^Gõ tên/], ['en', 'No option matches', /^Type the name/]])('shows in %s that nothing fits what was typed', async (lang, said, hint) => {
    const element = Object.assign(document.createElement('motcua-search-select-field'), { lang, label: 'Dân tộc', choices: [{ value: '1', label: 'Kinh' }, { value: '2', label: 'Khmer' }] })
    document.body.append(element)
    const line = () => rootOf(element).querySelector('.combobox [role=status]')
    await expect.element(page.getByText(hint)).toBeVisible()
    await page.getByRole('combobox').fill('zzzz')
    await expect.poll(() => line()?.textContent).toBe(said)
    expect(line()?.getBoundingClientRect().height).toBeGreaterThan(10)
    await expectAccessible(element)
    await page.getByRole('combobox').fill('kh')
    await expect.poll(() => rootOf(element).querySelectorAll('[role=option]').length).toBe(1)
    expect(line()?.getBoundingClientRect().height).toBeLessThan(2)
  })
})

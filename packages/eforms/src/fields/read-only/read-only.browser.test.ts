import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import './define.ts'
import { LABEL } from '../../testing/field-cases.ts'
import { drawn, entriesOf, mountField } from '../../testing/field-harness.ts'
import { give } from '../../testing/give.ts'
import { mountKinds, testFields } from '../../testing/mount-kinds.ts'
import { readOnlyCases } from './read-only.cases.ts'

testFields()

describe('what is only shown', () => {
  it.each([['vi', 'Chưa có', '24.000'], ['en', 'None yet', '24,000']] as const)('follows the answers, is spoken, and takes no typing (%s)', async (language, nothing, shown) => {
    const { form, root } = await mountKinds(['integer', 'read-only'], { language })
    const output = root.querySelector('output')
    await expect.poll(() => output?.textContent).toBe(nothing)
    await give('integer', 3, language)
    expect(output?.textContent).toBe(shown)
    await expect.element(page.getByRole('status', { name: readOnlyCases.words[language].label })).toHaveTextContent(shown)
    expect(form.field('/read-only').locked.value).toBe(true)
    expect(form.project()).toMatchObject({ 'read-only': 24_000 })
    await give('integer', undefined, language)
    expect([output?.textContent, form.project()]).toEqual([nothing, {}])
  })

  it('alone shows and sends its value, says when it changes, and is never wrong', async () => {
    const { form, element } = mountField({ tag: 'motcua-read-only-field' }, { value: '68', required: '' })
    await expect.element(page.getByRole('status', { name: LABEL })).toHaveTextContent('68')
    expect([entriesOf(form), element.checkValidity()]).toEqual([[['test', '68']], true])
    Object.assign(element, { locked: true, hint: 'Từ tài khoản' })
    await expect.poll(() => page.getByText('Từ tài khoản').elements().length).toBe(1)
    element.value = ''
    await drawn(element)
    expect([entriesOf(form), element.checkValidity()]).toEqual([[], true])
    await expect.element(page.getByRole('status', { name: LABEL })).toHaveTextContent('Chưa có')
  })
})

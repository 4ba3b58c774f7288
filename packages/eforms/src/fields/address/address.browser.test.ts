import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import './define.ts'
import { leave } from '../../testing/field-cases.ts'
import { drawn, entriesOf, mountField } from '../../testing/field-harness.ts'
import { testFields } from '../../testing/mount-kinds.ts'
import { addressCases } from './address.cases.ts'

testFields()

const [, HOME] = addressCases.answers
const mountAddress = (attributes: Record<string, string> = {}) => mountField({ tag: 'motcua-address-field' }, attributes)

describe('an address', () => {
  it('asks what the answers call for, and sends what it asks', async () => {
    const { form, element } = mountAddress({ value: JSON.stringify(HOME) })
    await drawn(element)
    await page.getByRole('radio', { name: 'Ngoài nước' }).click()
    await page.getByLabelText('Quốc gia').selectOptions('Lào')
    await page.getByLabelText('Địa chỉ ở nước ngoài').fill('Viêng Chăn')
    await leave()
    expect(entriesOf(form)).toEqual([['test.scope', 'abroad'], ['test.country', 'LA'], ['test.foreign', 'Viêng Chăn']])
    await page.getByRole('radio', { name: 'Trong nước' }).click()
    expect(element.answer).toEqual(HOME)
  })

  it('names itself when the page gives no label', async () => {
    const { element } = mountAddress({ label: '' })
    await expect.element(page.getByRole('group', { name: /^Nơi cư trú/ })).toBeVisible()
    element.lang = 'en'
    await expect.element(page.getByRole('group', { name: /^Place of residence/ })).toBeVisible()
  })
})

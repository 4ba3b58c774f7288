import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { mountKinds, testFields } from '../../testing/mount-kinds.ts'
import { consentCases } from './consent.cases.ts'

testFields()

describe('consent', () => {
  it('shows all that is agreed to on request, and counts only while it is ticked', async () => {
    const { form, root } = await mountKinds(['consent'])
    const { label, details: agreed = '' } = consentCases.words.vi
    const details = root.querySelector('details')
    expect([...details?.querySelectorAll('p') ?? []].map(({ textContent }) => textContent)).toEqual(agreed.split('\n'))
    await page.getByText('Xem toàn văn').click()
    expect(details?.open).toBe(true)
    const tick = page.getByRole('checkbox', { name: label })
    await tick.click()
    expect(form.project()).toEqual({ consent: true })
    await tick.click()
    expect(form.project()).toEqual({})
  })
})

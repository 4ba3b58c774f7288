import { violations } from '../testing/strict-policy.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { FIXTURE_PLACES, fixtureDefinition } from '../testing/definition.ts'
import { fillRequester } from '../testing/harness.ts'
import { mountForm } from './mount-form.ts'

afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

describe('mountForm', () => {
  it('asks all questions at once, says what is missing, and has the payload ready when nothing is', async () => {
    const box = document.createElement('div')
    document.body.append(box)
    const { form, root, send } = mountForm(box, fixtureDefinition(), { initial: { forWhom: 'self', count: 2, commune: '30838' }, loadPlaces: async () => FIXTURE_PLACES })
    expect(send().map((issue) => issue.pointer)).toEqual(['/requester/fullName', '/requester/birthDate', '/requester/personalId', '/requester/phone'])
    expect(root.activeElement?.id).toBe('summary')
    await page.getByRole('alert').getByRole('link').first().click()
    expect(root.activeElement?.id).toBe('f-requester-fullName')
    await fillRequester()
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    expect(send()).toEqual([])
    expect(form.project()).toMatchObject({ count: 2, requester: { fullName: 'Nguyễn Thị Mẫu', birthDate: '1958-03-02', phone: '0912345678' } })
  })

  it('speaks the language that was asked for last', async () => {
    const { root, speak } = mountForm(document.body.appendChild(document.createElement('div')), fixtureDefinition())
    await Promise.all([speak('en'), speak('vi')])
    expect(root.querySelector('[part=continue]')?.textContent).toBe('Tiếp tục')
  })
})

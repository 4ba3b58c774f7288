import { violations } from '../../testing/strict-policy.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import type { Issue } from '@motcua/core/issue'
import '../../define.ts'
import { fixtureDefinition } from '../../testing/definition.ts'
import { chooseCommune, expectAccessible, field, fillForSelf, fillRequester, mountEform, press, rootOf } from '../../testing/harness.ts'

afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

const step = (text: string) => expect.element(page.getByText(text, { exact: true })).toBeVisible()
const found = (code: string, severity: Issue['severity']): Issue => ({ pointer: '/requester/personalId', code, params: {}, source: 'server', severity, clears: 'edit' })

describe('answers that are looked at elsewhere', () => {
  // The first, because what it cuts off arrives once in a page.
  it('hold up nobody when what looks at them cannot be fetched, and are looked at again once it can', async () => {
    const element = mountEform()
    await cdp().send('Network.enable')
    await cdp().send('Network.setBlockedURLs', { urls: ['*/eform/running-checks.ts*'] })
    element.checks = { '/requester/personalId': () => new Promise(() => undefined) }
    await press('Bắt đầu')
    await fillRequester()
    await press('Tiếp tục')
    await step('Bước 2 / 5')
    await cdp().send('Network.setBlockedURLs', { urls: [] })
    element.checks = { '/requester/personalId': async () => [found('other', 'error')] }
    await press('Quay lại')
    await field('Số định danh cá nhân').fill('089058000002')
    await press('Tiếp tục')
    await expect.element(page.getByRole('alert').getByRole('link')).toBeVisible()
  })

  it('hold up going on, say so politely, and stop at an error', async () => {
    let answer: (issues: readonly Issue[]) => void = () => undefined
    const element = mountEform({ definition: fixtureDefinition((d) => { Object.assign(d.locales.vi.fields['/requester/personalId'] ?? {}, { messages: { revoked: 'Số này không còn dùng.' } }) }) })
    element.checks = { '/requester/personalId': () => new Promise((resolve) => { answer = resolve }) }
    await press('Bắt đầu')
    await fillRequester()
    await expect.element(page.getByRole('status').getByText('Đang kiểm tra câu trả lời của bạn…')).toBeInTheDocument()
    await press('Tiếp tục')
    await press('Tiếp tục')
    await step('Bước 1 / 5')
    await expectAccessible(element)
    answer([found('revoked', 'error')])
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('summary')
    await expect.element(page.getByRole('alert').getByRole('link')).toHaveTextContent('Số này không còn dùng.')
    await field('Số định danh cá nhân').fill('089058000002')
    await press('Tiếp tục')
    answer([])
    await step('Bước 2 / 5')
  })

  it('that fail themselves block nobody', async () => {
    const element = mountEform()
    element.checks = { '/requester/personalId': () => Promise.reject(new TypeError('network')) }
    await press('Bắt đầu')
    await fillRequester()
    await press('Tiếp tục')
    await step('Bước 2 / 5')
  })

  it('and only warn stop nobody; the warning is repeated where everything is checked', async () => {
    const element = mountEform({ definition: fixtureDefinition((d) => { Object.assign(d.locales.vi.fields['/requester/personalId'] ?? {}, { messages: { soon: 'Thẻ sắp hết hạn.' } }) }) })
    element.checks = { '/requester/personalId': async () => [found('soon', 'warning')] }
    await press('Bắt đầu')
    await fillForSelf()
    await press('Tiếp tục')
    await step('Bước 5 / 5')
    await expect.element(page.getByText('Lưu ý: Thẻ sắp hết hạn.')).toBeVisible()
    await expectAccessible(element)
    await field('Tôi cam đoan').click()
    await press('Hoàn tất tờ khai')
    await expect.element(page.getByRole('heading', { name: 'Tờ khai đã sẵn sàng' })).toBeVisible()
  })
})

describe('rules that need more than the answers', () => {
  it('know on the page which days are worked, when a rule asks', async () => {
    const definition = fixtureDefinition((d) => {
      d.rules.push({ id: 'on-a-working-day', pointer: '/requester/birthDate', severity: 'error', assert: { '==': [{ var: '/requester/birthDate' }, { onOrNextWorkingDay: [{ var: '/requester/birthDate' }] }] }, source: 'thử', checkedOn: '2026-11', confidence: 'UNKNOWN' })
      d.locales.vi.rules['on-a-working-day'] = 'Ngày này cơ quan nghỉ.'
    })
    mountEform({ definition })
    await press('Bắt đầu')
    await fillRequester()
    await field('Ngày').first().fill('30')
    await field('Tháng').first().fill('4')
    await field('Năm').first().fill('2026')
    await press('Tiếp tục')
    await expect.element(page.getByRole('alert').getByRole('link')).toHaveTextContent('Ngày này cơ quan nghỉ.')
    await field('Ngày').first().fill('29')
    await press('Tiếp tục')
    await step('Bước 2 / 5')
  })

  it('know a commune that is not in the province chosen', async () => {
    mountEform()
    await press('Bắt đầu')
    await fillRequester()
    await press('Tiếp tục')
    await field('Cho chính tôi').click()
    await press('Tiếp tục')
    await chooseCommune()
    await field('Tỉnh, thành phố').selectOptions('Hà Nội')
    await field('Số lượng bản sao').fill('1')
    await press('Tiếp tục')
    await step('Bước 3 / 5')
    await expect.element(page.getByRole('alert').getByRole('link', { name: /không thuộc tỉnh, thành phố bạn đã chọn/ })).toBeVisible()
  })
})

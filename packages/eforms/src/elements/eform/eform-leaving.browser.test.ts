import { violations } from '../../testing/strict-policy.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import { chooseCommune, fillForSelf, field, mountEform, press } from '../../testing/harness.ts'
import { FixturePortal, memoryDrafts } from '../../testing/services.ts'

afterEach(() => {
  document.body.replaceChildren()
  sessionStorage.clear()
  history.replaceState(null, '', location.pathname + location.search)
  expect(violations).toEqual([])
})

/** Whether the browser would ask before leaving now. */
function asks(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  globalThis.dispatchEvent(event)
  return event.defaultPrevented
}

describe('leaving the page', () => {
  it('is asked about from the first answer on, and not before', async () => {
    mountEform()
    await press('Bắt đầu')
    expect(asks()).toBe(false)
    await field('Số điện thoại').fill('0912345678')
    expect(asks()).toBe(true)
    // Once too often back: the answers still wait behind the start page.
    await press('Quay lại')
    expect(asks()).toBe(true)
  })

  it('is not asked about what was filled in for the person', async () => {
    const element = mountEform()
    element.prefill = { source: 'card-qr', claims: { fullName: 'Nguyễn Thị Mẫu' } }
    await press('Bắt đầu')
    await expect.element(field('Họ, chữ đệm, tên người yêu cầu')).toHaveValue('Nguyễn Thị Mẫu')
    expect(asks()).toBe(false)
  })

  it('is not asked about once the draft is saved, is again with the next key, and again not when that is saved', async () => {
    mountEform({ drafts: memoryDrafts() })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await field('Giữ bản nháp trên máy này').click()
    await expect.element(page.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible()
    expect(asks()).toBe(false)
    await field('Số điện thoại').fill('0987654321')
    expect(asks()).toBe(true)
    await expect.element(page.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible()
    expect(asks()).toBe(false)
    await field('Giữ bản nháp trên máy này').click()
    await expect.element(page.getByText('Không lưu bản nháp')).toBeVisible()
    expect(asks()).toBe(true)
  })

  it('is asked about when the draft could not be saved', async () => {
    const drafts = memoryDrafts()
    drafts.save = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    mountEform({ drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await field('Giữ bản nháp trên máy này').click()
    await expect.element(page.getByText('Chưa lưu được bản nháp trên máy này.')).toBeVisible()
    expect(asks()).toBe(true)
  })

  it('is not asked about when the declaration is done', async () => {
    mountEform()
    await press('Bắt đầu')
    await fillForSelf()
    await press('Tiếp tục')
    await field('Tôi cam đoan').click()
    expect(asks()).toBe(true)
    await press('Hoàn tất tờ khai')
    await expect.element(page.getByRole('heading', { name: 'Tờ khai đã sẵn sàng' })).toBeVisible()
    expect(asks()).toBe(false)
  })

  it.each([['is not asked about on the way to sign in', false], ['is asked about on the way to sign in when the answers could not be kept', true]])('%s', async (_, isBroken) => {
    const portal = new FixturePortal()
    const drafts = memoryDrafts()
    if (isBroken) drafts.save = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    let isAway = false
    // No page of the web: the browser stays here.
    portal.beginSignIn = async () => { isAway = true; return { kind: 'redirect', url: 'about:blank' } }
    mountEform({ portal, drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await press('Tiếp tục')
    await field('Cho chính tôi').click()
    await press('Tiếp tục')
    await chooseCommune()
    await field('Số lượng bản sao').fill('1')
    portal.signedIn = false
    await press('Tiếp tục')
    await press('Đăng nhập lại')
    await expect.poll(() => isAway).toBe(true)
    expect(asks()).toBe(isBroken)
  })

  it('ends a form that is still loading', async () => {
    const portal = new FixturePortal()
    let completed = 0
    portal.completeSignIn = async () => { completed += 1; return { kind: 'none' } }
    const first = mountEform({ portal })
    let answer: (() => void) | undefined
    const load = first.services?.loadDefinition
    if (first.services && load) first.services.loadDefinition = async (...asked) => { await new Promise<void>((resolve) => { answer = resolve }); return load(...asked) }
    await expect.poll(() => answer).toBeDefined()
    first.remove()
    await Promise.resolve()
    answer?.()
    mountEform({ portal })
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    expect(completed).toBe(1)
  })

  it('is not asked about once the form has gone', async () => {
    const portal = new FixturePortal()
    const element = mountEform({ portal, drafts: memoryDrafts() })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await press('Tiếp tục')
    portal.signedIn = false
    await field('Cho chính tôi').click()
    expect(asks()).toBe(true)
    element.remove()
    await Promise.resolve()
    expect(asks()).toBe(false)
  })
})

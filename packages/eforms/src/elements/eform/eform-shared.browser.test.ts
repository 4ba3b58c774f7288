import { violations } from '../../testing/strict-policy.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import { answerForChild, expectAccessible, field, fillForSelf, fillRequester, mountEform, press, rootOf } from '../../testing/harness.ts'
import { FixturePortal, memoryDrafts } from '../../testing/services.ts'

afterEach(() => {
  document.body.replaceChildren()
  history.replaceState(null, '', location.pathname + location.search)
  expect([sessionStorage.length, localStorage.length]).toEqual([0, 0])
  expect(violations).toEqual([])
})

const HAND_ON = 'Xóa và bắt đầu lại cho người tiếp theo'
const kept = async () => (await indexedDB.databases()).map(({ name }) => name)

describe('a machine that many people use', () => {
  it('keeps nothing on it: no draft, no word in storage, nothing for the browser to remember, no file', async () => {
    const before = await kept()
    const drafts = memoryDrafts()
    const element = mountEform({ drafts }, { shared: '' })
    await press('Bắt đầu')
    await fillRequester()
    expect([...rootOf(element).querySelectorAll('input')].map((input) => input.autocomplete).filter((value) => value !== 'off')).toEqual([])
    await press('Quay lại')
    await press('Bắt đầu')
    await fillForSelf()
    await press('Tiếp tục')
    await field('Tôi cam đoan').click()
    await press('Hoàn tất tờ khai')
    await expect.element(page.getByRole('button', { name: 'In tờ khai' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: /^Tải tệp dữ liệu/ })).not.toBeInTheDocument()
    expect(drafts.kept.size).toBe(0)
    expect(await kept()).toEqual(before)
  })

  it('keeps nothing for the way back from signing in, and uploads without a place to go on from', async () => {
    const portal = new FixturePortal()
    let shared: boolean | undefined
    const upload = portal.upload.bind(portal)
    portal.upload = (file, options) => { shared = options.shared; return upload(file, options) }
    mountEform({ portal, drafts: memoryDrafts() }, { shared: '' })
    await press('Bắt đầu')
    await answerForChild()
    await page.getByLabelText(/Giấy tờ chứng minh quan hệ/).upload(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])], 'giay.pdf', { type: 'application/pdf' }))
    await expect.poll(() => shared).toBe(true)
    portal.signedIn = false
    await press('Quay lại')
    await press('Tiếp tục')
    await press('Đăng nhập lại')
    await expect.poll(() => location.hash).toContain('sign-in')
    expect(sessionStorage.length).toBe(0)
  })

  it('is wiped by its button for the next person, who is signed out and stands at the beginning', async () => {
    const portal = new FixturePortal()
    const element = mountEform({ portal }, { shared: '' })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await expectAccessible(element)
    await press(HAND_ON)
    await expect.element(page.getByRole('button', { name: 'Đăng nhập để bắt đầu' })).toBeVisible()
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('heading')
    await expect.element(page.getByRole('button', { name: HAND_ON })).not.toBeInTheDocument()
    portal.signedIn = true
    element.portal = 'https://gateway.example'
    await press('Bắt đầu')
    await expect.element(field('Số điện thoại')).toHaveValue('')
  })

  it('does not let the browser’s Back open a page of the person before', async () => {
    mountEform({}, { shared: '' })
    await press('Bắt đầu')
    await fillRequester()
    await press('Tiếp tục')
    await expect.element(page.getByText('Bước 2 / 5')).toBeVisible()
    await press(HAND_ON)
    const start = page.getByRole('button', { name: 'Bắt đầu', exact: true })
    await expect.element(start).toBeVisible()
    const back = new Promise((resolve) => { addEventListener('popstate', resolve, { once: true }) })
    history.back()
    await back
    await expect.element(start).toBeVisible()
    await expect.element(page.getByText(/^Bước/)).not.toBeInTheDocument()
  })

  it('is the next person’s at once, though the gateway cannot be told', async () => {
    const portal = new FixturePortal()
    portal.signOut = () => { portal.signedIn = false; return new Promise(() => undefined) }
    mountEform({ portal }, { shared: '' })
    await press('Bắt đầu')
    await press(HAND_ON)
    await expect.element(page.getByRole('button', { name: 'Đăng nhập để bắt đầu' })).toBeVisible()
  })

  it('is wiped of what the page knew of the last person too', async () => {
    const element = mountEform({}, { shared: '' })
    element.prefill = { source: 'earlier-dossier', claims: { phone: '0912345678' } }
    await press('Bắt đầu')
    await expect.element(field('Số điện thoại')).toHaveValue('0912345678')
    await press(HAND_ON)
    await press('Bắt đầu')
    await expect.element(field('Số điện thoại')).toHaveValue('')
    expect(element.prefill).toBeUndefined()
  })

  it('offers to keep nothing any more once it is said to be one', async () => {
    const element = mountEform({ drafts: memoryDrafts() })
    await press('Bắt đầu')
    await expect.element(field('Giữ bản nháp trên máy này')).toBeVisible()
    element.shared = true
    await press('Bắt đầu')
    await expect.element(page.getByRole('button', { name: HAND_ON })).toBeVisible()
    await expect.element(field('Giữ bản nháp trên máy này')).not.toBeInTheDocument()
  })

  it('counts down in sight when nobody touches it, and goes on as soon as somebody does', async () => {
    const element = mountEform({}, { shared: '', 'idle-seconds': '1' })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await expect.element(page.getByRole('alert').getByText('Đã lâu không có ai bấm hay gõ. Trang này sẽ xóa những gì đã nhập sau 60 giây.')).toBeVisible()
    await expect.element(page.getByText('Còn 59 giây')).toBeVisible()
    await expectAccessible(element)
    await press('Tôi vẫn đang làm')
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    await expect.element(field('Số điện thoại')).toHaveValue('0912345678')
  })

  it('has nothing left in the page when it is left, and begins anew when Back brings it up', async () => {
    const element = mountEform({}, { shared: '' })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    globalThis.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    await expect.poll(() => rootOf(element).querySelectorAll('input').length).toBe(0)
    globalThis.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await press('Bắt đầu')
    await expect.element(field('Số điện thoại')).toHaveValue('')
  })
})

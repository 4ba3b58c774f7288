import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import '../../define.ts'
import { field, fileForSelf, fillForSelf, mountEform, press } from '../../testing/harness.ts'
import { FIXTURE_CODE, FixturePortal } from '../../testing/services.ts'
import type { FixtureOptions } from '../../testing/services.ts'

/** A module arrives once in a page: each is cut off in one test, the first that needs it. */
const cutOff = (...urls: string[]): Promise<unknown> => cdp().send('Network.setBlockedURLs', { urls })

beforeEach(async () => { await cdp().send('Network.enable') })
afterEach(async () => {
  await cutOff()
  document.body.replaceChildren()
})

describe('what an eForm fetches when it needs it, lost on the way', () => {
  it.each<{ what: string; url: string; options: FixtureOptions; attributes: Record<string, string> }>([
    { what: 'one page of all questions', url: '*/form-view/mount-pages.ts*', options: {}, attributes: { layout: 'one-page' } },
    { what: 'uploading', url: '*/uploads/uploads.ts*', options: { portal: new FixturePortal() }, attributes: {} },
    { what: 'the wiping of a shared machine', url: '*/eform/shared-machine.ts*', options: {}, attributes: { shared: '' } },
  ])('keeps the form shut without $what, says so, and opens with the next press', async ({ url, options, attributes }) => {
    await cutOff(url)
    const reasons: string[] = []
    mountEform(options, attributes).addEventListener('motcua-error', ({ detail }) => { reasons.push(detail.reason) })
    await expect.element(page.getByRole('alert').getByRole('heading', { name: 'Chưa mở được biểu mẫu trực tuyến' })).toBeVisible()
    expect(reasons).toEqual(['blockedOffline'])
    await cutOff()
    await press('Thử lại')
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
  })

  it('keeps every answer while the check page and the hand-off cannot be fetched, and shows them on its own once they can', async () => {
    await cutOff('*/eform/last-steps.ts*', '*/eform/hand-off-view.ts*')
    mountEform()
    await press('Bắt đầu')
    await fillForSelf()
    await press('Tiếp tục')
    await expect.element(page.getByText('Bước 5 / 5', { exact: true })).toBeVisible()
    await expect.element(page.getByRole('status').getByText('Đang tải biểu mẫu…')).toBeVisible()
    await cutOff('*/eform/hand-off-view.ts*')
    await expect.element(page.getByText('Xã Mỹ Thuận, An Giang'), { timeout: 5000 }).toBeVisible()
    await field('Tôi cam đoan').click()
    await press('Hoàn tất tờ khai')
    await expect.element(page.getByRole('status').getByText('Đang tải biểu mẫu…')).toBeVisible()
    await cutOff()
    await expect.element(page.getByRole('heading', { name: 'Tờ khai đã sẵn sàng' }), { timeout: 5000 }).toBeVisible()
  })

  it('shows the code of a dossier that is filed before it can show how to pay, and then how to pay', async () => {
    await cutOff('*/panels/after-submit.ts*')
    mountEform({ portal: new FixturePortal() })
    await fileForSelf()
    await expect.element(page.getByText(FIXTURE_CODE)).toBeVisible()
    await expect.element(page.getByRole('status').getByText('Đang tải biểu mẫu…')).toBeVisible()
    await cutOff()
    await expect.element(page.getByRole('heading', { name: 'Nộp phí, lệ phí' }), { timeout: 5000 }).toBeVisible()
  })
})

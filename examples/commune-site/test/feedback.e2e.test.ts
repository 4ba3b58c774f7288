import { startSandbox } from '@motcua/sandbox'
import type { Sandbox } from '@motcua/sandbox'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import type { TestBrowser } from './chromium.ts'
import { answerForSelf, checkAndAgree, dossierCode, signIn } from './citizen.ts'

describe('what a commune hears and publishes', () => {
  let sandbox: Sandbox
  let browser: TestBrowser
  let citizen: Page

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 })
    browser = await openChromium('feedback')
    citizen = await browser.open()
  })
  afterAll(async () => {
    await browser?.close()
    await sandbox?.close()
  })

  it('shows a year of figures to everybody, marked as invented, from the front page', async () => {
    await citizen.goto(`${sandbox.url()}/`)
    await citizen.getByRole('link', { name: 'Số liệu giải quyết hồ sơ' }).click()
    await citizen.getByText('số liệu các tháng trước là dựng lên', { exact: false }).waitFor()
    await citizen.getByLabel('Tháng', { exact: true }).selectOption({ index: 1 })
    await citizen.getByText('Đang xem số liệu', { exact: false }).waitFor()
    await citizen.getByText('không phải của xã nào', { exact: false }).waitFor()
    expect(await citizen.getByRole('table', { name: '12 tháng gần nhất' }).getByRole('row').count()).toBe(12)
    expect(await citizen.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await browser.picture(citizen, 'dashboard')
    const download = citizen.waitForEvent('download')
    await citizen.getByRole('button', { name: 'Tải bảng số liệu (CSV)' }).click()
    expect((await download).suggestedFilename()).toMatch(/^so-lieu-30838-\d{4}-\d{2}\.csv$/)
  })

  it('takes a complaint, has it answered at the desk, and shows the answer', async () => {
    await citizen.goto(`${sandbox.url()}/feedback.html`)
    await citizen.getByRole('button', { name: 'Đăng nhập' }).click()
    await citizen.getByRole('radio', { name: /Nguyễn Thị Hoa/ }).check()
    await citizen.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
    await citizen.getByRole('button', { name: 'Gửi phản ánh, kiến nghị mới' }).click()
    await citizen.getByLabel(/^Phản ánh/).check()
    await citizen.getByLabel('Nội dung').fill('Loa gọi số ở quầy 2 nhỏ quá.')
    await citizen.getByRole('button', { name: 'Gửi', exact: true }).click()
    const code = await citizen.locator('#sent strong').innerText()
    expect(code).toMatch(/^PAKN-H99\.30\.38-\d{6}-0001$/)
    expect(new URL(citizen.url()).href).not.toContain('PAKN')

    const officer = await browser.open()
    await officer.goto(`${sandbox.url('desk')}/`)
    await officer.getByRole('link', { name: 'Đăng nhập' }).click()
    await officer.getByRole('radio', { name: /Trần Văn Minh/ }).check()
    await officer.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
    await officer.getByRole('link', { name: 'Phản ánh, kiến nghị' }).click()
    await officer.getByRole('link', { name: code }).click()
    await officer.getByRole('button', { name: 'Tiếp nhận xử lý' }).click()
    await officer.getByLabel('Trả lời người gửi').fill('Chúng tôi đã thay loa.')
    await officer.getByRole('button', { name: 'Trả lời', exact: true }).click()
    await officer.getByText('Đã ghi: Trả lời.').waitFor()
    await officer.close()

    await citizen.getByRole('button', { name: 'Cập nhật' }).click()
    await citizen.getByText('Chúng tôi đã thay loa.').waitFor()
    await citizen.getByText('Đã trả lời', { exact: true }).waitFor()
    await browser.picture(citizen, 'answered')
  })

  it('rates a dossier below its tracker once it has ended', async () => {
    await signIn(citizen, sandbox.url())
    await answerForSelf(citizen)
    await checkAndAgree(citizen)
    await citizen.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    const code = await dossierCode(citizen)
    const officer = await browser.open()
    await officer.goto(`${sandbox.url('desk')}/dossiers/${code}`)
    await officer.getByLabel('Lý do từ chối tiếp nhận').fill('Thuộc thẩm quyền nơi khác.')
    await officer.getByRole('button', { name: 'Từ chối tiếp nhận' }).click()
    await officer.getByText('Đã từ chối tiếp nhận').waitFor()
    await officer.close()

    await citizen.goto(`${sandbox.url()}/tracker.html`)
    await citizen.getByRole('button', { name: 'Đăng nhập' }).click()
    await citizen.getByRole('radio', { name: /Nguyễn Thị Hoa/ }).check()
    await citizen.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
    await citizen.getByRole('button', { name: `Xem hồ sơ ${code}` }).click()
    await citizen.getByRole('button', { name: 'Đánh giá, phản ánh về hồ sơ này' }).click()
    await citizen.getByLabel('Không hài lòng', { exact: true }).check()
    await citizen.getByLabel('Thời gian giải quyết').check()
    await citizen.getByRole('button', { name: 'Gửi đánh giá' }).click()
    await citizen.getByText('Đã ghi đánh giá của bạn.', { exact: false }).waitFor()
    await browser.picture(citizen, 'rated')
  })

  it('has broken no policy on the way, and sent no cookie across sites', () => {
    expect([sandbox.cspReports(), browser.complaints, browser.cookiesAcrossSites]).toEqual([[], [], []])
  })
})

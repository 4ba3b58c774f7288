import { startSandbox } from '@motcua/sandbox'
import type { Sandbox } from '@motcua/sandbox'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import type { TestBrowser } from './chromium.ts'
import { answerForSelf, checkAndAgree, dossierCode } from './citizen.ts'
import { openAtDesk } from './officer.ts'

let sandbox: Sandbox
let browser: TestBrowser
let page: Page

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 })
  browser = await openChromium('counter')
  page = await browser.open()
})
afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})

describe('at the counter, with the help of a youth volunteer', () => {
  it('tells with whose account to sign in, and shows the way to the citizen’s own phone', async () => {
    await page.goto(`${sandbox.url()}/counter.html?ve=15#cho`)
    await page.getByText('Người yêu cầu đăng nhập bằng tài khoản của chính mình. Không dùng tài khoản của người hỗ trợ.').waitFor()
    await page.getByRole('button', { name: 'Làm trên điện thoại của bạn' }).click()
    await page.getByText('Những gì đã khai không đi theo mã này.').waitFor()
    await page.getByText(`${sandbox.url()}/extract-copy.html`, { exact: true }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await browser.picture(page, 'own-phone')
  })

  it('asks the helper who they are and why their hands do it, and keeps nothing on the machine', async () => {
    await page.getByRole('button', { name: 'Đăng nhập để bắt đầu' }).click()
    await page.getByRole('radio', { name: /Nguyễn Thị Hoa/ }).check()
    await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
    await page.getByRole('button', { name: 'Bắt đầu', exact: true }).click()
    await page.getByRole('heading', { name: 'Người hỗ trợ', level: 2 }).waitFor()
    await page.getByLabel('Tình nguyện viên thanh niên').check()
    await page.getByLabel(/^Thao tác thay/).check()
    await browser.picture(page, 'helper')
    await page.getByLabel('Vì sao phải thao tác thay?').fill('Người cao tuổi, mắt kém')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByRole('heading', { name: 'Bạn yêu cầu cho ai?' }).waitFor()
    await answerForSelf(page)
    await checkAndAgree(page)
    await page.getByText('Người cao tuổi, mắt kém').waitFor()
    await browser.picture(page, 'check')
    expect(await page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length])).toEqual([0, 0])
  })

  it('files in the name of the citizen, with the helper beside the answers', async () => {
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    const code = await dossierCode(page)
    const officer = await browser.open()
    await openAtDesk(officer, sandbox.url('desk'), code)
    await officer.getByText('tình nguyện viên thanh niên thao tác thay, vì: Người cao tuổi, mắt kém').waitFor()
    await officer.getByText('Nguyễn Thị Hoa').first().waitFor()
    await browser.picture(officer, 'desk')
    await officer.close()
  })

  it('is the next citizen’s with one press, and asks their helper anew', async () => {
    await page.getByRole('button', { name: 'Xóa và bắt đầu lại cho người tiếp theo' }).click()
    await page.getByRole('button', { name: 'Đăng nhập để bắt đầu' }).waitFor()
    expect(await page.locator('motcua-eform').evaluate((element) => element.shadowRoot?.textContent ?? '')).not.toMatch(/Hoa|mắt kém/)
  })

  it('leads the phone to the same procedure, where the citizen signs in', async () => {
    const phone = await browser.open()
    await phone.goto(`${sandbox.url()}/extract-copy.html`)
    await phone.getByRole('button', { name: 'Đăng nhập để bắt đầu' }).waitFor()
    expect(await phone.getByText('Mã thủ tục: 2.000635').count()).toBe(1)
    expect(await phone.getByRole('button', { name: 'Làm trên điện thoại của bạn' }).count()).toBe(0)
    await phone.close()
    expect(browser.complaints).toEqual([])
    expect(sandbox.cspReports()).toEqual([])
  })
})

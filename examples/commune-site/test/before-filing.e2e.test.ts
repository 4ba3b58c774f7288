import { startSandbox } from '@motcua/sandbox'
import type { Sandbox } from '@motcua/sandbox'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import type { TestBrowser } from './chromium.ts'

let sandbox: Sandbox
let browser: TestBrowser
let page: Page
const addresses: string[] = []

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 })
  browser = await openChromium('before-filing')
  browser.context.on('request', (request) => {
    // Not what the page asks that one goes on to, to file.
    if (/\/(?:guide|places)\.html/.test(request.isNavigationRequest() ? request.url() : request.frame().url())) addresses.push(request.url())
  })
  page = await browser.open()
})
afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})

/** Gives the first answer to every question, also to those that an answer brings. */
async function answerAll(guide: Page): Promise<void> {
  for (let asked = 0; ; asked++) {
    const groups = guide.locator('motcua-guide .ask fieldset')
    if (asked === await groups.count()) return
    await groups.nth(asked).getByRole('radio').first().check()
  }
}

describe('before filing', () => {
  it('leads from the front page by plain words to the guide of a procedure', async () => {
    await page.goto(sandbox.url())
    await page.getByRole('link', { name: /Cần mang gì/ }).click()
    await page.getByRole('searchbox', { name: 'Bạn cần làm thủ tục gì?' }).fill('trich luc')
    await page.getByRole('link', { name: /^Cấp bản sao Trích lục/ }).click()
    await page.getByRole('heading', { level: 2, name: /^Cấp bản sao Trích lục/ }).waitFor()
    expect(page.url()).toBe(`${sandbox.url()}/guide.html?procedure=extract-copy`)
    await page.getByText('Nộp trực tuyến ngay ở đây, đến Ủy ban nhân dân xã Mỹ Thuận.').waitFor()
  })

  it('shows what one’s own case needs, and starts', async () => {
    await page.getByRole('group', { name: 'Bạn yêu cầu cấp bản sao cho ai?' }).getByLabel('Cho chính tôi').check()
    await page.getByText('Đây đúng là những gì cần cho trường hợp của bạn. Giấy tờ cần có: 0; còn tùy: 0.').waitFor()
    await browser.picture(page, 'guide-own-case')
    await page.getByRole('link', { name: 'Bắt đầu khai' }).click()
    await page.waitForURL(`${sandbox.url()}/extract-copy.html`)
  })

  it('fits one printed sheet, with the papers to tick off', async () => {
    const printed = await browser.open()
    await printed.setViewportSize({ width: 750, height: 900 })
    for (const procedure of ['extract-copy', 'birth-registration', 'certified-copy', 'interlinked-birth', 'permanent-residence', 'temporary-residence', 'monthly-social-allowance']) {
      await printed.goto(`${sandbox.url()}/guide.html?procedure=${procedure}`)
      await printed.locator('motcua-guide .facts').waitFor()
      // With six kinds of people it is long before anybody has answered; it fits all the same.
      if (procedure !== 'monthly-social-allowance') await answerAll(printed)
      // A4 within margins of 10 mm is 718 px wide; the page's own 16 px on each side are not printed.
      await printed.emulateMedia({ media: 'print' })
      const height = await printed.locator('motcua-guide .root').evaluate((root) => root.getBoundingClientRect().height)
      expect([procedure, height < 277 / 25.4 * 96]).toEqual([procedure, true])
      expect(await printed.getByRole('button', { name: 'In tờ này' }).isVisible()).toBe(false)
      await printed.emulateMedia({ media: 'screen' })
    }
    await printed.close()
  })

  it('says what a former name is now, with the offices of the page', async () => {
    await page.goto(`${sandbox.url()}/places.html`)
    await page.getByRole('heading', { name: 'Trung tâm Phục vụ hành chính công xã Mỹ Thuận' }).waitFor()
    await page.getByText(/^Đang (?:mở|đóng) cửa/).waitFor()
    await page.getByRole('combobox').fill('phuc xa, ba dinh')
    await page.getByRole('option').first().click()
    await page.getByRole('heading', { name: 'Phường Hồng Hà' }).waitFor()
    await page.getByText('Phường Phúc Xá, Quận Ba Đình, Hà Nội').last().waitFor()
    await browser.picture(page, 'places-former-name')
  })

  it('asks only the commune’s own server, and the gateway for what is published; nothing that was answered goes along', async () => {
    expect(addresses.length).toBeGreaterThan(20)
    const elsewhere = addresses.filter((address) => !address.startsWith(sandbox.url()))
    expect(elsewhere.filter((address) => !/^\/(?:definitions\/[\w./-]+|v1\/communes\/30838)$/.test(address.replace(sandbox.url('gateway'), '')))).toEqual([])
    expect([sandbox.cspReports(), browser.complaints]).toEqual([[], []])
  })
})

import { startSandbox } from '@motcua/sandbox'
import type { Sandbox } from '@motcua/sandbox'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import type { TestBrowser } from './chromium.ts'
import { answerRecordAndDelivery, checkAndAgree, dossierCode, signIn } from './citizen.ts'

let sandbox: Sandbox
let browser: TestBrowser
let page: Page

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 })
  browser = await openChromium('prefill')
  page = await browser.open()
})
afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const asked = async (): Promise<Array<Record<string, string>>> => (await (await sandbox.fetch(`${sandbox.url('population')}/__asked`)).json()).asked
const detail = () => page.getByLabel(/Số nhà, đường/)
/** What a screen reader says of a box after its name. */
const described = async (): Promise<string> => detail().evaluate((box) => (box.getAttribute('aria-describedby') ?? '').split(' ').map((id) => (box.getRootNode() as ShadowRoot).getElementById(id)?.textContent ?? '').join(' '))

async function toRequester(): Promise<void> {
  await page.getByLabel('Cho chính tôi').check()
  await press('Tiếp tục')
  await page.getByRole('heading', { name: 'Điền giúp bạn?' }).waitFor()
}

async function switchTo(mode: string): Promise<void> {
  const database = await browser.open()
  await database.goto(sandbox.url('population'))
  await database.getByLabel(mode).check()
  await database.getByRole('button', { name: 'Đổi' }).click()
  // Changed only when the page says so; and a tab that is closed on its way to another page may never close.
  await database.locator('label:has(input[checked])', { hasText: mode }).waitFor()
  await database.close()
}

describe('filling in for the citizen', () => {
  it('is offered after signing in, and looks nobody up before she says so', async () => {
    await signIn(page, sandbox.url())
    await toRequester()
    await browser.picture(page, 'offer')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await asked()).toEqual([])
  })

  it('fills in where she lives from the population database, says so, and takes her correction', async () => {
    await press('Điền giúp tôi')
    await page.getByText('Đã điền 5 câu trả lời. Hãy xem lại từng mục.').waitFor()
    await browser.picture(page, 'filled')
    expect(await asked()).toEqual([expect.objectContaining({ maDVC: '2.000635', maDonVi: 'H99.30.38', found: true })])
    await press('Tiếp tục')
    await page.getByRole('heading', { name: 'Nơi cư trú của bạn', level: 2 }).waitFor()
    expect(await detail().inputValue()).toBe('Số 12, ấp Mỹ Bình')
    expect(await described()).toContain('Lấy từ Cơ sở dữ liệu quốc gia về dân cư.')
    await browser.picture(page, 'residence')
    await detail().fill('Số 14, ấp Mỹ Bình')
    expect(await described()).not.toContain('dân cư.')
    await press('Tiếp tục')
    await page.getByRole('radio', { name: /khai sinh/ }).first().check()
    await press('Tiếp tục')
    await answerRecordAndDelivery(page, '1')
    await checkAndAgree(page)
    await press('Nộp hồ sơ')
    expect(await dossierCode(page)).toMatch(/^H99/)
  })

  it('takes her earlier dossier where the database is down, and takes it back at a press', async () => {
    await switchTo('Ngừng (502)')
    await signIn(page, sandbox.url())
    await toRequester()
    await press('Điền giúp tôi')
    await page.getByText('Cơ sở dữ liệu quốc gia về dân cư chưa trả lời.').waitFor()
    await page.getByText(/^Từ hồ sơ trước ngày \d\d\/\d\d\/\d{4} của bạn: /).waitFor()
    await browser.picture(page, 'earlier-dossier')
    await press('Tiếp tục')
    expect(await detail().inputValue()).toBe('Số 14, ấp Mỹ Bình')
    await press('Xóa những gì lấy từ hồ sơ trước')
    await page.getByText(/^Đã xóa \d câu trả lời/).waitFor()
    expect(await detail().inputValue()).toBe('')
    await browser.picture(page, 'taken-back')
  })

  it('leaves no trace of a foreign request or a broken policy', () => {
    expect(browser.complaints).toEqual([])
    expect(browser.cookiesAcrossSites).toEqual([])
    expect(sandbox.cspReports()).toEqual([])
  })
})

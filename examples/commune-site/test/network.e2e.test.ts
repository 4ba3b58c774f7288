import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { startSandbox } from '@motcua/sandbox'
import type { Sandbox } from '@motcua/sandbox'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import type { TestBrowser } from './chromium.ts'
import { answerForGrandchild, attach, checkAndAgree, dossierCode, pdfOf, signIn } from './citizen.ts'
import { openAtDesk } from './officer.ts'

let sandbox: Sandbox
let browser: TestBrowser
let citizen: Page
const paper = pdfOf(400, 'authorisation')

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 })
  browser = await openChromium('network')
  citizen = await browser.open()
})
afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})

describe('a bad network loses nothing and doubles nothing', () => {
  it('resumes an upload that was cut twice, and the gateway has exactly the bytes that were chosen', async () => {
    await signIn(citizen, sandbox.url())
    await answerForGrandchild(citizen)
    sandbox.faults.add({ kind: 'cut-upload', afterBytes: 65_536, times: 2 })
    await attach(citizen, 'Giấy ủy quyền.pdf', paper)
    expect(sandbox.faults.list()).toEqual([])
  })

  it('files one dossier when the reply is lost and the citizen presses again, twice', async () => {
    await checkAndAgree(citizen)
    sandbox.faults.add({ kind: 'drop-reply', path: '/v1/dossiers', times: 1 })
    await citizen.getByRole('button', { name: 'Nộp hồ sơ' }).dblclick()
    const retry = citizen.getByRole('button', { name: 'Thử nộp lại' })
    // The client may have tried again by itself and got through; if not, it says that nothing is lost.
    await Promise.race([retry.waitFor(), citizen.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor()])
    if (await retry.isVisible()) await retry.dblclick()
    const code = await dossierCode(citizen)
    expect(sandbox.faults.list()).toEqual([])

    const officer = await browser.open()
    await openAtDesk(officer, sandbox.url('desk'), code)
    const [download] = await Promise.all([officer.waitForEvent('download'), officer.getByRole('link', { name: 'Giấy ủy quyền.pdf' }).click()])
    const stored = await readFile(await download.path())
    expect(createHash('sha256').update(stored).digest('hex')).toBe(createHash('sha256').update(paper).digest('hex'))
    await officer.goto(`${sandbox.url('desk')}/`)
    expect(await officer.getByRole('link', { name: /^H99/ }).allTextContents()).toEqual([code])
    await officer.close()
  })

  it('says so when the gateway is down, keeps the page useful, and works again when it is back', async () => {
    sandbox.faults.add({ kind: 'unavailable', path: '/', times: 10_000 })
    const page = await browser.open()
    // The index of definitions may be a minute old, and a cached one would open the form all the same.
    await (await browser.context.newCDPSession(page)).send('Network.clearBrowserCache')
    await page.goto(`${sandbox.url()}/extract-copy.html`)
    await page.getByText('Chưa mở được biểu mẫu trực tuyến').waitFor()
    await page.getByRole('link', { name: 'dichvucong.gov.vn' }).waitFor()
    await browser.picture(page, 'gateway-down')
    sandbox.faults.clear()
    await page.reload()
    await page.getByRole('button', { name: 'Đăng nhập để bắt đầu' }).waitFor()
    await page.close()
  })

  it('keeps the answers through a reload in the middle, when the citizen chose to keep a draft', async () => {
    await signIn(citizen, sandbox.url())
    await citizen.getByLabel('Giữ bản nháp trên máy này').check()
    await citizen.getByLabel('Cho người đã ủy quyền cho tôi').check()
    await citizen.getByLabel('Ông, bà').check()
    // A draft is written a moment after the last key, and only then may the page go.
    await citizen.waitForTimeout(1500)
    await citizen.getByText(/Đã lưu bản nháp lúc/).waitFor()
    await citizen.reload()
    await citizen.getByRole('button', { name: 'Làm tiếp bản nháp' }).click()
    await citizen.getByText('Đã mở lại bản nháp của bạn.').waitFor()
    expect(await citizen.getByLabel('Cho người đã ủy quyền cho tôi').isChecked()).toBe(true)
    expect(await citizen.getByLabel('Ông, bà').isChecked()).toBe(true)
  })

  it('left no violation of the policy', () => {
    expect(sandbox.cspReports()).toEqual([])
  })
})

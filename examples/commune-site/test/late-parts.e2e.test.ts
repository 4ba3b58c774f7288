import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { startSandbox } from '@motcua/sandbox'
import type { Sandbox } from '@motcua/sandbox'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import type { TestBrowser } from './chromium.ts'
import { signIn } from './citizen.ts'

const KIT = new URL('../../../packages/eforms/dist/browser/', import.meta.url).pathname
const SITE = new URL('../public/', import.meta.url).pathname
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' }
/** What draws places, amounts and repeating groups. */
const SELDOM = '**/seldom-*.js'

const ABOUT_ME = { 'Họ, chữ đệm, tên người yêu cầu': 'Nguyễn Thị Mẫu', 'Ngày': '2', 'Tháng': '3', 'Năm': '1958', 'Số định danh cá nhân': '091158000000', 'Số điện thoại': '0912345678' }

let site: string
let sandbox: Sandbox
let server: Server
let origin: string
let browser: TestBrowser

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const script = /^\/(motcua(?:\.single)?)\.html$/.exec(pathname)?.[1]
    if (script) {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'")
      response.end(`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trích lục</title><link rel="icon" href="data:,"><script type="module" src="/${script}.js"></script></head><body><motcua-eform procedure="extract-copy" commune="30838" lang="vi"></motcua-eform></body></html>`)
      return
    }
    readFile(join(KIT, pathname)).then(
      (bytes) => { response.setHeader('content-type', TYPES[extname(pathname)] ?? 'application/octet-stream').end(bytes) },
      () => { response.writeHead(404).end() },
    )
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  site = await inSeveralFiles()
  sandbox = await startSandbox({ port: 0, siteDir: site })
  browser = await openChromium('late-parts')
})
afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
  await rm(site, { recursive: true, force: true })
  server?.close()
})

/** The commune's pages, of which one has the build of several files in the place of that of one. */
async function inSeveralFiles(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-site-'))
  await cp(SITE, folder, { recursive: true })
  const page = join(folder, 'extract-copy.html')
  await writeFile(page, (await readFile(page, 'utf8')).replaceAll('motcua.single.js', 'motcua.js'))
  return folder
}

const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Tiếp tục' }).click()

/** As far as the page that asks for a place, without a gateway. */
async function toThePlaces(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.getByLabel('Cho chính tôi').check()
  await next(page)
  for (const [label, text] of Object.entries(ABOUT_ME)) await page.getByLabel(label, { exact: true }).fill(text)
  await next(page)
  await page.getByRole('heading', { name: 'Nơi cư trú của bạn' }).waitFor()
}

/** Lets no request for the seldom views through. */
async function cutOff(page: Page): Promise<{ refused: number }> {
  const cut = { refused: 0 }
  await page.route(SELDOM, async (route) => { cut.refused += 1; await route.abort() })
  return cut
}

describe('what not every form needs, in the build of several files', () => {
  it('holds its place while it cannot be had, lets the rest be answered, and comes when the network is back', async () => {
    const page = await browser.open()
    const cut = await cutOff(page)
    await signIn(page, sandbox.url())
    await page.getByLabel('Cho chính tôi').check()
    await next(page)
    await page.getByRole('heading', { name: 'Người yêu cầu', level: 2 }).waitFor()
    await next(page)
    await page.getByRole('heading', { name: 'Nơi cư trú của bạn' }).waitFor()
    const province = page.getByLabel('Tỉnh/Thành phố')
    await expect.poll(() => province.inputValue()).toBe('Đang tải biểu mẫu…')
    expect(await province.isDisabled()).toBe(true)
    await page.getByLabel(/Số nhà, đường/).fill('Số 12, ấp Mỹ Bình')
    await browser.picture(page, 'held-place')
    const already = cut.refused
    await expect.poll(() => cut.refused, { timeout: 8000 }).toBeGreaterThan(already)
    await page.unroute(SELDOM)
    await expect.poll(() => province.isEnabled(), { timeout: 8000 }).toBe(true)
    await province.selectOption('An Giang')
    await page.getByRole('combobox', { name: 'Xã/Phường/Đặc khu' }).fill('my thuan')
    await page.getByRole('option', { name: 'Xã Mỹ Thuận, An Giang', exact: true }).click()
    expect(await page.getByLabel(/Số nhà, đường/).inputValue()).toBe('Số 12, ấp Mỹ Bình')
    await browser.picture(page, 'arrived')
    await page.close()
  })

  it('is needed at once where no gateway names the commune: the page says so, and opens when it is asked again', async () => {
    const page = await browser.open()
    await cutOff(page)
    await page.goto(`${origin}/motcua.html`)
    await page.getByText('Chưa mở được biểu mẫu trực tuyến').waitFor()
    await browser.picture(page, 'not-opened')
    await page.unroute(SELDOM)
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await toThePlaces(page)
    await page.getByLabel('Tỉnh/Thành phố').selectOption('An Giang')
    await page.close()
  })
})

describe('elements that are built apart', () => {
  it('share the session of the eForm on their page', async () => {
    const page = await browser.open()
    await signIn(page, sandbox.url())
    await page.getByLabel('Cho chính tôi').waitFor()
    await page.evaluate(() => {
      const tracker = document.createElement('motcua-tracker')
      for (const name of ['portal', 'commune', 'lang']) tracker.setAttribute(name, document.querySelector('motcua-eform')?.getAttribute(name) ?? '')
      document.body.append(tracker)
    })
    const tracker = page.locator('motcua-tracker')
    await tracker.getByText('Bạn chưa có hồ sơ nào.').waitFor()
    expect(await tracker.getByRole('button', { name: 'Đăng nhập' }).count()).toBe(0)
    await page.close()
  })
})

describe('the build of one file', () => {
  it('has all of it at once', async () => {
    const page = await browser.open()
    const scripts: string[] = []
    page.on('request', (request) => { if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname) })
    await page.goto(`${origin}/motcua.single.html`)
    await toThePlaces(page)
    await page.getByLabel('Tỉnh/Thành phố').selectOption('An Giang')
    expect(scripts).toEqual(['/motcua.single.js'])
    await page.close()
  })
})

it('no page complained', () => { expect(browser.complaints).toEqual([]) })

import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildKit, openChromium } from './chromium.ts'
import type { TestBrowser } from './chromium.ts'

const KIT = new URL('../../../packages/eforms/dist/browser/', import.meta.url).pathname
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' }
/** What draws places, amounts and repeating groups. */
const SELDOM = '**/seldom-views-*.js'

const ABOUT_ME = { 'Họ, chữ đệm, tên người yêu cầu': 'Nguyễn Thị Mẫu', 'Ngày': '2', 'Tháng': '3', 'Năm': '1958', 'Số định danh cá nhân': '091158000000', 'Số điện thoại': '0912345678' }

let server: Server
let origin: string
let browser: TestBrowser

beforeAll(async () => {
  await buildKit()
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
  browser = await openChromium('late-parts')
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

/** As far as the page that asks for a place. */
async function toThePlaces(page: Page): Promise<void> {
  const next = () => page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.getByLabel('Cho chính tôi').check()
  await next()
  for (const [label, text] of Object.entries(ABOUT_ME)) await page.getByLabel(label, { exact: true }).fill(text)
  await next()
  await page.getByRole('heading', { name: 'Nơi cư trú của bạn' }).waitFor()
}

describe('what not every form needs, in the build of several files', () => {
  it('holds its place while it cannot be had, lets the rest be answered, and comes when the network is back', async () => {
    const page = await browser.open()
    let refused = 0
    await page.route(SELDOM, async (route) => { refused += 1; await route.abort() })
    await page.goto(`${origin}/motcua.html`)
    await toThePlaces(page)
    const province = page.getByLabel('Tỉnh/Thành phố')
    await expect.poll(() => province.inputValue()).toBe('Đang tải biểu mẫu…')
    expect(await province.isDisabled()).toBe(true)
    await page.getByLabel(/Số nhà, đường/).fill('Số 12, ấp Mỹ Bình')
    await browser.picture(page, 'held-place')
    const already = refused
    await expect.poll(() => refused, { timeout: 8000 }).toBeGreaterThan(already)
    await page.unroute(SELDOM)
    await expect.poll(() => province.isEnabled(), { timeout: 8000 }).toBe(true)
    await province.selectOption('An Giang')
    await page.getByRole('combobox', { name: 'Xã/Phường/Đặc khu' }).fill('my thuan')
    await page.getByRole('option', { name: 'Xã Mỹ Thuận, An Giang', exact: true }).click()
    expect(await page.getByLabel(/Số nhà, đường/).inputValue()).toBe('Số 12, ấp Mỹ Bình')
    await browser.picture(page, 'arrived')
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

import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { startSandbox } from '@motcua/sandbox'
import type { Sandbox } from '@motcua/sandbox'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import type { TestBrowser } from './chromium.ts'
import { answerForSelf, dossierCode, signIn } from './citizen.ts'
import { act, openAtDesk } from './officer.ts'

/** Monday 23 November 2026, 15:30 in Vietnam: after the cut-off, and Tuesday the 24th is a public holiday. */
const MONDAY_AFTER_CUT_OFF = Date.parse('2026-11-23T15:30:00+07:00')

let sandbox: Sandbox
let browser: TestBrowser
let page: Page
const addresses: string[] = []

beforeAll(async () => {
  const started = Date.now()
  sandbox = await startSandbox({ port: 0, clock: () => new Date(MONDAY_AFTER_CUT_OFF + Date.now() - started) })
  browser = await openChromium('endings')
  browser.context.on('request', (request) => { addresses.push(request.url()) })
  page = await browser.open()
})
afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})

describe('asking for oneself, at the end of a day before a holiday', () => {
  it('asks for no paper, and computes the fee of one copy', async () => {
    await signIn(page, sandbox.url())
    await answerForSelf(page)
    await page.getByText('Bạn không phải nộp kèm giấy tờ nào.').waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByText('8.000 đ').first().waitFor()
    await page.getByRole('checkbox', { name: /Tôi cam đoan/ }).check()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  })

  it('is due on Wednesday when received on Monday after 15:00, because Tuesday is a holiday', async () => {
    const code = await dossierCode(page)
    const officer = await browser.open()
    await openAtDesk(officer, sandbox.url('desk'), code)
    await act(officer, 'Tiếp nhận', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả')
    expect(await officer.getByText('25/11/2026 17:00').count()).toBeGreaterThan(0)
    await officer.close()
    await page.getByRole('button', { name: 'Theo dõi hồ sơ này' }).click()
    await page.getByText('17:00 25/11/2026').first().waitFor()
    await page.getByRole('button', { name: 'Xem giấy tiếp nhận' }).click()
    await page.getByText(/GTN-H99/).waitFor()
    await browser.picture(page, 'due-after-holiday')
  })

  it('shows nothing of it to another citizen', async () => {
    const other = await browser.open()
    await other.goto(`${sandbox.url()}/tracker.html`)
    await other.getByRole('button', { name: /Đăng nhập/ }).click()
    await other.getByRole('radio', { name: /Lê Thị Mai Phương/ }).check()
    await other.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
    await other.getByText('Bạn chưa có hồ sơ nào.').waitFor()
    await other.close()
  })
})

describe('birth registration by hand-off', () => {
  const next = (): Promise<void> => page.getByRole('button', { name: 'Tiếp tục' }).click()
  const heading = (name: string): Promise<void> => page.getByRole('heading', { name, level: 2 }).waitFor()

  it.each(['birth-re-registration', 'birth-registration'])('needs no sign-in and is complete: %s', async (name) => {
    await page.goto(`${sandbox.url()}/${name}.html`)
    await page.getByRole('button', { name: 'Bắt đầu', exact: true }).click()
    await heading('Bạn nộp cho xã, phường nào?')
    expect(await page.getByText('Biểu mẫu này chưa đầy đủ', { exact: false }).count()).toBe(0)
  })

  it('says what is missing in a summary that takes focus, and leads to the field', async () => {
    await next()
    const summary = page.getByRole('alert').filter({ hasText: 'Có chỗ cần sửa' })
    await summary.waitFor()
    expect(await summary.evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement)).toBe(true)
    await summary.getByRole('link').first().click()
    expect(await page.getByLabel('Tỉnh/Thành phố').evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement)).toBe(true)
    await browser.picture(page, 'birth-error')
    await chooseMyThuan()
    await next()
  })

  it('asks nothing of the mother or the birth notice of an abandoned child, and everything when she is known', async () => {
    await page.getByRole('radio', { name: 'Chưa xác định được cha', exact: true }).check()
    const steps = async (): Promise<number> => Number(/\/ (\d+)/.exec(await page.getByText(/^Bước \d+ \/ \d+$/).innerText())?.[1])
    const long = await steps()
    await page.getByRole('radio', { name: /bỏ rơi/ }).check()
    expect(await steps()).toBe(long - 4)
    await next()
  })

  it('validates to the end and gives the print, the package and the link to the one right place', async () => {
    await heading('Người yêu cầu')
    await page.getByLabel('Họ, chữ đệm, tên người yêu cầu').fill('Nguyễn Thị Lan')
    await enterDate('12', '4', '1998')
    expect(await page.getByRole('radio', { name: 'Không có hoặc không biết' }).count()).toBe(0)
    await page.getByLabel('Số định danh cá nhân', { exact: true }).and(page.getByRole('textbox')).fill('091198000321')
    await next()
    await heading('Cách liên hệ với bạn')
    await page.getByLabel('Số điện thoại').fill('0912000321')
    await next()
    await heading('Nơi cư trú của bạn')
    await chooseMyThuan()
    await next()
    await heading('Bạn là gì của người được khai sinh?')
    await page.getByRole('radio', { name: 'Khác', exact: true }).check()
    await page.getByLabel('Quan hệ cụ thể').fill('Người đang nuôi dưỡng trẻ')
    await next()
    await heading('Người được khai sinh')
    await page.getByLabel('Họ, chữ đệm, tên').fill('Trần Gia Hân')
    await enterDate('20', '10', '2026')
    await page.getByRole('radio', { name: 'Nữ', exact: true }).check()
    await page.getByRole('combobox', { name: 'Dân tộc' }).fill('kinh')
    await page.getByRole('option', { name: 'Kinh', exact: true }).click()
    await next()
    await heading('Sinh ở đâu?')
    await page.getByRole('radio', { name: 'Nơi khác' }).check()
    await chooseMyThuan()
    await next()
    await heading('Quê quán')
    await chooseMyThuan()
    await next()
    await heading('Bản sao')
    await page.getByRole('radio', { name: 'Không', exact: true }).check()
    await next()
    await heading('Bạn muốn nhận kết quả thế nào?')
    await page.getByRole('radio', { name: /Nhận trực tiếp/ }).check()
    await next()
    await page.getByRole('heading', { name: 'Giấy tờ', exact: true }).waitFor()
    await next()
    await page.getByRole('heading', { name: 'Kiểm tra lại câu trả lời' }).waitFor()
    await page.getByRole('checkbox', { name: /cam đoan/ }).check()
    await page.getByRole('button', { name: 'Hoàn tất tờ khai' }).click()
    await page.getByRole('heading', { name: 'Tờ khai đã sẵn sàng' }).waitFor()
    await browser.picture(page, 'hand-off')

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /Tải tệp dữ liệu/ }).click()])
    const handed: unknown = JSON.parse(await readFile(await download.path(), 'utf8'))
    expect(handed).toMatchObject({ answers: { birthCase: 'abandoned', requester: { personalId: '091198000321' }, child: { fullName: 'Trần Gia Hân', birthPlace: { kind: 'elsewhere' } } } })
    expect(await page.getByRole('link', { name: 'Mở nơi nộp hồ sơ' }).getAttribute('href')).toBe('https://dichvucong.gov.vn/')
    await page.getByText('Nơi nộp có thể hỏi lại', { exact: false }).waitFor()
    await page.evaluate(() => { window.print = () => { document.documentElement.dataset['printed'] = 'yes' } })
    await page.getByRole('button', { name: 'In tờ khai' }).click()
    await page.waitForFunction(() => document.documentElement.dataset['printed'] === 'yes')
    await page.emulateMedia({ media: 'print' })
    await page.getByText('20/10/2026 (Ngày hai mươi tháng mười năm hai nghìn không trăm hai mươi sáu)').waitFor()
    await browser.picture(page, 'declaration-printed')
    await page.emulateMedia({ media: null })
  })

  async function enterDate(day: string, month: string, year: string): Promise<void> {
    await page.getByLabel('Ngày', { exact: true }).fill(day)
    await page.getByLabel('Tháng', { exact: true }).fill(month)
    await page.getByLabel('Năm', { exact: true }).fill(year)
  }

  async function chooseMyThuan(): Promise<void> {
    await page.getByLabel('Tỉnh/Thành phố').selectOption({ label: 'An Giang' })
    await page.getByRole('combobox', { name: /Xã/ }).fill('my thuan')
    await page.getByRole('option', { name: 'Xã Mỹ Thuận, An Giang', exact: true }).click()
  }
})

describe('what left the device', () => {
  it('went to the three sites only, with nobody’s name, number or date in an address', () => {
    const hosts = new Set(addresses.filter((address) => address.startsWith('http')).map((address) => new URL(address).hostname))
    expect([...hosts].filter((host) => !/^(commune|gateway|idp|desk)\.localhost$/.test(host))).toEqual([])
    const personal = ['091158000123', '0912000123', '1958-03-08', 'hoa@motcua', '091198000321', '0912000321', '1998-04-12', ...['Nguyễn Thị Hoa', 'Nguyễn Thị Lan', 'Trần Gia Hân'].flatMap((name) => [name, encodeURIComponent(name)])]
    expect(addresses.filter((address) => personal.some((value) => decodeSafely(address).includes(value) || address.includes(value)))).toEqual([])
  })

  it('raised no policy report', () => {
    expect(sandbox.cspReports()).toEqual([])
    expect(browser.complaints).toEqual([])
  })

  it('was sent by a browser that really refuses third-party cookies, as one that allows them shows', async () => {
    expect(await thirdPartyCookieArrives(browser)).toBe(false)
    const lenient = await openChromium('control', { thirdPartyCookies: 'allowed' })
    expect(await thirdPartyCookieArrives(lenient)).toBe(true)
    await lenient.close()
  })
})

function decodeSafely(address: string): string {
  try { return decodeURIComponent(address) } catch { return address }
}

/** Whether a cookie that an embedded page of another site sets comes back to it: the control of the whole suite. */
async function thirdPartyCookieArrives({ context }: TestBrowser): Promise<boolean> {
  let port = 0
  const cookies: string[] = []
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    if (request.url === '/embedded') response.setHeader('set-cookie', 'third=party; Path=/; SameSite=None; Secure')
    if (request.url === '/again') cookies.push(request.headers.cookie ?? '')
    response.end(request.url === '/top' ? `<iframe src="http://other.localhost:${port}/embedded"></iframe>` : request.url === '/embedded' ? '<img src="/again">' : '')
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
  const top = await context.newPage()
  await Promise.all([top.waitForResponse(/\/again$/), top.goto(`http://site.localhost:${port}/top`)])
  await top.close()
  server.close()
  return cookies.some((cookie) => cookie.includes('third=party'))
}

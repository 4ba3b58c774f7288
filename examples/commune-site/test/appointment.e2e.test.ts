import { readFile } from 'node:fs/promises'
import { startSandbox } from '@motcua/sandbox'
import type { Sandbox } from '@motcua/sandbox'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from './chromium.ts'
import type { TestBrowser } from './chromium.ts'

/** Monday 23 November 2026 in Vietnam; Tuesday the 24th is a public holiday. */
const MONDAY = Date.parse('2026-11-23T09:00:00+07:00')
const WEDNESDAY = Date.parse('2026-11-25T07:40:00+07:00')

/** As the sandbox's identity provider knows them. */
const HOA = { name: 'Nguyễn Thị Hoa', personalId: '091158000123', born: ['8', '3', '1958'] } as const
const PHUONG = { name: 'Lê Thị Mai Phương', personalId: '091190000789', born: ['2', '11', '1990'] } as const

let sandbox: Sandbox
let hoa: TestBrowser
let phuong: TestBrowser
const pages: Page[] = []
let now = MONDAY
/** Answers of the gateway, without bodies: route and status. */
const answers: string[] = []

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, clock: () => new Date(now), log: ({ event, route, status }) => { if (event === 'request') answers.push(`${String(route)} ${String(status)}`) } })
  hoa = await openChromium('appointment')
  phuong = await openChromium('appointment-other')
  for (const browser of [hoa, phuong]) {
    const page = await browser.open()
    await page.clock.setFixedTime(new Date(MONDAY))
    pages.push(page)
  }
})
afterAll(async () => {
  await hoa?.close()
  await phuong?.close()
  await sandbox?.close()
})

const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Tiếp tục' }).click()
const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { name }).first().waitFor()
const pageOf = (index: number): Page => pages[index] ?? expect.fail('no page')

/** The whole form, for somebody who signs a curriculum vitae at the office. */
async function prepare(page: Page, { name, personalId, born: [day, month, year] }: { name: string; personalId: string; born: readonly [string, string, string] }): Promise<void> {
  await page.goto(`${sandbox.url()}/signature-certification.html`)
  await page.getByRole('button', { name: 'Bắt đầu', exact: true }).click()
  await heading(page, 'Bạn cần chứng thực chữ ký trên văn bản nào?')
  await page.getByRole('radio', { name: /lý lịch/i }).check()
  await next(page)
  await heading(page, 'Người yêu cầu')
  await page.getByLabel('Họ, chữ đệm, tên').first().fill(name)
  await page.getByLabel('Ngày', { exact: true }).fill(day)
  await page.getByLabel('Tháng', { exact: true }).fill(month)
  await page.getByLabel('Năm', { exact: true }).fill(year)
  await page.getByRole('radio', { name: /số định danh/i }).first().check()
  await page.getByLabel('Số định danh cá nhân', { exact: true }).and(page.getByRole('textbox')).fill(personalId)
  await page.getByLabel('Số điện thoại').fill('0912345678')
  await next(page)
  await heading(page, 'Nơi cư trú của bạn')
  await chooseMyThuan(page)
  await next(page)
  await heading(page, 'Những người sẽ ký')
  await page.getByLabel('Họ, chữ đệm, tên người ký').fill(name)
  await page.getByLabel('Số định danh cá nhân', { exact: true }).and(page.getByRole('textbox')).fill(personalId)
  await next(page)
  await heading(page, 'Bạn ký ở đâu?')
  await next(page)
  await heading(page, 'Bạn muốn đến khi nào, ở đâu?')
  await chooseMyThuan(page)
  await page.getByLabel('Ngày', { exact: true }).fill('25')
  await page.getByLabel('Tháng', { exact: true }).fill('11')
  await page.getByLabel('Năm', { exact: true }).fill('2026')
  await next(page)
  await heading(page, 'Giấy tờ')
  await next(page)
  await complete(page)
}

async function chooseMyThuan(page: Page): Promise<void> {
  await page.getByLabel('Tỉnh/Thành phố').selectOption({ label: 'An Giang' })
  await page.getByRole('combobox', { name: /Xã/ }).fill('my thuan')
  await page.getByRole('option', { name: 'Xã Mỹ Thuận, An Giang', exact: true }).click()
}

/** From the check page to the closing page. */
async function complete(page: Page): Promise<void> {
  await heading(page, 'Kiểm tra lại câu trả lời')
  await page.getByRole('checkbox', { name: /Tôi chịu trách nhiệm/ }).check()
  await page.getByRole('button', { name: 'Hoàn tất tờ khai' }).click()
  await heading(page, 'Đặt lịch hẹn')
}

const time = (page: Page, from: string) => page.getByRole('radio', { name: new RegExp(`^${from} đến`) })

describe('coming in person', () => {
  it('prepares everything, begins at the day that was named, and asks to sign in only for the booking', async () => {
    await Promise.all([prepare(pageOf(0), HOA), prepare(pageOf(1), PHUONG)])
    const page = pageOf(0)
    expect(await page.getByLabel('Ngày đến').locator('option:checked').textContent()).toBe('Thứ Tư, 25/11/2026: còn 16 lượt')
    await time(page, '08:00').check()
    await hoa.picture(page, 'times')
  })

  it('keeps declaration and time through the sign-in', async () => {
    for (const [index, person] of [/Nguyễn Thị Hoa/, /Lê Thị Mai Phương/].entries()) {
      const page = pageOf(index)
      await time(page, '08:00').check()
      await page.getByRole('button', { name: 'Đăng nhập để đặt lịch' }).click()
      await page.getByRole('radio', { name: person }).check()
      await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
      await heading(page, 'Kiểm tra lại câu trả lời')
      const agreed = page.getByRole('checkbox', { name: /Tôi chịu trách nhiệm/ })
      if (!await agreed.isChecked()) await agreed.check()
      await page.getByRole('button', { name: 'Hoàn tất tờ khai' }).click()
      await heading(page, 'Đặt lịch hẹn')
      await expect.poll(() => time(page, '08:00').isChecked()).toBe(true)
    }
  })

  it('gives the one place to one of two who press at the same moment; the other loses nothing and takes the next', async () => {
    await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Đặt lịch hẹn này' }).click()))
    const done = pages.map((page) => page.getByText('Đã đặt lịch hẹn.').waitFor().then(() => page))
    const lost = pages.map((page) => page.getByText(/vừa có người khác đặt\. Tờ khai của bạn vẫn còn/).waitFor().then(() => page))
    const [winner, loser] = await Promise.all([Promise.any(done), Promise.any(lost)])
    expect(winner).not.toBe(loser)
    const loserBrowser = loser === pages[0] ? hoa : phuong
    await loserBrowser.picture(loser, 'taken')
    await expect.poll(() => time(loser, '07:00').isChecked()).toBe(true)
    await loser.getByRole('button', { name: 'Đặt lịch hẹn này' }).click()
    await loser.getByText('Đã đặt lịch hẹn.').waitFor()
    for (const page of pages) expect(await page.getByText(/^H00[12]$/).first().textContent()).toMatch(/^H00[12]$/)
    await hoa.picture(pageOf(0), 'booked')
  })

  it('is taken home as a calendar file with what to bring, and may be moved', async () => {
    const page = pageOf(0)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /\.ics/ }).click()])
    const file = (await readFile(await download.path(), 'utf8')).replace(/\r\n /g, '')
    expect(file).toMatch(/DTSTART:20261125T0[01]0000Z/)
    expect(file).toContain('Văn bản sẽ ký')
    expect(file).not.toContain('Nguyễn Thị Hoa')
    await page.getByRole('button', { name: 'Đổi giờ khác' }).click()
    await time(page, '09:30').check()
    await page.getByRole('button', { name: 'Đổi sang giờ này' }).click()
    await page.getByText('Đã đổi lịch hẹn.').waitFor()
    await page.getByText(/^09:30 đến 10:00/).first().waitFor()
  })
})

describe('on the day', () => {
  let officer: Page
  let wall: Page
  const act = async (name: string | RegExp): Promise<void> => { now += 60_000; await officer.getByRole('button', { name }).first().click(); await officer.getByRole('status').first().waitFor() }
  const shown = (text: string | RegExp): Promise<void> => wall.getByText(text).first().waitFor()

  it('shows on the wall whom an officer calls, without a name', async () => {
    now = WEDNESDAY
    wall = await hoa.open()
    await wall.setViewportSize({ width: 1280, height: 720 })
    await wall.goto(`${sandbox.url()}/board.html`)
    await shown('Chưa gọi số nào.')
    officer = await phuong.open()
    await officer.goto(`${sandbox.url('desk')}/`)
    await officer.getByRole('link', { name: 'Đăng nhập' }).click()
    await officer.getByRole('radio', { name: /Trần Văn Minh/ }).check()
    await officer.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
    await officer.getByRole('link', { name: 'Quầy và số thứ tự' }).click()
    await act('Phát số')
    await shown('V001')
    await act(/^Đã đến: H/)
    await phuong.picture(officer, 'counters')
    await act('Gọi người tiếp theo')
    await wall.locator('[part=call]').first().waitFor()
    expect((await wall.locator('[part=call]').first().innerText()).replace(/\s+/g, ' ')).toBe('V001 Quầy 1')
    await act(/^Gọi lại: V001/)
    await expect.poll(() => wall.locator('[aria-live]').innerText(), { timeout: 15_000 }).toContain('Mời lại số V001 đến Quầy 1.')
    await hoa.picture(wall, 'board')
    await wall.setViewportSize({ width: 360, height: 740 })
    expect(await wall.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await hoa.picture(wall, 'board-narrow')
    await wall.setViewportSize({ width: 1280, height: 720 })
    const words = await wall.locator('motcua-board').evaluate((element) => element.shadowRoot?.textContent ?? '')
    for (const personal of ['Hoa', 'Phương', 'Chứng thực']) expect(words).not.toContain(personal)
    await act(/^Xong: V001/)
    await act('Gọi người tiếp theo')
    await expect.poll(() => wall.locator('[part=ticket]').first().innerText(), { timeout: 15_000 }).toMatch(/^H00[12]$/)
  })

  it('asks with the tag of what it has, so that nothing new costs no body', async () => {
    await expect.poll(() => answers.filter((answer) => answer === '/v1/communes/:commune/board 304').length, { timeout: 20_000 }).toBeGreaterThan(0)
  })

  it('says when it is not up to date, and comes back by itself', async () => {
    await hoa.context.setOffline(true)
    await wall.getByText(/Chưa cập nhật từ \d{2}:\d{2}/).waitFor({ timeout: 30_000 })
    await hoa.picture(wall, 'board-not-up-to-date')
    await hoa.context.setOffline(false)
    await wall.getByText(/Chưa cập nhật từ/).waitFor({ state: 'detached', timeout: 30_000 })
  })

  it('raises no policy report', () => {
    expect(sandbox.cspReports()).toEqual([])
    expect([...hoa.complaints, ...phuong.complaints]).toEqual([])
  })
})

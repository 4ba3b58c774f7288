import type { Page } from 'playwright'
import { playwrightPage } from '../../../packages/eforms/src/form-tester/index.ts'

/** The start of a small but honest PDF. */
export function pdfOf(kilobytes: number, mark: string): Buffer {
  const line = `% ${mark} ${'x'.repeat(100)}\n`
  return Buffer.from(`%PDF-1.4\n${line.repeat(Math.ceil((kilobytes * 1024) / line.length))}%%EOF\n`)
}

/** From the commune's front page through the identity provider to the first question. */
export async function signIn(page: Page, commune: string): Promise<void> {
  await page.goto(`${commune}/`)
  await page.getByRole('link', { name: /Xin bản sao trích lục/ }).click()
  await page.getByRole('button', { name: 'Đăng nhập để bắt đầu' }).click()
  await page.getByRole('radio', { name: /Nguyễn Thị Hoa/ }).check()
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
  await page.getByRole('heading', { name: 'Bạn yêu cầu cho ai?' }).waitFor()
}

const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Tiếp tục' }).click()
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name, level: 2 }).waitFor()

/** Answers every question for a grandchild, up to the page of papers. */
export async function answerForGrandchild(page: Page): Promise<void> {
  await page.getByLabel('Cho người đã ủy quyền cho tôi').check()
  await page.getByLabel('Ông, bà').check()
  await next(page)
  await answerRequester(page)
  await heading(page, 'Người được cấp bản sao')
  await page.getByLabel('Họ, chữ đệm, tên').fill('Nguyễn Minh Khôi')
  await page.getByLabel('Ngày', { exact: true }).fill('2')
  await page.getByLabel('Tháng', { exact: true }).fill('9')
  await page.getByLabel('Năm', { exact: true }).fill('2015')
  await page.getByLabel('Nam', { exact: true }).check()
  await page.getByRole('combobox', { name: 'Dân tộc' }).fill('kinh')
  await page.getByRole('option', { name: 'Kinh', exact: true }).click()
  await next(page)
  await answerRecordAndDelivery(page, '2')
}

/** Answers every question for the signed-in person herself, one copy, up to the page of papers. */
export async function answerForSelf(page: Page): Promise<void> {
  await page.getByLabel('Cho chính tôi').check()
  await next(page)
  await answerRequester(page)
  await answerRecordAndDelivery(page, '1')
}

async function answerRequester(page: Page): Promise<void> {
  await heading(page, 'Người yêu cầu')
  await next(page)
  await heading(page, 'Nơi cư trú của bạn')
  await page.getByLabel('Tỉnh/Thành phố').selectOption({ label: 'An Giang' })
  await page.getByRole('combobox', { name: 'Xã/Phường/Đặc khu' }).fill('my thuan')
  await page.getByRole('option', { name: 'Xã Mỹ Thuận, An Giang', exact: true }).click()
  await page.getByLabel(/Số nhà, đường/).fill('Số 12, ấp Mỹ Bình')
  await next(page)
  await heading(page, 'Bạn cần bản sao giấy tờ nào?')
  await page.getByRole('radio', { name: /khai sinh/ }).first().check()
  await next(page)
}

export async function answerRecordAndDelivery(page: Page, copies: string): Promise<void> {
  await heading(page, 'Việc hộ tịch đã đăng ký ở đâu?')
  await page.getByLabel('Đã đăng ký tại').fill('Ủy ban nhân dân xã Mỹ Thuận, huyện Hòn Đất, tỉnh Kiên Giang')
  await next(page)
  await heading(page, 'Số lượng bản sao')
  await page.getByLabel('Số lượng bản sao').fill(copies)
  await next(page)
  await heading(page, 'Bạn muốn nhận kết quả thế nào?')
  await page.getByRole('radio', { name: 'Nhận bản điện tử' }).check()
  await next(page)
  await heading(page, 'Giấy tờ')
}

/** Attaches the one paper asked for and waits until the gateway has confirmed it. */
export async function attach(page: Page, name: string, bytes: Buffer): Promise<void> {
  await playwrightPage(page).attach(/^Văn bản ủy quyền/, { name, mediaType: 'application/pdf', bytes: new Uint8Array(bytes) })
  await page.getByText('Cổng tiếp nhận đã nhận đủ tệp này.').waitFor()
}

/** From the papers to the check page, with the undertaking agreed. */
export async function checkAndAgree(page: Page): Promise<void> {
  await next(page)
  await heading(page, 'Kiểm tra lại câu trả lời')
  await page.getByRole('checkbox', { name: /Tôi cam đoan/ }).check()
}

/** The dossier code on the acknowledgement. */
export async function dossierCode(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor()
  const text = await page.locator('motcua-eform').evaluate((element) => element.shadowRoot?.textContent ?? '')
  const code = /[A-Z]\d{2}(?:\.\d{2})+-\d{6}-\d{4,7}/.exec(text)?.[0]
  if (code === undefined) throw new Error('The acknowledgement shows no dossier code')
  return code
}

import { expect } from 'vitest'
import type { Page } from 'playwright'

/** What the grandmother of the story types; invented, like everything in the sandbox. */
export const GRANDCHILD = { fullName: 'Trần Gia Bảo', day: '5', month: '6', year: '2020' }
export const REGISTERED_AT = 'Ủy ban nhân dân xã Mỹ Thuận, huyện Hòn Đất, tỉnh Kiên Giang'

/** A small but real PDF; the authorisation, and its replacement, differ in their text. */
export function paper(text: string, bytes = 400_000): { name: string; mimeType: string; buffer: Buffer } {
  const body = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n% ${text}\n`
  return { name: `${text}.pdf`, mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from(body), Buffer.alloc(bytes, '%\n'), Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF\n')]) }
}

export const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Tiếp tục', exact: true }).click()
export const onPage = (page: Page, title: string): Promise<void> => page.getByRole('heading', { name: title, exact: true }).waitFor()

/** From the procedure's page through the identity provider and back. */
export async function signIn(page: Page, { person = 'Nguyễn Thị Hoa' }: { person?: string } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Đăng nhập để bắt đầu' }).click()
  await chooseIdentity(page, person)
  await page.waitForURL(/commune\.localhost/)
}

export async function chooseIdentity(page: Page, person: string): Promise<void> {
  await page.waitForURL(/idp\.localhost/)
  await page.getByRole('radio', { name: new RegExp(person) }).check()
  await page.getByRole('button', { name: 'Đồng ý và đăng nhập' }).click()
}

/** Answers from "who for" to "where registered" as an authorised grandmother; leaves the form on "copies". */
export async function answerForGrandchild(page: Page): Promise<void> {
  await onPage(page, 'Bạn yêu cầu cho ai?')
  await page.getByRole('radio', { name: /ủy quyền/ }).check()
  await page.getByRole('radio', { name: /ông, bà/i }).check()
  await next(page)
  await answerRequester(page)
  await onPage(page, 'Người được cấp bản sao')
  await page.getByLabel('Họ, chữ đệm, tên').fill(GRANDCHILD.fullName)
  const birthDate = page.getByRole('group', { name: 'Ngày, tháng, năm sinh' })
  await birthDate.getByLabel('Ngày').fill(GRANDCHILD.day)
  await birthDate.getByLabel('Tháng').fill(GRANDCHILD.month)
  await birthDate.getByLabel('Năm').fill(GRANDCHILD.year)
  await page.getByRole('radio', { name: 'Nam', exact: true }).check()
  await page.getByLabel('Dân tộc').selectOption({ label: 'Kinh' })
  await next(page)
  await answerRecord(page)
}

/** The requester block is prefilled and locked; only the residence and the paper are asked. */
export async function answerRequester(page: Page): Promise<void> {
  await onPage(page, 'Người yêu cầu')
  const name = page.getByLabel('Họ, chữ đệm, tên người yêu cầu')
  expect(await name.inputValue()).toBe('Nguyễn Thị Hoa')
  expect(await name.getAttribute('readonly'), 'the name from the identity provider is locked').not.toBeNull()
  expect(await page.getByLabel('Số định danh cá nhân').inputValue()).toBe('091158000123')
  await next(page)
  await onPage(page, 'Nơi cư trú của bạn')
  await page.getByLabel(/Tỉnh/).selectOption({ label: 'An Giang' })
  await page.getByRole('combobox', { name: /Xã/ }).fill('my thuan')
  await page.getByRole('option', { name: /Mỹ Thuận/ }).first().click()
  await next(page)
  await onPage(page, 'Bạn cần bản sao giấy tờ nào?')
  await page.getByRole('radio', { name: /khai sinh/i }).first().check()
  await next(page)
}

export async function answerRecord(page: Page): Promise<void> {
  await onPage(page, 'Việc hộ tịch đã đăng ký ở đâu?')
  await page.getByLabel('Đã đăng ký tại').fill(REGISTERED_AT)
  await next(page)
  await onPage(page, 'Số lượng bản sao')
}

export async function answerCopiesAndDelivery(page: Page, copies = '2'): Promise<void> {
  await page.getByLabel('Số lượng bản sao').fill(copies)
  await next(page)
  await onPage(page, 'Bạn muốn nhận kết quả thế nào?')
  await page.getByRole('radio', { name: /điện tử/ }).check()
  await next(page)
}

export async function agreeAndSubmit(page: Page, { twice = false }: { twice?: boolean } = {}): Promise<void> {
  await page.getByRole('checkbox', { name: /cam đoan/ }).check()
  const submit = page.getByRole('button', { name: 'Nộp hồ sơ', exact: true })
  await (twice ? submit.dblclick() : submit.click())
}

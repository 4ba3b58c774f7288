import axe from 'axe-core'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import type { MotcuaEform } from '../elements/eform/eform.ts'
import { atOnce } from './at-once.ts'
import { fixtureServices } from './services.ts'
import type { FixtureOptions } from './services.ts'

export { rootOf } from './root-of.ts'

/** Puts an eForm of the fixture procedure on the page. */
export function mountEform(options: FixtureOptions = {}, attributes: Record<string, string> = {}): MotcuaEform {
  const element = document.createElement('motcua-eform') as MotcuaEform
  for (const [name, value] of Object.entries({ procedure: 'fixture-copy', commune: '30838', lang: 'vi', ...attributes })) element.setAttribute(name, value)
  element.services = fixtureServices(options)
  element.append(Object.assign(document.createElement('p'), { textContent: 'Đến bộ phận một cửa' }))
  document.body.append(element)
  return element
}

/** axe over the whole page, every rule, nothing excluded; the page's own frame is not what is tested. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}

export const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
export const field = (label: string) => page.getByLabelText(label, { exact: false })

/** Fills the first page of the fixture. */
export async function fillRequester(): Promise<void> {
  await atOnce.fill(field('Họ, chữ đệm, tên người yêu cầu'), 'Nguyễn Thị Mẫu')
  await atOnce.fill(field('Ngày'), '2')
  await atOnce.fill(field('Tháng'), '3')
  await atOnce.fill(field('Năm'), '1958')
  await atOnce.fill(field('Số định danh cá nhân'), '089058000001')
  await atOnce.fill(field('Số điện thoại'), '0912 345 678')
}

/** Fills the form up to the papers, for oneself. */
export async function fillForSelf(): Promise<void> {
  await fillRequester()
  await answerForSelf()
}

/** Answers what follows the first page, up to the papers, for oneself. */
export async function answerForSelf(): Promise<void> {
  await goOn()
  await atOnce.press(field('Cho chính tôi'))
  await goOn()
  await answerCopies()
}

/** Goes all the way for oneself, signed in, and presses the last button. */
export async function fileForSelf(): Promise<void> {
  await atOnce.press(button('Bắt đầu'))
  await atOnce.fill(field('Số điện thoại'), '0912345678')
  await answerForSelf()
  await goOn()
  await field('Tôi cam đoan').click()
  await press('Nộp hồ sơ')
}

/** Answers for a child of somebody who is signed in, from the first page up to the papers, of which one is asked for. */
export async function answerForChild(): Promise<void> {
  await atOnce.fill(field('Số điện thoại'), '0912345678')
  await goOn()
  await atOnce.press(field('Cho người khác'))
  await atOnce.fill(field('Họ, chữ đệm, tên người được cấp bản sao'), 'Trần Cháu Mẫu')
  await atOnce.fill(field('Năm'), '2020')
  await field('Quan hệ với người được cấp').selectOptions('Ông, bà')
  await goOn()
  await answerCopies()
}

async function answerCopies(): Promise<void> {
  await chooseCommune()
  await atOnce.fill(field('Số lượng bản sao'), '2')
  await goOn()
}

export async function chooseCommune(): Promise<void> {
  await page.getByRole('combobox', { name: 'Nơi đã đăng ký' }).fill('my thuan')
  await page.getByRole('option', { name: 'Xã Mỹ Thuận, An Giang' }).click()
}

function button(name: string) { return page.getByRole('button', { name, exact: true }) }
function goOn(): Promise<void> { return atOnce.press(button('Tiếp tục')) }

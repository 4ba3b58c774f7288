import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../define.ts'
import { controlOf, drawn, mountField } from '../testing/field-harness.ts'

beforeAll(async () => { await page.viewport(360, 740) })
afterAll(async () => { await page.viewport(1024, 768) })
afterEach(() => { document.body.replaceChildren() })

const LONG = ['Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất', 'Hợp đồng thuê nhà còn thời hạn có xác nhận của Ủy ban nhân dân cấp xã'] as const

it.each([['motcua-checkboxes-field', '1 2', LONG.join('; ')], ['motcua-select-field', '1', LONG[0]]])('a locked %s shows the whole of long choices on a phone', async (tag, value, text) => {
  const { element } = mountField({ tag, choices: LONG.map((label, index) => ({ value: String(index + 1), vi: label, en: label })) }, { value, locked: '' })
  await drawn(element)
  const control = controlOf(element) ?? expect.fail('no control')
  expect([control.value, control.readOnly]).toEqual([text, true])
  expect([control.scrollWidth <= control.clientWidth, control.scrollHeight <= control.clientHeight]).toEqual([true, true])
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { mountRows, people, testRows } from '../../testing/rows-form.ts'

/** A module arrives once in a page: it is cut off in the first test, and held up by nothing after that. */
const cutOff = (...urls: string[]): Promise<unknown> => cdp().send('Network.setBlockedURLs', { urls })

beforeEach(async () => { await cdp().send('Network.enable') })
afterEach(async () => { await cutOff() })
testRows()

it('says that adding many rows is on its way when it is lost, takes single rows meanwhile, takes no focus from who went on, and comes on its own', async () => {
  await cutOff('*/many-rows/many-rows.ts*')
  const mounted = mountRows({ initial: people('An') })
  await page.getByRole('button', { name: 'Thêm nhiều', exact: true }).click()
  await expect.element(page.getByRole('status').getByText('Đang tải biểu mẫu…')).toBeVisible()
  await page.getByRole('button', { name: 'Thêm', exact: true }).click()
  await userEvent.keyboard('Bình')
  expect(mounted.form.project()).toMatchObject(people('An', 'Bình'))
  const active = mounted.root.activeElement
  await cutOff()
  await expect.element(page.getByRole('textbox', { name: /Số mục/u }), { timeout: 8000 }).toBeVisible()
  expect(mounted.root.activeElement).toBe(active)
  await page.getByRole('textbox', { name: /Số mục/u }).fill('2')
  await page.getByRole('button', { name: 'Thêm các mục' }).click()
  expect(mounted.form.repeat('/people').rows.value).toHaveLength(4)
})

it('is there at once for the next group, and has focus', async () => {
  const mounted = mountRows({ initial: people('An') })
  await page.getByRole('button', { name: 'Dán từ bảng tính' }).click()
  expect(mounted.root.activeElement?.tagName).toBe('TEXTAREA')
})

import { violations } from '../../testing/strict-policy.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import { chooseCommune, expectAccessible, field, fillRequester, mountEform, press, rootOf } from '../../testing/harness.ts'
import { memoryDrafts } from '../../testing/services.ts'

afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

const step = (text: string) => expect.element(page.getByText(text, { exact: true })).toBeVisible()
const activeId = (element: Element) => expect.poll(() => rootOf(element).activeElement?.id)
const headings = (element: Element) => [...rootOf(element).querySelectorAll('h2, h3, h4')].map(({ tagName, textContent }) => `${tagName} ${textContent}`)

async function fillAll(): Promise<void> {
  await fillRequester()
  await field('Cho chính tôi').click()
  await chooseCommune()
  await field('Số lượng bản sao').fill('2')
}

describe('all questions on one page', () => {
  it('stand under one hierarchy of headings, with papers and check after them', async () => {
    const element = mountEform({}, { layout: 'one-page' })
    await press('Bắt đầu')
    await step('Bước 1 / 3')
    expect(headings(element)).toEqual(['H2 Cấp bản sao trích lục (thử)', 'H3 Người yêu cầu', 'H3 Người được cấp bản sao', 'H3 Bản sao'])
    await expect.element(page.getByText('Ghi như trong sổ hộ tịch.')).toBeVisible()
    await expectAccessible(element)
    await fillAll()
    await press('Tiếp tục')
    await step('Bước 2 / 3')
    await press('Tiếp tục')
    await step('Bước 3 / 3')
    await expectAccessible(element)
  })

  it('have one summary for the errors of every page, in their order, that leads to each field', async () => {
    const element = mountEform({}, { layout: 'one-page' })
    await press('Bắt đầu')
    await press('Tiếp tục')
    await activeId(element).toBe('summary')
    const links = page.getByRole('alert').getByRole('link')
    await expect.element(links).toHaveLength(7)
    await links.last().click()
    await activeId(element).toBe('f-count')
    await step('Bước 1 / 3')
    await expectAccessible(element)
  })

  it('are changed from the check page and led straight back to it', async () => {
    const element = mountEform({}, { layout: 'one-page' })
    await press('Bắt đầu')
    await fillAll()
    await press('Tiếp tục')
    await press('Tiếp tục')
    await press('Sửa: Số lượng bản sao')
    await step('Bước 1 / 3')
    await activeId(element).toBe('f-count')
    await field('Số lượng bản sao').fill('3')
    await press('Tiếp tục')
    await step('Bước 3 / 3')
    await expect.element(page.getByText('24.000 đ').first()).toBeVisible()
    history.back()
    await step('Bước 1 / 3')
    await expect.element(field('Số lượng bản sao')).toHaveValue('3')
  })

  it('take up a draft kept page by page, and stay at their answers when the layout changes', async () => {
    const drafts = memoryDrafts()
    const first = mountEform({ drafts })
    await press('Bắt đầu')
    await fillRequester()
    await press('Tiếp tục')
    await field('Giữ bản nháp trên máy này').click()
    await expect.poll(() => drafts.kept.size).toBe(1)
    first.remove()
    const element = mountEform({ drafts }, { layout: 'one-page' })
    await press('Làm tiếp bản nháp')
    await step('Bước 1 / 3')
    await expect.element(field('Số điện thoại')).toHaveValue('0912345678')
    element.layout = 'pages'
    await step('Bước 1 / 5')
    await expect.element(field('Số điện thoại')).toHaveValue('0912345678')
  })
})

describe('how far one has come', () => {
  it('is a list of steps, seen and read, with the present one marked', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await fillRequester()
    await press('Tiếp tục')
    await step('Bước 2 / 5')
    const list = rootOf(element).querySelector('.steps')
    expect([...list?.children ?? []].map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null, null, null])
    expect([...list?.children ?? []].map((item) => `${item.className} ${item.textContent}`.trim())).toEqual(['done Người yêu cầu', 'now Người được cấp bản sao', 'Bản sao', 'Giấy tờ', 'Kiểm tra lại câu trả lời'])
    expect(page.getByText('Bước 2 / 5').elements()).toHaveLength(1)
  })
})

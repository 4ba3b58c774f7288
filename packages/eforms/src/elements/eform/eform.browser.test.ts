import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../define.ts'
import { FixturePortal, fixtureServices } from '../../testing/services.ts'
import type { FixtureOptions } from '../../testing/services.ts'
import type { MotcuaEform } from './eform.ts'

const violations: string[] = []
document.addEventListener('securitypolicyviolation', (event) => { violations.push(event.violatedDirective) })

async function mount(options: FixtureOptions = {}, attributes: Record<string, string> = {}): Promise<MotcuaEform> {
  const element = document.createElement('motcua-eform') as MotcuaEform
  for (const [name, value] of Object.entries({ procedure: 'fixture-copy', commune: '30838', ...attributes })) element.setAttribute(name, value)
  element.services = fixtureServices(options)
  element.append(Object.assign(document.createElement('p'), { textContent: 'Đến bộ phận một cửa' }))
  document.body.append(element)
  return element
}

beforeEach(() => { violations.length = 0 })
afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

describe('motcua-eform', () => {
  it('shows the facts of the procedure, then its questions page by page', async () => {
    await mount()
    await expect.element(page.getByRole('heading', { name: 'Cấp bản sao trích lục (thử)' })).toBeVisible()
    await page.getByRole('button', { name: 'Bắt đầu' }).click()
    await expect.element(page.getByText('Bước 1 / 5')).toBeVisible()
    await expect.element(page.getByLabelText('Họ, chữ đệm, tên người yêu cầu')).toBeVisible()
  })

  it('names every error in a summary that takes focus and leads to the field', async () => {
    await mount()
    await page.getByRole('button', { name: 'Bắt đầu' }).click()
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    const summary = page.getByRole('alert')
    await expect.element(summary).toBeVisible()
    const root = document.querySelector('motcua-eform')?.shadowRoot
    await expect.poll(() => root?.activeElement?.id).toBe('summary')
    const before = location.href
    await summary.getByRole('link').nth(1).click()
    await expect.poll(() => root?.activeElement?.id).toBe('f-requester-birthDate-day')
    expect(location.href).toBe(before)
    await userEvent.keyboard('2')
    expect(root?.querySelector('input')?.getAttribute('aria-invalid')).toBe('true')
  })
})
void FixturePortal

import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { rootOf } from '../../testing/harness.ts'
import { ownDefinitions } from '../../testing/own-definitions.ts'
import './define.ts'

afterEach(() => { document.body.replaceChildren() })

it('says to fill in and check here only where a link leads to the form', async () => {
  const element = Object.assign(document.createElement('motcua-guide'), { procedure: 'marriage-registration', commune: '30838', href: '/{slug}.html', services: ownDefinitions() })
  document.body.append(element)
  const text = (): string => rootOf(element).textContent
  await expect.element(page.getByRole('link', { name: 'Bắt đầu khai' })).toBeVisible()
  expect(text()).toContain('Khai và kiểm tra trước ở đây')
  element.href = ''
  await expect.poll(text).not.toContain('Khai và kiểm tra trước ở đây')
  expect(text()).toContain('Nộp tại Cổng Dịch vụ công quốc gia')
})

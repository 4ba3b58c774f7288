import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../define.ts'
import { expectAccessible } from '../testing/harness.ts'

afterEach(() => { document.body.replaceChildren() })

function mount(tag: string, portal: string): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries({ procedure: 'birth-certificate-copy', commune: '30838', dossier: 'H99.30.38-261121-0001', portal })) element.setAttribute(name, value)
  element.append(Object.assign(document.createElement('p'), { textContent: 'Đến bộ phận một cửa' }))
  document.body.append(element)
  return element
}

describe.each(['motcua-eform', 'motcua-tracker', 'motcua-verify', 'motcua-sign', 'motcua-payment', 'motcua-feedback', 'motcua-dashboard', 'motcua-guide'])('%s with a misspelt portal', (tag) => {
  it.each(['gateway.example', 'http://x', 'javascript:1'])('names the attribute and shows the fallback for %s', async (portal) => {
    const element = mount(tag, portal)
    await expect.element(page.getByText(`Địa chỉ cổng tiếp nhận “${portal}” không dùng được. Người quản trị trang cần kiểm tra lại thuộc tính “portal”`, { exact: false })).toBeVisible()
    await expect.element(page.getByText('Đến bộ phận một cửa')).toBeVisible()
    expect(page.getByText('Đang tải biểu mẫu…').elements()).toHaveLength(0)
    element.setAttribute('lang', 'en')
    await expect.element(page.getByText('should check the “portal” attribute', { exact: false })).toBeVisible()
    await expectAccessible(element)
  })
})

describe.each(['motcua-tracker', 'motcua-verify', 'motcua-sign', 'motcua-payment', 'motcua-feedback', 'motcua-dashboard', 'motcua-board'])('%s without a portal', (tag) => {
  it('says that the attribute is missing', async () => {
    mount(tag, '')
    await expect.element(page.getByText('Người quản trị trang cần ghi thuộc tính “portal”', { exact: false })).toBeVisible()
    expect(document.body.textContent).not.toContain('“”')
  })
})

describe.each(['motcua-eform', 'motcua-tracker', 'motcua-dashboard'])('%s that is appended first', (tag) => {
  it('goes by the attributes that it is given in the same task', async () => {
    mount(tag, 'gateway.example').setAttribute('portal', 'gateway.example:1')
    await expect.element(page.getByText('Địa chỉ cổng tiếp nhận “gateway.example:1”', { exact: false })).toBeVisible()
    expect(page.getByText('“gateway.example”', { exact: false }).elements()).toEqual([])
  })
})

describe('an eForm whose portal was misspelt', () => {
  it('starts again when the attribute is mended', async () => {
    const element = mount('motcua-eform', 'gateway.example')
    await expect.element(page.getByText('thuộc tính “portal”', { exact: false })).toBeVisible()
    element.setAttribute('portal', location.origin)
    await expect.poll(() => page.getByText('thuộc tính “portal”', { exact: false }).elements()).toHaveLength(0)
  })
})

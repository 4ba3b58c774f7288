import { violations } from '../../testing/strict-policy.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import { addLanguage } from '../../index.ts'
import { fixtureDefinition } from '../../testing/definition.ts'
import { expectAccessible, field, mountEform, press, rootOf } from '../../testing/harness.ts'
import { PSEUDO, pseudoPack } from '../../testing/pseudo-language.ts'
import { FIXTURE_DOSSIER, FixturePortal, fixtureServices, memoryDrafts } from '../../testing/services.ts'

beforeAll(async () => { await page.viewport(360, 740) })
afterAll(async () => { await page.viewport(1024, 768) })
afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

/** Names that are nobody's to translate: of offices, acts, people and places. */
const DATA = /Ủy ban nhân dân|Tỉnh An Giang|Dữ liệu thử|Ấp Mỹ Thuận|Văn bản thử|Nguyễn Thị Mẫu|Xã Mỹ Thuận|Đến bộ phận một cửa/

/** Words on the page that no translator was given. */
function untranslated(element: Element): string[] {
  const root = rootOf(element)
  const texts: string[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // Provinces are data; the declaration is Vietnamese by law.
    if (!node.parentElement?.closest('style, select[id$=province] option, [role=listbox], .paper')) texts.push(node.textContent ?? '')
  }
  for (const { attributes } of root.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(attributes.getNamedItem(name)?.value ?? '')
  }
  return texts.map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text) && !text.includes('⟦') && !DATA.test(text) && !/^([0-9a-f]{16,}|[\d.,]+ đ)$/.test(text))
}

async function expectWhole(element: Element): Promise<void> {
  await expect.poll(() => untranslated(element)).toEqual([])
  const box = rootOf(element).querySelector('.root') ?? expect.fail('no root')
  expect(box.getAttribute('dir')).toBe('rtl')
  expect(box.getAttribute('lang')).toBe(PSEUDO)
  expect(getComputedStyle(box).direction).toBe('rtl')
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
  for (const part of box.querySelectorAll('*')) expect([part.outerHTML.slice(0, 120), part.scrollWidth <= Math.max(part.clientWidth, 1) || getComputedStyle(part).display === 'inline' || part.clientWidth <= 1]).toEqual([part.outerHTML.slice(0, 120), true])
  await expectAccessible(element)
}

describe('a language that was added', () => {
  it('does not overtake one that was asked for later', async () => {
    const element = mountEform()
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    let answer: (() => void) | undefined
    addLanguage('km', async () => { await new Promise<void>((resolve) => { answer = resolve }); return { strings: { start: 'ចាប់ផ្ដើម' } } })
    element.lang = 'km'
    await expect.poll(() => answer).toBeDefined()
    element.lang = 'vi'
    await element.updateComplete
    const other = mountEform({}, { lang: 'km' })
    answer?.()
    await expect.poll(() => rootOf(other).textContent).toContain('ចាប់ផ្ដើម')
    expect(rootOf(element).textContent).toContain('Bắt đầu')
  })

  it('has every word of every page, from right to left, at 360 px', async () => {
    const definition = fixtureDefinition()
    addLanguage(PSEUDO, async () => pseudoPack(definition))
    const element = mountEform({ definition, drafts: memoryDrafts() }, { lang: PSEUDO })
    await expect.element(page.getByRole('button', { name: /Bắt đầu/ })).toBeVisible()
    await expectWhole(element)
    await press(/Bắt đầu/)
    await press(/^⟦Tiếp tục/)
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('summary')
    await expectWhole(element)
    await field('Họ, chữ đệm, tên người yêu cầu').fill('Nguyễn Thị Mẫu')
    await field('⟦Ngày dài').first().fill('2')
    await field('⟦Tháng dài').first().fill('3')
    await field('⟦Năm dài').first().fill('1958')
    await field('Số định danh cá nhân').fill('089058000001')
    await field('Số điện thoại').fill('0912345678')
    await field('Giữ bản nháp trên máy này').click()
    await press(/^⟦Tiếp tục/)
    await field('Cho người khác').click()
    await expectWhole(element)
    await field('Cho chính tôi').click()
    await press(/^⟦Tiếp tục/)
    await page.getByRole('combobox', { name: /Nơi đã đăng ký/ }).fill('my thuan')
    await expectWhole(element)
    await page.getByRole('option', { name: 'Xã Mỹ Thuận, An Giang' }).click()
    await field('Số lượng bản sao').fill('2')
    await press(/^⟦Tiếp tục/)
    await expectWhole(element)
    await press(/^⟦Tiếp tục/)
    await field('Tôi cam đoan').click()
    await expectWhole(element)
    await press(/Hoàn tất tờ khai/)
    await expect.element(page.getByRole('heading', { name: /Tờ khai đã sẵn sàng/ })).toBeVisible()
    await expectWhole(element)
    expect(rootOf(element).querySelector('.paper')?.getAttribute('lang')).toBe('vi')
    await expect.poll(() => rootOf(element).querySelector('.paper')?.textContent).not.toContain('⟦')
  })

  it('reaches what follows filing too', async () => {
    const definition = fixtureDefinition()
    addLanguage(PSEUDO, async () => pseudoPack(definition))
    const portal = new FixturePortal()
    portal.dossier = structuredClone(FIXTURE_DOSSIER)
    const element = Object.assign(document.createElement('motcua-tracker'), { services: fixtureServices({ portal }) })
    element.setAttribute('dossier', FIXTURE_DOSSIER.code)
    element.setAttribute('lang', PSEUDO)
    document.body.append(element)
    await expect.element(page.getByText(/Ảnh chụp bị mờ/).first()).toBeVisible()
    await expect.poll(() => untranslated(element).filter((text) => !/Ảnh chụp|Cán bộ Thử|Nguyễn Văn Mẫu|Cổng tiếp nhận|^[\d.]+-?[\dH.-]+$/.test(text))).toEqual([])
    expect(rootOf(element).querySelector('.root')?.getAttribute('dir')).toBe('rtl')
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
  })

  it('reads Vietnamese word by word where it has none, and may be left at any time without losing an answer', async () => {
    addLanguage('km', async () => ({ strings: { start: 'ចាប់ផ្ដើម' }, forms: { 'fixture-copy': { fields: { '/requester/phone': { label: 'ទូរស័ព្ទ' } } } }, sentences: { required: 'សូមឆ្លើយ “{label}”' } }))
    const element = mountEform({}, { lang: 'km-KH' })
    await press('ចាប់ផ្ដើម')
    await page.getByLabelText('ទូរស័ព្ទ').fill('0912345678')
    await expect.element(field('Số định danh cá nhân')).toBeVisible()
    await press('Tiếp tục')
    await expect.element(page.getByRole('alert').getByRole('link').first()).toHaveTextContent('សូមឆ្លើយ “Họ, chữ đệm, tên người yêu cầu”')
    expect(rootOf(element).querySelector('.root')?.getAttribute('dir')).toBe('ltr')
    element.lang = 'en'
    await expect.element(page.getByLabelText('Telephone')).toHaveValue('0912345678')
    expect(rootOf(element).querySelector('.root')?.hasAttribute('dir')).toBe(false)
  })

  it('is Vietnamese as long as it cannot be had, and tried again when next asked for', async () => {
    let isOffline = true
    addLanguage('lo', () => (isOffline ? Promise.reject(new TypeError('network')) : Promise.resolve({ default: { strings: { start: 'ເລີ່ມ' } } })))
    const element = mountEform({}, { lang: 'lo' })
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    isOffline = false
    element.lang = 'vi'
    await element.updateComplete
    element.lang = 'lo'
    await expect.element(page.getByRole('button', { name: 'ເລີ່ມ' })).toBeVisible()
  })
})

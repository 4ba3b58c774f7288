import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { expectAccessible, rootOf } from '../../testing/harness.ts'
import { FIXTURE_OFFICES, ownPlaces } from '../../testing/own-places.ts'
import { violations } from '../../testing/strict-policy.ts'
import './define.ts'
import type { MotcuaPlaces } from './places.ts'

/** Monday, 9 in the morning. */
const clock = (): Date => new Date('2026-11-23T09:00:00+07:00')

beforeEach(() => { violations.length = 0 })
afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
  expect(violations).toEqual([])
})

function mount(change: Partial<MotcuaPlaces> = {}): MotcuaPlaces {
  const element = Object.assign(document.createElement('motcua-places'), { services: ownPlaces(), clock, ...change })
  element.append(Object.assign(document.createElement('p'), { textContent: 'Danh sách các xã của tỉnh' }))
  document.body.append(element)
  return element
}

const box = () => page.getByRole('combobox', { name: 'Tìm xã, phường, đặc khu' })
const text = (element: MotcuaPlaces): string => rootOf(element).textContent.replaceAll(/\s+/g, ' ')
const chosen = (element: MotcuaPlaces): unknown[] => {
  const events: unknown[] = []
  element.addEventListener('motcua-commune-chosen', (event) => { events.push((event as CustomEvent).detail) })
  return events
}

describe('motcua-places', () => {
  it('finds the commune of today by a name without marks, by keyboard alone, and says what it is and what it was', async () => {
    const element = mount()
    const events = chosen(element)
    await box().fill('my thuan, an giang')
    await expect.element(page.getByRole('option').first()).toHaveTextContent('Xã Mỹ Thuận, An Giang')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(page.getByRole('heading', { name: 'Xã Mỹ Thuận' })).toBeVisible()
    expect(events).toEqual([{ code: '30838' }])
    for (const words of ['Tỉnh An Giang', '30838']) expect(text(element)).toContain(words)
    await expect.poll(() => text(element)).toContain('Trước ngày 01/07/2025')
    await expect.poll(() => rootOf(element).querySelectorAll('[part=former] li').length).toBeGreaterThan(0)
    expect(page.getByRole('status').elements().some(({ textContent }) => textContent.includes('Xã Mỹ Thuận, An Giang, mã 30838.'))).toBe(true)
    await expectAccessible(element)
  })

  it('leads from a former name to what it is now, and asks which one where it was divided', async () => {
    const element = mount()
    await box().fill('phường cống vị, ba đình')
    await expect.poll(() => text(element)).toContain('Phường Cống Vị, Quận Ba Đình, Hà Nội nay thuộc:')
    await expect.poll(() => page.getByRole('option').elements().length).toBeGreaterThan(1)
    await page.getByRole('option').first().click()
    await expect.poll(() => text(element)).toContain('Phường Cống Vị, Quận Ba Đình, Hà Nội: chỉ một phần thuộc nơi này. Phần khác nay thuộc:')
    const before = element.commune
    const events = chosen(element)
    const item = [...rootOf(element).querySelectorAll('[part=former] li')].find(({ textContent }) => textContent.includes('Cống Vị'))
    item?.querySelector('button')?.click()
    await expect.poll(() => element.commune).not.toBe(before)
    expect(events).toEqual([{ code: element.commune }])
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('place')
    await expectAccessible(element)
  })

  it('shows the place of the attribute at once, without telling the page, and its former names when they are wanted', async () => {
    const element = mount({ commune: '30838' })
    const events = chosen(element)
    await expect.element(page.getByRole('heading', { name: 'Xã Mỹ Thuận' })).toBeVisible()
    await expect.element(box()).toHaveValue('Xã Mỹ Thuận, An Giang')
    expect(rootOf(element).querySelectorAll('[part=former] li')).toHaveLength(0)
    await page.getByRole('button', { name: 'Xem trước đây là những xã, phường, thị trấn nào' }).click()
    await expect.poll(() => rootOf(element).querySelectorAll('[part=former] li').length).toBeGreaterThan(0)
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('former')
    expect(events).toEqual([])
  })

  it('shows the page’s offices, whether they are open, a telephone and a plain link to a map', async () => {
    const element = mount({ commune: '30838', offices: FIXTURE_OFFICES })
    await expect.element(page.getByRole('heading', { name: 'Trung tâm Phục vụ hành chính công xã Mỹ Thuận' })).toBeVisible()
    expect(text(element)).toContain('Đang mở cửa, đến 11:00.')
    expect(text(element)).toContain('Thứ Hai – Thứ Sáu: 07:00–11:00, 13:00–17:00')
    expect(text(element)).toContain('Trực 24 giờ mỗi ngày')
    expect(page.getByRole('link').elements().map((link) => link.getAttribute('href'))).toEqual(['tel:02970000000', 'https://ban-do.example/my-thuan', 'tel:02970000001'])
    await expectAccessible(element)
    element.lang = 'en'
    await expect.poll(() => text(element)).toContain('Open now, until 11:00.')
    expect(text(element)).toContain('Monday – Friday: 07:00–11:00, 13:00–17:00')
    await expectAccessible(element)
  })

  it.each([
    ['2026-11-20T17:30:00+07:00', 'Đang đóng cửa. Mở lại lúc 07:00, Thứ Hai, 23/11/2026.'],
    ['2026-04-30T09:00:00+07:00', 'Đang đóng cửa. Hôm nay là ngày nghỉ lễ của cơ quan nhà nước. Mở lại lúc 07:00, Thứ Hai, 04/05/2026.'],
    ['2027-03-01T09:00:00+07:00', 'Đang mở cửa, đến 11:00. Lịch nghỉ lễ ở đây chỉ biết đến hết năm 2026: hãy hỏi trước khi đến.'],
  ])('at %s says “%s”', async (instant, words) => {
    const element = mount({ commune: '30838', offices: FIXTURE_OFFICES, clock: () => new Date(instant) })
    await expect.poll(() => text(element)).toContain(words)
  })

  it('reads the offices from a file of the same site, and says it when that cannot be had', async () => {
    const asked: string[] = []
    let isThere = false
    vi.stubGlobal('fetch', async (url: URL) => { asked.push(url.href); return isThere ? Response.json(FIXTURE_OFFICES) : new Response('', { status: 503 }) })
    const element = mount({ commune: '30838' })
    element.setAttribute('offices', '/co-quan.json')
    await expect.poll(() => text(element)).toContain('Chưa tải được địa chỉ và giờ làm việc.')
    isThere = true
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await expect.poll(() => text(element)).toContain('Trung tâm Phục vụ hành chính công xã Mỹ Thuận')
    expect(new Set(asked)).toEqual(new Set([`${location.origin}/co-quan.json`]))
    element.setAttribute('offices', 'https://elsewhere.example/co-quan.json')
    await expect.poll(() => text(element)).toContain('không được trỏ sang trang khác')
    expect(asked).toHaveLength(2)
  })

  it('names what is wrong with the list of offices, and shows what is right', async () => {
    const element = mount({ commune: '30838', offices: [...FIXTURE_OFFICES, { ...FIXTURE_OFFICES[0], hours: 'Mo-Fr 7-17' }, null] })
    await expect.poll(() => text(element)).toContain('Người quản trị trang cần sửa danh sách cơ quan: mục 3, “hours”; mục 4 phải là một đối tượng.')
    expect(rootOf(element).querySelectorAll('[part=office]')).toHaveLength(2)
    element.offices = { offices: [] }
    await expect.poll(() => text(element)).toContain('danh sách phải là một mảng JSON')
    element.offices = []
    await expect.poll(() => text(element)).toContain('Trang này chưa có địa chỉ nơi tiếp dân của Xã Mỹ Thuận, An Giang.')
  })

  it('says how many there are when it lists only the first, to the ear and at the end of the list', async () => {
    const element = mount()
    await box().fill('an giang')
    await expect.poll(() => page.getByRole('option').elements().length).toBe(20)
    const words = 'Có 102 kết quả, chỉ hiện 20. Hãy gõ thêm.'
    expect(rootOf(element).querySelector('.combobox [role=status]')?.textContent).toBe(words)
    expect(rootOf(element).querySelector('[role=listbox]')?.lastElementChild?.textContent).toBe(words)
    await expectAccessible(element)
  })

  it('names five parts of a divided district and counts the rest', async () => {
    const element = mount()
    await box().fill('thành phố thủ đức')
    await expect.poll(() => text(element)).toMatch(/Thành phố Thủ Đức, Hồ Chí Minh nay thuộc: (?:[^;.]+; ){4}[^;.…]+ và \d+ nơi khác\. Hãy chọn nơi của bạn trong danh sách\./u)
  })

  it('says in sight that nothing is chosen when the box is left with a name alone, and takes it back with the next key', async () => {
    const element = mount()
    await box().fill('my thuan')
    await userEvent.keyboard('{Tab}')
    const words = 'Chưa có nơi nào được chọn. Hãy gõ tên, rồi chọn một dòng trong danh sách hiện ra.'
    await expect.poll(() => text(element)).toContain(words)
    await expectAccessible(element)
    await box().fill('my thuan, an giang')
    await expect.poll(() => text(element)).not.toContain(words)
    await box().fill('')
    await userEvent.keyboard('{Tab}')
    await element.updateComplete
    expect(text(element)).not.toContain(words)
  })

  it('says that a code is in no list', async () => {
    const element = mount({ commune: '99999' })
    await expect.poll(() => text(element)).toContain('Không có xã, phường, đặc khu nào mang mã “99999”.')
    await expectAccessible(element)
  })

  it('tries again after a lost connection', async () => {
    let calls = 0
    const element = mount({ commune: '30838', services: { ...ownPlaces(), loadPlaces: async () => { calls += 1; if (calls === 1) throw new TypeError('network'); return ownPlaces().loadPlaces() } } })
    await expect.poll(() => text(element)).toContain('Chưa tải được danh sách xã, phường, đặc khu. Hãy kiểm tra kết nối')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await expect.element(page.getByRole('heading', { name: 'Xã Mỹ Thuận' })).toBeVisible()
  })

  it.each([['a lost connection', () => { throw new TypeError('network') }], ['a file that is no table', () => ({ error: 'maintenance' })]])('tries the former names again after %s', async (_, first) => {
    let calls = 0
    const element = mount({ commune: '30838', services: { ...ownPlaces(), loadLegacyPlaces: async () => { calls += 1; return calls === 1 ? first() : ownPlaces().loadLegacyPlaces() } } })
    await page.getByRole('button', { name: /^Xem trước đây/ }).click()
    await expect.poll(() => text(element)).toContain('Chưa tải được tên cũ.')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await expect.poll(() => rootOf(element).querySelectorAll('[part=former] li').length).toBeGreaterThan(0)
  })

  it('takes what was shown away while another name is typed, and asks for nothing before it is used', async () => {
    let asked = 0
    const element = mount({ services: { loadPlaces: async () => { asked += 1; return ownPlaces().loadPlaces() } } })
    await element.updateComplete
    await expect.element(box()).toBeVisible()
    expect(asked).toBe(0)
    await box().fill('ba dinh')
    await page.getByRole('option', { name: 'Phường Ba Đình, Hà Nội' }).click()
    await expect.element(page.getByRole('heading', { name: 'Phường Ba Đình' })).toBeVisible()
    await box().fill('hoan kiem')
    expect(page.getByRole('heading', { name: 'Phường Ba Đình' }).elements()).toHaveLength(0)
    expect(asked).toBe(1)
  })
})

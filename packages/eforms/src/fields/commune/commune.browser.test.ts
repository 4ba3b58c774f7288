import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FormDefinition } from '@motcua/schemas/definition'
import { mountForm } from '../../form/mount-form.ts'
import type { MountedForm } from '../../form/mount-form.ts'
import { FIXTURE_PLACES, fixtureDefinition } from '../../testing/definition.ts'
import { expectAccessible } from '../../testing/harness.ts'
import { violations } from '../../testing/strict-policy.ts'

/** A few units of before July 2025; made up but for their shape. */
const FORMER = {
  cutover: '2025-07-01',
  provinces: [['86', 'Vĩnh Long', '86'], ['91', 'Kiên Giang', '91'], ['01', 'Hà Nội', '01']],
  districts: [['001', 'Quận Ba Đình', '01'], ['899', 'Thành phố Rạch Giá', '91']],
  communes: {
    '001': [['00001', 'Phường Phúc Xá', '00070'], ['00013', 'Phường Quán Thánh', '00004'], ['00016', 'Phường Cống Vị', '00004 00070']],
    '899': [['30730', 'Phường Vĩnh Thanh', '30307']],
  },
  islandDistricts: [],
}

/** Province and commune beside each other, nothing else. */
function placesOnly(): FormDefinition {
  return fixtureDefinition((definition) => {
    definition.pages = [{ id: 'copies', items: [
      { type: 'field', pointer: '/province', field: 'province', required: false },
      { type: 'field', pointer: '/commune', field: 'commune', required: true, provincePointer: '/province' },
    ] }]
  })
}

interface Loads { places?: () => Promise<unknown>; former?: () => Promise<unknown> }

function mount({ places = async () => FIXTURE_PLACES, former = async () => FORMER }: Loads = {}): MountedForm {
  const box = document.body.appendChild(document.createElement('main'))
  return mountForm(box, placesOnly(), { loadPlaces: places, loadLegacyPlaces: former })
}

const box = () => page.getByRole('combobox', { name: 'Nơi đã đăng ký' })
const offered = ({ root }: MountedForm) => [...root.querySelectorAll('[role=option]')].map((option) => option.textContent)
const hint = ({ root }: MountedForm) => root.getElementById('f-commune-hint')?.textContent
const FAILED = 'Chưa tải được danh sách xã, phường. Hãy đợi vài giây, rồi bấm hoặc gõ vào ô này để tải lại.'
const statusLine = ({ root }: MountedForm) => root.querySelector('.combobox [role=status]')
const status = (mounted: MountedForm) => statusLine(mounted)?.textContent
const isSeen = (line: Element | null) => (line?.getBoundingClientRect().height ?? 0) > 10
const answer = ({ form }: MountedForm) => form.field('/commune').value.value
const input = ({ root }: MountedForm) => root.getElementById('f-commune') as HTMLInputElement

afterEach(async () => {
  vi.useRealTimers()
  document.body.replaceChildren()
  await page.viewport(1024, 768)
  expect(violations).toEqual([])
})

describe('the commune field', () => {
  it('says that the list could not be loaded, and tries again with what is typed next', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    let loads = 0
    const mounted = mount({ places: async () => { loads += 1; if (loads === 1) throw new TypeError('network'); return FIXTURE_PLACES } })
    await box().fill('my thua')
    await expect.poll(() => [status(mounted), hint(mounted)]).toEqual([FAILED, FAILED])
    // The hint says it already; clicking at once is too early, as the words say.
    expect(isSeen(statusLine(mounted))).toBe(false)
    await box().click()
    expect(loads).toBe(1)
    vi.setSystemTime(Date.now() + 3_000)
    await box().fill('my thuan')
    await expect.poll(() => offered(mounted)).toEqual(['Xã Mỹ Thuận, Vĩnh Long', 'Xã Mỹ Thuận, An Giang'])
  })

  it('is a combobox worked from the keyboard, and says how many it found', async () => {
    const mounted = mount()
    await box().fill('my thuan')
    await expect.poll(() => offered(mounted)).toEqual(['Xã Mỹ Thuận, Vĩnh Long', 'Xã Mỹ Thuận, An Giang'])
    expect(status(mounted)).toBe('Có 2 kết quả')
    expect(input(mounted).getAttribute('aria-expanded')).toBe('true')
    await expectAccessible(document.body)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(input(mounted).getAttribute('aria-activedescendant')).toBe('f-commune-list-1')
    expect(mounted.root.querySelector('[aria-selected=true]')?.textContent).toBe('Xã Mỹ Thuận, An Giang')
    await userEvent.keyboard('{Enter}')
    expect([answer(mounted), input(mounted).value, input(mounted).getAttribute('aria-expanded')]).toEqual(['30838', 'Xã Mỹ Thuận, An Giang', 'false'])
    await expectAccessible(document.body)
  })

  it('keeps the option under the hand when former names join the list', async () => {
    let arrive: (file: unknown) => void = () => undefined
    const mounted = mount({ former: () => new Promise((resolve) => { arrive = resolve }) })
    await box().fill('my thuan')
    await expect.poll(() => offered(mounted)).toEqual(['Xã Mỹ Thuận, Vĩnh Long', 'Xã Mỹ Thuận, An Giang'])
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    arrive(FORMER)
    await new Promise((resolve) => { setTimeout(resolve) })
    expect(mounted.root.querySelector('[aria-selected=true]')?.textContent).toBe('Xã Mỹ Thuận, An Giang')
    await userEvent.keyboard('{Enter}')
    expect(answer(mounted)).toBe('30838')
  })

  it('closes with Escape, opens again with an arrow, and keeps what was typed', async () => {
    const mounted = mount()
    await box().fill('ba dinh')
    await expect.poll(() => offered(mounted)).toContain('Phường Ba Đình, Hà Nội')
    await userEvent.keyboard('{Escape}')
    expect([input(mounted).getAttribute('aria-expanded'), input(mounted).value]).toEqual(['false', 'ba dinh'])
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(answer(mounted)).toBe('00004')
  })

  it('takes the full name on leaving, but never one of two', async () => {
    const mounted = mount()
    await box().fill('phường ba đình')
    await expect.poll(() => offered(mounted).length).toBeGreaterThan(0)
    await userEvent.keyboard('{Tab}')
    expect(answer(mounted)).toBe('00004')
    await box().fill('mỹ thuận')
    await expect.poll(() => offered(mounted)).toHaveLength(2)
    await userEvent.keyboard('{Tab}')
    expect([answer(mounted), input(mounted).value]).toEqual([undefined, 'mỹ thuận'])
  })

  it('takes the full name without marks on leaving, though another province has a commune of that name', async () => {
    const twice = { ...FIXTURE_PLACES, provinces: { ...FIXTURE_PLACES.provinces, 91: [['99998', 'Ba Đình', 'X']] } }
    const mounted = mount({ places: async () => twice })
    mounted.form.setValue('/province', '01')
    await box().fill('phuong ba dinh')
    await expect.poll(() => offered(mounted)).toContain('Xã Ba Đình, An Giang')
    await userEvent.keyboard('{Tab}')
    expect(answer(mounted)).toBe('00004')
    await box().fill('ba dinh')
    await expect.poll(() => offered(mounted).length).toBeGreaterThan(1)
    await userEvent.keyboard('{Tab}')
    expect(answer(mounted)).toBe('00004')
  })

  it('takes the only option with Enter, closes a longer list with it, and sends the page with neither', async () => {
    const mounted = mount()
    const keys: boolean[] = []
    mounted.root.addEventListener('keydown', (e) => { if ((e as KeyboardEvent).key === 'Enter') keys.push(e.defaultPrevented) })
    await box().fill('my thuan')
    await expect.poll(() => offered(mounted)).toHaveLength(2)
    await userEvent.keyboard('{Enter}')
    expect([answer(mounted), input(mounted).getAttribute('aria-expanded'), input(mounted).value]).toEqual([undefined, 'false', 'my thuan'])
    await userEvent.keyboard('{Enter}')
    await box().fill('my thuan, an giang')
    await expect.poll(() => offered(mounted)).toEqual(['Xã Mỹ Thuận, An Giang'])
    await userEvent.keyboard('{Enter}')
    expect(answer(mounted)).toBe('30838')
    expect(keys).toEqual([true, false, true])
  })

  it('says that nothing is called so', async () => {
    const mounted = mount()
    await box().fill('qqqq')
    await expect.poll(() => status(mounted)).toBe('Không có xã, phường, đặc khu nào khớp')
    expect(isSeen(statusLine(mounted))).toBe(true)
    await expectAccessible(document.body)
    await box().fill('ba dinh')
    await expect.poll(() => offered(mounted)).toContain('Phường Ba Đình, Hà Nội')
    expect(isSeen(statusLine(mounted))).toBe(false)
  })

  it('takes no room for it, so that the page below does not move', async () => {
    const mounted = mount()
    const height = () => mounted.root.querySelector('.combobox')?.getBoundingClientRect().height
    const before = height()
    await box().fill('qqqq')
    await expect.poll(() => isSeen(statusLine(mounted))).toBe(true)
    expect(height()).toBe(before)
  })

  it('loads its list again with a click into the box', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    let loads = 0
    const mounted = mount({ places: async () => { loads += 1; if (loads === 1) throw new TypeError('network'); return FIXTURE_PLACES } })
    await box().fill('my thuan')
    await expect.poll(() => hint(mounted)).toBe(FAILED)
    vi.setSystemTime(Date.now() + 3_000)
    await box().click()
    await expect.poll(() => offered(mounted)).toEqual(['Xã Mỹ Thuận, Vĩnh Long', 'Xã Mỹ Thuận, An Giang'])
  })

  it('searches again when its list has come', async () => {
    let come: (file: unknown) => void = () => undefined
    const mounted = mount({ places: () => new Promise((resolve) => { come = resolve }) })
    await box().fill('ba dinh')
    expect(status(mounted)).toBe('Đang tải danh sách…')
    come(FIXTURE_PLACES)
    await expect.poll(() => offered(mounted)).toContain('Phường Ba Đình, Hà Nội')
  })
})

describe('a commune and its province', () => {
  it('fills in the province when none was chosen', async () => {
    const mounted = mount()
    await box().fill('my thuan, an giang')
    await page.getByRole('listbox').getByRole('option').first().click()
    expect(mounted.form.field('/province').value.value).toBe('91')
    expect((mounted.root.getElementById('f-province') as HTMLSelectElement).value).toBe('91')
  })

  it('leaves a province that was chosen, puts its communes first, and says at once when they disagree', async () => {
    const mounted = mount()
    await page.getByRole('combobox', { name: /^Tỉnh, thành phố/u }).selectOptions('91')
    await box().fill('my thuan')
    await expect.poll(() => offered(mounted)).toEqual(['Xã Mỹ Thuận, An Giang', 'Xã Mỹ Thuận, Vĩnh Long'])
    await page.getByRole('option', { name: 'Xã Mỹ Thuận, Vĩnh Long' }).click()
    expect([mounted.form.field('/province').value.value, answer(mounted)]).toEqual(['91', '29734'])
    expect(mounted.form.field('/commune').issues.value.map(({ code }) => code)).toEqual(['communeNotInProvince'])
    expect(mounted.root.getElementById('f-commune-error')?.textContent).toMatch(/^Lỗi: ./u)
    await expectAccessible(document.body)
    await page.getByRole('combobox', { name: /^Tỉnh, thành phố/u }).selectOptions('86')
    expect(mounted.root.getElementById('f-commune-error')).toBeNull()
  })
})

describe('a name of before July 2025', () => {
  it('leads to the commune of today, and says so', async () => {
    const mounted = mount()
    await box().fill('phường phúc xá')
    await expect.poll(() => offered(mounted)).toEqual(['Phường Hoàn Kiếm, Hà Nội (tên cũ: Phường Phúc Xá, Quận Ba Đình, Hà Nội)'])
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect([answer(mounted), input(mounted).value]).toEqual(['00070', 'Phường Hoàn Kiếm, Hà Nội'])
    expect(hint(mounted)).toBe('Tên cũ: Phường Phúc Xá, Quận Ba Đình, Hà Nội.')
    await expectAccessible(document.body)
  })

  it('that now belongs to several asks which, and never guesses', async () => {
    const mounted = mount()
    await box().fill('cống vị')
    await expect.poll(() => offered(mounted)).toHaveLength(2)
    const question = 'Phường Cống Vị, Quận Ba Đình, Hà Nội nay thuộc: Phường Ba Đình, Hà Nội; Phường Hoàn Kiếm, Hà Nội. Hãy chọn nơi của bạn trong danh sách.'
    expect([hint(mounted), status(mounted)]).toEqual([question, question])
    await expectAccessible(document.body)
    await userEvent.keyboard('{Tab}')
    expect([answer(mounted), input(mounted).value]).toEqual([undefined, 'cống vị'])
    await box().fill('cống vị')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect([answer(mounted), hint(mounted)]).toEqual(['00070', 'Tên cũ: Phường Cống Vị, Quận Ba Đình, Hà Nội.'])
  })

  it('is never taken on leaving, even where it leads to one', async () => {
    const mounted = mount()
    await box().fill('phường phúc xá')
    await expect.poll(() => offered(mounted)).toHaveLength(1)
    await userEvent.keyboard('{Tab}')
    expect(answer(mounted)).toBeUndefined()
  })

  it('of a district leads to what it is now', async () => {
    const mounted = mount()
    await box().fill('thành phố rạch giá')
    await expect.poll(() => offered(mounted)).toEqual(['Phường Long Xuyên, An Giang (tên cũ: Thành phố Rạch Giá, Kiên Giang)'])
  })

  it('is asked for only when today’s names do not do', async () => {
    let asked = 0
    const many = { ...FIXTURE_PLACES, provinces: { ...FIXTURE_PLACES.provinces, 91: ['1', '2', '3', '4', '5'].map((n) => [`3000${n}`, `Tân An ${n}`, 'X']) } }
    const mounted = mount({ places: async () => many, former: async () => { asked += 1; return FORMER } })
    await box().fill('tan an')
    await expect.poll(() => offered(mounted)).toHaveLength(5)
    expect(asked).toBe(0)
    await box().fill('cong vi')
    await expect.poll(() => offered(mounted)).toHaveLength(2)
    await box().fill('phuc xa')
    await expect.poll(() => offered(mounted)).toHaveLength(1)
    expect(asked).toBe(1)
  })

  it('that cannot be loaded leaves the names of today', async () => {
    const mounted = mount({ former: async () => { throw new TypeError('network') } })
    await box().fill('ba dinh')
    await expect.poll(() => offered(mounted)).toEqual(['Phường Ba Đình, Hà Nội'])
    await box().fill('cong vi')
    await expect.poll(() => status(mounted)).toBe('Không có xã, phường, đặc khu nào khớp')
  })
})

describe('on a phone', () => {
  it('brings the list above the keyboard and takes a touch', async () => {
    // What an on-screen keyboard leaves of 360 × 640.
    await page.viewport(360, 320)
    const mounted = mount({ places: async () => ({ ...FIXTURE_PLACES, provinces: { 91: Array.from({ length: 30 }, (_, n) => [`301${String(n).padStart(2, '0')}`, `Tân An ${n + 1}`, 'X']) } }) })
    await box().fill('tan an')
    const list = mounted.root.querySelector('[role=listbox]')
    await expect.poll(() => (list?.getBoundingClientRect().bottom ?? 999) <= 321).toBe(true)
    expect(input(mounted).getBoundingClientRect().top).toBeGreaterThanOrEqual(0)
    const option = mounted.root.querySelector('[role=option]')
    expect(option?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
    await page.getByRole('listbox').getByRole('option').nth(1).click()
    expect(answer(mounted)).toBe('30101')
  })
})

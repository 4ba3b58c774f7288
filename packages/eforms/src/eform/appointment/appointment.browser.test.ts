import { addDays } from '@motcua/core/dates'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../define.ts'
import type { MotcuaEform } from '../../elements/eform/eform.ts'
import { bookingServices, FixtureAppointments, refusal } from '../../testing/appointments.ts'
import { answerForSelf, expectAccessible, field, fillForSelf, press, rootOf } from '../../testing/harness.ts'
import { FixturePortal } from '../../testing/services.ts'
import { violations } from '../../testing/strict-policy.ts'
import { dayInWords } from './day-in-words.ts'

afterEach(() => {
  document.body.replaceChildren()
  sessionStorage.clear()
  vi.restoreAllMocks()
  expect(violations).toEqual([])
})

interface Stage { element: MotcuaEform; office: FixtureAppointments; portal: FixturePortal; events: unknown[] }

/** The closing page of a form that ends by booking. */
async function closing({ signedIn = true, office = new FixtureAppointments(), offered = true, shared = false }: { signedIn?: boolean; office?: FixtureAppointments; offered?: boolean; shared?: boolean } = {}): Promise<Stage> {
  const portal = new FixturePortal({ signedIn })
  const element = Object.assign(document.createElement('motcua-eform'), { procedure: 'fixture-copy', commune: '30838', lang: 'vi', shared, services: bookingServices(portal, offered ? office : undefined) })
  const events: unknown[] = []
  element.addEventListener('motcua-appointment', ({ detail }) => { events.push(detail) })
  document.body.append(element)
  await press('Bắt đầu')
  // Who is signed in has been filled in already.
  if (signedIn) { await field('Số điện thoại').fill('0912345678'); await answerForSelf() } else await fillForSelf()
  await press('Tiếp tục')
  await field('Tôi cam đoan').click()
  await press('Hoàn tất tờ khai')
  await expect.element(page.getByRole('heading', { name: 'Tờ khai đã sẵn sàng' })).toBeVisible()
  return { element, office, portal, events }
}
const time = (from: string) => page.getByRole('radio', { name: new RegExp(`^${from} đến`) })
const said = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible()
const focused = (element: HTMLElement): string => element.shadowRoot?.activeElement?.id ?? ''
const dialled = async (from: string): Promise<void> => { await time(from).click(); await press('Đặt lịch hẹn này') }

describe('choosing a time at the end', () => {
  it('shows the first day with free times, books, and says number, time, counter, place and what to bring', async () => {
    const { element, office, events } = await closing()
    await expect.element(page.getByRole('heading', { name: 'Đặt lịch hẹn' })).toBeVisible()
    await expect.element(page.getByRole('combobox', { name: 'Ngày đến' })).toHaveValue(office.tomorrow)
    // Somebody who is expected at the office is not sent elsewhere.
    expect(page.getByRole('link', { name: 'Mở nơi nộp hồ sơ' }).elements()).toHaveLength(0)
    await expectAccessible(element)
    await dialled('08:30')
    await expect.element(page.getByText('Đã đặt lịch hẹn.')).toBeVisible()
    await expect.poll(() => focused(element)).toBe('appointment-heading')
    for (const text of ['H007', 'K7Q-3MD', 'Quầy 1', '0296 000 000']) await said(text)
    await said(new RegExp(`08:30 đến .*${dayInWords(office.tomorrow, 'vi')}`))
    await said('Bạn mang theo')
    expect(office.writes).toEqual([{ call: 'book', key: expect.stringMatching(/^[0-9a-f-]{36}$/), date: office.tomorrow, time: '08:30' }])
    expect(events).toEqual([{ procedure: 'fixture-copy', act: 'booked' }])
    await expectAccessible(element)
  })

  it('is done with the keyboard alone, and a press without a time says so at the times', async () => {
    const { element } = await closing()
    await page.getByRole('combobox', { name: 'Ngày đến' }).click()
    await userEvent.keyboard('{Escape}{Tab}')
    await press('Đặt lịch hẹn này')
    await said('Lỗi: Hãy chọn một giờ đến.')
    await expect.poll(() => focused(element)).toBe('appointment-time-0')
    await expectAccessible(element)
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}')
    await expect.element(time('09:00')).toBeChecked()
    expect(page.getByText('Hãy chọn một giờ đến.').elements()).toHaveLength(0)
    await userEvent.keyboard('{Tab}{Enter}')
    await said('Đã đặt lịch hẹn.')
  })

  it('says when a week is full and leads to the next free time', async () => {
    const office = new FixtureAppointments()
    for (let day = 0; day < 9; day++) office.full.add(addDays(office.today, day))
    const { element } = await closing({ office })
    await said('Tuần này không còn giờ trống.')
    await expectAccessible(element)
    await page.getByRole('button', { name: /^Đến giờ trống gần nhất: 08:00/ }).click()
    await expect.element(time('08:00')).toBeChecked()
    await expect.element(page.getByRole('combobox', { name: 'Ngày đến' })).toHaveValue(addDays(office.today, 9))
    await press('Xem tuần sau')
    await expect.element(page.getByRole('combobox', { name: 'Ngày đến' })).toHaveValue(addDays(office.today, 16))
    await press('Xem tuần trước')
    await expect.element(page.getByRole('combobox', { name: 'Ngày đến' })).toHaveValue(addDays(office.today, 9))
  })

  it('says when there is nothing at all, and how to be received all the same', async () => {
    const office = new FixtureAppointments()
    for (let day = 0; day < 40; day++) office.full.add(addDays(office.today, day))
    await closing({ office })
    await said(/Hiện không còn giờ trống.*lấy số tại quầy/)
    expect(page.getByRole('button', { name: 'Đặt lịch hẹn này' }).elements()).toHaveLength(0)
  })

  it('keeps everything when somebody else was faster, and has the next time chosen', async () => {
    const { element, office } = await closing()
    office.fail = { error: refusal('slot-taken', { nextFree: { date: addDays(office.tomorrow, 1), time: '09:00' } }) }
    await dialled('08:00')
    await said(/^Giờ 08:00, .* vừa có người khác đặt\. Tờ khai của bạn vẫn còn/)
    await expect.poll(() => focused(element)).toBe('appointment-message')
    await expect.element(time('09:00')).toBeChecked()
    expect(element.shadowRoot?.querySelector('.paper:not(.slip)')?.textContent).toContain('Nguyễn Văn Mẫu')
    await press('Đặt lịch hẹn này')
    await said('Đã đặt lịch hẹn.')
    expect(office.writes.map(({ date, time: at }) => `${date} ${at}`)).toEqual([`${office.tomorrow} 08:00`, `${addDays(office.tomorrow, 1)} 09:00`])
    expect(new Set(office.writes.map(({ key }) => key)).size).toBe(2)
  })

  it('loses nothing without a connection, repeats under the same key, and finds what was booked after all', async () => {
    const { office } = await closing()
    office.fail = { error: new TypeError('network') }
    await dialled('08:00')
    await said(/^Mất kết nối nên chưa biết/)
    await expect.element(time('08:00')).toBeChecked()
    office.fail = { error: new TypeError('network'), after: true }
    await press('Đặt lịch hẹn này')
    await said(/^Mất kết nối nên chưa biết/)
    // It was booked; another time chosen now must not book a second one.
    await dialled('09:00')
    await said('H007')
    expect(office.writes.map(({ call, time: at }) => `${call} ${at}`)).toEqual(['book 08:00', 'book 08:00'])
    expect(new Set(office.writes.map(({ key }) => key)).size).toBe(1)
  })

  it('says how many one may have, and what the gateway says otherwise', async () => {
    const { office } = await closing()
    office.fail = { error: refusal('too-many-appointments', { limit: 3 }) }
    await dialled('08:00')
    await said(/^Bạn đang có 3 lịch hẹn/)
    office.fail = { error: refusal('something-new') }
    await press('Đặt lịch hẹn này')
    await said('Không làm được việc này.')
  })

  it('moves: the old time is kept until the new one is there', async () => {
    const { element, office, events } = await closing()
    await dialled('08:00')
    await press('Đổi giờ khác')
    await expect.element(page.getByRole('button', { name: 'Đổi sang giờ này' })).toBeVisible()
    const now = page.getByText(new RegExp(`^Lịch hẹn hiện nay: 08:00 đến 08:30, ${dayInWords(office.tomorrow, 'vi')}`))
    await expect.element(now).toBeVisible()
    expect(now.element().compareDocumentPosition(time('08:30').element())).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await expectAccessible(element)
    await press('Giữ giờ cũ')
    await said('H007')
    expect(now.elements()).toHaveLength(0)
    await press('Đổi giờ khác')
    await time('09:00').click()
    await press('Đổi sang giờ này')
    await said('Đã đổi lịch hẹn.')
    expect(office.kept[0]?.time).toBe('09:00')
    expect(events).toEqual([{ procedure: 'fixture-copy', act: 'booked' }, { procedure: 'fixture-copy', act: 'moved' }])
  })

  it('cancels after asking once, and offers the times again', async () => {
    const { element, office } = await closing()
    await dialled('08:00')
    await press('Hủy lịch hẹn')
    await expect.poll(() => focused(element)).toBe('appointment-cancel')
    await expectAccessible(element)
    await press('Không hủy')
    await press('Hủy lịch hẹn')
    await press('Hủy lịch hẹn này')
    await said(/^Đã hủy lịch hẹn/)
    expect(office.kept[0]?.state).toBe('cancelled')
    await expect.element(page.getByRole('combobox', { name: 'Ngày đến' })).toBeVisible()
  })

  it('shows the appointment that somebody has already, in the language that is spoken now', async () => {
    const office = new FixtureAppointments()
    await office.book({ commune: '30838', procedure: 'fixture-copy', date: office.tomorrow, time: '08:00' })
    const { element } = await closing({ office })
    await said('Bạn đã có lịch hẹn cho thủ tục này.')
    element.lang = 'en'
    await said('You already have an appointment for this procedure.')
    await said('Counter 1')
    expect(rootOf(element).querySelector('[part="appointment-slip"]')?.textContent).toContain('Quầy 1')
  })
})

describe('without a connection', () => {
  const cut = (office: FixtureAppointments): void => { office.failSlots = new TypeError('network') }

  it('whoever wants another time can try again, and keeps the old one', async () => {
    const { element, office } = await closing()
    await dialled('08:00')
    await said('H007')
    cut(office)
    await press('Đổi giờ khác')
    await said(/^Chưa xem được giờ còn trống/)
    await expectAccessible(element)
    await press('Thử lại')
    await said('H007')
    await expect.poll(() => focused(element)).toBe('appointment-heading')
    office.failSlots = undefined
    await press('Đặt lịch hẹn khác')
    await expect.element(page.getByRole('button', { name: 'Đặt lịch hẹn này' })).toBeVisible()
  })

  it('says that an appointment was cancelled, though the times cannot be seen', async () => {
    const { office } = await closing()
    await dialled('08:00')
    await said('H007')
    cut(office)
    await press('Hủy lịch hẹn')
    await press('Hủy lịch hẹn này')
    await said(/^Đã hủy lịch hẹn/)
    office.failSlots = undefined
    await press('Thử lại')
    await expect.element(time('08:00')).toBeVisible()
  })
})

it('whoever keeps the old time meanwhile is not shown times that come late', async () => {
  const { office } = await closing()
  await dialled('08:00')
  await press('Đổi giờ khác')
  await expect.element(page.getByRole('button', { name: 'Giữ giờ cũ' })).toBeVisible()
  const slots = office.slots.bind(office)
  let come: () => void = () => undefined
  office.slots = async (...asked) => { await new Promise<void>((resolve) => { come = resolve }); return slots(...asked) }
  await press('Xem tuần sau')
  await press('Giữ giờ cũ')
  await said('H007')
  come()
  await new Promise((resolve) => { setTimeout(resolve, 50) })
  await said('H007')
  expect(page.getByRole('button', { name: 'Đặt lịch hẹn này' }).elements()).toHaveLength(0)
})

describe('where no time can be chosen', () => {
  it('says what it says without, when the page’s own portal knows no appointments', async () => {
    await closing({ offered: false })
    await said('Thủ tục này cần bạn có mặt. Hãy mang theo bản chính các giấy tờ.')
    await new Promise((resolve) => { setTimeout(resolve, 100) })
    expect(page.getByRole('heading', { name: 'Đặt lịch hẹn' }).elements()).toHaveLength(0)
  })

  it('says the same when the office takes no bookings', async () => {
    const office = new FixtureAppointments()
    office.failSlots = refusal('booking-not-offered', { status: 404 })
    const { element } = await closing({ office })
    await expect.poll(() => rootOf(element).querySelector('[part="booking"]')).toBeNull()
    await expect.element(page.getByRole('link', { name: 'Mở nơi nộp hồ sơ' })).toBeVisible()
    await said('Thủ tục này cần bạn có mặt. Hãy mang theo bản chính các giấy tờ.')
  })

  it('offers to try again when the times could not be seen', async () => {
    const office = new FixtureAppointments()
    office.failSlots = new TypeError('network')
    const { element } = await closing({ office })
    await said(/^Chưa xem được giờ còn trống/)
    await expectAccessible(element)
    office.failSlots = undefined
    await press('Thử lại')
    await expect.element(time('08:00')).toBeVisible()
  })
})

describe('who may book', () => {
  it('is asked to sign in with the time kept, and the draft waits at the check page', async () => {
    const { element, office } = await closing({ signedIn: false })
    await time('08:30').click()
    await said(/Lịch hẹn đứng tên người đăng nhập/)
    await expectAccessible(element)
    await press('Đăng nhập để đặt lịch')
    await expect.poll(() => location.hash).toContain('sign-in')
    history.replaceState(null, '', location.pathname + location.search)
    expect(sessionStorage.getItem('motcua:appointment:fixture-copy:30838')).toBe(`${office.tomorrow} 08:30`)
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(/Nguyễn|0912|089058/)
    expect(sessionStorage.getItem('motcua:after-sign-in:fixture-copy:30838')).toMatch(/^resume /)
    expect(office.writes).toEqual([])
  })

  it('on a shared machine is told what signing in would lose, and no file is left there', async () => {
    const { element, portal } = await closing({ signedIn: false, shared: true })
    await said(/^Trên máy dùng chung này, đăng nhập lúc này sẽ làm mất tờ khai/)
    expect(page.getByRole('button', { name: /Đăng nhập/ }).elements()).toHaveLength(0)
    portal.signedIn = true
    element.requestUpdate()
    await time('08:00').click()
    await press('Đặt lịch hẹn này')
    await said('H007')
    expect(page.getByRole('button', { name: /\.ics/ }).elements()).toHaveLength(0)
    await expect.element(page.getByRole('button', { name: 'In phiếu hẹn' })).toBeVisible()
  })
})

describe('what is taken home', () => {
  it('is a calendar file with number, counter and place, and nobody’s name', async () => {
    const { office } = await closing()
    await dialled('08:00')
    const made: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => { made.push(blob as Blob); return 'blob:x' })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    await press('Lưu vào lịch của máy (.ics)')
    const text = (await made[0]?.text())?.replace(/\r\n /g, '') ?? ''
    expect(text).toContain(`DTSTART:${office.tomorrow.replaceAll('-', '')}T010000Z`)
    expect(text).toContain('Số thứ tự: H007')
    expect(text).not.toContain('Mẫu,')
    expect(text).not.toContain('089058')
  })

  it('is the list of papers that belongs to the answers, those that were changed too', async () => {
    const { element } = await closing()
    await dialled('08:00')
    await said('H007')
    const paper = 'Giấy tờ chứng minh quan hệ với người ủy quyền'
    const brings = (): string => rootOf(element).querySelector('[part="booking"]')?.textContent ?? ''
    expect(brings()).not.toContain(paper)
    await press('Quay lại')
    await press('Sửa: Bạn xin bản sao cho ai?')
    await field('Cho người khác').click()
    await field('Họ, chữ đệm, tên người được cấp bản sao').fill('Trần Cháu Mẫu')
    await field('Quan hệ với người được cấp').selectOptions('Ông, bà')
    await press('Tiếp tục')
    await expect.element(page.getByRole('button', { name: 'Hoàn tất tờ khai' })).toBeVisible()
    await press('Hoàn tất tờ khai')
    await said('H007')
    expect(brings()).toContain(paper)
  })

  it('is a slip that comes to paper alone, and a declaration without the slip', async () => {
    const { element } = await closing()
    await dialled('08:00')
    await said('H007')
    vi.spyOn(globalThis, 'print').mockImplementation(() => undefined)
    const sheets = (): string => (element.shadowRoot?.adoptedStyleSheets ?? []).flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('')
    expect(sheets()).not.toContain('.paper:not(.slip)')
    await press('In phiếu hẹn')
    expect(sheets()).toContain('.paper:not(.slip)')
    globalThis.dispatchEvent(new Event('afterprint'))
    expect(sheets()).not.toContain('.paper:not(.slip)')
  })
})

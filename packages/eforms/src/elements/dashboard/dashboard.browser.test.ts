import { PortalProblemError } from '@motcua/portal-client'
import type { Statistics, StatisticsQuery } from '@motcua/portal-client/statistics'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import type { StatisticsServices } from '../../services/services.ts'
import { expectAccessible, press } from '../../testing/harness.ts'
import { FIXTURE_STATISTICS } from '../../testing/statistics.ts'
import type { MotcuaDashboard } from './dashboard.ts'

afterEach(() => { document.body.replaceChildren() })

function mount(attributes: Record<string, string> = { commune: '30838' }, answer: (query: StatisticsQuery) => Promise<Statistics> = async ({ month }) => ({ ...FIXTURE_STATISTICS, month: month ?? '2026-11' })) {
  const asked: StatisticsQuery[] = []
  const statistics: StatisticsServices = { get: async (query) => { asked.push(query); return answer(query) } }
  const element = document.createElement('motcua-dashboard') as MotcuaDashboard
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  Object.assign(element, { services: { statistics } })
  element.append(Object.assign(document.createElement('p'), { textContent: 'Bảng số liệu dán ở trụ sở' }))
  const months: string[] = []
  element.addEventListener('motcua-month-change', (event) => { months.push((event as CustomEvent<{ month: string }>).detail.month) })
  document.body.append(element)
  return { element, asked, months }
}
const settled = () => new Promise((resolve) => { setTimeout(resolve, 30) })
const rowOf = (name: string) => page.getByRole('row', { name, exact: false }).first()

describe('a commune’s figures', () => {
  it('stand as text first, need no sign-in, and say whose and how old they are', async () => {
    const { element, asked, months } = mount()
    await expect.element(page.getByRole('heading', { name: 'Số liệu giải quyết hồ sơ: Xã Mỹ Thuận' })).toBeVisible()
    await expect.element(page.getByText('Nhận mới: 412. Giải quyết xong: ít nhất 392. Đúng hạn: ít nhất 99 %.')).toBeVisible()
    await expect.element(page.getByText('Tính đến 09:00 22/11/2026', { exact: false })).toBeVisible()
    await expect.element(page.getByText('Số liệu dựng để thử.')).toBeVisible()
    await expect.element(page.getByText('Để không ai bị nhận ra, số nhỏ hơn 5 không hiện', { exact: false })).toBeVisible()
    expect([asked, months]).toEqual([[{ commune: '30838' }], ['2026-11']])
    expect(page.getByRole('table').elements().map((table) => table.querySelector('caption')?.textContent)).toEqual([
      'Tiếp nhận', 'Đã kết thúc trong tháng', 'Còn đang giải quyết', 'Phản ánh, kiến nghị', 'Tỷ lệ', 'Người dân đánh giá', '12 tháng gần nhất',
    ])
    await expectAccessible(element)
  })

  it('give a share with what it is taken of, and a reason for what is not measured', async () => {
    mount()
    await expect.poll(() => rowOf('Trả phí, lệ phí trực tuyến').element().textContent).toContain('96,35 %290 / 301')
    await expect.poll(() => rowOf('Dùng lại dữ liệu đã số hóa').element().textContent).toContain('không đo ở đây')
    await expect.poll(() => rowOf('Dùng lại dữ liệu đã số hóa').element().textContent).toContain('Vì sao: hệ thống này chưa ghi')
    await expect.poll(() => rowOf('Nhận mới: nộp tại quầy').element().textContent).toContain('hồ sơ nộp tại quầy ở hệ thống một cửa')
    await expect.poll(() => rowOf('Có kết quả, trễ hạn').element().textContent).toContain('ít hơn 5')
    await expect.poll(() => rowOf('Dừng giải quyết').element().textContent).toContain('không hiện')
    expect(page.getByText('thủ tục không quy định thời hạn', { exact: false }).elements()).toHaveLength(0)
  })

  it('never give a score: the index is only what it weighs, with its source', async () => {
    mount()
    await page.getByText('Bộ chỉ số quốc gia xét những gì').click()
    await expect.poll(() => rowOf('Tiến độ, kết quả giải quyết').element().textContent).toContain('20')
    await expect.element(page.getByText('Trang này không chấm điểm', { exact: false })).toBeVisible()
    await expect.element(page.getByText('Quyết định thử. Dữ liệu thử. Kiểm tra ngày: 11/2026. Độ tin cậy: đã đọc trong văn bản chính thức.')).toBeVisible()
  })

  it('switch months by a native list, which is announced, and name the source of an earlier one', async () => {
    const { element, asked, months } = mount()
    await page.getByLabelText('Tháng', { exact: true }).selectOptions('Tháng 10/2026')
    await expect.element(page.getByText('Đang xem số liệu Tháng 10/2026.')).toBeVisible()
    await expect.element(page.getByText('nguồn:', { exact: false })).toBeVisible()
    await expect.element(page.getByText('Hệ thống một cửa cũ')).toBeVisible()
    expect([asked.at(-1)?.month, months]).toEqual(['2026-10', ['2026-11', '2026-10']])
    await expectAccessible(element)
  })

  it('show the month that was asked for last, whatever answer comes last', async () => {
    const slow = new Map<string | undefined, (data: Statistics) => void>()
    mount(undefined, ({ month }) => (month === undefined ? Promise.resolve(FIXTURE_STATISTICS) : new Promise((resolve) => { slow.set(month, resolve) })))
    const select = page.getByLabelText('Tháng', { exact: true })
    await select.selectOptions('Tháng 09/2026')
    await select.selectOptions('Tháng 10/2026')
    slow.get('2026-10')?.({ ...FIXTURE_STATISTICS, month: '2026-10' })
    await expect.element(page.getByText('Đang xem số liệu Tháng 10/2026.')).toBeVisible()
    slow.get('2026-09')?.({ ...FIXTURE_STATISTICS, month: '2026-09' })
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    await expect.element(page.getByText('Đang xem số liệu Tháng 10/2026.')).toBeVisible()
  })

  it('are saved as a file', async () => {
    const { element } = mount()
    await expect.element(page.getByRole('button', { name: 'Tải bảng số liệu (CSV)' })).toBeVisible()
    const saved: string[] = []
    const click = HTMLAnchorElement.prototype.click
    HTMLAnchorElement.prototype.click = function save() { saved.push(this.download) }
    try { await press('Tải bảng số liệu (CSV)') } finally { HTMLAnchorElement.prototype.click = click }
    expect(saved).toEqual(['so-lieu-30838-2026-11.csv'])
    expect(element.shadowRoot?.querySelectorAll('svg:not([aria-hidden="true"])')).toHaveLength(0)
  })
})

describe('the element', () => {
  it.each(['', '3083', 'mt'])('says that “%s” is no commune, beside the page’s own words', async (commune) => {
    const { element, asked } = mount({ commune })
    await expect.element(page.getByText(commune ? `Mã xã, phường, đặc khu “${commune}” không đúng` : 'cần ghi thuộc tính “commune”', { exact: false })).toBeVisible()
    await expect.element(page.getByText('Bảng số liệu dán ở trụ sở')).toBeVisible()
    expect(asked).toEqual([])
    await expectAccessible(element)
  })

  it('says what a period looks like and shows the present month', async () => {
    const { asked } = mount({ commune: '30838', period: 'tháng mười' })
    await expect.element(page.getByText('đang có “tháng mười”', { exact: false })).toBeVisible()
    expect(asked).toEqual([{ commune: '30838' }])
    document.body.replaceChildren()
    expect(mount({ commune: '30838', period: '2026-10' }).element.period).toBe('2026-10')
    await expect.element(page.getByRole('heading', { name: 'Tháng 10/2026' })).toBeVisible()
  })

  it('tries again, and says when there are no figures', async () => {
    let failure: unknown = new TypeError('network')
    const { element } = mount(undefined, async () => {
      if (failure) throw failure
      return FIXTURE_STATISTICS
    })
    await expect.poll(() => page.getByRole('alert').element().textContent).toContain('Chưa tải được số liệu')
    await expect.element(page.getByText('Bảng số liệu dán ở trụ sở')).toBeVisible()
    await expectAccessible(element)
    failure = new PortalProblemError({ type: 'urn:motcua:problem:commune-not-served', title: 'x', status: 404, correlationId: 'c' })
    await press('Thử lại')
    await expect.poll(() => page.getByRole('alert').element().textContent).toContain('Nơi này không có số liệu')
    // The button that was pressed is another by now, then it is gone.
    await expect.poll(() => element.shadowRoot?.activeElement?.id).toBe('retry')
    failure = undefined
    await press('Thử lại')
    await expect.element(page.getByRole('heading', { name: /Xã Mỹ Thuận/ })).toBeVisible()
    await expect.poll(() => element.shadowRoot?.activeElement?.id).toBe('heading')
  })

  it('speaks English and says the same', async () => {
    const { element } = mount({ commune: '30838', lang: 'en' })
    await expect.element(page.getByText('New: 412. Finished: at least 392. On time: at least 99 %.')).toBeVisible()
    await expect.poll(() => rowOf('Fees paid online').element().textContent).toContain('96.35 %290 / 301')
    await expectAccessible(element)
  })

  it('tells the page nothing of a commune that it is no longer about', async () => {
    const come: Array<() => void> = []
    const { element, asked, months } = mount(undefined, async ({ commune, month }) => { if (commune === '30838') await new Promise<void>((resolve) => { come.push(resolve) }); return { ...FIXTURE_STATISTICS, month: month ?? '2026-11' } })
    await expect.poll(() => asked.length).toBe(1)
    element.commune = '00004'
    await expect.poll(() => months).toEqual(['2026-11'])
    come[0]?.()
    await settled()
    expect([asked.map(({ commune }) => commune), months]).toEqual([['30838', '00004'], ['2026-11']])
  })
})

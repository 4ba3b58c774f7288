import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../define.ts'
import { expectAccessible, press } from '../../testing/harness.ts'
import { FIXTURE_CODE, FIXTURE_DOSSIER, FIXTURE_PAYMENT, FixturePortal, fixtureServices } from '../../testing/services.ts'
import type { Dossier } from '../../services/contract.ts'
import { offerRating } from '../../panels/offer-rating.ts'
import { FixtureFeedback } from '../../testing/feedback.ts'
import type { MotcuaTracker } from './tracker.ts'

afterEach(() => { document.body.replaceChildren() })

const { supplement: ASKED, ...UNASKED } = FIXTURE_DOSSIER
const OWED: Dossier = { ...UNASKED, state: 1, dueAt: null, steps: FIXTURE_DOSSIER.steps.slice(0, 1), fee: { amountVnd: 16_000, state: 'owed', lines: [] }, payment: FIXTURE_PAYMENT }
const NOTHING_OWED: Dossier['fee'] = { amountVnd: 0, state: 'none', lines: [] }
const RESULT = { fileId: 'r1', name: 'trich-luc.pdf', sha256: 'a'.repeat(64), bytes: 9 }

function mount(dossier: Dossier, feedback: FixtureFeedback | null = new FixtureFeedback()): { portal: FixturePortal; element: MotcuaTracker } {
  const portal = new FixturePortal()
  portal.dossier = structuredClone(dossier)
  const element = document.createElement('motcua-tracker') as MotcuaTracker
  element.setAttribute('dossier', FIXTURE_CODE)
  element.services = { ...fixtureServices({ portal }), ...(feedback && { feedback }) }
  document.body.append(element)
  return { portal, element }
}

const count = (text: string | RegExp): number => page.getByText(text).elements().length
const qr = () => page.getByRole('img', { name: /VietQR/ })

describe('the payment panel of a tracker', () => {
  it('goes with the withdrawal', async () => {
    const { portal } = mount(OWED)
    await expect.element(qr()).toBeVisible()
    portal.withdraw = async () => { const { payment: _, ...rest } = OWED; return { ...rest, state: 7, fee: NOTHING_OWED } }
    await press('Rút hồ sơ')
    await page.getByRole('button', { name: 'Rút hồ sơ', exact: true }).click()
    await expect.element(page.getByText(/^Hồ sơ này đã kết thúc/)).toBeVisible()
    expect(qr().elements()).toHaveLength(0)
    expect(count('Nộp phí, lệ phí')).toBe(0)
  })

  it('says what the latest answer says of the money', async () => {
    const over = { ...FIXTURE_PAYMENT, state: 'over', paidVnd: 40_000 } as const
    const { portal } = mount({ ...OWED, fee: { ...OWED.fee, state: 'over' }, payment: over })
    await expect.element(page.getByText(/Phần thừa sẽ được hoàn lại/)).toBeVisible()
    portal.dossier = { ...OWED, state: 3, fee: { ...OWED.fee, state: 'refund-due' }, payment: { ...over, state: 'refund-due' } }
    await press('Cập nhật')
    await expect.element(page.getByText('Khoản tiền này sẽ được hoàn lại.')).toBeVisible()
    expect(count(/Phần thừa/)).toBe(0)
  })

  it('invites nobody to pay for a dossier that ended', async () => {
    const { payment: _, ...unasked } = OWED
    mount({ ...unasked, state: 8 })
    await expect.element(page.getByText(/^Hồ sơ này đã kết thúc/)).toBeVisible()
    expect(page.getByRole('button', { name: 'Lấy thông tin chuyển khoản' }).elements()).toHaveLength(0)
  })
})

describe('the intake slip', () => {
  it('stays Vietnamese under a heading in the language of the page', async () => {
    const { element } = mount(FIXTURE_DOSSIER)
    element.lang = 'en'
    await press('See the intake slip')
    await expect.element(page.getByRole('heading', { name: 'Intake slip' })).toBeVisible()
    await expect.element(page.getByText('Giấy tờ đã nhận')).toBeVisible()
    expect(element.shadowRoot?.querySelector('[part="intake-slip"]')?.getAttribute('lang')).toBe('vi')
    await expectAccessible(element)
  })
})

describe('what to do now', () => {
  it('is the sentence of the present state once the dossier went on after a supplement', async () => {
    const { portal, element } = mount(FIXTURE_DOSSIER)
    await expect.element(page.getByText('Yêu cầu của cán bộ', { exact: false })).toBeVisible()
    await userEvent.upload(page.getByLabelText(/Văn bản ủy quyền|ủy quyền/).first(), new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37])], 'giay.pdf', { type: 'application/pdf' }))
    await press('Gửi bổ sung')
    await expect.element(page.getByText('Đã gửi bổ sung.')).toBeVisible()
    portal.dossier = { ...UNASKED, state: 10, results: [RESULT], ...(ASKED && { supplement: { ...ASKED, answeredAt: '2026-11-22T08:00:00+07:00' } }) }
    await press('Cập nhật')
    await expect.element(page.getByText(/^Kết quả đã có/)).toBeVisible()
    expect(count('Đã gửi bổ sung.')).toBe(0)
    await expectAccessible(element)
  })

  it.each([[3, 'Giấy tờ không thuộc xã này'], [7, undefined], [8, 'Người yêu cầu đã mất']] as const)('says that a dossier in state %i has ended, and why, and promises no date', async (state, note) => {
    const last = { kind: 'stop', at: '2026-11-22T08:00:00+07:00', state, by: { role: 'officer', name: 'Cán bộ Thử' }, ...(note && { note }) } as const
    const { payment: _, ...unasked } = OWED
    const { element } = mount({ ...unasked, state, fee: NOTHING_OWED, steps: [...OWED.steps, last] })
    await expect.element(page.getByText(note ? `Hồ sơ này đã kết thúc; bạn không phải làm gì thêm. Lý do: ${note}` : 'Hồ sơ này đã kết thúc; bạn không phải làm gì thêm.', { exact: true })).toBeVisible()
    expect(count('Hẹn trả kết quả')).toBe(0)
    expect(count('Bạn chưa phải làm gì.')).toBe(0)
    element.lang = 'en'
    await expect.element(page.getByText(/^This dossier has ended/)).toBeVisible()
    if (note) for (const text of page.getByText(note, { exact: true }).elements()) expect(text.closest('[lang]')?.getAttribute('lang')).toBe('vi')
    await expectAccessible(element)
  })

  it('asks for no paper of a dossier that was withdrawn', async () => {
    mount({ ...FIXTURE_DOSSIER, state: 7 })
    await expect.element(page.getByText(/^Hồ sơ này đã kết thúc/)).toBeVisible()
    expect(count(/^Yêu cầu của cán bộ/)).toBe(0)
  })

  it('says that a dossier returned without a file has ended', async () => {
    mount({ ...UNASKED, state: 10 })
    await expect.element(page.getByText(/^Hồ sơ này đã kết thúc/)).toBeVisible()
  })

  it('names what is still owed and ties nothing to it, also when the result is here', async () => {
    const { portal } = mount({ ...OWED, fee: { ...OWED.fee, state: 'partial' }, payment: { ...FIXTURE_PAYMENT, state: 'partial', paidVnd: 10_000 } })
    await expect.element(page.getByText('Bạn còn phải nộp 6.000 đ.')).toBeVisible()
    portal.dossier = { ...OWED, state: 10, results: [RESULT] }
    await press('Cập nhật')
    await expect.element(page.getByText(/^Kết quả đã có.*Bạn còn phải nộp 16\.000 đ\.$/)).toBeVisible()
  })
})

describe('who helped at the counter', () => {
  it.each([
    [{ kind: 'youth-volunteer', mode: 'guided' } as const, 'Tình nguyện viên thanh niên hướng dẫn; người yêu cầu tự làm', 'A youth volunteer, who guided; the applicant did it'],
    [{ kind: 'relative', mode: 'operated', reason: 'mắt kém' } as const, 'Người thân thao tác thay theo lời người yêu cầu. Lý do: mắt kém', 'A relative, who pressed and typed what the applicant said. Why: mắt kém'],
  ])('is said in plain words, beside the applicant', async (assistedBy, vietnamese, english) => {
    const { element } = mount({ ...FIXTURE_DOSSIER, assistedBy })
    await expect.element(page.getByText(vietnamese)).toBeVisible()
    await expectAccessible(element)
    element.lang = 'en'
    await expect.element(page.getByText(english)).toBeVisible()
  })

  it('is not spoken of where nobody did', async () => {
    mount(FIXTURE_DOSSIER)
    await expect.element(page.getByText('Mã hồ sơ')).toBeVisible()
    expect(count('Người hỗ trợ khi nộp')).toBe(0)
  })
})

describe('a dossier that has ended', () => {
  it('can be rated right below, by the element that comes for it', async () => {
    const calls = new FixtureFeedback()
    const { element } = mount({ ...UNASKED, state: 10, results: [RESULT] }, calls)
    await expect.element(page.getByText(/^Kết quả đã có/)).toBeVisible()
    await press('Đánh giá, phản ánh về hồ sơ này')
    await expect.poll(() => element.shadowRoot?.activeElement?.id).toBe('rate')
    await page.getByLabelText('Hài lòng', { exact: true }).click()
    await press('Gửi đánh giá')
    await expect.element(page.getByText('Đã ghi đánh giá của bạn. Cảm ơn bạn.')).toBeVisible()
    expect(calls.rated.map(({ rating }) => rating.level)).toEqual(['satisfied'])
    await expectAccessible(element)
  })

  it('says when the element cannot come, and opens it when it can, whoever offers it meanwhile', async () => {
    let isLost = true
    offerRating(async () => {
      if (isLost) throw new TypeError('network')
      offerRating(async () => {})
    })
    const { element } = mount({ ...UNASKED, state: 10 })
    await press('Đánh giá, phản ánh về hồ sơ này')
    await expect.element(page.getByText('Chưa kết nối được. Hãy thử lại.')).toBeVisible()
    await expectAccessible(element)
    isLost = false
    await press('Đánh giá, phản ánh về hồ sơ này')
    await expect.poll(() => element.shadowRoot?.querySelector('motcua-feedback')?.getAttribute('dossier')).toBe(FIXTURE_CODE)
  })

  it.each([['while it goes on', 4, new FixtureFeedback(), 'Bạn chưa phải làm gì.'], ['with services that have no ratings', 10, null, /^Kết quả đã có/]] as const)('is not offered for rating %s', async (_when, state, feedback, said) => {
    mount({ ...UNASKED, state, results: state === 10 ? [RESULT] : [] }, feedback)
    await expect.element(page.getByText(said)).toBeVisible()
    expect(page.getByRole('button', { name: 'Đánh giá, phản ánh về hồ sơ này' }).elements()).toHaveLength(0)
  })
})

import { violations } from '../testing/strict-policy.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../define.ts'
import { expectAccessible, press } from '../testing/harness.ts'
import { FIXTURE_CODE, FIXTURE_DOSSIER, FIXTURE_PAYMENT, FixturePortal, fixtureServices } from '../testing/services.ts'
import { RESULT_CODE, createSignedResult, withOneBitTurned } from '../testing/signed-result.ts'
import type { PanelElement } from './panel-element.ts'

beforeEach(() => { violations.length = 0 })
afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

function mount(tag: string, portal: FixturePortal, attributes: Record<string, string> = {}): PanelElement<'portal' | 'loadDefinition'> {
  const element = document.createElement(tag) as PanelElement<'portal' | 'loadDefinition'>
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.services = fixtureServices({ portal })
  document.body.append(element)
  return element
}

describe('a panel', () => {
  const slow = (portal: FixturePortal): { come(): void } => {
    const late = { come: (): void => undefined }
    portal.completeSignIn = async () => { await new Promise<void>((resolve) => { late.come = resolve }); return { kind: 'none' } }
    return late
  }

  it('asks the portal it was given last, however late the one before answers', async () => {
    const [first, second] = [new FixturePortal(), new FixturePortal()]
    const asked: string[] = []
    first.listDossiers = async () => { asked.push('first'); return [] }
    second.listDossiers = async () => { asked.push('second'); return [] }
    const late = slow(first)
    const element = mount('motcua-tracker', first)
    element.append(Object.assign(document.createElement('p'), { textContent: 'Đến bộ phận một cửa' }))
    await element.updateComplete
    await expect.element(page.getByText('Đến bộ phận một cửa')).toBeVisible()
    element.services = fixtureServices({ portal: second })
    await expect.poll(() => asked).toEqual(['second'])
    late.come()
    await new Promise((resolve) => { setTimeout(resolve, 30) })
    expect(asked).toEqual(['second'])
  })

  it('begins nothing when it has gone before its portal answered', async () => {
    const portal = new FixturePortal()
    let asked = 0
    portal.listDossiers = async () => { asked += 1; return [] }
    const late = slow(portal)
    const element = mount('motcua-tracker', portal)
    await element.updateComplete
    element.remove()
    await Promise.resolve()
    late.come()
    await new Promise((resolve) => { setTimeout(resolve, 30) })
    expect(asked).toBe(0)
  })

  it('shows nothing more of a person who has signed out elsewhere on the page', async () => {
    const portal = new FixturePortal()
    portal.dossier = structuredClone(FIXTURE_DOSSIER)
    const listeners = new Set<() => void>()
    Object.assign(portal, { onSignOut: (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } } })
    const element = mount('motcua-tracker', portal, { dossier: FIXTURE_CODE })
    await expect.poll(() => element.shadowRoot?.textContent).toContain(FIXTURE_CODE)
    await portal.signOut()
    for (const listener of listeners) listener()
    await expect.element(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
    expect(element.shadowRoot?.textContent).not.toContain(FIXTURE_CODE)
    element.remove()
    await expect.poll(() => listeners.size).toBe(0)
  })

  it('that could not be opened is opened again', async () => {
    const portal = new FixturePortal()
    portal.completeSignIn = async () => { throw new TypeError('network') }
    const element = mount('motcua-tracker', portal)
    await expect.element(page.getByText('Chưa kết nối được. Hãy thử lại.')).toBeVisible()
    await expectAccessible(element)
    portal.completeSignIn = async () => ({ kind: 'none' })
    await press('Thử lại')
    await expect.poll(() => page.getByText('Chưa kết nối được', { exact: false }).elements()).toHaveLength(0)
  })
})

describe.each(['motcua-dashboard', 'motcua-feedback', 'motcua-sign', 'motcua-board'] as const)('%s with services that lack what it asks for', (tag) => {
  it('says that the page needs mending, beside its own words', async () => {
    const element = Object.assign(document.createElement(tag), { services: {} })
    element.append(Object.assign(document.createElement('p'), { textContent: 'Đến bộ phận một cửa' }))
    document.body.append(element)
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect.element(page.getByText('Đến bộ phận một cửa')).toBeVisible()
  })
})

describe('motcua-verify without a connection', () => {
  it('has a way to try again, in words', async () => {
    const portal = new FixturePortal()
    portal.trust = async () => { throw new TypeError('network') }
    mount('motcua-verify', portal)
    await page.getByLabelText(/tệp/i).first().upload(new File(['%PDF-1.7'], 'ket-qua.pdf', { type: 'application/pdf' }))
    await expect.element(page.getByText('Chưa kiểm tra được. Hãy thử lại.')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Thử lại' })).toBeVisible()
  })
})

describe('motcua-payment', () => {
  it('shows the transfer as text beside the QR, and says paid only when the gateway does', async () => {
    const portal = new FixturePortal()
    const element = mount('motcua-payment', portal, { dossier: FIXTURE_CODE })
    for (const text of ['Ngân hàng Thử nghiệm', '0011002233', 'UBND XA MY THUAN', '16.000 đ', 'MC261121000001']) await expect.element(page.getByText(text)).toBeVisible()
    await expect.element(page.getByRole('img', { name: /VietQR/ })).toBeVisible()
    await expectAccessible(element)
    await press('Kiểm tra ngay')
    await expect.element(page.getByText(/^Chưa nhận được tiền/)).toBeVisible()
    portal.payment_ = { ...FIXTURE_PAYMENT, state: 'partial', paidVnd: 10_000 }
    await press('Kiểm tra ngay')
    await expect.element(page.getByText('Đã nhận 10.000 đ, còn thiếu 6.000 đ.')).toBeVisible()
    // The code still asks for the whole: only the lines remain.
    expect(page.getByRole('img', { name: /VietQR/ }).elements()).toHaveLength(0)
    portal.payment = async () => { throw new TypeError('network') }
    await press('Kiểm tra ngay')
    await expect.element(page.getByText(/^Chưa kiểm tra được vì mất kết nối/)).toBeVisible()
    await expectAccessible(element)
  })

  it('offers a new request when the old one has expired', async () => {
    const portal = new FixturePortal()
    portal.payment_ = { ...FIXTURE_PAYMENT, state: 'expired' }
    mount('motcua-payment', portal, { dossier: FIXTURE_CODE })
    await expect.element(page.getByText(/đã hết hạn/)).toBeVisible()
    expect(page.getByText('0011002233').elements()).toHaveLength(0)
    portal.payment_ = FIXTURE_PAYMENT
    await press('Lấy thông tin chuyển khoản')
    await expect.element(page.getByText('0011002233')).toBeVisible()
  })

  it('leaves the receipt in Vietnamese under a heading in the language of the page', async () => {
    const portal = new FixturePortal()
    portal.payment_ = { ...FIXTURE_PAYMENT, state: 'paid', paidVnd: 16_000, receipt: { number: 'BL-0001', issuedAt: '2026-11-21T10:00:00+07:00', amountVnd: 16_000, payer: 'Nguyễn Văn Mẫu' } }
    const element = mount('motcua-payment', portal, { dossier: FIXTURE_CODE, lang: 'en' })
    await expect.element(page.getByRole('heading', { name: 'Receipt' })).toBeVisible()
    await expect.element(page.getByText('Số biên lai')).toBeVisible()
    expect(element.shadowRoot?.querySelector('[part="receipt"]')?.getAttribute('lang')).toBe('vi')
  })

  it('asks to sign in first', async () => {
    const element = mount('motcua-payment', new FixturePortal({ signedIn: false }), { dossier: FIXTURE_CODE })
    await expect.element(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
    await expectAccessible(element)
  })
})

describe('motcua-tracker', () => {
  it('lists my dossiers and opens one, in two languages', async () => {
    const portal = new FixturePortal()
    portal.dossier = structuredClone({ ...FIXTURE_DOSSIER, late: true, lateReason: 'Chờ xác minh' })
    const element = mount('motcua-tracker', portal)
    await press(`Xem hồ sơ ${FIXTURE_CODE}`)
    await expect.element(page.getByText('Lý do trễ hẹn: Chờ xác minh')).toBeVisible()
    await expect.element(page.getByText('Yêu cầu bổ sung giấy tờ')).toBeVisible()
    element.lang = 'en'
    await expect.element(page.getByText('Reason for the delay: Chờ xác minh')).toBeVisible()
    await expectAccessible(element)
  })

  it('withdraws only after a second word', async () => {
    const portal = new FixturePortal()
    portal.dossier = structuredClone(FIXTURE_DOSSIER)
    const element = mount('motcua-tracker', portal, { dossier: FIXTURE_CODE })
    await press('Rút hồ sơ')
    await expectAccessible(element)
    await press('Hủy')
    expect(portal.dossier?.state).toBe(5)
    await press('Rút hồ sơ')
    await page.getByRole('button', { name: 'Rút hồ sơ', exact: true }).click()
    await expect.element(page.getByText('Công dân yêu cầu rút hồ sơ')).toBeVisible()
  })

  it('says so when the dossier is not mine', async () => {
    mount('motcua-tracker', new FixturePortal(), { dossier: 'H99.30.38-261121-0009' })
    await expect.element(page.getByText('Không tìm thấy hồ sơ này trong các hồ sơ của bạn.')).toBeVisible()
  })
})

describe('motcua-verify', () => {
  it('verifies a chosen file on the page: who, when, intact; and finds a flipped bit, in the language of the page', async () => {
    const { pdf, manifest, trust } = await createSignedResult()
    const portal = new FixturePortal({ signedIn: false })
    portal.trust = async () => trust
    const element = mount('motcua-verify', portal)
    const chooser = page.getByLabelText('Chọn tệp')
    await userEvent.upload(chooser, [new File([pdf], 'ket-qua.pdf', { type: 'application/pdf' }), new File([manifest], 'ban-ke.jws')])
    await expect.element(page.getByText('Kết quả này hợp lệ')).toBeVisible()
    await expect.element(page.getByText('Trần Văn Minh, UBND xã Mỹ Thuận')).toBeVisible()
    await expect.element(page.getByText(`Thuộc hồ sơ ${RESULT_CODE}`)).toBeVisible()
    await expectAccessible(element)
    await userEvent.upload(chooser, new File([withOneBitTurned(pdf)], 'hong.pdf', { type: 'application/pdf' }))
    await expect.element(page.getByText('Không xác nhận được kết quả này')).toBeVisible()
    await expect.element(page.getByText(/Tệp đã bị thay đổi sau khi ký/)).toBeVisible()
    await expectAccessible(element)
    element.lang = 'en'
    await expect.element(page.getByText(/The file was changed after it was signed/)).toBeVisible()
  })

  it('does not say that a file belongs to a dossier on its own word', async () => {
    const { pdf, trust } = await createSignedResult()
    const portal = new FixturePortal({ signedIn: false })
    portal.trust = async () => trust
    mount('motcua-verify', portal)
    await userEvent.upload(page.getByLabelText('Chọn tệp'), new File([pdf], 'ket-qua.pdf', { type: 'application/pdf' }))
    await expect.element(page.getByText(`Tệp ghi mã hồ sơ ${RESULT_CODE}, nhưng chưa có bản kê có chữ ký nào xác nhận điều đó.`)).toBeVisible()
  })

  it('says what it needs when the file is not a PDF', async () => {
    mount('motcua-verify', new FixturePortal({ signedIn: false }))
    await userEvent.upload(page.getByLabelText('Chọn tệp'), new File(['x'], 'a.txt', { type: 'text/plain' }))
    await expect.element(page.getByText('Tệp này không phải PDF.')).toBeVisible()
  })
})

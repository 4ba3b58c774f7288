import { violations } from '../testing/strict-policy.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../define.ts'
import { deviceDrafts } from '../services/device-drafts.ts'
import { chooseCommune, field, fillRequester, mountEform, press, rootOf } from '../testing/harness.ts'
import { FIXTURE_CODE, FIXTURE_DOSSIER, FixturePortal } from '../testing/services.ts'
import { recordPage } from './page-record.ts'

beforeEach(() => { violations.length = 0 })
afterEach(() => {
  document.body.replaceChildren()
  sessionStorage.clear()
  expect(violations).toEqual([])
})

/** What the people of this filing have told, in every way it might be written. */
const PERSONAL = ['Nguyễn', 'Trần Cháu', 'nguyen', 'Nguyen', 'Tran Chau', '089058000001', '0912345678', '0912 345 678', '1958', '02/03', 'mau@vidu.vn', 'rất riêng', 'khai-sinh-chau']

/** Finds them plainly, in Base64 and in percent encoding. */
function found(text: string): string[] {
  const utf8 = (value: string): string => Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join('')
  return PERSONAL.flatMap((value) => [value, encodeURIComponent(value), btoa(utf8(value)).replace(/=+$/, '').slice(0, -1)].filter((form) => text.includes(form)).map((form) => {
    const at = text.indexOf(form)
    return `${value} in …${text.slice(Math.max(0, at - 80), at + 40)}…`
  }))
}

async function fillForChild(): Promise<void> {
  await field('Thư điện tử').fill('mau@vidu.vn')
  await press('Tiếp tục')
  await field('Cho người khác').click()
  await field('Họ, chữ đệm, tên người được cấp bản sao').fill('Trần Cháu Mẫu')
  await field('Năm').fill('1958')
  await field('Quan hệ với người được cấp').selectOptions('Ông, bà')
  await press('Tiếp tục')
  await chooseCommune()
  await field('Số lượng bản sao').fill('2')
  await field('Lý do').fill('Một lý do rất riêng')
  await press('Tiếp tục')
}

describe('nothing personal leaves the shadow root', () => {
  it('knows a leak when it sees one', async () => {
    const record = recordPage()
    console.info('x')
    dispatchEvent(new CustomEvent('motcua-x', { detail: { name: 'Trần Cháu' } }))
    expect(found(await record.stop())).toHaveLength(1)
  })

  it('in a filing with a lost connection, a refused paper, a draft, a payment and tracking', async () => {
    const record = recordPage()
    const portal = new FixturePortal()
    const element = mountEform({ portal, drafts: deviceDrafts() })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912 345 678')
    await field('Giữ bản nháp trên máy này').click()
    await expect.element(page.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible()
    await fillForChild()
    const chooser = page.getByLabelText(/Giấy tờ chứng minh quan hệ/)
    await userEvent.upload(chooser, new File(['chỉ là chữ'], 'khai-sinh-chau.pdf', { type: 'application/pdf' }))
    await expect.element(page.getByText(/không phải loại được nhận/)).toBeVisible()
    const { upload } = portal
    portal.upload = () => Promise.reject(new TypeError('network'))
    const paper = (): File => new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 10])], 'khai-sinh-chau.pdf', { type: 'application/pdf' })
    await userEvent.upload(chooser, paper())
    await expect.element(page.getByText(/^Chưa tải lên được/)).toBeVisible()
    portal.upload = upload
    await userEvent.upload(chooser, paper())
    await expect.element(page.getByText('Cổng tiếp nhận đã nhận đủ tệp này.')).toBeVisible()
    await press('Tiếp tục')
    element.lang = 'en'
    await expect.element(page.getByText('Bước 5 / 5')).not.toBeInTheDocument()
    element.lang = 'vi'
    await field('Tôi cam đoan').click()
    portal.failNextSubmit = 'after-commit'
    await press('Nộp hồ sơ')
    await expect.element(page.getByText(/^Chưa gửi được vì mất kết nối/)).toBeVisible()
    await press('Thử nộp lại')
    await expect.element(page.getByText(FIXTURE_CODE)).toBeVisible()
    portal.dossier = structuredClone(FIXTURE_DOSSIER)
    await press('Theo dõi hồ sơ này')
    await expect.element(page.getByText('Yêu cầu của cán bộ: Ảnh chụp bị mờ, đề nghị chụp lại.')).toBeVisible()
    const text = await record.stop()
    for (const type of ['motcua-step-change', 'motcua-before-submit', 'motcua-submitted']) expect(text).toContain(type)
    expect(text).toContain('IndexedDB')
    expect(found(text)).toEqual([])
  })

  it('in a form that is handed in elsewhere, with errors on the way', async () => {
    const record = recordPage()
    const element = mountEform()
    await press('Bắt đầu')
    await field('Số định danh cá nhân').fill('089058000001x')
    await press('Tiếp tục')
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('summary')
    await fillRequester()
    await fillForChild()
    await press('Tiếp tục')
    await field('Tôi cam đoan').click()
    await press('Hoàn tất tờ khai')
    await expect.element(page.getByText(/^Mã kiểm tra của tệp dữ liệu/)).toBeVisible()
    expect(found(await record.stop())).toEqual([])
  })

  it('when the form cannot even be opened', async () => {
    const record = recordPage()
    const element = mountEform({}, { procedure: 'fixture-copy' })
    await press('Bắt đầu')
    await fillRequester()
    const { services } = element
    element.services = services && { ...services, loadDefinition: () => Promise.reject(new TypeError('network')) }
    await expect.element(page.getByText(/^Hiện chưa kết nối được/)).toBeVisible()
    expect(found(await record.stop())).toEqual([])
  })
})

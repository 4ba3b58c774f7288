import type { Prefill } from '@motcua/form-core'
import { violations } from '../../testing/strict-policy.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import { prefillFromCardQr } from '../../index.ts'
import { FixturePortal } from '../../testing/services.ts'
import { expectAccessible, field, mountEform, press, rootOf } from '../../testing/harness.ts'

afterEach(() => {
  document.body.replaceChildren()
  sessionStorage.clear()
  expect(violations).toEqual([])
})

/** Layout of the cards of 2021; the person is made up. */
const CARD = '089058000001||NGUYỄN VĂN MẪU|02031958|Nam|Mỹ Thuận, Bình Tân, Vĩnh Long|01052021'
const name = () => field('Họ, chữ đệm, tên người yêu cầu')

/** A card as the page reads it, for the property `prefill`. */
function readCard(text: string): Prefill {
  const read = prefillFromCardQr(text)
  return read.success ? read.prefill : expect.fail(`the card was refused: ${read.code}`)
}

describe('what is filled in for the person', () => {
  it('says under each question which of several sources it comes from, in both languages', async () => {
    const element = mountEform()
    element.prefill = [readCard(CARD), { source: 'earlier-dossier', on: '2026-05-04', claims: { phone: '0912345678', personalId: '001099000001' } }]
    await press('Bắt đầu')
    await expect.element(name()).toHaveValue('NGUYỄN VĂN MẪU')
    await expect.element(name()).toHaveAccessibleDescription('Đọc từ mã QR trên thẻ căn cước; chưa được xác thực. Hãy xem lại.')
    await expect.element(field('Số định danh cá nhân')).toHaveValue('089058000001')
    await expect.element(page.getByRole('group', { name: 'Ngày sinh của người yêu cầu' })).toHaveAccessibleDescription('Ví dụ 21 11 1958 Đọc từ mã QR trên thẻ căn cước; chưa được xác thực. Hãy xem lại.')
    await expect.element(field('Số điện thoại')).toHaveAccessibleDescription('Từ hồ sơ trước ngày 04/05/2026 của bạn. Hãy xem còn đúng không.')
    await expectAccessible(element)
    element.lang = 'en'
    await expect.element(page.getByLabelText('Telephone')).toHaveAccessibleDescription('From your earlier dossier of 04/05/2026. See whether it still holds.')
  })

  it('stays as typed and says nothing more once the person has changed it', async () => {
    const element = mountEform()
    element.prefill = readCard(CARD)
    await press('Bắt đầu')
    await name().fill('Nguyễn Văn Mẫu')
    await expect.element(name()).not.toHaveAttribute('aria-describedby')
    element.prefill = { source: 'population-database', claims: { fullName: 'NGUYỄN VĂN KHÁC', phone: '0912345678' } }
    await expect.element(field('Số điện thoại')).toHaveValue('0912345678')
    await expect.element(name()).toHaveValue('Nguyễn Văn Mẫu')
  })

  it('is forgotten when the person signs out', async () => {
    const element = mountEform({ portal: new FixturePortal() })
    element.prefill = { source: 'earlier-dossier', claims: { phone: '0912345678' } }
    await press('Bắt đầu')
    await expect.element(field('Số điện thoại')).toHaveValue('0912345678')
    await press('Đăng xuất')
    await expect.element(page.getByRole('button', { name: 'Đăng nhập để bắt đầu' })).toBeVisible()
    expect(element.prefill).toBeUndefined()
  })

  it('is locked by the identity provider alone, and names what was typed before', async () => {
    const element = mountEform()
    element.prefill = readCard(CARD)
    await press('Bắt đầu')
    await name().fill('Nguyen Van Mau')
    element.prefill = { source: 'identity-provider', claims: { fullName: 'Nguyễn Văn Mẫu', birthDate: '1958-03-02' } }
    await expect.element(name()).toHaveValue('Nguyễn Văn Mẫu')
    await expect.element(name()).toHaveAttribute('readonly')
    await expect.element(name()).toHaveAccessibleDescription('Lấy từ tài khoản định danh của bạn. Thay cho “Nguyen Van Mau” bạn đã nhập. Không sửa được ở đây.')
    await expectAccessible(element)
    expect(rootOf(element).querySelectorAll('input[readonly]')).toHaveLength(2)
  })

  it('fills in nothing from a code that is no card', () => {
    expect(prefillFromCardQr('https://example.vn/?a=1|2')).toEqual({ success: false, code: 'notIdentityCard' })
    expect(prefillFromCardQr(CARD.replace('|Nam|', '|Nữ|'))).toEqual({ success: false, code: 'contradictsNumber' })
  })
})

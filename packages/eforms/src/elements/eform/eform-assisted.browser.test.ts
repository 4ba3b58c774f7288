import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../define.ts'
import { phoneAddress } from '../../eform/own-phone.ts'
import { answerForSelf, expectAccessible, field, mountEform, press, rootOf } from '../../testing/harness.ts'
import { FixturePortal, memoryDrafts } from '../../testing/services.ts'

afterEach(() => {
  document.body.replaceChildren()
  history.replaceState(null, '', location.pathname + location.search)
  expect([sessionStorage.length, localStorage.length]).toEqual([0, 0])
})

const heading = (name: string) => expect.element(page.getByRole('heading', { name, level: 2 })).toBeVisible()

/** From the start to the first question of the applicant. */
async function guidedByOfficer(): Promise<void> {
  await press('Bắt đầu')
  await field('Cán bộ').click()
  await field('Hướng dẫn').click()
  await press('Tiếp tục')
}

describe('a helper at the counter', () => {
  it('says who helps and how, on a step of its own that the keyboard alone fills in, and it goes with the dossier beside the answers', async () => {
    const portal = new FixturePortal()
    const element = mountEform({ portal }, { assisted: '' })
    await press('Bắt đầu')
    await heading('Người hỗ trợ')
    await expect.element(page.getByText('người nộp hồ sơ vẫn là người yêu cầu', { exact: false })).toBeVisible()
    await expectAccessible(element)
    await userEvent.keyboard('{Tab}{ArrowDown}{Tab} {Enter}')
    await heading('Người yêu cầu')
    await field('Số điện thoại').fill('0912345678')
    await press('Quay lại')
    await expect.element(field('Tình nguyện viên thanh niên')).toBeChecked()
    await expect.element(field('Hướng dẫn')).toBeChecked()
    await press('Tiếp tục')
    await answerForSelf()
    await press('Tiếp tục')
    await field('Tôi cam đoan').click()
    await expectAccessible(element)
    await press('Nộp hồ sơ')
    await heading('Đã nộp hồ sơ')
    const [filed] = portal.submissions
    expect(filed?.submission.assistedBy).toEqual({ kind: 'youth-volunteer', mode: 'guided' })
    expect(Object.keys(filed?.submission.answers ?? {}).toSorted()).toEqual(['commune', 'count', 'forWhom', 'province', 'requester'])
    expect(filed?.submission.answers.requester).toMatchObject({ fullName: 'Nguyễn Văn Mẫu' })
  })

  it('who operates must say why; the reason is dropped with the mode that it was for', async () => {
    const portal = new FixturePortal()
    const element = mountEform({ portal }, { assisted: '' })
    await press('Bắt đầu')
    await press('Tiếp tục')
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('summary')
    expect([...rootOf(element).querySelectorAll('#summary a')].map((link) => link.textContent)).toEqual(['Bạn chưa trả lời mục “Ai đang hỗ trợ?”.', 'Bạn chưa trả lời mục “Hỗ trợ bằng cách nào?”.'])
    await expectAccessible(element)
    await field('Người thân').click()
    await expect.element(field('Vì sao phải thao tác thay?')).not.toBeInTheDocument()
    await field('Thao tác thay').click()
    await press('Tiếp tục')
    await page.getByRole('link', { name: /Vì sao phải thao tác thay/ }).click()
    await userEvent.keyboard('Người cao tuổi, mắt kém')
    await expectAccessible(element)
    await press('Tiếp tục')
    await heading('Người yêu cầu')
    await field('Số điện thoại').fill('0912345678')
    await answerForSelf()
    await press('Tiếp tục')
    await expect.element(page.getByText('Người cao tuổi, mắt kém')).toBeVisible()
    await page.getByRole('button', { name: 'Sửa: Hỗ trợ bằng cách nào?' }).click()
    await field('Hướng dẫn').click()
    await press('Tiếp tục')
    await heading('Kiểm tra lại câu trả lời')
    await expect.element(page.getByText('Người cao tuổi, mắt kém')).not.toBeInTheDocument()
    await field('Tôi cam đoan').click()
    await press('Nộp hồ sơ')
    await heading('Đã nộp hồ sơ')
    expect(portal.submissions[0]?.submission.assistedBy).toEqual({ kind: 'relative', mode: 'guided' })
  })

  it('stands on the check page after what the applicant says, never in place of it', async () => {
    const element = mountEform({ portal: new FixturePortal() }, { assisted: '' })
    await guidedByOfficer()
    await field('Số điện thoại').fill('0912345678')
    await answerForSelf()
    await press('Tiếp tục')
    await heading('Kiểm tra lại câu trả lời')
    expect([...rootOf(element).querySelectorAll('h3')].map((title) => title.textContent).slice(0, 4)).toEqual(['Người yêu cầu', 'Người được cấp bản sao', 'Bản sao', 'Người hỗ trợ'])
  })

  it('keeps what was said when the language is switched, and is understood in English', async () => {
    const element = mountEform({ portal: new FixturePortal() }, { assisted: '' })
    await press('Bắt đầu')
    await field('Cán bộ').click()
    element.lang = 'en'
    await heading('The helper')
    await expect.element(page.getByLabelText('An officer')).toBeChecked()
    await press('Continue')
    await expect.element(page.getByRole('link', { name: 'You have not answered “How do you help?”.' })).toBeVisible()
    element.lang = 'vi'
    await expect.element(page.getByRole('link', { name: 'Bạn chưa trả lời mục “Hỗ trợ bằng cách nào?”.' })).toBeVisible()
    await expect.element(field('Cán bộ')).toBeChecked()
  })

  it('is asked for once more for the next person, and nothing of either is on the machine', async () => {
    const drafts = memoryDrafts()
    const portal = new FixturePortal()
    mountEform({ portal, drafts }, { assisted: '' })
    await guidedByOfficer()
    await expect.element(field('Giữ bản nháp trên máy này')).not.toBeInTheDocument()
    await press('Xóa và bắt đầu lại cho người tiếp theo')
    await expect.element(page.getByText('Người yêu cầu đăng nhập bằng tài khoản của chính mình.', { exact: false })).toBeVisible()
    portal.signedIn = true
    await press('Đăng nhập để bắt đầu')
    await heading('Người hỗ trợ')
    await expect.element(field('Cán bộ')).not.toBeChecked()
    expect(drafts.kept.size).toBe(0)
  })

  it('is asked for as soon as the page says that there is one, and no more once there is none', async () => {
    const element = mountEform({ portal: new FixturePortal(), drafts: memoryDrafts() })
    await press('Bắt đầu')
    await heading('Người yêu cầu')
    element.assisted = true
    await press('Bắt đầu')
    await heading('Người hỗ trợ')
    element.assisted = false
    await press('Bắt đầu')
    await heading('Người yêu cầu')
    await expect.element(field('Giữ bản nháp trên máy này')).toBeVisible()
  })

  it('comes before all the questions where they stand on one page', async () => {
    mountEform({ portal: new FixturePortal() }, { assisted: '', layout: 'one-page' })
    await press('Bắt đầu')
    await heading('Người hỗ trợ')
    await expect.element(page.getByText('Bước 1 / 4')).toBeVisible()
    await field('Cán bộ').click()
    await field('Hướng dẫn').click()
    await press('Tiếp tục')
    await expect.element(field('Số điện thoại')).toBeVisible()
  })

  it('is asked nothing where nothing is sent: a hand-off has no place to record it', async () => {
    mountEform({}, { assisted: '' })
    await press('Bắt đầu')
    await heading('Người yêu cầu')
  })
})

describe('the way to one’s own phone', () => {
  const BUTTON = { name: 'Làm trên điện thoại của bạn' } as const

  it('is a code of the address of the page, on a shared machine and beside a helper, and says that no answer goes along', async () => {
    history.replaceState(null, '', `${location.pathname}${location.search}#nguyen-van-mau`)
    for (const attribute of ['shared', 'assisted']) {
      const element = mountEform({ portal: new FixturePortal() }, { [attribute]: '' })
      const button = page.getByRole('button', BUTTON)
      await expect.element(button).toHaveAttribute('aria-expanded', 'false')
      await button.click()
      await expect.element(button).toHaveAttribute('aria-expanded', 'true')
      await expect.element(page.getByText('Những gì đã khai không đi theo mã này.')).toBeVisible()
      await expect.element(page.getByRole('img', { name: 'Mã QR chứa địa chỉ trang, không chứa thông tin cá nhân' })).toBeVisible()
      await expect.element(page.getByText(location.origin + location.pathname, { exact: true })).toBeVisible()
      await expectAccessible(element)
      await button.click()
      await expect.element(page.getByText('Những gì đã khai không đi theo mã này.')).not.toBeInTheDocument()
      element.remove()
    }
  })

  it('leads to the page that the site names for phones', async () => {
    mountEform({}, { shared: '', 'phone-page': '/khai-sinh.html?p=12' })
    await page.getByRole('button', BUTTON).click()
    await expect.element(page.getByText(`${location.origin}/khai-sinh.html?p=12`, { exact: true })).toBeVisible()
  })

  it('is not offered on a machine of one’s own', async () => {
    mountEform({ portal: new FixturePortal() })
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    await expect.element(page.getByRole('button', BUTTON)).not.toBeInTheDocument()
  })

  it.each([
    ['nothing of this page’s query or fragment', '', 'https://xa.example/quay/', 'https://xa.example/quay/'],
    ['a page beside it', 'khai-sinh.html', 'https://xa.example/quay/1', 'https://xa.example/quay/khai-sinh.html'],
    ['a page elsewhere, as it is written', 'https://xa.example/ks?x=1', 'https://quay.xa.example/', 'https://xa.example/ks?x=1'],
    ['no address of the web: this page', 'javascript:alert(1)', 'https://xa.example/quay', 'https://xa.example/quay'],
    ['no address at all: this page', 'https://[', 'https://xa.example/quay', 'https://xa.example/quay'],
  ])('%s', (_name, named, here, address) => {
    expect(phoneAddress(named, `${here}?ticket=secret&hoTen=Mau#code=abc`)).toBe(address)
  })
})

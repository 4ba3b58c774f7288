import type { Signing, SigningRequest } from '@motcua/portal-client/signing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { expectAccessible, press } from '../../testing/harness.ts'
import { rootOf } from '../../testing/root-of.ts'
import { FIXTURE_CODE, FixturePortal, fixtureServices } from '../../testing/services.ts'
import { FixtureSigning, fixtureSigning, requestOf } from '../../testing/signing.ts'
import { violations } from '../../testing/strict-policy.ts'
import './define.ts'
import type { MotcuaSign, SigningEndDetail } from './sign.ts'

const ends: SigningEndDetail[] = []
const heard = (event: Event): void => { if (event instanceof CustomEvent) ends.push(event.detail) }
beforeEach(() => {
  violations.length = ends.length = 0
  document.addEventListener('motcua-signing-end', heard)
})
afterEach(() => {
  document.removeEventListener('motcua-signing-end', heard)
  document.body.replaceChildren()
  vi.restoreAllMocks()
  expect(violations).toEqual([])
})

async function mount(change: Partial<Signing> = {}, attributes: Record<string, string> = {}, prepare: (signing: FixtureSigning) => void = () => undefined): Promise<{ element: MotcuaSign; signing: FixtureSigning }> {
  const signing = new FixtureSigning(await fixtureSigning(change))
  prepare(signing)
  return { element: place(signing, attributes), signing }
}
function place(signing: FixtureSigning, attributes: Record<string, string> = {}, portal = new FixturePortal()): MotcuaSign {
  const element = Object.assign(document.createElement('motcua-sign'), { services: { ...fixtureServices({ portal }), signing } })
  for (const [name, value] of Object.entries({ dossier: FIXTURE_CODE, ...attributes })) element.setAttribute(name, value)
  element.append(Object.assign(document.createElement('p'), { textContent: 'Hãy liên hệ bộ phận một cửa.' }))
  document.body.append(element)
  return element
}
const confirmButton = () => page.getByRole('button', { name: /^(Phê duyệt và ký số|Phát hành kết quả)$/ })
const state = (text: string | RegExp) => expect.element(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()
const ready = () => expect.element(page.getByRole('link', { name: 'Mở đúng tệp này để xem (thẻ mới)' })).toBeVisible()

describe('before anything is signed', () => {
  it('shows exactly what would be signed and with what, and opens the very bytes', async () => {
    const { element, signing } = await mount()
    await ready()
    for (const text of [FIXTURE_CODE, 'Cấp bản sao trích lục (thử) (9.000635)', 'Ủy ban nhân dân xã Mỹ Thuận', 'du-thao-ket-qua.pdf', '47 kB', 'Nguyễn Văn Lãnh CCCD:*********459', 'UBND xã Mỹ Thuận', 'Nơi cấp thử (TEST)', '00:00 01/01/2028']) {
      await expect.element(page.getByText(text, { exact: true }).first()).toBeInTheDocument()
    }
    const { sha256 } = signing.signing.file ?? {}
    await expect.element(page.getByText(`${sha256?.slice(0, 16)}…`)).toBeVisible()
    await page.getByText('Xem đủ mã băm của du-thao-ket-qua.pdf').click()
    await expect.element(page.getByText(sha256 ?? '', { exact: true })).toBeVisible()
    const link = rootOf(element).querySelector<HTMLAnchorElement>('[part="open-file"]')
    expect(link?.href).toMatch(/^blob:/)
    await expectAccessible(element)
    element.lang = 'en'
    await expect.element(page.getByText('Nothing has been signed.', { exact: false })).toBeVisible()
    await expectAccessible(element)
    expect(signing.begun).toEqual([])
  })

  it('shows approval, signature and issue as evidence of their own', async () => {
    const { element } = await mount()
    await ready()
    const evidence = (): string[] => [...rootOf(element).querySelectorAll('[part="evidence"] .row')].map((row) => row.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '')
    expect(evidence()).toEqual(['Phê duyệt nội dungĐến lượt bạn', 'Ký sốĐến lượt bạn', 'Phát hànhChưa có'])
  })

  it('cannot be pressed unless the bytes came and had the hash', async () => {
    const { signing } = await mount({}, {}, (fixture) => { fixture.bytes = new TextEncoder().encode('another file') })
    await expect.element(page.getByText(/^Tệp tải về không khớp mã băm/)).toBeVisible()
    await expect.element(confirmButton()).toHaveAttribute('aria-disabled', 'true')
    await confirmButton().click({ force: true })
    expect(signing.begun).toEqual([])
    expect(page.getByRole('link').elements()).toHaveLength(0)
  })

  it.each([
    ['expired', 'Chứng thư số đã hết hạn. Hãy gia hạn hoặc dùng chứng thư số khác.'], ['not-entitled', 'Chứng thư số này không nằm trong danh sách được ký cho cơ quan giải quyết hồ sơ.'],
  ] as const)('says that a certificate is %s, and does not go on', async (objection, words) => {
    const { certificate } = await fixtureSigning()
    if (!certificate) throw new TypeError('no certificate')
    const { element, signing } = await mount({ certificate: { ...certificate, objections: [objection] } })
    await ready()
    await expect.element(page.getByRole('alert').getByText(words)).toBeVisible()
    await expect.element(confirmButton()).toHaveAttribute('aria-disabled', 'true')
    await confirmButton().click({ force: true })
    expect(signing.begun).toEqual([])
    await expectAccessible(element)
  })

  it.each([
    ['no-file', 'sign', /^Hồ sơ chưa có dự thảo/], ['done', null, 'Kết quả này đã đủ chữ ký.'], ['act-not-yours', 'issue', /^Đang chờ văn thư phát hành/], ['act-not-yours', 'sign', /^Đang chờ người có thẩm quyền ký/],
    ['no-key', 'sign', /chưa được gắn với khóa ký số/], ['service-unavailable', 'sign', /^Dịch vụ ký số chưa trả lời/], ['dossier-closed', 'sign', /không ở giai đoạn xử lý/],
  ] as const)('says why not, and offers nothing to press: %s, %s', async (hindrance, next, words) => {
    const { element } = await mount({ hindrance, next })
    await expect.element(page.getByText(words)).toBeVisible()
    expect(confirmButton().elements()).toHaveLength(0)
    await expectAccessible(element)
  })

  it('does not sign another file than the page asks for', async () => {
    await mount({}, { file: 'f-other' })
    await expect.element(page.getByText(/^Tệp đang chờ ký không phải tệp/)).toBeVisible()
    expect(confirmButton().elements()).toHaveLength(0)
  })

  it.each(['', 'a b', '../x'])('leaves the page’s own words and says what is missing when the dossier is “%s”', async (dossier) => {
    place(new FixtureSigning(await fixtureSigning()), { dossier })
    await expect.element(page.getByRole('alert').getByText(/^Chưa biết phải ký kết quả của hồ sơ nào/)).toBeVisible()
    await expect.element(page.getByText('Hãy liên hệ bộ phận một cửa.')).toBeVisible()
  })

  it('asks to sign in first', async () => {
    place(new FixtureSigning(await fixtureSigning()), {}, new FixturePortal({ signedIn: false }))
    await expect.element(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
  })

  it('begins once the page has named the dossier', async () => {
    const { element } = await mount({}, { dossier: '' })
    await expect.element(page.getByText(/^Chưa biết phải ký kết quả/)).toBeVisible()
    element.dossier = FIXTURE_CODE
    await ready()
  })

  it('fetches the file again that did not come', async () => {
    const { signing } = await mount({}, {}, (fixture) => { fixture.file = async () => { throw new TypeError('network') } })
    await expect.element(page.getByText(/^Chưa tải được tệp để xem/)).toBeVisible()
    signing.file = async () => signing.bytes
    await press('Tải lại')
    await ready()
  })

  it('keeps no bytes of a file that comes when the element has gone', async () => {
    const made = vi.spyOn(URL, 'createObjectURL')
    let come: () => void = () => undefined
    const { element } = await mount({}, {}, (fixture) => { const look = fixture.look.bind(fixture); fixture.look = async () => { await new Promise<void>((resolve) => { come = resolve }); return look() } })
    await expect.element(page.getByText('Đang tải tệp và chứng thư số…')).toBeVisible()
    element.remove()
    await Promise.resolve()
    come()
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    expect(made).not.toHaveBeenCalled()
  })

  it('can be loaded again after a lost connection', async () => {
    const { signing, element } = await mount({}, {}, (fixture) => { fixture.lost = 'look' })
    await expect.element(page.getByRole('alert').getByText(/^Chưa tải được thông tin để ký/)).toBeVisible()
    await expectAccessible(element)
    signing.lost = 'nothing'
    await press('Tải lại')
    await ready()
    // The button that was pressed is gone.
    await expect.poll(() => element.shadowRoot?.activeElement?.id).toBe('heading')
  })
})

describe('signing', () => {
  it('waits for the person’s device with the time that is left, records, and goes on to the issue', async () => {
    const { element, signing } = await mount()
    await ready()
    await press('Phê duyệt và ký số')
    await state('Đang chờ bạn xác nhận trên thiết bị ký số.')
    expect(rootOf(element).activeElement?.id).toBe('sign-state')
    await expect.element(page.getByRole('progressbar', { name: 'Thời gian còn lại để xác nhận' })).toBeVisible()
    await expect.element(page.getByText(/^Còn 3 phút \d+ giây$/)).toBeVisible()
    await expectAccessible(element)
    signing.outcome = 'recorded'
    await state('Đã phê duyệt và ký. Chữ ký đã được kiểm tra và ghi vào hồ sơ.')
    await expect.element(page.getByText(/^Nguyễn Văn Lãnh, lúc/).first()).toBeVisible()
    expect(signing.begun).toHaveLength(1)
    expect(ends).toEqual([{ act: 'sign', outcome: 'recorded', fileId: 'f-1', sha256: signing.signing.file?.sha256 }])
    signing.outcome = 'waiting'
    await press('Phát hành kết quả')
    await state('Đang chờ bạn xác nhận trên thiết bị ký số.')
    signing.outcome = 'recorded'
    await state('Đã phát hành.')
    await expect.element(page.getByText('Kết quả này đã đủ chữ ký.')).toBeVisible()
    await expectAccessible(element)
  })

  it('makes one request, however often it is pressed', async () => {
    const { signing } = await mount()
    await ready()
    const button = confirmButton().element()
    if (!(button instanceof HTMLElement)) throw new TypeError('no button')
    button.click()
    button.click()
    await state('Đang chờ bạn xác nhận trên thiết bị ký số.')
    expect(signing.begun).toHaveLength(1)
  })

  it('goes on to the issue when the request was on record at once', async () => {
    const { signing } = await mount()
    await ready()
    signing.begin = async () => { signing.outcome = 'recorded'; return signing.check() }
    await press('Phê duyệt và ký số')
    await expect.element(page.getByRole('button', { name: 'Phát hành kết quả' })).toBeVisible()
  })

  it('goes on after a reload where it was, and makes no second request', async () => {
    const first = await mount()
    await ready()
    await press('Phê duyệt và ký số')
    await state('Đang chờ bạn xác nhận trên thiết bị ký số.')
    first.element.remove()
    place(first.signing)
    await state('Đang chờ bạn xác nhận trên thiết bị ký số.')
    expect(confirmButton().elements()).toHaveLength(0)
    first.signing.besides = { number: 2 }
    await state('Yêu cầu ở đó ghi “lần 2”.')
    first.signing.besides = { number: 2, confirmedInstead: 1 }
    await state('Bạn đã xác nhận yêu cầu “lần 1”, là yêu cầu đã hủy: chữ ký đó không được dùng. Hãy xác nhận yêu cầu “lần 2” trên thiết bị ký số.')
    first.signing.outcome = 'recorded'
    await state('Đã phê duyệt và ký.')
    expect(first.signing.begun).toHaveLength(1)
  })

  it('asks the gateway when it is not known whether the request was made, and repeats it with the same key', async () => {
    const { signing } = await mount()
    await ready()
    signing.lost = 'begin'
    await press('Phê duyệt và ký số')
    await expect.element(page.getByText('Chưa gửi được yêu cầu ký.')).toBeVisible()
    signing.lost = 'begin-after'
    await press('Phê duyệt và ký số')
    await state('Đang chờ bạn xác nhận trên thiết bị ký số.')
    expect(signing.begun).toHaveLength(1)
  })

  it('asks for the issue with a key of its own when the signature went on record though its answer was lost', async () => {
    const { signing } = await mount()
    await ready()
    const begin = signing.begin.bind(signing)
    signing.begin = async (...order) => {
      Object.assign(signing, { begin, outcome: 'recorded' })
      await begin(...order)
      await signing.check()
      throw new TypeError('network')
    }
    await press('Phê duyệt và ký số')
    await expect.element(page.getByRole('button', { name: 'Phát hành kết quả' })).toBeVisible()
    await press('Phát hành kết quả')
    await expect.element(page.getByText('Kết quả này đã đủ chữ ký.')).toBeVisible()
    expect(new Set(signing.begun.map(({ key }) => key)).size).toBe(2)
  })

  it('can be cancelled, and an answer that was on its way changes nothing', async () => {
    const { element, signing } = await mount()
    await ready()
    await press('Phê duyệt và ký số')
    await press('Hủy lần ký này')
    await state(/^Đã hủy\. Chưa có gì được ký/)
    signing.outcome = 'recorded'
    await new Promise((resolve) => { setTimeout(resolve, 150) })
    await state(/^Đã hủy\. Chưa có gì được ký/)
    expect(ends.map(({ outcome }) => outcome)).toEqual(['cancelled'])
    await expectAccessible(element)
    await press('Xem lại và ký lại')
    await expect.element(confirmButton()).toBeVisible()
  })

  it('stays with what would be signed when an answer about the cancelled request comes after the person went back', async () => {
    const { signing } = await mount()
    await ready()
    let answer: (request: SigningRequest) => void = () => undefined
    const asked = vi.spyOn(signing, 'check').mockImplementation(() => new Promise((resolve) => { answer = resolve }))
    await press('Phê duyệt và ký số')
    await expect.poll(() => asked.mock.calls.length).toBe(1)
    await press('Hủy lần ký này')
    await press('Xem lại và ký lại')
    await expect.element(confirmButton()).toBeVisible()
    answer(requestOf(signing.signing, 'waiting'))
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    await expect.element(confirmButton()).toBeVisible()
    expect(page.getByRole('button', { name: 'Hủy lần ký này' }).elements()).toHaveLength(0)
  })

  it('says recorded when cancelling came too late', async () => {
    const { signing } = await mount()
    await ready()
    await press('Phê duyệt và ký số')
    await state('Đang chờ bạn xác nhận trên thiết bị ký số.')
    signing.check = () => new Promise(() => undefined)
    signing.outcome = 'recorded'
    await press('Hủy lần ký này')
    await state('Đã phê duyệt và ký.')
  })

  it.each([
    ['refused', undefined, /^Bạn đã từ chối trên thiết bị/], ['expired', undefined, /^Đã hết thời gian xác nhận/], ['changed', 'dossier-changed', /^Tệp hoặc hồ sơ đã thay đổi/],
    ['failed', 'signature-mismatch', /không khớp với chứng thư số/], ['failed', 'not-verified', /không qua được kiểm tra/], ['failed', 'service-failed', /^Dịch vụ ký số không nhận/], ['failed', undefined, /^Lần ký này không thành/],
  ] as const)('says that nothing was recorded when it ends as %s (%s)', async (outcome, failure, words) => {
    const { element, signing } = await mount()
    await ready()
    Object.assign(signing, { outcome, failure })
    await press('Phê duyệt và ký số')
    await state(words)
    expect(ends.map((end) => end.outcome)).toEqual([outcome])
    await expectAccessible(element)
  })

  it('keeps asking while the connection is lost, and says that nobody need sign again', async () => {
    const { signing } = await mount()
    await ready()
    signing.lost = 'check'
    await press('Phê duyệt và ký số')
    await expect.element(page.getByText(/bạn không phải ký thêm lần nữa/)).toBeVisible()
    Object.assign(signing, { lost: 'nothing', outcome: 'recorded' })
    await state('Đã phê duyệt và ký.')
  })

  it('shows that somebody else is signing, without a way to end it', async () => {
    const signing = await fixtureSigning()
    const { element } = await mount({ request: { ...requestOf(signing, 'waiting'), mine: false } }, {}, (fixture) => { fixture.check = async () => ({ ...requestOf(signing, 'waiting'), mine: false }) })
    await state('Một người khác đang ký kết quả này.')
    expect(page.getByRole('button').elements()).toHaveLength(0)
    await expectAccessible(element)
  })

  it('tells the reasons of the gateway when what was shown has changed', async () => {
    const { signing } = await mount()
    await ready()
    signing.begin = async () => { throw Object.assign(new Error('refused'), { problem: { type: 'urn:motcua:problem:signing-changed', title: 'Đã thay đổi.', status: 409, correlationId: 'c-1', reasons: [{ code: 'file-changed', message: 'Tệp kết quả không còn là tệp bạn vừa xem.' }] } }) }
    await press('Phê duyệt và ký số')
    await expect.element(page.getByRole('alert').getByText('Tệp kết quả không còn là tệp bạn vừa xem.')).toBeVisible()
    await expect.element(page.getByText('Mã hỗ trợ: c-1')).toBeVisible()
  })
})

import { PortalProblemError, PortalSessionExpiredError } from '@motcua/portal-client'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import { FixtureFeedback, FIXTURE_FEEDBACK, FIXTURE_RATING } from '../../testing/feedback.ts'
import { expectAccessible, press } from '../../testing/harness.ts'
import { FIXTURE_CODE, FixturePortal, fixtureServices } from '../../testing/services.ts'
import type { MotcuaFeedback } from './feedback.ts'

afterEach(() => { document.body.replaceChildren() })

function mount(attributes: Record<string, string> = { commune: '30838' }, { calls = new FixtureFeedback(), signedIn = true } = {}) {
  const portal = new FixturePortal({ signedIn })
  const element = document.createElement('motcua-feedback') as MotcuaFeedback
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  Object.assign(element, { services: { ...fixtureServices({ portal }), feedback: calls } })
  const told: Array<[string, unknown]> = []
  for (const type of ['motcua-rated', 'motcua-feedback-sent']) element.addEventListener(type, (event) => { told.push([type, (event as CustomEvent).detail]) })
  document.body.append(element)
  return { element, calls, told, portal }
}
const refusal = (name: string, status = 409) => new PortalProblemError({ type: `urn:motcua:problem:${name}`, title: 'Đã hết thời gian đánh giá hồ sơ này.', status, correlationId: 'c0ffee' })
const active = (element: MotcuaFeedback) => element.shadowRoot?.activeElement

describe('a rating', () => {
  it('that could not be loaded is loaded again, and keeps focus though its button goes', async () => {
    const calls = new FixtureFeedback()
    calls.failNext = new TypeError('network')
    const { element } = mount({ dossier: FIXTURE_CODE }, { calls })
    await press('Thử lại')
    await expect.poll(() => active(element)?.id).toBe('rating')
    await expect.element(page.getByLabelText('Hài lòng', { exact: true })).toBeVisible()
  })

  it('is asked for by the operator’s scale, sent once, and can be changed', async () => {
    const { element, calls, told } = mount({ dossier: FIXTURE_CODE })
    await expect.element(page.getByRole('group', { name: 'Bạn thấy việc giải quyết hồ sơ này thế nào?' })).toBeVisible()
    expect(page.getByRole('radio').elements().map((radio) => (radio as HTMLInputElement).value)).toEqual(['very-satisfied', 'satisfied', 'neutral', 'dissatisfied'])
    await expect.element(page.getByText('chưa tìm thấy văn bản nào quy định mức chung', { exact: false })).toBeVisible()
    await page.getByLabelText('Hài lòng', { exact: true }).click()
    await page.getByLabelText('Thái độ phục vụ').click()
    await page.getByLabelText(/Bạn muốn nói thêm gì/).fill('Nhanh, gọn\u0323')
    await press('Gửi đánh giá')
    await expect.element(page.getByText('Đã ghi đánh giá của bạn. Cảm ơn bạn.')).toBeVisible()
    expect(calls.rated[0]?.rating).toEqual({ level: 'satisfied', reasons: ['attitude'], comment: 'Nhanh, gọṇ'.normalize('NFC') })
    expect(told).toEqual([['motcua-rated', {}]])
    expect(active(element)?.id).toBe('rated')
    await page.getByLabelText('Bình thường').click()
    await press('Sửa đánh giá')
    await expect.poll(() => calls.rated.length).toBe(2)
    expect(calls.rated[1]?.key).not.toBe(calls.rated[0]?.key)
    await expectAccessible(element)
  })

  it('says what is missing and brings the person there', async () => {
    const { element, calls } = mount({ dossier: FIXTURE_CODE })
    await press('Gửi đánh giá')
    await expect.element(page.getByText('Lỗi: Hãy chọn một mức.')).toBeVisible()
    expect([active(element)?.id, calls.rated]).toEqual(['level-0', []])
    await expectAccessible(element)
  })

  it('says how much too long the words are, and sends nothing', async () => {
    const calls = new FixtureFeedback()
    calls.rating_ = { ...FIXTURE_RATING, maxLength: 20 }
    const { element } = mount({ dossier: FIXTURE_CODE }, { calls })
    await page.getByLabelText('Hài lòng', { exact: true }).click()
    await page.getByLabelText(/Bạn muốn nói thêm gì/).fill('ạ'.repeat(21))
    await press('Gửi đánh giá')
    await expect.element(page.getByText('Lỗi: Hãy viết ngắn lại: nhiều nhất 20 ký tự, đang có 21.')).toBeVisible()
    expect([active(element)?.id, calls.rated]).toEqual(['comment', []])
    await expectAccessible(element)
  })

  it('keeps its words in sight when the session has ended', async () => {
    const { calls, portal } = mount({ dossier: FIXTURE_CODE })
    await page.getByLabelText('Hài lòng', { exact: true }).click()
    await page.getByLabelText(/Bạn muốn nói thêm gì/).fill('Nhanh gọn.')
    calls.failNext = new PortalSessionExpiredError('ended')
    portal.signedIn = false
    await press('Gửi đánh giá')
    await expect.element(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
    await expect.element(page.getByLabelText(/Bạn muốn nói thêm gì/)).toHaveValue('Nhanh gọn.')
  })

  it.each([
    ['has not ended', { isOpen: false, openUntil: null }, 'Bạn đánh giá được khi hồ sơ này kết thúc.'],
    ['ended long ago', { isOpen: false }, 'Đã hết thời gian đánh giá hồ sơ này.'],
  ])('is not asked for of a dossier that %s', async (_case, change, text) => {
    const calls = new FixtureFeedback()
    calls.rating_ = { ...FIXTURE_RATING, ...change }
    mount({ dossier: FIXTURE_CODE }, { calls })
    await expect.element(page.getByText(text)).toBeVisible()
    expect(page.getByRole('button', { name: 'Gửi đánh giá' }).elements()).toHaveLength(0)
  })

  it('keeps what was chosen when the gateway refuses, and quotes why', async () => {
    const { element, calls } = mount({ dossier: FIXTURE_CODE })
    await page.getByLabelText('Hài lòng', { exact: true }).click()
    calls.failNext = refusal('rating-closed')
    await press('Gửi đánh giá')
    await expect.poll(() => page.getByRole('alert').element().textContent).toContain('Chưa làm được việc này: Đã hết thời gian đánh giá hồ sơ này.')
    expect((page.getByLabelText('Hài lòng', { exact: true }).element() as HTMLInputElement).checked).toBe(true)
    await expectAccessible(element)
  })
})

describe('a complaint or suggestion', () => {
  it('is sent to the commune of the page, and gives a code to keep', async () => {
    const { element, calls, told } = mount()
    await press('Gửi phản ánh, kiến nghị mới')
    await page.getByLabelText(/^Kiến nghị/).click()
    await page.getByLabelText('Nội dung').fill('  Mở quầy lúc bảy giờ sáng.  ')
    await press('Gửi')
    await expect.element(page.getByText(FIXTURE_FEEDBACK.code).first()).toBeVisible()
    expect(calls.sent[0]?.feedback).toEqual({ kind: 'suggestion', words: 'Mở quầy lúc bảy giờ sáng.', commune: '30838' })
    expect(told).toEqual([['motcua-feedback-sent', { kind: 'suggestion' }]])
    expect(active(element)?.id).toBe('sent')
    await expect.element(page.getByText('14/12/2026', { exact: false })).toBeVisible()
    await expectAccessible(element)
  })

  it('about a dossier goes where the dossier is', async () => {
    const { calls } = mount({ dossier: FIXTURE_CODE })
    await press('Gửi phản ánh, kiến nghị mới')
    await expect.element(page.getByText(`Về hồ sơ ${FIXTURE_CODE}`)).toBeVisible()
    await page.getByLabelText(/^Phản ánh/).click()
    await page.getByLabelText('Nội dung').fill('Cán bộ hẹn rồi không có mặt.')
    await press('Gửi')
    await expect.poll(() => calls.sent.map(({ feedback }) => feedback)).toEqual([{ kind: 'complaint', words: 'Cán bộ hẹn rồi không có mặt.', dossier: FIXTURE_CODE }])
  })

  it('names every mistake and leads to it', async () => {
    const { element, calls } = mount()
    await press('Gửi phản ánh, kiến nghị mới')
    await page.getByLabelText('Nội dung').fill('ạ'.repeat(201))
    await press('Gửi')
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(active(element)?.id).toBe('summary')
    await page.getByRole('link', { name: 'Hãy viết ngắn lại: nhiều nhất 200 ký tự, đang có 201.' }).click()
    expect(active(element)?.id).toBe('words')
    await page.getByRole('link', { name: 'Hãy chọn phản ánh hay kiến nghị.' }).click()
    expect([active(element)?.id, calls.sent]).toEqual(['kind-0', []])
    await expectAccessible(element)
  })

  it('whose outcome is unknown is sent again with the same key, and loses no word', async () => {
    const { element, calls } = mount()
    await press('Gửi phản ánh, kiến nghị mới')
    await page.getByLabelText(/^Phản ánh/).click()
    await page.getByLabelText('Nội dung').fill('Loa gọi số quá nhỏ.')
    calls.failNext = new TypeError('network')
    await press('Gửi')
    await expect.poll(() => page.getByRole('alert').element().textContent).toContain('sẽ không bị gửi hai lần')
    expect(active(element)?.id).toBe('problem')
    await press('Gửi')
    await expect.poll(() => calls.sent.length).toBe(2)
    expect(calls.sent[0]).toEqual(calls.sent[1])
    await expect.element(page.getByText('Đã gửi. Hãy giữ mã này để theo dõi:')).toBeVisible()
    calls.failNext = new PortalSessionExpiredError('ended')
    await press('Cập nhật')
    await expect.poll(() => page.getByRole('alert').element().textContent).toContain('hãy chép lại trước khi đăng nhập lại')
  })

  it('stays in sight with every word when the session has ended, below the way to sign in', async () => {
    const { element, calls, portal } = mount()
    await press('Gửi phản ánh, kiến nghị mới')
    await page.getByLabelText(/^Phản ánh/).click()
    await page.getByLabelText('Nội dung').fill('Loa gọi số quá nhỏ.')
    calls.failNext = new PortalSessionExpiredError('ended')
    portal.signedIn = false
    await press('Gửi')
    await expect.poll(() => page.getByRole('alert').element().textContent).toContain('hãy chép lại trước khi đăng nhập lại')
    await expect.element(page.getByLabelText('Nội dung')).toHaveValue('Loa gọi số quá nhỏ.')
    await expect.element(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
    await expectAccessible(element)
  })

  it('is followed: what the office asks is answered, and it can be taken back', async () => {
    const { element, calls } = mount()
    await press(`Xem ${FIXTURE_FEEDBACK.code}`)
    await expect.element(page.getByText('Bạn đến hôm nào?')).toBeVisible()
    await press('Gửi phần nói thêm')
    await expect.element(page.getByRole('link', { name: 'Hãy viết điều cơ quan hỏi.' })).toBeVisible()
    await page.getByLabelText('Nói thêm điều cơ quan hỏi').fill('Sáng thứ Hai.')
    await press('Gửi phần nói thêm')
    await expect.element(page.getByText('Đang xử lý')).toBeVisible()
    expect(active(element)?.id).toBe('feedback-state')
    await press('Rút lại')
    await press('Rút lại phản ánh, kiến nghị này')
    await expect.element(page.getByText('Bạn đã rút lại')).toBeVisible()
    expect(calls.item?.acts.map(({ kind }) => kind)).toEqual(['sent', 'ask', 'supply', 'withdraw'])
    await press('Về danh sách')
    await expect.element(page.getByRole('heading', { name: 'Những gì tôi đã gửi' })).toBeVisible()
    await expectAccessible(element)
  })

  it('is opened, and sent, while the list is still on its way, and what comes late changes nothing', async () => {
    const { calls } = mount()
    await expect.element(page.getByRole('button', { name: `Xem ${FIXTURE_FEEDBACK.code}` })).toBeVisible()
    const late: Array<() => void> = []
    const answer = await calls.list()
    calls.list = () => new Promise((resolve) => { late.push(() => { resolve(answer) }) })
    await press('Cập nhật')
    await press(`Xem ${FIXTURE_FEEDBACK.code}`)
    await expect.element(page.getByText('Bạn đến hôm nào?')).toBeVisible()
    await press('Về danh sách')
    await press('Gửi phản ánh, kiến nghị mới')
    await page.getByLabelText(/^Phản ánh/).click()
    await page.getByLabelText('Nội dung').fill('Loa gọi số quá nhỏ.')
    await press('Gửi')
    await expect.element(page.getByText('Đã gửi. Hãy giữ mã này để theo dõi:')).toBeVisible()
    for (const come of late) come()
    await new Promise((resolve) => { setTimeout(resolve) })
    expect([late.length, calls.sent.length]).toEqual([2, 1])
    await expect.element(page.getByText('Đã gửi. Hãy giữ mã này để theo dõi:')).toBeVisible()
  })

  it('may be as short as the gateway says', async () => {
    const calls = new FixtureFeedback()
    const answer = await calls.list()
    calls.list = async () => ({ ...answer, minLength: 30 })
    mount(undefined, { calls })
    await expect.element(page.getByRole('button', { name: `Xem ${FIXTURE_FEEDBACK.code}` })).toBeVisible()
    await press('Gửi phản ánh, kiến nghị mới')
    await expect.element(page.getByText('Viết từ 30 đến 200 ký tự.', { exact: false })).toBeVisible()
    await page.getByLabelText(/^Phản ánh/).click()
    await page.getByLabelText('Nội dung').fill('Loa gọi số quá nhỏ.')
    await press('Gửi')
    await expect.element(page.getByRole('link', { name: 'Hãy viết ít nhất 30 ký tự.' })).toBeVisible()
    expect(calls.sent).toEqual([])
  })

  it('of a newer gateway is told in general words, not by its code', async () => {
    const calls = new FixtureFeedback()
    const [first] = FIXTURE_FEEDBACK.acts
    calls.item = JSON.parse(JSON.stringify({ ...FIXTURE_FEEDBACK, kind: 'praise', state: 'passed-on', acts: [{ ...first, kind: 'pass-on' }] }))
    const { element } = mount(undefined, { calls })
    await expect.poll(() => element.shadowRoot?.textContent).toContain('Có thay đổi mới; hãy hỏi nơi nhận để biết rõ')
    await press(`Xem ${FIXTURE_FEEDBACK.code}`)
    await expect.element(page.getByText('Có thêm một bước')).toBeVisible()
    expect(element.shadowRoot?.textContent).not.toMatch(/praise|pass-on|passed-on/)
  })

  it('shows what officers and people wrote as text, never as markup', async () => {
    const calls = new FixtureFeedback()
    const [first] = FIXTURE_FEEDBACK.acts
    if (!first) throw new Error('The fixture has an act.')
    calls.item = { ...FIXTURE_FEEDBACK, acts: [{ ...first, words: '<img src=x onerror=alert(1)>\n<b>hai</b>' }] }
    const { element } = mount(undefined, { calls })
    await press(`Xem ${FIXTURE_FEEDBACK.code}`)
    await expect.element(page.getByText('<b>hai</b>', { exact: false })).toBeVisible()
    expect(element.shadowRoot?.querySelectorAll('.said *')).toHaveLength(0)
  })
})

describe('the element', () => {
  it.each(['', '3083', 'my-thuan'])('says that “%s” is no commune, and still lists what was sent', async (commune) => {
    const { element } = mount({ commune })
    await expect.element(page.getByText(commune ? `Mã xã, phường, đặc khu “${commune}” không đúng` : 'cần ghi thuộc tính “commune”', { exact: false })).toBeVisible()
    await expect.element(page.getByRole('button', { name: `Xem ${FIXTURE_FEEDBACK.code}` })).toBeVisible()
    expect(page.getByRole('button', { name: 'Gửi phản ánh, kiến nghị mới' }).elements()).toHaveLength(0)
    await expectAccessible(element)
  })

  it('asks to sign in first', async () => {
    mount(undefined, { signedIn: false })
    await expect.element(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
  })

  it('tries again what could not be loaded', async () => {
    const calls = new FixtureFeedback()
    calls.item = undefined
    calls.failNext = new TypeError('network')
    const { element } = mount(undefined, { calls })
    await expect.poll(() => page.getByRole('alert').element().textContent).toContain('Chưa tải được')
    await press('Cập nhật')
    await expect.element(page.getByText('Bạn chưa gửi phản ánh, kiến nghị nào.')).toBeVisible()
    await expectAccessible(element)
  })

  it('changes its language without losing a word', async () => {
    const { element } = mount()
    await press('Gửi phản ánh, kiến nghị mới')
    await page.getByLabelText('Nội dung').fill('Đang viết dở')
    element.lang = 'en'
    await expect.element(page.getByLabelText('What you want to say')).toHaveValue('Đang viết dở')
    await expectAccessible(element)
  })

  it('asks for the dossier it was given while the one before was still on its way', async () => {
    const { element } = mount({ dossier: 'H00.01-261101-0001' })
    await element.updateComplete
    element.dossier = FIXTURE_CODE
    await expect.element(page.getByRole('heading', { name: `Đánh giá việc giải quyết hồ sơ ${FIXTURE_CODE}` })).toBeVisible()
  })

  it('starts again for another dossier', async () => {
    const { element } = mount()
    await expect.element(page.getByRole('heading', { name: 'Những gì tôi đã gửi' })).toBeVisible()
    element.dossier = FIXTURE_CODE
    await expect.element(page.getByRole('heading', { name: `Đánh giá việc giải quyết hồ sơ ${FIXTURE_CODE}` })).toBeVisible()
  })
})

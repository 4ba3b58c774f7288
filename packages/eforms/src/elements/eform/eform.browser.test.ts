import { violations } from '../../testing/strict-policy.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { JsonObject } from '@motcua/core/json'
import type { FormDefinition } from '@motcua/schemas/definition'
import '../../define.ts'
import { fixtureDefinition } from '../../testing/definition.ts'
import { answerForChild, chooseCommune, expectAccessible, field, fileForSelf, fillForSelf, fillRequester, mountEform, press, rootOf } from '../../testing/harness.ts'
import { FIXTURE_CODE, FIXTURE_DOSSIER, FixturePortal, memoryDrafts } from '../../testing/services.ts'

beforeEach(() => { violations.length = 0 })
afterEach(() => {
  document.body.replaceChildren()
  sessionStorage.clear()
  expect(violations).toEqual([])
})

function allowAnswer(definition: FormDefinition, name: string, schema: JsonObject): void {
  if (typeof definition.schema === 'object') definition.schema.properties = { ...definition.schema.properties as JsonObject, [name]: schema }
}

const step = (text: string) => expect.element(page.getByText(text, { exact: true }), { timeout: 5000 }).toBeVisible()
const activeId = (element: Element) => expect.poll(() => rootOf(element).activeElement?.id)

describe('the policy of these tests', () => {
  it('bites: an inline style and markup from a string are refused', async () => {
    const element = document.createElement('p')
    document.body.append(element)
    element.setAttribute('style', 'color: red')
    expect(() => { element.innerHTML = '<b>x</b>' }).toThrow(TypeError)
    await expect.poll(() => violations.length).toBe(2)
    violations.length = 0
  })
})

describe('motcua-eform, filling in', () => {
  it('shows the facts with source and confidence, unknown as unknown, then one page at a time', async () => {
    const element = mountEform()
    await expect.element(page.getByRole('heading', { name: 'Cấp bản sao trích lục (thử)' })).toBeVisible()
    await page.getByText('Nguồn và độ tin cậy').first().click()
    await expect.element(page.getByText('Nguồn: Dữ liệu thử, không phải văn bản').first()).toBeVisible()
    await page.getByText('Xem 1 văn bản').click()
    await expect.element(page.getByText('— Chưa xác định được từ nguồn chính thức')).toBeVisible()
    await expectAccessible(element)
    await press('Bắt đầu')
    await step('Bước 1 / 5')
    await activeId(element).toBe('heading')
    await expectAccessible(element)
  })

  it('names every error in a summary that takes focus and leads to the field without touching the address', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await press('Tiếp tục')
    await activeId(element).toBe('summary')
    await expectAccessible(element)
    const before = location.href
    await page.getByRole('alert').getByRole('link').nth(1).click()
    await activeId(element).toBe('f-requester-birthDate-day')
    expect(location.href).toBe(before)
    const name = field('Họ, chữ đệm, tên người yêu cầu')
    await expect.element(name).toHaveAttribute('aria-invalid', 'true')
    expect(rootOf(element).getElementById(name.element().getAttribute('aria-describedby') ?? '')?.textContent).toContain('Lỗi')
    await name.fill('Nguyễn Thị Mẫu')
    await expect.element(name).not.toHaveAttribute('aria-invalid')
  })

  it('focuses the control when its label is pressed, and goes on with Enter', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await page.getByText('Số điện thoại', { exact: true }).click()
    await activeId(element).toBe('f-requester-phone')
    await fillRequester()
    await userEvent.keyboard('{Enter}')
    await step('Bước 2 / 5')
  })

  it('shows a conditional part when it applies, and gives it back when it applies again', async () => {
    mountEform()
    await press('Bắt đầu')
    await fillRequester()
    await press('Tiếp tục')
    const subject = field('Họ, chữ đệm, tên người được cấp bản sao')
    await expect.element(subject).not.toBeInTheDocument()
    await field('Cho người khác').click()
    await subject.fill('Trần Cháu Mẫu')
    await field('Cho chính tôi').click()
    await expect.element(subject).not.toBeInTheDocument()
    await field('Cho người khác').click()
    await expect.element(subject).toHaveValue('Trần Cháu Mẫu')
  })

  it('finds a commune without marks, by keyboard alone', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await fillRequester()
    await press('Tiếp tục')
    await field('Cho chính tôi').click()
    await press('Tiếp tục')
    const box = page.getByRole('combobox', { name: 'Nơi đã đăng ký' })
    await box.click()
    await userEvent.keyboard('my thuan')
    await expect.element(page.getByRole('listbox').getByRole('option')).toHaveLength(2)
    await expectAccessible(element)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await expect.element(box).toHaveValue('Xã Mỹ Thuận, An Giang')
    await field('Tỉnh, thành phố').selectOptions('An Giang')
    await box.fill('ba dinh')
    await page.getByRole('option', { name: 'Phường Ba Đình, Hà Nội' }).click()
    await expect.element(box).toHaveAttribute('aria-invalid', 'true')
  })

  it('loses nothing on Back, the button or the browser’s', async () => {
    mountEform()
    await press('Bắt đầu')
    await fillRequester()
    await press('Tiếp tục')
    await step('Bước 2 / 5')
    history.back()
    await step('Bước 1 / 5')
    await expect.element(field('Số điện thoại')).toHaveValue('0912345678')
    await press('Tiếp tục')
    await press('Quay lại')
    await expect.element(field('Họ, chữ đệm, tên người yêu cầu')).toHaveValue('Nguyễn Thị Mẫu')
  })

  it('leads back from the dossiers of the person to where they were', async () => {
    mountEform({ portal: new FixturePortal() })
    await press('Xem hồ sơ tôi đã nộp')
    await expect.element(page.getByRole('heading', { name: 'Hồ sơ của tôi' })).toBeVisible()
    history.back()
    await expect.element(page.getByRole('heading', { name: 'Cấp bản sao trích lục (thử)' })).toBeVisible()
  })

  it('leads from a changed answer to the page it brings along, and then back to the check page', async () => {
    mountEform({ definition: fixtureDefinition((d) => {
      allowAnswer(d, 'nursing', { type: 'string' })
      d.locales.vi.fields['/nursing'] = { label: 'Ai chăm sóc bạn?' }
      d.locales.vi.pages.nursing = { title: 'Việc chăm sóc' }
      d.pages.splice(1, 0, { id: 'nursing', items: [{ type: 'field', pointer: '/nursing', field: 'text', required: false, visibleWhen: { '==': [{ var: '/count' }, 3] } }] })
    }) })
    await press('Bắt đầu')
    await fillForSelf()
    await press('Tiếp tục')
    await press(/Sửa.*Số lượng bản sao/)
    await field('Số lượng bản sao').fill('3')
    await press('Tiếp tục')
    await field('Ai chăm sóc bạn?').fill('Con gái')
    await press('Tiếp tục')
    await expect.element(page.getByRole('heading', { name: 'Kiểm tra lại câu trả lời' })).toBeVisible()
    await expect.element(page.getByText('Con gái')).toBeVisible()
  })

  it('leads from the check page to one answer and straight back', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await fillForSelf()
    await press('Tiếp tục')
    await step('Bước 5 / 5')
    await expect.element(page.getByText('02/03/1958')).toBeVisible()
    await expect.element(page.getByText('16.000 đ').first()).toBeVisible()
    await expectAccessible(element)
    await press('Sửa: Số lượng bản sao')
    await activeId(element).toBe('f-count')
    await field('Số lượng bản sao').fill('3')
    await press('Tiếp tục')
    await step('Bước 5 / 5')
    await expect.element(page.getByText('24.000 đ').first()).toBeVisible()
  })

  it('keeps state when the language changes', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    element.lang = 'en'
    await expect.element(page.getByText('Step 1 of 5')).toBeVisible()
    await expect.element(page.getByLabelText('Telephone')).toHaveValue('0912345678')
    await expectAccessible(element)
  })

  it('fetches the words of the other language when it is chosen, and goes on without them when they cannot be had', async () => {
    const whole = fixtureDefinition()
    const definition = { ...whole, locales: { vi: whole.locales.vi, en: whole.locales.vi } }
    let isOffline = true
    const speak = async (): Promise<void> => {
      if (isOffline) throw new TypeError('network')
      definition.locales.en = whole.locales.en
    }
    const element = mountEform()
    if (element.services) element.services.loadDefinition = async () => ({ kind: 'found', definition, sha256: 'b'.repeat(64), speak })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    element.lang = 'en'
    await expect.element(page.getByText('Step 1 of 5')).toBeVisible()
    await expect.element(field('Số điện thoại')).toHaveValue('0912345678')
    element.lang = 'vi'
    await step('Bước 1 / 5')
    isOffline = false
    element.lang = 'en'
    await expect.element(page.getByLabelText('Telephone')).toHaveValue('0912345678')
  })

  it('keeps what an input method composes, and tidies it only on leaving', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    const input = field('Họ, chữ đệm, tên người yêu cầu').element() as HTMLInputElement
    input.focus()
    const writes: string[] = []
    input.dispatchEvent(new CompositionEvent('compositionstart'))
    // Telex: "Nguyeenx " types its way to "Nguyễn " with the method's own, decomposed, intermediate text.
    for (const text of ['N', 'Ng', 'Ngu', 'Nguy', 'Nguye', 'Nguyê', 'Nguyên', 'Nguye\u0302\u0303n', 'Nguye\u0302\u0303n ']) {
      input.value = text
      input.dispatchEvent(new InputEvent('input', { isComposing: true, inputType: 'insertCompositionText', bubbles: true, composed: true }))
      writes.push(input.value)
    }
    input.dispatchEvent(new CompositionEvent('compositionend', { data: 'Nguyễn' }))
    expect(writes.at(-1)).toBe('Nguye\u0302\u0303n ')
    await userEvent.keyboard('{Tab}')
    expect(input.value).toBe('Nguyễn')
    expect(rootOf(element).activeElement).not.toBe(input)
  })

  it.each([['vi', ['Việt Nam', 'Anh', 'Áo', 'Ba Lan', 'Đan Mạch']], ['en', ['Viet Nam', 'Austria', 'Denmark', 'Poland', 'United Kingdom']]])('lists countries by their name (%s), Việt Nam first', async (lang, names) => {
    const countries = [['AT', 'Áo', 'Austria'], ['DK', 'Đan Mạch', 'Denmark'], ['GB', 'Anh', 'United Kingdom'], ['PL', 'Ba Lan', 'Poland'], ['VN', 'Việt Nam', 'Viet Nam']] as const
    const definition = fixtureDefinition((d) => {
      d.optionSets.countries = countries.map(([value, vi, en]) => ({ value, label: { vi, en } }))
      allowAnswer(d, 'country', { type: 'string' })
      d.pages[0]?.items.unshift({ type: 'field', pointer: '/country', field: 'select', required: false, optionSet: 'countries' })
    })
    const element = mountEform({ definition }, { lang })
    await press(/^(Bắt đầu|Start)$/)
    await step(lang === 'vi' ? 'Bước 1 / 5' : 'Step 1 of 5')
    expect([...rootOf(element).querySelectorAll('#f-country option')].slice(1).map((option) => option.textContent)).toEqual(names)
  })

  it('goes on past a page that is called like one of its own steps', async () => {
    mountEform({ definition: fixtureDefinition((d) => {
      const [first] = d.pages
      if (first) first.id = 'documents'
    }) })
    await press('Bắt đầu')
    await fillForSelf()
    await press('Tiếp tục')
    await step('Bước 5 / 5')
  })

  it('does not let the page hear letters, and lets it hear other keys', async () => {
    const heard: string[] = []
    const listen = (event: KeyboardEvent): void => { heard.push(event.key) }
    document.addEventListener('keydown', listen)
    mountEform()
    await press('Bắt đầu')
    await field('Số điện thoại').click()
    await userEvent.keyboard('a1{Escape}')
    document.removeEventListener('keydown', listen)
    expect(heard).toEqual(['Escape'])
  })
})

describe('motcua-eform, drafts', () => {
  it('keeps nothing unless the citizen chooses to, then resumes after a reload', async () => {
    const drafts = memoryDrafts()
    const first = mountEform({ drafts })
    await press('Bắt đầu')
    await fillRequester()
    expect(drafts.kept.size).toBe(0)
    await field('Giữ bản nháp trên máy này').click()
    await expect.element(page.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible()
    await press('Tiếp tục')
    await field('Cho chính tôi').click()
    await expect.poll(() => [...drafts.kept.values()][0]?.content.step).toBe('subject')
    await vi.waitFor(() => { expect(JSON.stringify([...drafts.kept.values()])).toContain('self') })
    first.remove()
    mountEform({ drafts })
    await press('Làm tiếp bản nháp')
    await step('Bước 2 / 5')
    await expect.element(field('Cho chính tôi')).toBeChecked()
    await press('Quay lại')
    await expect.element(field('Số định danh cá nhân')).toHaveValue('089058000001')
    await field('Giữ bản nháp trên máy này').click()
    await expect.poll(() => drafts.kept.size).toBe(0)
  })

  it('offers no draft on a shared machine', async () => {
    mountEform({ drafts: memoryDrafts() }, { shared: '' })
    await press('Bắt đầu')
    await step('Bước 1 / 5')
    await expect.element(field('Giữ bản nháp trên máy này')).not.toBeInTheDocument()
  })
})

describe('motcua-eform, submitting', () => {
  it('files once however often it is pressed, and shows code, support code and what to pay', async () => {
    const portal = new FixturePortal()
    const events: string[] = []
    const element = mountEform({ portal })
    for (const type of ['motcua-before-submit', 'motcua-submitted']) element.addEventListener(type, (event) => { events.push(`${type} ${JSON.stringify((event as CustomEvent).detail)}`) })
    await press('Bắt đầu')
    await expect.element(field('Họ, chữ đệm, tên người yêu cầu')).toHaveAttribute('readonly')
    await field('Số điện thoại').fill('0912345678')
    await press('Tiếp tục')
    await field('Cho chính tôi').click()
    await press('Tiếp tục')
    await chooseCommune()
    await field('Số lượng bản sao').fill('2')
    await press('Tiếp tục')
    await expect.element(page.getByText('Bạn không phải nộp kèm giấy tờ nào.')).toBeVisible()
    await press('Tiếp tục')
    await press('Nộp hồ sơ')
    await activeId(element).toBe('summary')
    // In sight that it is an error: without colours the words alone tell.
    expect(rootOf(element).getElementById('undertaking-error')?.firstChild?.nodeValue).toMatch(/^Lỗi: /)
    await field('Tôi cam đoan').click()
    const button = page.getByRole('button', { name: 'Nộp hồ sơ', exact: true })
    await button.dblClick()
    await expect.element(page.getByText(FIXTURE_CODE)).toBeVisible()
    expect(portal.submissions).toHaveLength(1)
    expect(portal.submissions[0]?.submission.answers).toMatchObject({ forWhom: 'self', commune: '30838', count: 2, requester: { fullName: 'Nguyễn Văn Mẫu' } })
    expect(events.join()).not.toMatch(/Nguyễn|0890/)
    expect(events).toHaveLength(2)
    await expect.element(page.getByText('0011002233')).toBeVisible()
    await expect.element(page.getByText(/^Chưa nhận được tiền/)).toBeVisible()
    await expectAccessible(element)
    await expect.element(page.getByText(/^Nộp phí, lệ phí: 16\.000/)).toBeVisible()
    portal.payment_ = { ...portal.payment_, state: 'paid', paidVnd: 16_000, receipt: { number: 'BL-1', issuedAt: '2026-11-21T09:40:00+07:00', amountVnd: 16_000, payer: 'Nguyễn Văn Mẫu' } }
    await press('Kiểm tra ngay')
    await expect.element(page.getByText('Đã nhận đủ tiền.')).toBeVisible()
    await expect.element(page.getByText('BL-1')).toBeVisible()
    // What is to be done next is no longer to pay.
    await expect.element(page.getByText(/^Nộp phí, lệ phí: 16\.000/)).not.toBeInTheDocument()
    await expect.element(page.getByText(/^Cán bộ sẽ kiểm tra/)).toBeVisible()
  })

  it('asks only for the paper the answers call for, confirms it, and retries a lost submission with the same key', async () => {
    const portal = new FixturePortal()
    const element = mountEform({ portal })
    await press('Bắt đầu')
    await answerForChild()
    await press('Tiếp tục')
    await activeId(element).toBe('summary')
    await expectAccessible(element)
    const chooser = page.getByLabelText(/Giấy tờ chứng minh quan hệ/)
    await userEvent.upload(chooser, new File(['chỉ là chữ'], 'anh.pdf', { type: 'application/pdf' }))
    await expect.element(page.getByText(/không phải loại được nhận/)).toBeVisible()
    await userEvent.upload(chooser, new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 10])], 'uy-quyen.pdf', { type: 'application/pdf' }))
    await expect.element(page.getByText('Cổng tiếp nhận đã nhận đủ tệp này.')).toBeVisible()
    await expectAccessible(element)
    await press('Tiếp tục')
    await expect.element(page.getByText(/uy-quyen\.pdf/)).toBeVisible()
    await field('Tôi cam đoan').click()
    portal.failNextSubmit = 'after-commit'
    await press('Nộp hồ sơ')
    await expect.element(page.getByText(/^Chưa gửi được vì mất kết nối/)).toBeVisible()
    await press('Thử nộp lại')
    await expect.element(page.getByText(FIXTURE_CODE)).toBeVisible()
    expect(portal.submissions).toHaveLength(2)
    expect(new Set(portal.submissions.map((s) => s.key)).size).toBe(1)
    expect(portal.dossiers.size).toBe(1)
    portal.dossier = structuredClone(FIXTURE_DOSSIER)
    await press('Theo dõi hồ sơ này')
    await expect.element(page.getByText('Yêu cầu của cán bộ: Ảnh chụp bị mờ, đề nghị chụp lại.')).toBeVisible()
    await expectAccessible(element)
    await press('Xem giấy tiếp nhận')
    await expect.element(page.getByText('0001/TNHS')).toBeVisible()
    await userEvent.upload(page.getByLabelText(/Giấy tờ chứng minh quan hệ/), new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])], 'chup-lai.jpg', { type: 'image/jpeg' }))
    await press('Gửi bổ sung')
    await expect.element(page.getByText('Đã gửi bổ sung.')).toBeVisible()
    // It is filed: Back leads to none of its steps, from here neither.
    const popped = new Promise((resolve) => { addEventListener('popstate', resolve, { once: true }) })
    history.back()
    await popped
    await element.updateComplete
    await expect.element(page.getByText('Đã gửi bổ sung.')).toBeVisible()
  })

  it('lets the page stop a submission', async () => {
    const portal = new FixturePortal()
    const element = mountEform({ portal })
    let stopped = 0
    element.addEventListener('motcua-before-submit', (event) => { event.preventDefault(); stopped++ })
    await fileForSelf()
    await expect.poll(() => stopped).toBe(1)
    // It may be tried again, and whatever the first attempt had begun has had its time.
    await press('Nộp hồ sơ')
    await expect.poll(() => stopped).toBe(2)
    expect(portal.submissions).toHaveLength(0)
    await step('Bước 5 / 5')
  })
})

describe('motcua-eform, handing off and refusing', () => {
  it('ends with the one right place, the package and its fingerprint, and says when the form is incomplete', async () => {
    const element = mountEform({ definition: fixtureDefinition((d) => { d.procedure.completeness = 'incomplete' }) })
    await press('Bắt đầu')
    await expect.element(page.getByText(/^Biểu mẫu này chưa đầy đủ/)).toBeVisible()
    await fillForSelf()
    await press('Tiếp tục')
    await field('Tôi cam đoan').click()
    await press('Hoàn tất tờ khai')
    await expect.element(page.getByRole('link', { name: 'Mở nơi nộp hồ sơ' })).toHaveAttribute('href', 'https://dichvucong.gov.vn/')
    await expect.element(page.getByText(/^Mã kiểm tra của tệp dữ liệu \(SHA-256\): [0-9a-f]{64}$/)).toBeVisible()
    await expect.element(page.getByText(/^Nơi nộp có thể hỏi lại/)).toBeVisible()
    await expectAccessible(element)
    expect(rootOf(element).querySelector('.paper')?.textContent).toContain('Nguyễn Thị Mẫu')
    history.back()
    await expect.element(page.getByRole('heading', { name: 'Kiểm tra lại câu trả lời' })).toBeVisible()
  })

  it('prints questions with their own mark, other labels with a colon, and an agreement as a ticked box with its sentence', async () => {
    const sentence = 'Tôi cam đoan những lời khai trên là đúng.'
    const element = mountEform({ definition: fixtureDefinition((d) => {
      allowAnswer(d, 'undertaking', { type: 'boolean' })
      d.locales.vi.fields['/undertaking'] = { label: sentence }
      d.locales.vi.pages.closing = { title: 'Cam đoan' }
      d.pages.push({ id: 'closing', items: [{ type: 'field', pointer: '/undertaking', field: 'checkbox', required: true }] })
    }) })
    await press('Bắt đầu')
    await fillForSelf()
    await press('Tiếp tục')
    await field(sentence).click()
    await press('Hoàn tất tờ khai')
    await expect.poll(() => rootOf(element).querySelector('.paper')).not.toBeNull()
    const paper = rootOf(element).querySelector('.paper')
    expect([...paper?.querySelectorAll('dt') ?? []].map((dt) => dt.textContent)).toEqual(expect.arrayContaining(['Bạn xin bản sao cho ai?', 'Số lượng bản sao:']))
    expect(getComputedStyle(paper?.querySelector('dt') ?? element, '::after').content).toBe('none')
    const lines = [...paper?.querySelectorAll('p') ?? []].map((p) => p.textContent)
    expect(lines).toContain(`☑ ${sentence}`)
    expect(lines).toContain('☐ Nhận kết quả qua bưu chính')
  })

  it.each([
    ['an unknown procedure', { procedure: 'nothing' }, /Không tìm thấy thủ tục “nothing”/],
    ['no procedure', { procedure: '' }, /cần ghi thuộc tính “procedure”/],
    ['no commune', { commune: '' }, /cần ghi thuộc tính “commune”/],
    ['an unknown commune', { commune: '99999' }, /Không tìm thấy xã, phường, đặc khu có mã “99999”/],
  ])('says so and shows the fallback for %s', async (_name, attributes, message) => {
    const element = mountEform({}, attributes)
    await expect.element(page.getByText(message)).toBeVisible()
    await expect.element(page.getByText('Đến bộ phận một cửa')).toBeVisible()
    await expectAccessible(element)
  })

  it('says that the gateway is down, shows the fallback, and opens on a retry', async () => {
    const element = mountEform()
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    const services = element.services
    element.services = services && { ...services, loadCommune: () => Promise.reject(new TypeError('network')) }
    await expect.element(page.getByText(/^Hiện chưa kết nối được/)).toBeVisible()
    await expect.element(page.getByText('Đến bộ phận một cửa')).toBeVisible()
  })

  it('opens no definition that the engine would not carry exactly', async () => {
    const element = mountEform({ definition: fixtureDefinition((d) => { allowAnswer(d, 'reason', { type: 'string', format: 'email' }) }) })
    await expect.element(page.getByText(/^Biểu mẫu tải về không đúng với bản đã công bố/)).toBeVisible()
    await expectAccessible(element)
  })

  it('leaves a form of the page alone', async () => {
    const form = document.createElement('form')
    document.body.append(form)
    const element = mountEform()
    form.append(element)
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    expect([...new FormData(form)]).toEqual([])
  })
})

import { DEFINITION_INDEX } from '@motcua/schemas/definitions'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { expectAccessible, rootOf } from '../../testing/harness.ts'
import { fixtureDefinition } from '../../testing/definition.ts'
import { ownDefinitions } from '../../testing/own-definitions.ts'
import { FixturePortal, fixtureServices } from '../../testing/services.ts'
import { violations } from '../../testing/strict-policy.ts'
import './define.ts'
import type { MotcuaGuide } from './guide.ts'

beforeEach(() => { violations.length = 0 })
afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
  expect(violations).toEqual([])
})

function mount(change: Partial<MotcuaGuide> = {}): MotcuaGuide {
  const element = Object.assign(document.createElement('motcua-guide'), { procedure: 'extract-copy', commune: '30838', services: ownDefinitions(), ...change })
  element.append(Object.assign(document.createElement('p'), { textContent: 'Đến bộ phận một cửa' }))
  document.body.append(element)
  return element
}

/** What the status, or the alert, says. */
const said = (role: 'status' | 'alert'): string => page.getByRole(role).elements().map(({ textContent }) => textContent.trim()).join(' ')
const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 2 })
const text = (element: MotcuaGuide): string => rootOf(element).textContent.replaceAll(/\s+/g, ' ')
const papers = (element: MotcuaGuide): string[] => [...rootOf(element).querySelectorAll('.papers > li > span:first-child')].map(({ textContent }) => textContent)
const answer = (question: string | RegExp, option: string) => page.getByRole('group', { name: question }).getByLabelText(option, { exact: true }).click()

describe('motcua-guide', () => {
  it('tells who may ask, what to bring, how long, how much, where, what comes of it, and by which law', async () => {
    const element = mount()
    await expect.element(heading('Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh')).toBeVisible()
    for (const words of [
      'Mã thủ tục: 2.000635', 'Người yêu cầu bản sao giấy tờ hộ tịch của chính mình.', 'Trong ngày; nhận hồ sơ sau 15 giờ', '8.000 đồng mỗi bản sao', 'Ủy ban nhân dân xã Mỹ Thuận',
      'Nộp tại Cổng Dịch vụ công quốc gia', 'ở đó, hãy tìm thủ tục có mã 2.000635', 'Bản sao Trích lục hộ tịch hoặc bản sao Giấy khai sinh (bản giấy, bản điện tử)', 'áp dụng đến hết ngày 28/02/2027',
    ]) expect(text(element).toLowerCase()).toContain(words.toLowerCase())
    await expect.poll(() => text(element)).toContain('Nguồn: Luật Hộ tịch 60/2014/QH13, điều 63')
    await expectAccessible(element)
  })

  it('gives the general list with conditions in words, and then what one’s own case needs', async () => {
    const element = mount({ procedure: '2.000635' })
    await expect.poll(() => said('status')).toMatch(/^Danh sách chung.*Giấy tờ cần có: 0; còn tùy: 2\.$/)
    expect(papers(element)).toEqual(['Văn bản ủy quyền', 'Văn bản yêu cầu của cơ quan, tổ chức, nêu rõ lý do'])
    expect(text(element)).toContain('Chỉ khi: “Bạn yêu cầu cấp bản sao cho ai?”: “Cho người đã ủy quyền cho tôi”.')
    await answer('Bạn yêu cầu cấp bản sao cho ai?', 'Cho người đã ủy quyền cho tôi')
    await expect.poll(() => said('status')).toContain('Đây đúng là những gì cần cho trường hợp của bạn. Giấy tờ cần có: 1; còn tùy: 0.')
    expect(papers(element)).toEqual(['Văn bản ủy quyền'])
    expect(text(element)).toContain('Trường hợp của bạn không cần: Văn bản yêu cầu của cơ quan, tổ chức, nêu rõ lý do.')
    await expectAccessible(element)
    await page.getByRole('button', { name: 'Xóa các câu trả lời' }).click()
    expect(papers(element)).toHaveLength(2)
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('ask')
  })

  it('is answered by keyboard, and asks what an answer brings', async () => {
    const element = mount({ procedure: 'marital-status-confirmation' })
    await page.getByRole('group', { name: 'Bạn xin cấp mới hay cấp lại?' }).getByLabelText('Cấp mới').click()
    expect(page.getByRole('group', { name: 'Bạn có nộp lại giấy đã cấp không?' }).elements()).toHaveLength(0)
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(page.getByRole('group', { name: 'Bạn có nộp lại giấy đã cấp không?' })).toBeVisible()
    expect(rootOf(element).activeElement).toHaveProperty('value', 'reissue')
  })

  it('tells the two questions of bride and groom apart', async () => {
    const element = mount({ procedure: 'marriage-registration' })
    await expect.element(page.getByRole('heading', { name: 'Trường hợp của bạn' })).toBeVisible()
    const groups = [...rootOf(element).querySelectorAll('.ask fieldset')].map((group) => `${group.querySelector('legend')?.textContent}|${group.querySelector('.hint')?.textContent}`)
    expect(new Set(groups).size).toBe(groups.length)
  })

  it('reads in English, and keeps the answers when the language changes', async () => {
    const element = mount({ lang: 'en' })
    await expect.element(heading('Copy of a civil-status extract or birth certificate')).toBeVisible()
    await page.getByRole('radio').first().click()
    await expect.poll(() => said('status')).toContain('This is exactly what your case needs. Papers needed: 0; depending: 0.')
    await expectAccessible(element)
    element.lang = 'vi'
    await expect.poll(() => said('status')).toContain('Đây đúng là những gì cần cho trường hợp của bạn.')
  })

  it('says of each procedure of ours whatever it knows, without an empty sentence or a hole', async () => {
    for (const { slug, name } of DEFINITION_INDEX) {
      const element = mount({ procedure: slug })
      await expect.element(heading(name.vi)).toBeVisible()
      const words = text(element)
      expect([slug, words.match(/\{\w+\}|undefined|null|“”|\(\)|guide[A-Z]\w+/u)?.[0]]).toEqual([slug, undefined])
      expect(rootOf(element).querySelectorAll('.facts section').length).toBe(7)
      element.remove()
    }
  })

  it('says in sight what is not established, and what was put together', async () => {
    const element = mount({ procedure: 'fixture-copy', services: fixtureServices({ definition: fixtureDefinition(({ procedure }) => {
      const [limit] = procedure.timeLimits
      if (limit) procedure.timeLimits = [{ ...limit, confidence: 'UNKNOWN' }]
      procedure.results = procedure.results.map((result) => ({ ...result, confidence: 'INFERRED' }))
      delete procedure.declarationForm
    }) }) })
    await expect.element(heading(/thử/)).toBeVisible()
    expect(text(element)).toContain('— Chưa xác định được từ nguồn chính thức')
    expect(text(element)).toContain('(suy ra từ nguồn liên quan; hãy hỏi lại nơi tiếp nhận)')
    expect(text(element)).toContain('Chưa biết chắc tên mẫu chính thức')
  })

  it('knows from a gateway how the commune lets filing end, and its desk', async () => {
    const element = mount({ procedure: 'fixture-copy', services: fixtureServices({ portal: new FixturePortal() }) })
    await expect.element(page.getByText('Nộp trực tuyến ngay ở đây, đến Ủy ban nhân dân xã Mỹ Thuận.')).toBeVisible()
    expect(text(element)).toContain('Điện thoại: 0296 000 000')
    expect(text(element)).not.toContain('Mở nơi nộp hồ sơ')
  })

  it('names who receives where no commune is named, and says what is wrong with one that is in no list', async () => {
    const element = mount({ procedure: 'permanent-residence', commune: '' })
    await expect.element(page.getByText('Công an cấp xã')).toBeVisible()
    element.commune = '99999'
    await expect.poll(() => said('alert')).toContain('Không tìm thấy xã, phường, đặc khu có mã “99999”.')
    await expect.element(page.getByText('Công an cấp xã')).toBeVisible()
  })

  it.each([['certified-copy', true], ['extract-copy', false]])('of %s says whether one must appear: %s', async (procedure, must) => {
    const element = mount({ procedure })
    await expect.poll(() => text(element)).toContain('Nơi tiếp nhận')
    expect(text(element).includes('Bạn phải có mặt khi làm thủ tục này')).toBe(must)
    expect(text(element).includes('không ghi là bạn phải có mặt')).toBe(!must)
  })

  it('leads to where one starts, and tells the page, which may go on by itself', async () => {
    const element = mount({ href: '#/nop?thu-tuc={slug}&ma={code}' })
    const link = page.getByRole('link', { name: 'Bắt đầu khai' })
    await expect.element(link).toHaveAttribute('href', '#/nop?thu-tuc=extract-copy&ma=2.000635')
    const chosen: unknown[] = []
    element.addEventListener('motcua-procedure-chosen', (event) => { chosen.push((event as CustomEvent).detail); event.preventDefault() })
    await link.click()
    expect(chosen).toEqual([{ slug: 'extract-copy', code: '2.000635' }])
    expect(location.hash).toBe('')
    element.href = ''
    await expect.poll(() => page.getByRole('link', { name: 'Bắt đầu khai' }).elements()).toEqual([])
  })

  it.each([['javascript:alert(1)'], ['data:text/html,{slug}']])('makes no link of %s', async (href) => {
    mount({ href })
    await expect.element(page.getByRole('button', { name: 'In tờ này' })).toBeVisible()
    expect(page.getByRole('link', { name: 'Bắt đầu khai' }).elements()).toEqual([])
  })

  it('reads in the language that was chosen while it was on its way', async () => {
    const own = ownDefinitions()
    let come: () => void = () => undefined
    const held = new Promise<void>((resolve) => { come = resolve })
    const asked: string[] = []
    const element = mount({ services: { ...own, loadDefinition: async (procedure, language) => {
      const outcome = await own.loadDefinition(procedure, language)
      return outcome.kind === 'found' ? { ...outcome, speak: async (wanted) => { asked.push(wanted); if (wanted === 'vi') await held; await outcome.speak?.(wanted) } } : outcome
    } } })
    await expect.poll(() => asked).toEqual(['vi'])
    element.lang = 'en'
    await expect.poll(() => rootOf(element).querySelector('.root')?.getAttribute('lang')).toBe('en')
    come()
    await expect.element(heading('Copy of a civil-status extract or birth certificate')).toBeVisible()
    expect(asked).toEqual(['vi', 'en'])
  })

  it.each([
    ['none is named', { procedure: '' }, 'Trang này chưa cài đặt xong. Người quản trị trang cần ghi thuộc tính “procedure”.'],
    ['it is unknown', { procedure: 'driving-licence' }, 'Không tìm thấy thủ tục “driving-licence” đang có hiệu lực.'],
    ['the address of the gateway is none', { services: undefined, portal: 'not an address' }, 'Địa chỉ cổng tiếp nhận “not an address” không dùng được.'],
  ])('says so and leaves the page’s own words when %s', async (_case, change, words) => {
    mount(change as Partial<MotcuaGuide>)
    await expect.poll(() => said('alert')).toContain(words)
    await expect.element(page.getByText('Đến bộ phận một cửa')).toBeVisible()
  })

  it('is tried again after a lost connection, and takes focus to what has come', async () => {
    const own = ownDefinitions()
    let calls = 0
    const element = mount({ services: { ...own, loadDefinition: async (...args) => { calls += 1; if (calls < 3) throw new TypeError('network'); return own.loadDefinition(...args) } } })
    await expect.poll(() => said('alert')).toContain('Chưa tải được hướng dẫn.')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    // Still lost: the button that was pressed is another by now.
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('heading')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await expect.element(heading(/^Cấp bản sao/)).toBeVisible()
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('heading')
  })

  it('shows the last procedure it was asked for, however late the others come', async () => {
    const own = ownDefinitions()
    const element = mount({ services: { ...own, loadDefinition: async (procedure, language) => { if (procedure === 'extract-copy') await new Promise((resolve) => { setTimeout(resolve, 60) }); return own.loadDefinition(procedure, language) } } })
    await element.updateComplete
    element.procedure = 'birth-registration'
    await expect.element(heading('Đăng ký khai sinh')).toBeVisible()
    await new Promise((resolve) => { setTimeout(resolve, 100) })
    await expect.element(heading('Đăng ký khai sinh')).toBeVisible()
  })

  it('keeps nothing and sends nothing: no storage, no request, no cookie', async () => {
    const asked: unknown[] = []
    vi.stubGlobal('fetch', async (url: unknown) => { asked.push(url); return new Response('', { status: 404 }) })
    const [kept, session, cookies] = [localStorage.length, sessionStorage.length, document.cookie]
    mount()
    await answer('Bạn yêu cầu cấp bản sao cho ai?', 'Cho chính tôi')
    expect([asked, localStorage.length, sessionStorage.length, document.cookie, location.search]).toEqual([[], kept, session, cookies, location.search])
  })
})

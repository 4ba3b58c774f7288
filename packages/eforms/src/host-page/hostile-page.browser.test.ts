import { violations } from '../testing/strict-policy.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../define.ts'
import { MotcuaEform } from '../elements/eform/eform.ts'
import { defineOnce } from '../dom/define-once.ts'
import { fixtureDefinition } from '../testing/definition.ts'
import { answerForChild, field, fillForSelf, fillRequester, mountEform, press, rootOf } from '../testing/harness.ts'
import { FixturePortal, fixtureServices } from '../testing/services.ts'

beforeEach(() => { violations.length = 0 })
afterEach(() => {
  document.body.replaceChildren()
  document.adoptedStyleSheets = []
  sessionStorage.clear()
  vi.unstubAllGlobals()
  expect(violations).toEqual([])
})

const PHONE = 'Số điện thoại'
const step = (text: string) => expect.element(page.getByText(text, { exact: true }), { timeout: 5000 }).toBeVisible()

function adopt(css: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

/** How the first question looks: what a page's styles would have to reach. */
function look(element: MotcuaEform): Record<string, string> {
  const root = rootOf(element)
  return Object.fromEntries(['input', 'label', '.button', 'h2'].flatMap((selector) => {
    const found = root.querySelector(selector)
    if (!found) throw new TypeError(`no ${selector}`)
    const style = getComputedStyle(found)
    return ['display', 'color', 'font-size', 'font-family', 'font-style', 'width', 'visibility', 'opacity', 'text-transform', 'letter-spacing', 'border-top-width', 'position', 'direction', 'pointer-events'].map((name) => [`${selector} ${name}`, style.getPropertyValue(name)] as const)
  }))
}

describe('styles of the page', () => {
  it.each([
    ['everything reset', '* { all: unset !important }'],
    ['controls hidden', 'input, label, button, h2 { display: none !important; visibility: hidden !important }'],
    ['a box inside everything', 'div, form, fieldset { width: 40px !important; overflow: hidden !important; position: fixed !important }'],
    ['letters of the page', 'body { font: italic 40px fantasy; letter-spacing: 9px; text-transform: uppercase; color: #fff } html { font-size: 10px }'],
    ['an important layer of its own', '@layer page { * { color: red !important; display: inline !important } }'],
    ['its parts by name of tag', 'motcua-eform * { display: none !important }'],
  ])('do not reach the form: %s', async (_name, css) => {
    const element = mountEform()
    await press('Bắt đầu')
    await step('Bước 1 / 5')
    const before = look(element)
    adopt(css)
    expect(look(element)).toEqual(before)
    await fillRequester()
    await press('Tiếp tục')
    await step('Bước 2 / 5')
  })

  it('cannot take the element itself off the page without saying so', async () => {
    adopt('motcua-eform { display: inline }')
    const element = mountEform()
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    expect(getComputedStyle(element).display).toBe('block')
  })
})

describe('places on the page', () => {
  it.each([
    ['a form of the page', 'form'], ['a dialog', 'dialog'], ['a fieldset that is disabled', 'fieldset'], ['details', 'details'], ['a right-to-left part', 'section'],
  ])('works inside %s', async (_name, tag) => {
    const around = document.body.appendChild(document.createElement(tag))
    if (around instanceof HTMLDialogElement) around.showModal()
    if (around instanceof HTMLFieldSetElement) around.disabled = true
    if (around instanceof HTMLDetailsElement) around.open = true
    if (tag === 'section') around.dir = 'rtl'
    let submitted = 0
    around.addEventListener('submit', (event) => { event.preventDefault(); submitted += 1 })
    const element = mountEform()
    around.append(element)
    await press('Bắt đầu')
    await fillRequester()
    await userEvent.keyboard('{Enter}')
    await step('Bước 2 / 5')
    expect(submitted).toBe(0)
  })

  it('keeps answers and focus when the element is moved', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await field(PHONE).fill('0912345678')
    const next = document.body.appendChild(document.createElement('main'))
    next.append(element)
    await expect.element(field(PHONE)).toHaveValue('0912345678')
    await step('Bước 1 / 5')
  })

  it('lives through a framework that renders its place again with the same values', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await field(PHONE).fill('0912345678')
    for (let count = 0; count < 5; count += 1) {
      for (const name of ['procedure', 'commune', 'lang']) element.setAttribute(name, element.getAttribute(name) ?? '')
      Object.assign(element, { procedure: 'fixture-copy', commune: '30838', shared: false, services: element.services })
      document.body.append(...document.body.children)
    }
    await expect.element(field(PHONE)).toHaveValue('0912345678')
  })

  it('starts afresh with another procedure or commune, and says when that is not known', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await field(PHONE).fill('0912345678')
    element.procedure = 'nothing'
    await expect.element(page.getByText(/Không tìm thấy thủ tục “nothing”/)).toBeVisible()
    element.procedure = 'fixture-copy'
    await press('Bắt đầu')
    await expect.element(field(PHONE)).toHaveValue('')
    element.commune = '99999'
    await expect.element(page.getByText(/có mã “99999”/)).toBeVisible()
  })

  it('changes language on every step and in the middle of a word', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await field(PHONE).click()
    await userEvent.keyboard('09123')
    element.lang = 'en'
    await expect.element(page.getByLabelText('Telephone')).toBeVisible()
    expect(rootOf(element).activeElement?.id).toBe('f-requester-phone')
    await userEvent.keyboard('45678')
    await expect.element(page.getByLabelText('Telephone')).toHaveValue('0912345678')
    element.lang = 'vi'
    await expect.element(field(PHONE)).toBeVisible()
    expect(rootOf(element).activeElement?.id).toBe('f-requester-phone')
  })
})

describe('an element that goes away', () => {
  it('in the middle of an upload: nothing fails, and nothing arrives', async () => {
    const failures: unknown[] = []
    const note = (event: PromiseRejectionEvent): void => { failures.push(event.reason) }
    addEventListener('unhandledrejection', note)
    const portal = new FixturePortal()
    let ended = ''
    portal.upload = (file, { signal, onProgress }) => new Promise((_, reject) => {
      onProgress({ sentBytes: 1, totalBytes: file.size, waiting: false })
      signal.addEventListener('abort', () => { ended = 'aborted'; reject(signal.reason) })
    })
    const element = mountEform({ portal })
    await press('Bắt đầu')
    await answerForChild()
    await userEvent.upload(page.getByLabelText(/Giấy tờ chứng minh quan hệ/), new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 10])], 'a.pdf', { type: 'application/pdf' }))
    await expect.element(page.getByRole('progressbar')).toBeVisible()
    element.remove()
    await expect.poll(() => ended).toBe('aborted')
    // Another form loads and is drawn: whatever the first one left undone has had its turn by then.
    mountEform({ portal: new FixturePortal() })
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    removeEventListener('unhandledrejection', note)
    expect(failures).toEqual([])
  })

  it('while the form is being loaded, and comes back', async () => {
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => { open = resolve })
    const services = fixtureServices()
    const element = document.createElement('motcua-eform') as MotcuaEform
    element.setAttribute('procedure', 'fixture-copy')
    element.setAttribute('commune', '30838')
    element.services = { ...services, loadDefinition: async (...given) => { await gate; return services.loadDefinition(...given) } }
    // Until then the page's own words stand.
    element.append(Object.assign(document.createElement('p'), { textContent: 'Đến bộ phận một cửa' }))
    document.body.append(element)
    await expect.element(page.getByRole('status')).toBeVisible()
    await expect.element(page.getByText('Đến bộ phận một cửa')).toBeVisible()
    element.remove()
    await new Promise((resolve) => { setTimeout(resolve) })
    document.body.append(element)
    open()
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    expect(page.getByRole('button', { name: 'Bắt đầu' }).elements()).toHaveLength(1)
    await expect.element(page.getByText('Đến bộ phận một cửa')).not.toBeVisible()
  })
})

describe('a press that leaves a field', () => {
  it('reaches its button, though the error of the field just left moves it', async () => {
    const element = mountEform()
    await press('Bắt đầu')
    await field('Số định danh cá nhân').fill('089058000001x')
    // One press, without looking where the button has gone.
    await press('Tiếp tục')
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('summary')
    await expect.element(field('Số định danh cá nhân')).toHaveAttribute('aria-invalid', 'true')
  })

  it('shows the error when it was a press beside the form, and at once when it was a key', async () => {
    document.body.append(Object.assign(document.createElement('p'), { textContent: 'Trang của xã' }))
    mountEform()
    await press('Bắt đầu')
    const id = field('Số định danh cá nhân')
    await id.fill('0890')
    await page.getByText('Trang của xã').click()
    await expect.element(id).toHaveAttribute('aria-invalid', 'true')
    const phone = field(PHONE)
    await phone.fill('09')
    await userEvent.keyboard('{Tab}')
    expect(phone.element().getAttribute('aria-invalid')).toBe('true')
  })

  it('reaches the button of a form of the page that a field of its own stands in', async () => {
    const form = document.body.appendChild(document.createElement('form'))
    let sent = 0
    form.noValidate = true
    form.addEventListener('submit', (event) => { event.preventDefault(); sent += 1 })
    const alone = form.appendChild(document.createElement('motcua-phone-field'))
    alone.setAttribute('label', PHONE)
    form.append(Object.assign(document.createElement('button'), { textContent: 'Gửi' }))
    await field(PHONE).fill('09')
    await press('Gửi')
    expect(sent).toBe(1)
    await expect.poll(() => alone.shadowRoot?.querySelector('input')?.getAttribute('aria-invalid')).toBe('true')
  })
})

describe('several on one page', () => {
  it('two forms do not share answers, ids or the browser’s Back', async () => {
    const [one, two] = [mountEform(), mountEform({}, { lang: 'en' })]
    await expect.poll(() => rootOf(one).querySelector('[part=continue]')).not.toBeNull()
    await expect.poll(() => rootOf(two).querySelector('[part=continue]')).not.toBeNull()
    for (const element of [one, two]) rootOf(element).querySelector<HTMLElement>('[part=continue]')?.click()
    await field(PHONE).fill('0912345678')
    await expect.element(page.getByLabelText('Telephone')).toHaveValue('')
    await page.getByText(PHONE, { exact: true }).click()
    expect(document.activeElement).toBe(one)
    one.remove()
    await page.getByLabelText('Telephone').fill('0987654321')
    await expect.element(page.getByLabelText('Telephone')).toHaveValue('0987654321')
  })

  it('a second copy of the script is left aside, and one under another tag runs beside the first', async () => {
    class Copy extends MotcuaEform {}
    defineOnce('motcua-eform', Copy)
    expect(customElements.get('motcua-eform')).toBe(MotcuaEform)
    defineOnce('motcua-eform-copy', Copy)
    const copy = document.createElement('motcua-eform-copy') as MotcuaEform
    copy.procedure = 'fixture-copy'
    copy.commune = '30838'
    copy.services = fixtureServices()
    mountEform()
    document.body.append(copy)
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' }).nth(1)).toBeVisible()
  })
})

describe('what a page may lack', () => {
  it.each(['motcua-eform', 'motcua-tracker', 'motcua-payment', 'motcua-verify', 'motcua-sign', 'motcua-guide', 'motcua-places', 'motcua-procedure-finder'])('an origin that is not secure, where there is no crypto.randomUUID: <%s> says so and asks nothing', async (tag) => {
    vi.stubGlobal('isSecureContext', false)
    vi.stubGlobal('crypto', Object.create(globalThis.crypto, { randomUUID: { value: undefined }, subtle: { value: undefined } }))
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries({ procedure: 'fixture-copy', commune: '30838', dossier: 'x', portal: 'https://portal.example' })) element.setAttribute(name, value)
    element.append(Object.assign(document.createElement('p'), { textContent: 'Đến bộ phận một cửa' }))
    document.body.append(element)
    await expect.element(page.getByText('Đến bộ phận một cửa')).toBeVisible()
    expect(rootOf(element).querySelectorAll('input, textarea, select')).toHaveLength(0)
    // Long enough for a request to be refused by the policy, and reported.
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  })

  it('storage: filling in goes on, and the draft is simply not offered', async () => {
    const refuse = (): never => { throw new DOMException('The operation is insecure.', 'SecurityError') }
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB']) vi.spyOn(globalThis, name as 'sessionStorage', 'get').mockImplementation(refuse)
    mountEform()
    await press('Bắt đầu')
    await fillForSelf()
    await press('Tiếp tục')
    await field('Tôi cam đoan').click()
    await press('Hoàn tất tờ khai')
    await expect.element(page.getByText(/^Mã kiểm tra của tệp dữ liệu/)).toBeVisible()
    vi.restoreAllMocks()
  })

  it('locks of the browser', async () => {
    vi.spyOn(navigator, 'locks', 'get').mockImplementation(() => { throw new DOMException('none', 'SecurityError') })
    mountEform({ definition: fixtureDefinition() })
    await press('Bắt đầu')
    await step('Bước 1 / 5')
    vi.restoreAllMocks()
  })
})

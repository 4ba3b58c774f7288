import { violations } from '../testing/strict-policy.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../define.ts'
import { fixtureDefinition } from '../testing/definition.ts'
import { field, fillRequester, mountEform, press, rootOf } from '../testing/harness.ts'
import { FIXTURE_DOSSIER, FixturePortal, fixtureServices } from '../testing/services.ts'
import type { Dossier } from '../services/contract.ts'
import { HOSTILE, withHostileWords } from './hostile-words.ts'

beforeEach(() => { violations.length = 0 })
afterEach(() => {
  document.body.replaceChildren()
  sessionStorage.clear()
  expect(Reflect.has(globalThis, 'pwned')).toBe(false)
  expect(violations).toEqual([])
})

/** Nothing that a text could have brought in is an element, and the text itself can be read, whole, in one place. */
function expectTextOnly(root: ShadowRoot, { shown = true } = {}): void {
  expect([...root.querySelectorAll('img, script, iframe, object, embed, base, [onerror], [onclick]')].map((element) => element.outerHTML)).toEqual([])
  expect([...root.querySelectorAll('a, form, [src], [href]')].flatMap((element) => ['href', 'src', 'action'].map((name) => element.getAttribute(name) ?? '')).filter((address) => /^\s*javascript:/i.test(address))).toEqual([])
  const texts = [...root.querySelectorAll('*')].filter((element) => element.children.length === 0).map((element) => element.textContent)
  if (shown) expect(texts.some((text) => text.includes(HOSTILE))).toBe(true)
}

/** For an answer that may not be long. */
const SHORT = '<img src=x onerror="globalThis.pwned=1">'
const hostile = () => fixtureDefinition(withHostileWords)
const hostileText = (text: string): string => text + HOSTILE

describe('words of a definition are text', () => {
  it('on every screen up to the declaration that is handed in elsewhere', async () => {
    const element = mountEform({ definition: hostile() })
    const root = rootOf(element)
    await press('Bắt đầu')
    expectTextOnly(root)
    await press('Tiếp tục')
    await expect.poll(() => root.activeElement?.id).toBe('summary')
    expectTextOnly(root)
    await fillRequester()
    await field('Họ, chữ đệm, tên người yêu cầu').fill(`Mẫu${SHORT}`)
    await press('Tiếp tục')
    await field('Cho người khác').click()
    await field('Họ, chữ đệm, tên người được cấp bản sao').fill(`Cháu${SHORT}`)
    expectTextOnly(root)
    await field('Quan hệ với người được cấp').selectOptions(hostileText('Khác'))
    await press('Tiếp tục')
    await page.getByRole('combobox', { name: /^Nơi đã đăng ký/ }).fill('my thuan')
    await expect.poll(() => root.querySelectorAll('[role=option]').length).toBeGreaterThan(0)
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await field('Số lượng bản sao').fill('2')
    await field('Lý do').fill(hostileText('Vì'))
    await press('Tiếp tục')
    expectTextOnly(root)
    // Papers, then the check page.
    await press('Tiếp tục')
    await expect.element(page.getByText(`Mẫu${SHORT}`, { exact: false }).first()).toBeVisible()
    expectTextOnly(root)
    await field('Tôi cam đoan').click()
    await press('Hoàn tất tờ khai')
    await expect.poll(() => root.querySelector('.paper')).not.toBeNull()
    expectTextOnly(root)
    expect(root.querySelector('.paper')?.textContent).toContain(HOSTILE)
    expect(root.querySelector('[part=hand-off-link]')?.getAttribute('href') ?? '').toBe('')
  })

  it('and so are words of the gateway: name of a file, an officer’s note, an agency, a reason', async () => {
    const portal = new FixturePortal()
    const dossier: Dossier = structuredClone(FIXTURE_DOSSIER)
    portal.dossier = {
      ...dossier, agencyName: hostileText('UBND'), lateReason: hostileText('Muộn'), late: true, procedureName: { vi: hostileText('Thủ tục'), en: hostileText('Procedure') },
      steps: dossier.steps.map((step) => ({ ...step, by: { ...step.by, name: hostileText('Cán bộ') }, note: hostileText('Ghi chú') })),
      supplement: { documents: ['authorisation'], note: hostileText('Chụp lại'), requestedAt: dossier.submittedAt }, results: [{ fileId: 'r1', name: hostileText('ket-qua.pdf'), sha256: 'a'.repeat(64), bytes: 9 }],
    }
    const slip = await portal.intakeSlip()
    portal.intakeSlip = async () => ({ ...slip, agencyName: hostileText('UBND'), submitter: hostileText('Mẫu'), documents: [hostileText('Giấy')], dueNote: hostileText('Hẹn') })
    const element = document.createElement('motcua-tracker')
    Reflect.set(element, 'services', fixtureServices({ portal, definition: hostile() }))
    element.setAttribute('dossier', dossier.code)
    document.body.append(element)
    await expect.element(page.getByText('Yêu cầu của cán bộ:', { exact: false })).toBeVisible()
    expectTextOnly(rootOf(element))
    await press('Xem giấy tiếp nhận')
    await expect.element(page.getByText('0001/TNHS')).toBeVisible()
    expectTextOnly(rootOf(element))
    await userEvent.upload(page.getByLabelText(/Giấy tờ chứng minh quan hệ/), new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])], '<img src=x onerror=globalThis.pwned=1>.jpg', { type: 'image/jpeg' }))
    await expect.element(page.getByText('<img src=x onerror=globalThis.pwned=1>.jpg', { exact: false }).first()).toBeVisible()
    expectTextOnly(rootOf(element))
  })

  it('goes nowhere but to an address of the web', async () => {
    const portal = new FixturePortal({ signedIn: false })
    let asked = 0
    portal.beginSignIn = async () => { asked++; return { kind: 'redirect', url: 'javascript:globalThis.pwned=1' } }
    mountEform({ portal, definition: hostile() })
    await press(/Đăng nhập/)
    await expect.poll(() => asked).toBe(1)
    // An address that is left for is gone to in a task of its own, in line before this one.
    await new Promise((resolve) => { setTimeout(resolve) })
    expect(location.href).not.toContain('javascript:')
  })

  it('shows attributes of the page as text as well', async () => {
    const element = mountEform({}, { procedure: HOSTILE, commune: HOSTILE })
    await expect.element(page.getByText('Không tìm thấy', { exact: false })).toBeVisible()
    expectTextOnly(rootOf(element), { shown: false })
    const alone = document.createElement('motcua-text-field')
    for (const name of ['label', 'hint', 'error', 'value']) alone.setAttribute(name, HOSTILE)
    document.body.append(alone)
    await expect.poll(() => alone.shadowRoot?.querySelector('input')).not.toBeNull()
    expectTextOnly(rootOf(alone))
  })
})

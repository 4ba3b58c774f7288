import { violations } from '../../testing/strict-policy.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import { deviceDrafts } from '../../services/device-drafts.ts'
import { fixtureDefinition } from '../../testing/definition.ts'
import { answerForSelf, expectAccessible, field, fillRequester, mountEform, press, rootOf } from '../../testing/harness.ts'
import { FIXTURE_CODE, FIXTURE_SESSION, FixturePortal, memoryDrafts } from '../../testing/services.ts'

beforeEach(() => { violations.length = 0 })
afterEach(async () => {
  document.body.replaceChildren()
  sessionStorage.clear()
  await deviceDrafts().removeAll()
  expect(violations).toEqual([])
})

const step = (text: string) => expect.element(page.getByText(text, { exact: true }), { timeout: 5000 }).toBeVisible()

/** A portal whose sign-in comes back at once. */
class ReturningPortal extends FixturePortal {
  answer: 'signed-in' | 'cancelled' | 'failed' | 'none' = 'none'
  constructor() { super({ signedIn: false }) }
  override async completeSignIn(): ReturnType<FixturePortal['completeSignIn']> {
    if (this.answer === 'signed-in') this.signedIn = true
    // The interface has four outcomes; the base class knows one.
    return (this.answer === 'signed-in' ? { kind: 'signed-in', session: FIXTURE_SESSION } : { kind: this.answer }) as Awaited<ReturnType<FixturePortal['completeSignIn']>>
  }
}

describe('signing in', () => {
  it('asks before the first question and comes back to it, with the requester filled in and locked', async () => {
    const portal = new ReturningPortal()
    const first = mountEform({ portal })
    await press('Đăng nhập để bắt đầu')
    await expect.poll(() => sessionStorage.getItem('motcua:after-sign-in:fixture-copy:30838')).toBe('start')
    expect(location.hash).toContain('sign-in')
    history.replaceState(null, '', location.pathname + location.search)
    first.remove()
    portal.answer = 'signed-in'
    mountEform({ portal })
    await step('Bước 1 / 5')
    await expect.element(field('Số định danh cá nhân')).toHaveValue('089058000001')
    await expect.element(field('Số định danh cá nhân')).toHaveAttribute('readonly')
    expect(sessionStorage.length).toBe(0)
  })

  it.each([['cancelled', /^Bạn đã dừng đăng nhập/], ['failed', /^Đăng nhập chưa thành công/]] as const)('says so when it was %s', async (answer, message) => {
    const portal = new ReturningPortal()
    portal.answer = answer
    const element = mountEform({ portal })
    await expect.element(page.getByText(message)).toBeVisible()
    await expectAccessible(element)
  })

  it('loses nothing when the session ends in the middle: the answers wait, encrypted, for the way back', async () => {
    const portal = new FixturePortal()
    const drafts = memoryDrafts()
    const first = mountEform({ portal, drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    portal.signedIn = false
    await answerForSelf()
    await expect.element(page.getByText(/^Phiên đăng nhập đã hết hạn/)).toBeVisible()
    await expect.element(page.getByText(/^Những gì bạn đã nhập được giữ lại, mã hóa/)).toBeVisible()
    expect(drafts.kept.size).toBe(0)
    await press('Đăng nhập lại')
    await expect.poll(() => drafts.kept.size).toBe(1)
    history.replaceState(null, '', location.pathname + location.search)
    first.remove()
    const returning = new ReturningPortal()
    returning.answer = 'signed-in'
    mountEform({ portal: returning, drafts })
    await step('Bước 4 / 5')
    // It was kept for the redirect only.
    await expect.poll(() => drafts.kept.size).toBe(0)
    await press('Tiếp tục')
    await expect.element(page.getByText('Xã Mỹ Thuận, An Giang')).toBeVisible()
  })

  it('forgets everything on signing out', async () => {
    const portal = new FixturePortal()
    const drafts = memoryDrafts()
    mountEform({ portal, drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await field('Giữ bản nháp trên máy này').click()
    await expect.poll(() => drafts.kept.size).toBe(1)
    await press('Đăng xuất')
    await expect.element(page.getByRole('button', { name: 'Đăng nhập để bắt đầu' })).toBeVisible()
    expect(drafts.kept.size).toBe(0)
  })
})

describe('drafts on the device', () => {
  it('lie in IndexedDB encrypted, come back after a reload, and are gone when the dossier is filed', async () => {
    const portal = new FixturePortal()
    const drafts = deviceDrafts()
    const first = mountEform({ portal, drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await field('Giữ bản nháp trên máy này').click()
    await expect.element(page.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible()
    const [sealed] = await storedDrafts()
    expect(Object.keys(sealed ?? {}).toSorted()).toEqual(['data', 'expiresAt', 'iv', 'key'])
    expect(sealed?.key.extractable).toBe(false)
    expect(new TextDecoder().decode(sealed?.data)).not.toContain('0912345678')
    expect(sealed?.expiresAt).toBeGreaterThan(Date.now() + 6 * 86_400_000)
    first.remove()
    mountEform({ portal, drafts: deviceDrafts() })
    await press('Làm tiếp bản nháp')
    await expect.element(field('Số điện thoại')).toHaveValue('0912345678')
    await answerForSelf()
    await press('Tiếp tục')
    await field('Tôi cam đoan').click()
    await press('Nộp hồ sơ')
    await expect.element(page.getByText(FIXTURE_CODE)).toBeVisible()
    await expect.poll(async () => (await storedDrafts()).length).toBe(0)
  })

  it('does not call saved what is not saved yet, and saves at once when the page is left', async () => {
    const drafts = memoryDrafts()
    mountEform({ drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await field('Giữ bản nháp trên máy này').click()
    await expect.element(page.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible()
    await field('Số điện thoại').fill('0987654321')
    await expect.element(page.getByText('Đang lưu bản nháp…')).toBeVisible()
    expect(JSON.stringify([...drafts.kept.values()])).not.toContain('0987654321')
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'visibilityState')
    await Promise.resolve()
    expect(JSON.stringify([...drafts.kept.values()])).toContain('0987654321')
    await expect.element(page.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible()
  })

  it('stay gone once filed, whatever is done on the page afterwards', async () => {
    const drafts = memoryDrafts()
    const element = mountEform({ portal: new FixturePortal(), drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await field('Giữ bản nháp trên máy này').click()
    await answerForSelf()
    await press('Tiếp tục')
    await field('Tôi cam đoan').click()
    await press('Nộp hồ sơ')
    await expect.element(page.getByText(FIXTURE_CODE)).toBeVisible()
    await expect.poll(() => drafts.kept.size).toBe(0)
    rootOf(element).querySelector('.root')?.dispatchEvent(new Event('change', { bubbles: true }))
    globalThis.dispatchEvent(new Event('pagehide'))
    await Promise.resolve()
    expect(drafts.kept.size).toBe(0)
  })

  it('opens a draft of an older version in the new one', async () => {
    const drafts = memoryDrafts()
    const first = mountEform({ drafts })
    await press('Bắt đầu')
    await fillRequester()
    await field('Giữ bản nháp trên máy này').click()
    await expect.poll(() => drafts.kept.size).toBe(1)
    first.remove()
    mountEform({ drafts, definition: fixtureDefinition((d) => { d.procedure.effectiveFrom = '2026-11-01' }) })
    await press('Làm tiếp bản nháp')
    await expect.element(field('Số điện thoại')).toHaveValue('0912345678')
  })

  it('opens at the check page with the commune by its name, however late the list of names comes', async () => {
    const drafts = memoryDrafts()
    const first = mountEform({ drafts })
    await press('Bắt đầu')
    await fillRequester()
    await answerForSelf()
    await press('Tiếp tục')
    await field('Giữ bản nháp trên máy này').click()
    await expect.poll(() => [...drafts.kept.values()][0]?.content.step).toBe('@check')
    first.remove()
    let arrive = (): void => {}
    const late = new Promise<void>((resolve) => { arrive = resolve })
    const { services } = mountEform({ drafts })
    if (services) {
      const { loadPlaces } = services
      services.loadPlaces = async () => { await late; return loadPlaces() }
    }
    await press('Làm tiếp bản nháp')
    await step('Bước 5 / 5')
    await expect.element(page.getByText('30838', { exact: true })).toBeVisible()
    // Until the draft is saved there are other reasons to draw.
    await expect.element(page.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible()
    arrive()
    await expect.element(page.getByText('Xã Mỹ Thuận, An Giang')).toBeVisible()
  })

  it('keeps a submission whose answer was lost until it is acknowledged, with its key', async () => {
    const portal = new FixturePortal()
    const drafts = memoryDrafts()
    const first = mountEform({ portal, drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0912345678')
    await answerForSelf()
    await press('Tiếp tục')
    await field('Tôi cam đoan').click()
    portal.failNextSubmit = 'after-commit'
    await press('Nộp hồ sơ')
    await expect.element(page.getByText(/^Trong lúc chờ, những gì bạn khai được giữ lại/)).toBeVisible()
    first.remove()
    mountEform({ portal, drafts })
    await press('Làm tiếp bản nháp')
    await field('Tôi cam đoan').click()
    await press('Nộp hồ sơ')
    await expect.element(page.getByText(FIXTURE_CODE)).toBeVisible()
    expect(portal.dossiers.size).toBe(1)
    await expect.poll(() => drafts.kept.size).toBe(0)
  })
})

describe('an insecure origin', () => {
  it('collects nothing, gives the reason and the fallback', async () => {
    const secure = Object.getOwnPropertyDescriptor(globalThis, 'isSecureContext')
    Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true })
    try {
      const element = mountEform()
      await expect.element(page.getByText(/không dùng kết nối an toàn/)).toBeVisible()
      await expect.element(page.getByText('Đến bộ phận một cửa')).toBeVisible()
      expect(rootOf(element).querySelectorAll('input, select, textarea')).toHaveLength(0)
    } finally {
      if (secure) Object.defineProperty(globalThis, 'isSecureContext', secure)
    }
  })
})

interface Sealed { key: CryptoKey; data: ArrayBuffer; expiresAt: number }

/** What really lies in the database. */
async function storedDrafts(): Promise<Sealed[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('motcua-drafts')
    request.onsuccess = () => { resolve(request.result) }
    request.onerror = () => { reject(request.error) }
  })
  const all = await new Promise<Sealed[]>((resolve) => {
    const request = database.transaction('drafts').objectStore('drafts').getAll()
    request.onsuccess = () => { resolve(request.result as Sealed[]) }
  })
  database.close()
  return all
}

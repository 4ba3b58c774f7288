import { violations } from '../../testing/strict-policy.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import type { Proposal } from '../../services/contract.ts'
import type { DraftServices } from '../../services/services.ts'
import { AskingPortal } from '../../testing/asking-portal.ts'
import { bundledDefinition, bundledPlaces } from '../../testing/bundled.ts'
import { expectAccessible, field, press, rootOf } from '../../testing/harness.ts'
import { FIXTURE_PERSON, fixtureServices, memoryDrafts } from '../../testing/services.ts'
import type { MotcuaEform } from './eform.ts'

afterEach(() => {
  document.body.replaceChildren()
  sessionStorage.clear()
  expect(violations).toEqual([])
})

const home = (values: Record<string, string> = { residenceKind: 'permanent', 'residence/scope': 'domestic', 'residence/province': '91', 'residence/commune': '30838', 'residence/detail': 'Số 12, ấp Mỹ Bình' }): Proposal[] =>
  Object.entries(values).map(([path, value]) => ({ pointer: `/requester/${path}`, value, source: 'population-database', asOf: '2026-11-22', locked: false, together: '/requester/residence' }))
const email: Proposal = { pointer: '/requester/email', value: 'mau@vidu.vn', source: 'earlier-dossier', asOf: '2026-05-04', locked: false }

function mountExtract(portal: AskingPortal, attributes: Record<string, string> = {}, drafts?: DraftServices): MotcuaEform {
  const definition = bundledDefinition('extract-copy')
  const element = document.createElement('motcua-eform') as MotcuaEform
  for (const [name, value] of Object.entries({ procedure: 'extract-copy', commune: '30838', lang: 'vi', ...attributes })) element.setAttribute(name, value)
  element.services = { ...fixtureServices({ portal, definition, ...(drafts && { drafts }) }), loadPlaces: async () => bundledPlaces() }
  document.body.append(element)
  return element
}

/** Copies of an extract, at the page about the requester. */
async function atRequester(portal: AskingPortal, attributes: Record<string, string> = {}, drafts?: DraftServices): Promise<MotcuaEform> {
  const element = mountExtract(portal, attributes, drafts)
  await press('Bắt đầu')
  if ('assisted' in attributes) {
    await field('Cán bộ').click()
    await field('Hướng dẫn').click()
    await press('Tiếp tục')
  }
  await page.getByRole('radio').first().click()
  await press('Tiếp tục')
  await expect.element(page.getByRole('heading', { level: 3, name: 'Điền giúp bạn?' })).toBeVisible()
  return element
}

const form = (element: MotcuaEform) => rootOf(element)
const said = () => page.getByRole('status')
async function nextPage(): Promise<void> {
  await field('Số điện thoại').fill('0912345678')
  await press('Tiếp tục')
  await expect.element(field('Số nhà, đường/phố')).toBeVisible()
}

describe('the offer to fill in', () => {
  it('asks nobody before the person says so, and never again once they have declined', async () => {
    const portal = new AskingPortal([...home(), email])
    const element = await atRequester(portal)
    await expectAccessible(element)
    await press('Tôi tự điền')
    await expect.element(said()).toHaveTextContent('Bạn tự điền. Không có gì được tra cứu.')
    await expect.poll(() => form(element).activeElement?.id).toBe('prefill')
    await expectAccessible(element)
    await nextPage()
    await expect.element(page.getByRole('heading', { level: 3, name: 'Điền giúp bạn?' })).not.toBeInTheDocument()
    expect(portal.asked).toEqual([])
  })

  it('fills in once, says of every answer where it comes from, and lets the person correct it', async () => {
    const portal = new AskingPortal([...home(), email])
    const element = await atRequester(portal)
    await press('Điền giúp tôi')
    await expect.element(said()).toHaveTextContent('Đã điền 6 câu trả lời. Hãy xem lại từng mục.')
    expect(portal.asked).toEqual([{ procedure: expect.objectContaining({ slug: 'extract-copy' }), commune: '30838', sources: ['population-database', 'earlier-dossier'] }])
    await expect.element(page.getByText(/^Từ Cơ sở dữ liệu quốc gia về dân cư, tra cứu ngày 22\/11\/2026: /)).toBeVisible()
    await expect.element(page.getByText(/^Từ hồ sơ trước ngày 04\/05\/2026 của bạn: Thư điện tử\.$/)).toBeVisible()
    await expect.element(field('Thư điện tử')).toHaveAccessibleDescription(/Từ hồ sơ trước ngày 04\/05\/2026 của bạn\. Hãy xem còn đúng không\./)
    await expectAccessible(element)
    await nextPage()
    const detail = field('Số nhà, đường/phố')
    await expect.element(detail).toHaveValue('Số 12, ấp Mỹ Bình')
    await expect.element(detail).toHaveAccessibleDescription(/Lấy từ Cơ sở dữ liệu quốc gia về dân cư\./)
    await expectAccessible(element)
    await detail.fill('Số 14')
    await expect.element(detail).not.toHaveAccessibleDescription(/dân cư/)
    element.lang = 'en'
    await expect.element(page.getByText(/^From the National Population Database, asked on 22\/11\/2026: /)).toBeVisible()
    await expectAccessible(element)
  })

  it('says where each answer comes from on the very page that it is asked for from', async () => {
    const element = await atRequester(new AskingPortal(home()))
    await press('Tôi tự điền')
    await nextPage()
    await press('Điền giúp tôi')
    await expect.element(page.getByText('Đã điền 5 câu trả lời. Hãy xem lại từng mục.')).toBeVisible()
    await expect.poll(() => [...form(element).querySelectorAll('[part="origin"]')].map((origin) => origin.parentElement?.querySelector('[part="label"]')?.textContent)).toHaveLength(5)
  })

  it('keeps what was typed while it was asking', async () => {
    const portal = new AskingPortal([...home(), email])
    portal.holds = true
    const element = await atRequester(portal)
    await press('Điền giúp tôi')
    await expect.element(said()).toHaveTextContent('Đang lấy thông tin. Bạn cứ tiếp tục điền.')
    await field('Thư điện tử').fill('khac@vidu.vn')
    portal.release?.()
    await expect.element(said()).toHaveTextContent('Đã điền 5 câu trả lời. Hãy xem lại từng mục.')
    await expect.element(field('Thư điện tử')).toHaveValue('khac@vidu.vn')
    expect(form(element).activeElement?.id).toBe('f-requester-email')
  })

  it('takes back everything of one source at a press', async () => {
    const element = await atRequester(new AskingPortal([...home(), email]))
    await press('Điền giúp tôi')
    await press('Xóa những gì lấy từ hồ sơ trước')
    await expect.element(said()).toHaveTextContent('Đã xóa 1 câu trả lời. Hãy tự điền.')
    await expect.element(field('Thư điện tử')).toHaveValue('')
    await press('Xóa những gì lấy từ Cơ sở dữ liệu quốc gia về dân cư')
    await expect.element(said()).toHaveTextContent('Đã xóa 5 câu trả lời. Hãy tự điền.')
    await expectAccessible(element)
    await nextPage()
    await expect.element(field('Số nhà, đường/phố')).toHaveValue('')
  })

  it('says in plain words why nothing came, and goes on', async () => {
    const portal = new AskingPortal([...home(), email])
    portal.outcome = 'unavailable'
    portal.proposals = []
    const element = await atRequester(portal)
    await press('Điền giúp tôi')
    await expect.element(said()).toHaveTextContent('Không có gì để điền giúp. Hãy tự điền.')
    await expect.element(page.getByText('Cơ sở dữ liệu quốc gia về dân cư chưa trả lời.')).toBeVisible()
    await expectAccessible(element)
    await nextPage()
  })

  it('can be tried again when the gateway cannot be reached', async () => {
    const portal = new AskingPortal([...home(), email])
    portal.fails = true
    await atRequester(portal)
    await press('Điền giúp tôi')
    await expect.element(said()).toHaveTextContent('Chưa lấy được thông tin. Hãy tự điền, hoặc thử lại sau.')
    portal.fails = false
    await press('Thử lại')
    await expect.element(said()).toHaveTextContent('Đã điền 6 câu trả lời. Hãy xem lại từng mục.')
  })

  it('says what to do about a locked answer that is wrong', async () => {
    const element = await atRequester(new AskingPortal([...home(), email]))
    await page.getByText('Mục bị khóa mà sai thì làm thế nào?').click()
    await expect.element(page.getByText(/Hãy đến công an xã, phường, đặc khu nơi bạn cư trú/)).toBeVisible()
    await expect.element(field('Họ, chữ đệm, tên người yêu cầu')).toHaveAttribute('readonly')
    await expectAccessible(element)
  })

  it('asks a helper to ask the person, and goes with the person who signs out', async () => {
    const portal = new AskingPortal([...home(), email])
    portal.holds = true
    const element = await atRequester(portal, { assisted: '' })
    await expect.element(page.getByText('Người hỗ trợ hỏi người yêu cầu trước khi bấm: đây là thông tin của họ.')).toBeVisible()
    await expectAccessible(element)
    await press('Điền giúp tôi')
    await press('Đăng xuất')
    await expect.element(page.getByRole('button', { name: 'Đăng nhập để bắt đầu' })).toBeVisible()
    portal.release?.()
    // Somebody else's turn on the same page.
    portal.signedIn = true
    portal.person = { ...FIXTURE_PERSON, fullName: 'Trần Thị Khác', personalId: '089158000009' }
    element.remove()
    const next = await atRequester(portal)
    await expect.element(field('Họ, chữ đệm, tên người yêu cầu')).toHaveValue('Trần Thị Khác')
    await expect.element(field('Thư điện tử')).toHaveValue('')
    expect([...form(next).querySelectorAll('input')].map(({ value }) => value)).not.toContain('Nguyễn Văn Mẫu')
  })

  it('leaves out of a draft what was filled in about the person before', async () => {
    const drafts = memoryDrafts()
    const portal = new AskingPortal([...home(), email])
    const first = await atRequester(portal, {}, drafts)
    await press('Điền giúp tôi')
    await expect.element(field('Thư điện tử')).toHaveValue('mau@vidu.vn')
    await field('Giữ bản nháp').click()
    await expect.poll(() => drafts.kept.size).toBe(1)
    first.remove()
    portal.person = { ...FIXTURE_PERSON, fullName: 'Trần Thị Khác', personalId: '089158000009' }
    mountExtract(portal, {}, drafts)
    await press(/^Làm tiếp/)
    await expect.element(field('Họ, chữ đệm, tên người yêu cầu')).toHaveValue('Trần Thị Khác')
    await expect.element(field('Thư điện tử')).toHaveValue('')
  })

  it('locks no question with a birth year where the day is asked for, and lets a source that knows it answer', async () => {
    const portal = new AskingPortal([{ pointer: '/requester/birthDate', value: '1958-03-02', source: 'population-database', asOf: '2026-11-22', locked: true }])
    portal.person = { ...FIXTURE_PERSON, birthDate: '1958' }
    await atRequester(portal)
    const year = field('Năm').first()
    await expect.element(year).toHaveValue('')
    await press('Điền giúp tôi')
    await expect.element(field('Ngày, tháng, năm sinh')).toHaveValue('02/03/1958')
    await expect.element(field('Ngày, tháng, năm sinh')).toHaveAttribute('readonly')
    expect(page.getByRole('button', { name: 'Xóa những gì lấy từ Cơ sở dữ liệu quốc gia về dân cư' }).elements()).toEqual([])
  })
})

import { PortalDefinitionChangedError, PortalInvalidAnswersError, PortalProblemError } from '@motcua/portal-client'
import { afterEach, describe, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import '../define.ts'
import { fixtureDefinition } from '../testing/definition.ts'
import { expectAccessible, field, fileForSelf, mountEform, press, rootOf } from '../testing/harness.ts'
import { FIXTURE_CODE, FixturePortal } from '../testing/services.ts'

afterEach(() => { document.body.replaceChildren() })

/** A portal that refuses the first submission. */
function refusing(error: Error): FixturePortal {
  const portal = new FixturePortal()
  const submit = portal.submit.bind(portal)
  let refused = false
  portal.submit = async (submission, options) => {
    if (refused) return submit(submission, options)
    refused = true
    throw error
  }
  return portal
}

const problem = (status: number, name: string) => ({ type: `urn:motcua:problem:${name}`, title: 'Chưa nhận được hồ sơ', status, correlationId: 'c0ffee00-0000-4000-8000-000000000001' })

describe('a gateway that does not take the dossier', () => {
  // The first, because what it cuts off arrives once in a page.
  it('reads as a lost connection while what to do about it cannot be fetched, and is heeded with the next press', async () => {
    const issue = { pointer: '/count', code: 'maximum', params: { limit: 1 }, source: 'server', severity: 'error', clears: 'edit' } as const
    const refusal = new PortalInvalidAnswersError(problem(422, 'invalid-answers'), [issue])
    const portal = new FixturePortal()
    const keys: string[] = []
    portal.submit = async (_submission, { idempotencyKey }) => { keys.push(idempotencyKey); throw refusal }
    mountEform({ portal })
    await cdp().send('Network.enable')
    await cdp().send('Network.setBlockedURLs', { urls: ['*/eform/refusal.ts*'] })
    await fileForSelf()
    await expect.element(page.getByText(/^Chưa gửi được vì mất kết nối. Không có gì bị mất/)).toBeVisible()
    await expect.element(page.getByText('Xã Mỹ Thuận, An Giang')).toBeVisible()
    await cdp().send('Network.setBlockedURLs', { urls: [] })
    await press('Thử nộp lại')
    await expect.element(page.getByText(/^Cổng tiếp nhận thấy có chỗ cần sửa/)).toBeVisible()
    expect(new Set(keys).size).toBe(1)
    expect(keys).toHaveLength(2)
  })

  it('puts its findings on the fields, with the support code, and takes the mended dossier', async () => {
    const issue = { pointer: '/count', code: 'maximum', params: { limit: 1 }, source: 'server', severity: 'error', clears: 'edit' } as const
    const portal = refusing(new PortalInvalidAnswersError(problem(422, 'invalid-answers'), [issue]))
    const element = mountEform({ portal })
    await fileForSelf()
    await expect.element(page.getByText(/^Cổng tiếp nhận thấy có chỗ cần sửa/)).toBeVisible()
    await expect.element(page.getByText('Mã hỗ trợ: c0ffee00-0000-4000-8000-000000000001')).toBeVisible()
    await expectAccessible(element)
    await page.getByRole('alert').getByRole('link').click()
    await expect.poll(() => rootOf(element).activeElement?.id).toBe('f-count')
    await expect.element(field('Số lượng bản sao')).toHaveAttribute('aria-invalid', 'true')
    await field('Số lượng bản sao').fill('1')
    await press('Tiếp tục')
    await press('Nộp hồ sơ')
    await expect.element(page.getByText(FIXTURE_CODE)).toBeVisible()
  })

  it.each([
    ['identityMismatch', '/requester/personalId', 'vi', /chưa khớp với thông tin của tài khoản định danh/],
    ['communeUnknown', '/commune', 'vi', /không có xã, phường, đặc khu đã chọn ở mục “Nơi đã đăng ký”/],
    ['communeNotInProvince', '/commune', 'en', /“Place of registration” is not in the chosen province/],
  ] as const)('says %s of %s in words (%s) on its field', async (code, pointer, lang, words) => {
    const issue = { pointer, code, params: {}, source: 'server', severity: 'error', clears: 'revalidate' } as const
    const element = mountEform({ portal: refusing(new PortalInvalidAnswersError(problem(422, 'invalid-answers'), [issue])) })
    await fileForSelf()
    await expect.element(page.getByText(/^Cổng tiếp nhận thấy có chỗ cần sửa/)).toBeVisible()
    element.lang = lang
    const link = page.getByRole('alert').getByRole('link', { name: words })
    await link.click()
    const id = `f${pointer.replaceAll('/', '-')}`
    await expect.poll(() => rootOf(element).activeElement?.id).toBe(id)
    expect(rootOf(element).getElementById(`${id}-error`)?.textContent).toMatch(words)
  })

  it('brings the new version of the form and every answer with it', async () => {
    const portal = refusing(new PortalDefinitionChangedError(problem(409, 'definition-changed'), null))
    const element = mountEform({ portal })
    await expect.element(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible()
    const { services } = element
    const newer = fixtureDefinition((d) => { d.procedure.effectiveFrom = '2026-11-01' })
    if (services) services.loadDefinition = async () => ({ kind: 'found', definition: newer, sha256: 'c'.repeat(64) })
    await fileForSelf()
    await expect.element(page.getByText(/^Biểu mẫu vừa được cập nhật/)).toBeVisible()
    await expect.element(page.getByText('Xã Mỹ Thuận, An Giang')).toBeVisible()
    await field('Tôi cam đoan').click()
    await press('Nộp hồ sơ')
    await expect.element(page.getByText(FIXTURE_CODE)).toBeVisible()
    expect(portal.submissions[0]?.submission.procedure).toEqual({ slug: 'fixture-copy', effectiveFrom: '2026-11-01', sha256: 'c'.repeat(64) })
  })

  it('says what the gateway says when no field is to blame', async () => {
    const element = mountEform({ portal: refusing(new PortalProblemError(problem(422, 'ending-not-allowed'))) })
    await fileForSelf()
    await expect.element(page.getByText('Cổng tiếp nhận chưa nhận hồ sơ: Chưa nhận được hồ sơ')).toBeVisible()
    element.lang = 'en'
    await expect.element(page.getByText('The portal did not accept the dossier: Chưa nhận được hồ sơ')).toBeVisible()
    expect(page.getByText('Chưa nhận được hồ sơ', { exact: true }).element().getAttribute('lang')).toBe('vi')
  })

  const invalid = new PortalInvalidAnswersError(problem(422, 'invalid-answers'), [{ pointer: '/count', code: 'maximum', params: { limit: 1 }, source: 'server', severity: 'error', clears: 'edit' }])
  it.each([
    ['a finding', invalid], ['a newer form', new PortalDefinitionChangedError(problem(409, 'definition-changed'), null)], ['a lost connection', new TypeError('network')], ['an acknowledgement', undefined],
  ])('that answers with %s after the machine was wiped touches nothing of the next person', async (_answer, refusal) => {
    const portal = new FixturePortal()
    const submit = portal.submit.bind(portal)
    let answer = (): void => undefined
    const answered = new Promise<void>((resolve) => { answer = resolve })
    portal.submit = async (submission, options) => {
      await answered
      if (refusal) throw refusal
      return submit(submission, options)
    }
    const element = mountEform({ portal }, { shared: '' })
    await fileForSelf()
    await press('Xóa và bắt đầu lại cho người tiếp theo')
    await expect.element(page.getByRole('button', { name: 'Đăng nhập để bắt đầu' })).toBeVisible()
    const heard: string[] = []
    for (const type of ['motcua-error', 'motcua-step-change', 'motcua-submitted']) element.addEventListener(type, () => { heard.push(type) })
    portal.me = async () => { heard.push('me'); throw new TypeError('nobody is signed in') }
    const button = rootOf(element).querySelector<HTMLButtonElement>('button')
    button?.focus()
    const before = history.length
    answer()
    // Whatever follows follows within a few turns and the fetching of a chunk that is here.
    await new Promise((resolve) => { setTimeout(resolve, 200) })
    expect(heard).toEqual([])
    expect(history.length).toBe(before)
    expect(rootOf(element).activeElement).toBe(button)
    expect(page.getByRole('alert').elements()).toHaveLength(0)
    await expect.element(page.getByRole('button', { name: 'Đăng nhập để bắt đầu' })).toBeVisible()
  })
})

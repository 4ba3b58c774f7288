import { violations } from '../../testing/strict-policy.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { encryptedDraftStore } from '@motcua/form-core/draft'
import { createForm } from '@motcua/form-core'
import '../../define.ts'
import { deviceDrafts } from '../../services/device-drafts.ts'
import { draftStorage } from '../../services/draft-storage.ts'
import { fixtureDefinition } from '../../testing/definition.ts'
import { answerForSelf, expectAccessible, field, fillRequester, mountEform, press, rootOf } from '../../testing/harness.ts'
import { FIXTURE_CODE, FixturePortal, memoryDrafts } from '../../testing/services.ts'

afterEach(async () => {
  document.body.replaceChildren()
  sessionStorage.clear()
  // An element that goes writes what it still has to.
  await new Promise((resolve) => { setTimeout(resolve, 50) })
  await deviceDrafts().removeAll()
  expect(violations).toEqual([])
})

const keep = async (): Promise<void> => {
  await field('Giữ bản nháp trên máy này').click()
  await expect.element(page.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible()
}
const phoneOf = (draft: { content: { snapshot: { values: Record<string, unknown> } } } | undefined): unknown => draft?.content.snapshot.values['/requester/phone']

describe('several drafts of one procedure', () => {
  it('are kept apart, named by time and page without a word of the answers, resumed one by one and deleted', async () => {
    const drafts = memoryDrafts()
    const first = mountEform({ drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0911111111')
    await keep()
    first.remove()
    const second = mountEform({ drafts })
    await expect.element(page.getByText(/^Lưu lúc .*, đang ở phần “Người yêu cầu”$/)).toBeVisible()
    await press('Bắt đầu')
    await fillRequester()
    await field('Số điện thoại').fill('0922222222')
    await press('Tiếp tục')
    await keep()
    second.remove()
    expect([...drafts.kept.values()].map(phoneOf)).toEqual(['0911111111', '0922222222'])
    const third = mountEform({ drafts })
    const list = page.getByRole('region', { name: 'Bản nháp của bạn trên máy này' })
    await expect.element(list.getByRole('listitem').first().getByText(/đang ở phần “Người được cấp bản sao”$/)).toBeVisible()
    expect(list.element().textContent).not.toMatch(/09\d{8}|Mẫu/)
    await expectAccessible(third)
    await list.getByRole('button', { name: /^Làm tiếp bản nháp 2: Lưu lúc .*“Người yêu cầu”/ }).click()
    await expect.element(field('Số điện thoại')).toHaveValue('0911111111')
    third.remove()
    const fourth = mountEform({ drafts })
    await list.getByRole('button', { name: /^Xóa bản nháp [12]: .*“Người được cấp bản sao”/ }).click()
    await expect.poll(() => rootOf(fourth).activeElement?.textContent).toBe('Xóa hẳn bản nháp này?')
    await list.getByRole('button', { name: /^Giữ lại/ }).click()
    await expect.poll(() => rootOf(fourth).activeElement?.id).toBe('drafts')
    // Who presses everything twice deletes nothing.
    await list.getByRole('button', { name: /^Xóa bản nháp [12]: .*“Người được cấp bản sao”/ }).dblClick()
    expect(drafts.kept.size).toBe(2)
    await list.getByRole('button', { name: /^Xóa bản nháp [12]: .*“Người được cấp bản sao”/ }).click()
    await list.getByRole('button', { name: /^Xóa [12]: .*“Người được cấp bản sao”/ }).click()
    await expect.poll(() => rootOf(fourth).activeElement?.id).toBe('notice')
    await expect.element(page.getByText('Đã xóa bản nháp.')).toBeVisible()
    expect([...drafts.kept.values()].map(phoneOf)).toEqual(['0911111111'])
  })

  it('lose only the one that was filed, and all of them on signing out', async () => {
    const drafts = deviceDrafts()
    const portal = new FixturePortal()
    const first = mountEform({ portal, drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0911111111')
    await keep()
    first.remove()
    const second = mountEform({ portal, drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0922222222')
    await keep()
    await expect.poll(async () => (await deviceDrafts().list('fixture-copy:30838')).length).toBe(2)
    await answerForSelf()
    await press('Tiếp tục')
    await field('Tôi cam đoan').click()
    await press('Nộp hồ sơ')
    await expect.element(page.getByText(FIXTURE_CODE)).toBeVisible()
    await expect.poll(async () => (await deviceDrafts().list('fixture-copy:30838')).map(phoneOf)).toEqual(['0911111111'])
    second.remove()
    mountEform({ portal, drafts })
    await press('Làm tiếp bản nháp')
    await press('Đăng xuất')
    await expect.poll(async () => (await deviceDrafts().list('fixture-copy:30838')).length).toBe(0)
  })

  it('are never written over by another tab: the second one works on a copy and says so', async () => {
    const drafts = memoryDrafts()
    const tab = mountEform({ drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0911111111')
    await keep()
    const other = mountEform({ drafts })
    await press('Làm tiếp bản nháp')
    await expect.element(page.getByText(/^Bản nháp này đang mở ở một thẻ khác/)).toBeVisible()
    tab.hidden = true
    await field('Số điện thoại').last().fill('0922222222')
    await expect.poll(() => [...drafts.kept.values()].map(phoneOf).toSorted()).toEqual(['0911111111', '0922222222'])
    const keys = [...drafts.kept.values()].map(({ content }) => content.idempotencyKey)
    expect(new Set(keys).size).toBe(2)
    await expectAccessible(other)
  })

  it('are written at once when an answer or a page is done, for a page may go without warning', async () => {
    const drafts = memoryDrafts()
    mountEform({ drafts })
    await press('Bắt đầu')
    await fillRequester()
    await keep()
    const kept = () => [...drafts.kept.values()][0]?.content
    // Whatever a save needs has run after one turn; the pause after a key has not ended.
    const turn = () => new Promise((resolve) => { setTimeout(resolve) })
    await press('Tiếp tục')
    await turn()
    expect(kept()?.step).toBe('subject')
    await field('Cho chính tôi').click()
    await turn()
    expect(kept()?.snapshot.values['/forWhom']).toBe('self')
  })

  it('let go when the person no longer wants them, also while everything is saved', async () => {
    const drafts = memoryDrafts()
    mountEform({ drafts })
    await press('Bắt đầu')
    await keep()
    await field('Giữ bản nháp trên máy này').click()
    await expect.element(field('Giữ bản nháp trên máy này')).not.toBeChecked()
    await expect.poll(() => drafts.kept.size).toBe(0)
  })

  it('are not deleted under the hands of another tab', async () => {
    const drafts = memoryDrafts()
    const tab = mountEform({ drafts })
    await press('Bắt đầu')
    await field('Số điện thoại').fill('0911111111')
    await keep()
    const other = mountEform({ drafts })
    await press('Xóa bản nháp')
    await press('Xóa')
    await expect.element(page.getByText(/^Bản nháp này đang mở ở một thẻ khác nên chưa xóa được/)).toBeVisible()
    expect([...drafts.kept.values()].map(phoneOf)).toEqual(['0911111111'])
    tab.remove()
    await expect.poll(() => navigator.locks.query().then(({ held }) => held?.length)).toBe(0)
    await press('Xóa')
    await expect.poll(() => drafts.kept.size).toBe(0)
    await expectAccessible(other)
  })

  it('that lie on the device since before there could be several are read, once', async () => {
    const form = createForm({ definition: fixtureDefinition() })
    form.setValue('/requester/phone', '0933333333')
    const store = encryptedDraftStore({ storage: draftStorage() })
    const bookmark = { step: 'requester', attachments: [], idempotencyKey: '11111111-1111-4111-8111-111111111111', chosen: true }
    await store.save('fixture-copy:30838', { snapshot: form.snapshot(), page: JSON.stringify(bookmark), savedAt: new Date().toISOString() })
    mountEform({ drafts: deviceDrafts() })
    await press('Làm tiếp bản nháp')
    await expect.element(field('Số điện thoại')).toHaveValue('0933333333')
    await field('Số điện thoại').fill('0944444444')
    await expect.poll(async () => (await store.load('fixture-copy:30838'))?.snapshot.values['/requester/phone']).toBe('0944444444')
    const { page: reached, beside } = await store.load('fixture-copy:30838') ?? {}
    expect(reached).toBe('requester')
    expect(beside).toEqual({ attachments: [], idempotencyKey: bookmark.idempotencyKey, chosen: true })
  })

  it('of another procedure or commune are not among them', async () => {
    const drafts = deviceDrafts()
    const content = { snapshot: createForm({ definition: fixtureDefinition() }).snapshot(), step: 'requester', attachments: [], idempotencyKey: 'k', chosen: true }
    for (const id of ['fixture-copy:30838:a', 'fixture-copy:308380:b', 'fixture-copy-2:30838:c', 'fixture-copy:00004:d']) await drafts.save(id, content)
    expect((await drafts.list('fixture-copy:30838')).map(({ id }) => id)).toEqual(['fixture-copy:30838:a'])
  })
})

import { expect, it, onTestFinished } from 'vitest'
import { cdp, page } from 'vitest/browser'
import '../../define.ts'
import { mountEform, press } from '../../testing/harness.ts'
import { memoryDrafts } from '../../testing/services.ts'

// A module arrives once in a page: this is a file of its own.
it('names a province on the check page of a draft, though what knows its name was lost on the way and comes last', async () => {
  await cdp().send('Network.enable')
  const cutOff = (...urls: string[]): Promise<unknown> => cdp().send('Network.setBlockedURLs', { urls })
  onTestFinished(async () => {
    await cutOff()
    document.body.replaceChildren()
  })
  await cutOff('*/seldom/seldom-views.ts*')
  const drafts = memoryDrafts()
  const snapshot = { formatVersion: 1 as const, definition: { slug: 'fixture-copy', effectiveFrom: '2026-01-01' }, values: { '/province': '91' }, rows: {}, cleared: [], provenance: {} }
  drafts.kept.set('fixture-copy:30838:one', { content: { snapshot, step: '@check', attachments: [], idempotencyKey: 'one', chosen: true }, savedAt: new Date() })
  mountEform({ drafts })
  await press(/^Làm tiếp bản nháp/)
  const province = page.getByRole('term').filter({ hasText: 'Tỉnh, thành phố' })
  await expect.element(province).toBeVisible()
  const answer = () => province.element().nextElementSibling?.textContent
  expect(answer()).toBe('91')
  await cutOff()
  await expect.poll(answer, { timeout: 8000 }).toBe('Tỉnh An Giang')
})

import { catalogue } from '@motcua/schemas/catalogue'
import { afterEach, expect, it, vi } from 'vitest'
import { driveForm } from './drive-form.ts'
import type { FormPage } from './form-page.ts'

afterEach(() => { vi.useRealTimers() })

/** A page that has every control and says nothing. */
const silent: FormPage = {
  count: ({ role }) => Promise.resolve(role === 'alert' || role === 'progressbar' ? 0 : 1),
  click: () => Promise.resolve(),
  type: () => Promise.resolve(),
  select: () => Promise.resolve(),
  attach: () => Promise.resolve(),
  texts: () => Promise.resolve([]),
}

it('expects places by name on the check page from the first form on, though what names them comes late', async () => {
  const definition = await catalogue.find('extract-copy', { on: '2026-11-21' }).load()
  const requester = { residenceKind: 'permanent', residence: { scope: 'domestic', province: '91', commune: '30838' } }
  const { summary } = await driveForm({ page: silent, definition, answers: { capacity: 'self', requester }, today: '2026-11-21' })
  expect(summary.map(({ expected }) => expected)).toContain('Tỉnh An Giang')
})

it('says that a form did not open, instead of waiting for ever, also where the clock of the page stands still', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const definition = await catalogue.find('extract-copy', { on: '2026-11-21' }).load()
  const page: FormPage = { ...silent, count: () => Promise.resolve(0), click: () => Promise.reject(new Error('There is nothing to press.')) }
  expect(await driveForm({ page, definition, answers: {}, timeoutMs: 5 })).toEqual({ pages: [], unfilled: [], summary: [], stopped: { page: 'start', messages: [] } })
})

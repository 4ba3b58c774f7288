import { violations } from '../../testing/strict-policy.ts'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import { fixtureDefinition } from '../../testing/definition.ts'
import { mountEform, press, rootOf } from '../../testing/harness.ts'
import { fixtureServices } from '../../testing/services.ts'

afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

it('says what is wrong in general words until those of the form are there, asks for them again when they are wanted, and then says it in them', async () => {
  const definition = fixtureDefinition()
  const { vi } = definition.locales
  const pointer = '/requester/personalId'
  let arrive: (() => void) | undefined
  let asked = 0
  const learn = async (): Promise<void> => {
    asked += 1
    if (asked === 1) throw new TypeError('network')
    await new Promise<void>((resolve) => { arrive = resolve })
    definition.locales.vi = { ...vi, fields: { ...vi.fields, [pointer]: { label: 'Số định danh cá nhân', messages: { required: 'Nhập số in trên thẻ của bạn.' } } } }
  }
  const element = mountEform()
  element.services = { ...fixtureServices(), loadDefinition: async () => ({ kind: 'found', definition, sha256: 'b'.repeat(64), learn }) }
  await press('Bắt đầu')
  await press('Tiếp tục')
  const texts = (): Array<string | null | undefined> => [rootOf(element).querySelector('[role=alert] a[href$=personalId]')?.textContent, rootOf(element).querySelector('[id$=personalId-error]')?.textContent]
  await expect.poll(texts).toEqual(Array(2).fill(expect.stringContaining('Bạn chưa trả lời mục “Số định danh cá nhân”.')))
  expect(asked).toBe(2)
  arrive?.()
  await expect.poll(texts).toEqual(Array(2).fill(expect.stringContaining('Nhập số in trên thẻ của bạn.')))
  await expect.element(page.getByRole('alert')).toBeVisible()
})

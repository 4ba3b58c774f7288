import { afterEach, expect, it } from 'vitest'
import { mountForm } from '../form/mount-form.ts'
import { FIXTURE_PLACES, fixtureDefinition } from '../testing/definition.ts'
import { violations } from '../testing/strict-policy.ts'

afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

it('a form is there before what not every form has, holds its places, and has all of it when it has come', async () => {
  const definition = fixtureDefinition((changed) => {
    changed.pages = [{ id: 'copies', items: [
      { type: 'field', pointer: '/requester/fullName', field: 'person-name', required: true, prefill: 'fullName', lockedBy: ['identity-provider'] },
      { type: 'field', pointer: '/commune', field: 'commune', required: true },
    ] }]
  })
  const { root, form } = mountForm(document.body.appendChild(document.createElement('main')), definition, {
    prefill: { source: 'identity-provider', claims: { fullName: 'Nguyễn Thị Mẫu' } }, initial: { commune: '30838' }, loadPlaces: async () => FIXTURE_PLACES,
  })
  const name = root.getElementById('f-requester-fullName') as HTMLInputElement
  const commune = () => root.getElementById('f-commune') as HTMLInputElement
  const note = () => root.getElementById('f-requester-fullName-hint')?.textContent
  expect([name.value, name.readOnly, note()]).toEqual(['Nguyễn Thị Mẫu', true, 'Đang tải biểu mẫu…'])
  expect([commune().value, commune().disabled]).toEqual(['Đang tải biểu mẫu…', true])
  expect(form.project()).toMatchObject({ commune: '30838', requester: { fullName: 'Nguyễn Thị Mẫu' } })

  await expect.poll(() => commune().value).toBe('Xã Mỹ Thuận, An Giang')
  expect(commune().disabled).toBe(false)
  expect(note()).toBe('Lấy từ tài khoản định danh của bạn. Không sửa được ở đây.')
  expect(root.getElementById('f-requester-fullName')).toBe(name)
  // Their look has come with them.
  expect(getComputedStyle(commune().parentElement as HTMLElement).position).toBe('relative')
})

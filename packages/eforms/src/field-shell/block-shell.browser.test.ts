import { afterEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../define.ts'
import { leave } from '../testing/field-cases.ts'
import { drawn, entriesOf, mountField } from '../testing/field-harness.ts'
import type { MotcuaAddressField } from '../fields/address/address-field.ts'
import { BlockForm } from './block-form.ts'

afterEach(() => { document.body.replaceChildren() })

const street = () => page.getByLabelText('Số nhà, đường/phố, thôn/tổ dân phố', { exact: false })
const HOME = { scope: 'domestic', province: '91', commune: '30838', detail: 'Ấp Mỹ Thuận' }
const mountAddress = (attributes: Record<string, string> = {}) => {
  const { form, element } = mountField({ tag: 'motcua-address-field' }, attributes)
  return { form, element: element as MotcuaAddressField & typeof element }
}

describe('a block that stands on its own', () => {
  it('may stay empty when it is not required, but has to be finished once begun', async () => {
    const { element } = mountAddress()
    await drawn(element)
    expect([element.checkValidity(), element.answer]).toEqual([true, undefined])
    await page.getByLabelText('Tỉnh/Thành phố').selectOptions('An Giang')
    await leave()
    expect([element.checkValidity(), element.validationMessage]).toEqual([false, 'Chọn xã, phường hoặc đặc khu.'])
    await page.getByLabelText('Tỉnh/Thành phố').selectOptions('')
    await leave()
    expect([element.checkValidity(), element.answer]).toEqual([true, undefined])
  })

  it('takes and gives its answer as an object, without an event', async () => {
    const { form, element } = mountAddress()
    const told: Event[] = []
    for (const type of ['input', 'change']) form.addEventListener(type, (event) => { told.push(event) })
    element.answer = HOME
    expect(element.answer).toEqual(HOME)
    await drawn(element)
    await expect.poll(() => element.answer).toEqual(HOME)
    expect(entriesOf(form).map(([name]) => name)).toEqual(['test.scope', 'test.province', 'test.commune', 'test.detail'])
    expect(told).toEqual([])
  })

  it('leaves nothing behind of questions that were still on their way when it began anew', async () => {
    const open = vi.spyOn(BlockForm, 'open')
    const dispose = vi.spyOn(BlockForm.prototype, 'dispose')
    const { element } = mountAddress()
    await expect.poll(() => open.mock.calls.length).toBe(1)
    element.answer = HOME
    await drawn(element)
    await expect.poll(() => [open.mock.calls.length, dispose.mock.calls.length]).toEqual([2, 1])
    expect(element.answer).toEqual(HOME)
    vi.restoreAllMocks()
  })

  it('takes JSON that is no object for no answer', async () => {
    for (const value of ['{"scope":', '[]', 'null', '1']) {
      const { form, element } = mountAddress({ value })
      await drawn(element)
      expect([value, element.value, element.checkValidity()]).toEqual([value, '', true])
      form.remove()
    }
  })

  it('keeps its answers when it is moved, and when it comes back', async () => {
    const { form, element } = mountAddress()
    await drawn(element)
    await street().fill('Ấp Mỹ Thuận')
    const other = document.createElement('div')
    form.append(other)
    other.append(element)
    await drawn(element)
    expect(element.answer).toEqual({ scope: 'domestic', detail: 'Ấp Mỹ Thuận' })
    element.remove()
    await new Promise((resolve) => { setTimeout(resolve, 0) })
    other.append(element)
    await drawn(element)
    await expect.element(street()).toHaveValue('Ấp Mỹ Thuận')
  })
})

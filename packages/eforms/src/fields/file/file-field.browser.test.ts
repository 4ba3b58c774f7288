import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../../define.ts'
import { LABEL } from '../../testing/field-cases.ts'
import { entriesOf, mountField } from '../../testing/field-harness.ts'
import type { MotcuaFileField } from './file-field.ts'

const PDF = new File(['%PDF-1.7'], 'giay.pdf', { type: 'application/pdf' })
const WORDS = new File(['chữ'], 'giay.pdf', { type: 'application/pdf' })
const input = () => page.getByLabelText(LABEL, { exact: false })

afterEach(() => { document.body.replaceChildren() })

async function mount(attributes: Record<string, string> = {}): Promise<{ form: HTMLFormElement; element: MotcuaFileField }> {
  const { form, element } = mountField({ tag: 'motcua-file-field' }, { accept: 'application/pdf', ...attributes })
  await element.updateComplete
  return { form, element: element as unknown as MotcuaFileField }
}

describe('motcua-file-field', () => {
  it('gives the file to the form, tells the page, and takes it back on reset', async () => {
    const { form, element } = await mount()
    const told: string[] = []
    for (const type of ['input', 'change']) form.addEventListener(type, () => { told.push(`${type} ${element.file?.name}`) })
    await input().upload(PDF)
    await expect.element(page.getByRole('status')).toHaveTextContent('giay.pdf · 1 kB')
    // The browser's “no file chosen” beside it would not be true.
    expect(getComputedStyle(element.shadowRoot?.querySelector('input') ?? element).color).toBe('rgba(0, 0, 0, 0)')
    const [[name, file] = []] = entriesOf(form)
    expect([name, file instanceof File && await file.text()]).toEqual(['test', '%PDF-1.7'])
    expect(told).toEqual(['input giay.pdf', 'change giay.pdf'])
    form.reset()
    await expect.poll(() => entriesOf(form)).toEqual([])
  })

  it('blocks the form while it is required and empty, says so itself, and takes focus', async () => {
    const { form, element } = await mount({ required: '' })
    form.requestSubmit()
    await expect.element(page.getByText('Bạn chưa trả lời mục “Thử”.', { exact: false })).toBeVisible()
    expect(document.activeElement).toBe(element)
    element.lang = 'en'
    await expect.element(page.getByText('You have not answered “Thử”.', { exact: false })).toBeVisible()
    await input().upload(PDF)
    await expect.poll(() => element.checkValidity()).toBe(true)
  })

  it.each([
    [WORDS, 'Tệp này không phải loại được nhận (PDF). Hãy chọn tệp khác.', 'This is not a kind of file that is accepted (PDF). Choose another file.'],
    [new File([], 'rong.pdf'), 'Tệp này rỗng. Hãy chọn tệp khác.', 'This file is empty. Choose another file.'],
    [new File(['%PDF-1.7'.padEnd(3000)], 'nang.pdf'), 'Tệp nặng 3 kB, quá mức 2 kB. Hãy chụp lại với cỡ nhỏ hơn hoặc chọn tệp khác.', 'The file has 3 kB, more than 2 kB. Take a smaller photo or choose another file.'],
  ])('keeps what it cannot take, is not valid, and says why in either language (%#)', async (file, vi, en) => {
    const { element } = await mount({ maxbytes: '2048' })
    await input().upload(file)
    await expect.poll(() => element.validationMessage).toBe(vi)
    await expect.element(page.getByText(vi, { exact: false })).toBeVisible()
    element.lang = 'en'
    await expect.poll(() => element.validationMessage).toBe(en)
    await page.getByRole('button', { name: new RegExp(file.name) }).click()
    await expect.poll(() => [element.file, element.checkValidity()]).toEqual([undefined, true])
  })

  it('takes any file where no kind is named that a content has, and leaves the rest to the browser’s dialog', async () => {
    const { element } = await mount({ accept: 'image/*,.pdf' })
    await input().upload(WORDS)
    await expect.poll(() => [element.file?.name, element.validationMessage]).toEqual(['giay.pdf', ''])
    expect(element.shadowRoot?.querySelector('input')?.accept).toBe('image/*,.pdf')
  })

  it('judges anew when what is taken changes', async () => {
    const { element } = await mount({ accept: '' })
    element.file = WORDS
    await expect.poll(() => [element.file, element.checkValidity()]).toEqual([WORDS, true])
    element.accept = 'application/pdf'
    await expect.poll(() => element.checkValidity()).toBe(false)
  })

  it('ends with the file that was chosen last, however long the one before is judged, and gives none in between', async () => {
    const { form, element } = await mount()
    let read: (() => void) | undefined
    const slow = Object.assign(new File(['%PDF-1.7'], 'cham.pdf', { type: 'application/pdf' }), { slice: () => ({ arrayBuffer: () => new Promise<ArrayBuffer>((resolve) => { read = () => { resolve(new ArrayBuffer(0)) } }) }) })
    element.file = PDF
    await expect.poll(() => entriesOf(form).length).toBe(1)
    element.file = slow
    await element.updateComplete
    expect([entriesOf(form), element.file]).toEqual([[], undefined])
    element.file = undefined
    read?.()
    await new Promise((resolve) => { setTimeout(resolve) })
    expect(element.file).toBeUndefined()
    element.file = slow
    element.file = PDF
    await expect.poll(() => element.file).toBe(PDF)
    read?.()
    await new Promise((resolve) => { setTimeout(resolve) })
    expect([element.file, element.checkValidity()]).toEqual([PDF, true])
  })

  it('tells the page once for two choices in a row', async () => {
    const { form, element } = await mount()
    const told: string[] = []
    form.addEventListener('change', () => { told.push(String(element.file?.name)) })
    const box = element.shadowRoot?.querySelector('input') ?? expect.fail('no input')
    for (const file of [WORDS, PDF]) {
      const chosen = new DataTransfer()
      chosen.items.add(file)
      box.files = chosen.files
      box.dispatchEvent(new Event('change', { bubbles: true }))
    }
    await expect.poll(() => element.file).toBe(PDF)
    expect(told).toEqual(['giay.pdf'])
  })

  it('takes back what the browser kept', async () => {
    const { form, element } = await mount()
    element.formStateRestoreCallback(PDF)
    await expect.poll(() => entriesOf(form).length).toBe(1)
    expect(element.checkValidity()).toBe(true)
  })

  it.each<[string, Record<string, string>]>([['empty', {}], ['with an error', { error: 'Chưa đúng', hint: 'Gợi ý' }], ['locked', { locked: '' }], ['disabled', { disabled: '' }]])('is accessible %s', async (_state, attributes) => {
    const { form, element } = await mount(attributes)
    element.file = PDF
    await expect.element(page.getByRole('status')).toHaveTextContent('giay.pdf · 1 kB')
    expect((await axe.run(form)).violations.map(({ id }) => id)).toEqual([])
  })
})

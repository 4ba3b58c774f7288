import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mountForm } from '../form/mount-form.ts'
import type { MountedForm } from '../form/mount-form.ts'
import { rowsDefinition } from '../testing/rows-definition.ts'
import { accessible, mountRows as mount, people, rowStatus as status, testRows } from '../testing/rows-form.ts'

const NAMES = ['An', 'Bình', 'Chi']
const focused = ({ root }: MountedForm) => root.activeElement
const legends = ({ root }: MountedForm) => [...root.querySelectorAll('.group .group > legend')].map((legend) => legend.textContent)
const names = ({ form }: MountedForm) => form.repeat('/people').rows.value.map(({ pointer }) => form.field(`${pointer}/fullName`).value.value)
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

testRows()

describe('adding a row', () => {
  it('moves on to its first question and says so', async () => {
    const mounted = mount({ initial: people('An') })
    await press('Thêm')
    expect(focused(mounted)?.id).toBe('f-people-r2-fullName')
    expect(status(mounted)).toBe('Đã thêm “Mục 2”.')
    await userEvent.keyboard('Bình')
    expect(names(mounted)).toEqual(['An', 'Bình'])
    await accessible()
  })

  it('says so in English too', async () => {
    const mounted = mount({ initial: people('An') })
    await mounted.speak('en')
    await press('Add')
    expect(status(mounted)).toBe('Added “Item 2”.')
    await press('Remove item 1')
    expect(focused(mounted)?.textContent).toContain('Removed “Item 1: An”.')
    await press('Undo')
    expect(status(mounted)).toBe('Restored “Item 1: An”.')
  })

  it('is not missed because leaving a question moves the button away', async () => {
    const mounted = mount({ initial: people('An') })
    await press('Thêm')
    await press('Xóa mục 2')
    expect(names(mounted)).toEqual(['An'])
    await press('Thêm')
    await press('Thêm')
    expect(names(mounted)).toEqual(['An', undefined, undefined])
  })

  it('announces the same words again when the same thing happens again', async () => {
    const mounted = mount({ initial: people('An') })
    await press('Thêm')
    await press('Xóa mục 2')
    const seen: Array<string | null> = []
    const region = mounted.root.querySelector('[role=status]')
    const observer = new MutationObserver(() => { seen.push(region?.textContent ?? null) })
    if (region) observer.observe(region, { childList: true, characterData: true, subtree: true })
    await press('Thêm')
    await expect.poll(() => seen.at(-1)).toBe('Đã thêm “Mục 2”.')
    observer.disconnect()
  })

  it('waits at the row while its first question is on its way', async () => {
    const definition = rowsDefinition()
    const [group] = definition.pages[0]?.items ?? []
    if (group?.type === 'repeat') group.items.unshift({ type: 'field', pointer: '/people/-/commune', field: 'commune', required: false, provincePointer: '/people/-/province' }, { type: 'field', pointer: '/people/-/province', field: 'province', required: false })
    const mounted = mountForm(document.body.appendChild(document.createElement('main')), definition)
    await press('Thêm')
    expect(['f-people-r1', 'f-people-r1-commune']).toContain(focused(mounted)?.id)
    await userEvent.keyboard('{Tab}')
    expect(focused(mounted)?.closest('.group')?.id).toBe('f-people-r1')
  })

  it('changes nothing in any other row', async () => {
    const mounted = mount({ initial: people(...NAMES) })
    const changed: Node[] = []
    const observer = new MutationObserver((records) => { changed.push(...records.map(({ target }) => target)) })
    const rows = [...mounted.root.querySelectorAll('.group .group')]
    for (const row of rows) observer.observe(row, { attributes: true, characterData: true, childList: true, subtree: true })
    mounted.root.querySelector<HTMLButtonElement>('.button.secondary')?.click()
    await expect.poll(() => names(mounted)).toHaveLength(NAMES.length + 1)
    observer.disconnect()
    expect(changed).toEqual([])
    expect(rows.every((row) => row.isConnected)).toBe(true)
  })

  it('is not offered beyond the largest number', async () => {
    const mounted = mount({ initial: people('An') }, { maxRows: 2 })
    await press('Thêm')
    expect(mounted.root.querySelectorAll('.button.secondary')).toHaveLength(0)
    expect(focused(mounted)?.id).toBe('f-people-r2-fullName')
    await accessible()
  })
})

describe('a row', () => {
  it('loses no press to a name that takes a second line when its question is left', async () => {
    const definition = rowsDefinition()
    const [group] = definition.pages[0]?.items ?? []
    if (group?.type === 'repeat') group.items = group.items.map((item) => (item.type === 'field' && item.field === 'select' ? { ...item, field: 'radio' } : item))
    const mounted = mountForm(document.body.appendChild(document.createElement('main')), definition, { initial: people('An') })
    if (mounted.root.host instanceof HTMLElement) mounted.root.host.style.inlineSize = '20em'
    await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Công Tằng Tôn Nữ Thị Mỹ Duyên Hoàng Thái Thanh')
    await page.getByRole('radio', { name: 'Nữ', exact: true }).click()
    expect(mounted.form.field('/people/r1/sex').value.value).toBe('female')
    await expect.poll(() => legends(mounted)).toEqual(['Mục 1: Công Tằng Tôn Nữ Thị Mỹ Duyên Hoàng Thái Thanh'])
  })

  it('is named by what was typed in it, once that is left', async () => {
    const mounted = mount({ initial: people('An', 'Bình') })
    expect(legends(mounted)).toEqual(['Mục 1: An', 'Mục 2: Bình'])
    await page.getByRole('group', { name: 'Mục 2: Bình', exact: true }).getByRole('textbox', { name: 'Họ và tên' }).fill('Bình An')
    expect(legends(mounted)).toEqual(['Mục 1: An', 'Mục 2: Bình'])
    await userEvent.keyboard('{Tab}')
    expect(legends(mounted)).toEqual(['Mục 1: An', 'Mục 2: Bình An'])
    mounted.form.setValue('/people/r1/fullName', 'Ân')
    expect(legends(mounted)).toEqual(['Mục 1: Ân', 'Mục 2: Bình An'])
    await mounted.speak('en')
    expect(legends(mounted)).toEqual(['Item 1: Ân', 'Item 2: Bình An'])
  })

  it('is drawn once: what happens to another row leaves its controls alone', async () => {
    const mounted = mount({ initial: people(...NAMES) })
    const box = mounted.root.getElementById('f-people-r3-fullName')
    mounted.form.repeat('/people').remove('r1')
    mounted.form.repeat('/people').undoRemove()
    mounted.form.repeat('/people').remove('r2')
    expect(mounted.root.getElementById('f-people-r3-fullName')).toBe(box)
  })

  it('is that of the snapshot last taken up, also under a key that was there before', () => {
    const mounted = mount({ initial: people('An') })
    const snapshot = mounted.form.snapshot()
    mounted.form.restore({ ...snapshot, values: { '/people/r1/fullName': 'Bình' } })
    expect(legends(mounted)).toEqual(['Mục 1: Bình'])
    expect(mounted.root.querySelector('input')?.value).toBe('Bình')
    mounted.form.setValue('/people/r1/fullName', 'Chi')
    expect(mounted.root.querySelector('input')?.value).toBe('Chi')
  })

  it('follows the order of the rows', () => {
    const mounted = mount({ initial: people(...NAMES) })
    mounted.form.repeat('/people').move('r3', 0)
    expect(legends(mounted)).toEqual(['Mục 1: Chi', 'Mục 2: An', 'Mục 3: Bình'])
    expect([...mounted.root.querySelectorAll<HTMLInputElement>('input[id$=fullName]')].map(({ value }) => value)).toEqual(['Chi', 'An', 'Bình'])
  })
})

describe('removing a row', () => {
  it('needs no question: the words that say so stand where it stood, take focus and offer it back', async () => {
    const mounted = mount({ initial: people(...NAMES) })
    await press('Xóa mục 2')
    expect(legends(mounted)).toEqual(['Mục 1: An', 'Mục 2: Chi'])
    const note = focused(mounted)
    expect(note?.textContent?.trim()).toMatch(/^Đã xóa “Mục 2: Bình”\.\s*Hoàn tác$/u)
    expect(note?.getAttribute('role')).toBe('group')
    await expect.element(page.getByRole('group', { name: 'Đã xóa “Mục 2: Bình”.', exact: true })).toBeVisible()
    expect(note?.previousElementSibling?.querySelector('legend')?.textContent).toBe('Mục 1: An')
    expect(note?.nextElementSibling?.querySelector('legend')?.textContent).toBe('Mục 2: Chi')
    await accessible()
  })

  it('is undone from the keyboard, with key and answers, and the hand goes on where it was', async () => {
    const mounted = mount({ initial: people(...NAMES) })
    mounted.root.querySelectorAll<HTMLButtonElement>('.group .group > button')[1]?.focus()
    await userEvent.keyboard('{Enter}{Tab}')
    expect(focused(mounted)?.textContent).toBe('Hoàn tác')
    await userEvent.keyboard('{Enter}')
    expect(legends(mounted)).toEqual(['Mục 1: An', 'Mục 2: Bình', 'Mục 3: Chi'])
    expect(focused(mounted)?.id).toBe('f-people-r2-fullName')
    expect(status(mounted)).toBe('Đã lấy lại “Mục 2: Bình”.')
    expect(mounted.root.querySelector('.removed')).toBeNull()
    expect(mounted.form.project()).toEqual(people(...NAMES))
    await accessible()
  })

  it('leads by Tab from the words to the row that follows', async () => {
    const mounted = mount({ initial: people(...NAMES) })
    await press('Xóa mục 1')
    await userEvent.keyboard('{Tab}{Tab}')
    expect(focused(mounted)?.id).toBe('f-people-r2-fullName')
  })

  it('never removes two rows for one held key', async () => {
    const mounted = mount({ initial: people(...NAMES) })
    mounted.root.querySelectorAll<HTMLButtonElement>('.group .group > button')[0]?.focus()
    await userEvent.keyboard('{Enter>5/}')
    expect(names(mounted)).toEqual(['Bình', 'Chi'])
  })

  it('of the last and only row leaves the words and the way to add', async () => {
    const mounted = mount({ initial: people('An') })
    await press('Xóa mục 1')
    expect(focused(mounted)?.textContent).toContain('Đã xóa “Mục 1: An”.')
    await userEvent.keyboard('{Tab}{Tab}')
    expect(focused(mounted)?.textContent).toBe('Thêm')
    await accessible()
  })

  it('keeps every earlier removal undoable, the last one first', async () => {
    const mounted = mount({ initial: people(...NAMES) })
    await press('Xóa mục 1')
    await press('Xóa mục 2')
    expect(names(mounted)).toEqual(['Bình'])
    await press('Hoàn tác')
    await press('Hoàn tác')
    expect(names(mounted)).toEqual(NAMES)
    expect(mounted.root.querySelector('.removed')).toBeNull()
  })

  it('is not offered at the smallest number', () => {
    const mounted = mount({ initial: people('An') }, { minRows: 1 })
    expect(mounted.root.querySelectorAll('.group .group > button')).toHaveLength(0)
  })

  it('leaves errors with their own row', async () => {
    const mounted = mount({ initial: people('An', '', '') })
    mounted.send()
    await page.getByRole('group', { name: 'Mục 3', exact: true }).getByRole('textbox', { name: 'Họ và tên' }).fill('Chi')
    await press('Xóa mục 1')
    const invalid = [...mounted.root.querySelectorAll('[aria-invalid=true]')].map(({ id }) => id)
    expect(invalid).toEqual(['f-people-r2-fullName'])
    expect(mounted.root.getElementById('f-people-r2-fullName')?.closest('.field')?.querySelector('.error')?.textContent).toMatch(/^Lỗi: /u)
    await press('Xóa mục 1')
    expect(mounted.root.querySelectorAll('[aria-invalid=true]')).toHaveLength(0)
    await press('Hoàn tác')
    expect([...mounted.root.querySelectorAll('[aria-invalid=true]')].map(({ id }) => id)).toEqual(['f-people-r2-fullName'])
    await accessible()
  })
})

describe('a repeating group', () => {
  it('begins with the rows that must stand, and none of them is an answer', () => {
    const empty = mount()
    expect([names(empty), empty.form.project()]).toEqual([[], {}])
    document.body.replaceChildren()
    const mounted = mount({}, { minRows: 2 })
    expect(names(mounted)).toEqual([undefined, undefined])
    expect(mounted.send().map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/people/r1/fullName required', '/people/r2/fullName required'])
  })

  it.each([
    ['minItems', 'Cần ít nhất 2 mục ở “Người đi cùng”.', '“People” needs at least 2 items.'], ['maxItems', 'Chỉ được tối đa 2 mục ở “Người đi cùng”.', '“People” may have at most 2 items.'],
  ])('says what is wrong with itself where a reader hears it, in either language: %s', async (code, vi, en) => {
    const mounted = mount({}, { minRows: 1 })
    mounted.form.applyServerIssues([{ pointer: '/people', code, params: { limit: 2 }, source: 'schema', severity: 'error', clears: 'revalidate' }])
    const group = mounted.root.getElementById('f-people')
    const said = () => mounted.root.getElementById(group?.getAttribute('aria-describedby') ?? '')?.textContent
    expect(said()).toBe(`Lỗi: ${vi}`)
    await accessible()
    await mounted.speak('en')
    expect(said()).toBe(`Error: ${en}`)
  })

  it('comes back from a draft with its rows in their order', () => {
    const { form } = mount({ initial: people(...NAMES) })
    form.repeat('/people').move('r3', 0)
    const draft = JSON.parse(JSON.stringify(form.snapshot()))
    document.body.replaceChildren()
    const again = mount()
    again.form.restore(draft)
    expect(again.form.project()).toEqual(people('Chi', 'An', 'Bình'))
    expect(legends(again)).toHaveLength(3)
  })

  it('draws four elements round the questions of a row', () => {
    const { root } = mount({ initial: people(...NAMES) })
    const around = [...root.querySelectorAll('.group .group, .group .group *')].filter((element) => !element.closest('.field'))
    expect(around.length / NAMES.length).toBe(4)
  })
})

import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { MountedForm } from '../../form/mount-form.ts'
import { accessible, mountRows as mount, people, rowStatus as status, testRows } from '../../testing/rows-form.ts'

const report = ({ root }: MountedForm) => [...root.querySelectorAll('.read li')].map((item) => item.firstElementChild?.textContent?.trim())
const problems = ({ root }: MountedForm) => [...root.querySelectorAll('.read .warning')].map((item) => item.textContent?.trim())
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const TABLE = 'Họ và tên\tNgày sinh\tGiới tính\tGhi chú\nNguyễn Văn An\t1/2/1990\tNam\tcon\nTrần Thị Bình\t31/2/1991\tnữ\t'

testRows()

describe('adding several rows', () => {
  it('takes a number, adds so many at once and goes to the first of them', async () => {
    const mounted = mount({ initial: people('An') })
    await button('Thêm nhiều').click()
    await expect.poll(() => mounted.root.activeElement?.id).toBe('f-people-many-count')
    await accessible()
    await userEvent.keyboard('3{Enter}')
    expect(mounted.form.repeat('/people').rows.value).toHaveLength(4)
    expect(mounted.root.activeElement?.id).toBe('f-people-r2-fullName')
    expect(status(mounted)).toBe('Đã thêm 3 mục.')
    expect(mounted.root.getElementById('f-people-many')).toBeNull()
  })

  it.each(['', '0', '20', 'ba', '1.5'])('says what %j should have been, and adds nothing', async (typed) => {
    const mounted = mount({ initial: people('An') })
    await button('Thêm nhiều').click()
    await page.getByRole('textbox', { name: /Số mục/u }).fill(typed)
    await button('Thêm các mục').click()
    const box = mounted.root.activeElement
    expect(box?.id).toBe('f-people-many-count')
    expect(box?.getAttribute('aria-invalid')).toBe('true')
    expect(mounted.root.getElementById(`${box?.id}-error`)?.textContent).toBe('Lỗi: Hãy nhập một số từ 1 đến 19.')
    expect(mounted.form.repeat('/people').rows.value).toHaveLength(1)
    await accessible()
  })

  it('can be left again, and the button that opened it has focus', async () => {
    const mounted = mount({ initial: people('An') })
    await button('Thêm nhiều').click()
    await button('Đóng').click()
    expect(mounted.root.activeElement?.textContent).toBe('Thêm nhiều')
    expect(mounted.root.activeElement?.getAttribute('aria-expanded')).toBe('false')
    await button('Thêm nhiều').click()
    await expect.poll(() => mounted.root.activeElement?.id).toBe('f-people-many-count')
    await userEvent.keyboard('{Escape}')
    expect(mounted.root.activeElement?.textContent).toBe('Thêm nhiều')
  })

  it('asks for the one number there is when there is room for one', async () => {
    const mounted = mount({ initial: people('A', 'B', 'C', 'D', 'E') }, { maxRows: 6 })
    await button('Thêm nhiều').click()
    await button('Thêm các mục').click()
    expect(mounted.root.getElementById('f-people-many-count-error')?.textContent).toBe('Lỗi: Hãy nhập số 1: chỉ còn chỗ cho một mục.')
  })

  it('is offered only where many rows may stand', () => {
    const mounted = mount({}, { maxRows: 4 })
    expect([...mounted.root.querySelectorAll('.group button')].map((one) => one.textContent)).toEqual(['Thêm'])
  })
})

describe('pasting from a spreadsheet', () => {
  it('says row by row what it understood and what not, before anything is added', async () => {
    const mounted = mount({ initial: people('Chi') })
    await button('Dán từ bảng tính').click()
    await expect.poll(() => mounted.root.activeElement?.id).toBe('f-people-many-text')
    await page.getByRole('textbox', { name: 'Các hàng chép từ bảng tính' }).fill(TABLE)
    expect(report(mounted)).toEqual([
      'Hàng 2: Họ và tên: Nguyễn Văn An · Ngày sinh: 1/2/1990 · Giới tính: Nam',
      'Hàng 3: Họ và tên: Trần Thị Bình · Ngày sinh: 31/2/1991 · Giới tính: nữ',
    ])
    expect(problems(mounted)).toEqual(['Cột 4 “Ghi chú”: biểu mẫu không hỏi, nên bỏ qua.', '“31/2/1991” chưa đúng; sẽ giữ nguyên để bạn sửa.'])
    expect(mounted.root.querySelector('.read [role=status]')?.textContent).toBe('Đọc được 2 hàng; 2 chỗ cần xem lại.')
    expect(mounted.form.project()).toEqual(people('Chi'))
    await accessible()
  })

  it('adds the rows, keeps what could not be read, and goes to the first', async () => {
    const mounted = mount({ initial: people('Chi') })
    await button('Dán từ bảng tính').click()
    await page.getByRole('textbox', { name: 'Các hàng chép từ bảng tính' }).fill(TABLE)
    await button('Thêm 2 mục').click()
    expect(mounted.form.project()).toEqual({ people: [{ fullName: 'Chi' }, { fullName: 'Nguyễn Văn An', birthDate: '1990-02-01', sex: 'male' }, { fullName: 'Trần Thị Bình', birthDate: '1991-02-31', sex: 'female' }] })
    expect(mounted.root.activeElement?.id).toBe('f-people-r2-fullName')
    expect(status(mounted)).toBe('Đã thêm 2 mục.')
    expect(mounted.root.querySelector('textarea')).toBeNull()
  })

  it('leaves rows without room in the box', async () => {
    const mounted = mount({ initial: people('An') }, { maxRows: 6 })
    await button('Dán từ bảng tính').click()
    const box = page.getByRole('textbox', { name: 'Các hàng chép từ bảng tính' })
    await box.fill(['Họ và tên', ...'BCDEFGH'].join('\n'))
    expect(problems(mounted)).toEqual(['Từ hàng 7 trở đi không còn chỗ: nhiều nhất 6 mục. Phần này vẫn ở trong ô để bạn giữ lại.'])
    await button('Thêm 5 mục').click()
    expect(mounted.form.repeat('/people').rows.value).toHaveLength(6)
    await expect.element(box).toHaveValue('Họ và tên\nG\nH')
    expect(mounted.root.activeElement?.id).toBe('f-people-r2-fullName')
    await accessible()
  })

  it('leaves a row in the box whose place was answered meanwhile', async () => {
    const mounted = mount({ initial: { people: Array.from({ length: 5 }, () => ({})) } }, { maxRows: 6 })
    await button('Dán từ bảng tính').click()
    const box = page.getByRole('textbox', { name: 'Các hàng chép từ bảng tính' })
    await box.fill(['Họ và tên', ...'BCDEFG'].join('\n'))
    mounted.form.setValue('/people/r2/fullName', 'An')
    await button('Thêm 6 mục').click()
    expect(mounted.form.repeat('/people').rows.value.map(({ pointer }) => mounted.form.field(`${pointer}/fullName`).value.value)).toEqual(['B', 'An', 'C', 'D', 'E', 'F'])
    await expect.element(box).toHaveValue('Họ và tên\nG')
  })

  it.each([['Đóng', () => button('Đóng').click()], ['Escape', () => userEvent.keyboard('{Escape}')]])('goes to the group on %s when no row can be added any more', async (_, leave) => {
    const mounted = mount({ initial: people('An') }, { maxRows: 6 })
    await button('Dán từ bảng tính').click()
    const box = page.getByRole('textbox', { name: 'Các hàng chép từ bảng tính' })
    await box.fill(['Họ và tên', ...'BCDEFGH'].join('\n'))
    await button('Thêm 5 mục').click()
    await box.click()
    await leave()
    expect(mounted.root.querySelector('textarea')).toBeNull()
    expect(mounted.root.activeElement?.id).toBe('f-people')
    await accessible()
  })

  it('has what was not added in its box when it is opened again', async () => {
    const mounted = mount({ initial: people('An') }, { maxRows: 6 })
    await button('Dán từ bảng tính').click()
    const box = page.getByRole('textbox', { name: 'Các hàng chép từ bảng tính' })
    await box.fill(['Họ và tên', ...'BCDEFGH'].join('\n'))
    await button('Thêm 5 mục').click()
    await box.click()
    await userEvent.keyboard('{Escape}')
    mounted.form.repeat('/people').remove('r2')
    await button('Dán từ bảng tính').click()
    await expect.element(box).toHaveValue('Họ và tên\nG\nH')
    await button('Thêm 1 mục').click()
    await button('Đóng').click()
    mounted.form.repeat('/people').remove('r3')
    await button('Dán từ bảng tính').click()
    await box.fill('')
    await button('Đóng').click()
    await button('Dán từ bảng tính').click()
    await expect.element(box).toHaveValue('')
  })

  it('says which rows it did not read, and that a column only counts them', async () => {
    const mounted = mount()
    await button('Dán từ bảng tính').click()
    await page.getByRole('textbox', { name: 'Các hàng chép từ bảng tính' }).fill('STT\tHọ tên\tNgày sinh\n1\tAn\t1/2/1990\tx')
    expect(problems(mounted)).toEqual([
      'Cột 1 là số thứ tự, nên bỏ qua.', 'Cột 2 “Họ tên”: biểu mẫu không hỏi, nên bỏ qua.', 'Hàng 2 có nhiều ô hơn số cột nên chưa đọc; hàng này vẫn ở trong ô để bạn sửa.',
    ])
    await button('Thêm các mục').click()
    expect(mounted.root.getElementById('f-people-many-text-error')?.textContent).toBe('Lỗi: Chưa đọc được hàng nào; hãy sửa các hàng trong ô.')
    await accessible()
  })

  it('says so when nothing is there to be read', async () => {
    const mounted = mount()
    await button('Dán từ bảng tính').click()
    await button('Thêm các mục').click()
    expect(mounted.root.activeElement?.getAttribute('aria-invalid')).toBe('true')
    expect(mounted.root.activeElement?.tagName).toBe('TEXTAREA')
    await accessible()
  })

  it('names the columns it knows, and works in English', async () => {
    const mounted = mount()
    await mounted.speak('en')
    await button('Paste from a spreadsheet').click()
    await expect.poll(() => mounted.root.querySelector('#f-people-many-text-hint')?.textContent).toContain('Full name, Date of birth, Sex, Days')
    await page.getByRole('textbox', { name: 'Rows copied from a spreadsheet' }).fill('Full name\nAn')
    await button('Add items (1)').click()
    expect(status(mounted)).toBe('Added “Item 1: An”.')
    await accessible()
  })

  it('fits a narrow page', async () => {
    await page.viewport(320, 640)
    const mounted = mount()
    await button('Dán từ bảng tính').click()
    await page.getByRole('textbox', { name: 'Các hàng chép từ bảng tính' }).fill(TABLE)
    expect(mounted.root.host.scrollWidth).toBeLessThanOrEqual(320)
    await page.viewport(1024, 768)
  })
})

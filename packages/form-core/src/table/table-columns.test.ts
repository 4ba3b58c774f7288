import { describe, expect, it } from 'vitest'
import { tableColumns } from './table-columns.ts'

const TRADES = [
  { target: 'name', names: ['tradeName', 'Tên ngành, nghề'] },
  { target: 'code', names: ['tradeCode', 'Mã ngành (4 chữ số)'] },
  { target: 'main', names: ['isMain', 'Ngành chính?'] },
]

describe('tableColumns', () => {
  it.each([
    ['labels as they are', ['Tên ngành, nghề', 'Mã ngành (4 chữ số)', 'Ngành chính?'], ['name', 'code', 'main']],
    ['without marks, case and punctuation', ['TEN NGANH NGHE', 'ma nganh 4 chu so', 'Ngành chính'], ['name', 'code', 'main']],
    ['without their last words', ['Tên ngành', 'Mã ngành', 'Ngành chính'], ['name', 'code', 'main']],
    ['in another order', ['Mã ngành', 'Ngành chính:', 'Tên ngành *'], ['code', 'main', 'name']],
    ['with more words', ['Tên ngành, nghề kinh doanh', 'Mã', 'Ngành chính (có/không)'], ['name', 'code', 'main']],
    ['one of them unknown', ['Tên ngành', 'Ghi chú', 'Mã ngành'], ['name', undefined, 'code']],
    ['called the same twice: only the first', ['Tên ngành', 'Mã ngành', 'Mã ngành'], ['name', 'code', undefined]],
    ['a number before them', ['STT', 'Tên ngành', 'Mã ngành'], [undefined, 'name', 'code']],
  ])('knows a heading: %s', (_, heading, columns) => {
    expect(tableColumns([heading, ['1', 'x', 'y']], TRADES)).toMatchObject({ hasHeading: true, columns })
  })

  it('takes the beginning of several names for none of them', () => {
    const people = [{ target: 'a', names: ['Họ tên cha'] }, { target: 'b', names: ['Họ tên mẹ'] }, { target: 'c', names: ['Năm sinh'] }, { target: 'd', names: ['Nơi sinh'] }]
    expect(tableColumns([['Họ tên', 'Năm sinh', 'Nơi sinh']], people).columns).toEqual([undefined, 'c', 'd'])
    expect(tableColumns([['Họ tên', 'Năm sinh', 'Nơi sinh']], [...people, { target: 'e', names: ['Họ tên'] }]).columns).toEqual(['e', 'c', 'd'])
  })

  it('knows no heading in a row of answers', () => {
    expect(tableColumns([['Bán lẻ', '4711', 'có'], ['Sửa xe', '9521', 'không']], TRADES)).toEqual({ hasHeading: false, hasNumbers: false, columns: ['name', 'code', 'main'] })
  })

  it.each(['STT', 'Stt.', 'TT', 'Số TT', 'Số thứ tự', 'No.'])('knows %s as the number of a row', heading => {
    expect(tableColumns([[heading, 'Tên ngành'], ['1', 'Bán lẻ'], ['2', 'Sửa xe']], TRADES)).toMatchObject({ hasHeading: true, hasNumbers: true })
  })
})

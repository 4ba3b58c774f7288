import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMS } from '../test/fixtures/forms.ts'
import { definition } from '../test/fixtures/definitions.ts'
import { createForm, RowLimitError } from './index.ts'
import { addReadRows, addRowsFromTable, parseTable, readTable } from './rows-from-table.ts'
import { formatTable } from './table/format-table.ts'

const cell = fc.oneof(fc.constantFrom('', 'An', 'Nguyễn "Út"', 'a,b', 'a;b', 'a\tb', 'hai\ndòng', '"', '""', '1'), fc.string({ maxLength: 6 }).map(text => text.replaceAll('\r', '').replace(/^\uFEFF/, '').trim()))

/** Empty rows at the end are no rows. */
const withoutEnd = (rows: readonly string[][]): string[][] => rows.slice(0, rows.findLastIndex(cells => cells.some(one => one !== '')) + 1)

describe('parseTable', () => {
  it.each(['\t', ';', ','])('reads back what was written with %j', separator => {
    const table = fc.integer({ min: 2, max: 4 }).chain(width => fc.tuple(fc.constant(Array.from({ length: width }, (_, i) => `c${i}`)), fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 })))
    fc.assert(fc.property(table, fc.constantFrom('\n', '\r\n'), ([heading, rows], lineEnd) => {
      const text = [heading, ...rows].map(cells => cells.map(one => `"${one.replaceAll('"', '""')}"`).map((quoted, i) => (cells === heading ? cells[i] : quoted)).join(separator)).join(lineEnd)
      expect(parseTable(text)).toEqual(withoutEnd([heading, ...rows]))
    }))
  })

  it('ends for any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), text => {
      for (const cells of parseTable(text)) expect(cells.length).toBeGreaterThan(0)
    }))
  })

  it.each([
    ['a tab makes commas text', 'Bán lẻ, bán buôn\t4711\nSửa xe\t9521', Infinity, [['Bán lẻ, bán buôn', '4711'], ['Sửa xe', '9521']]],
    ['commas that divide lines differently are text', 'Bán lẻ lương thực, thực phẩm, đồ uống\nSửa xe', Infinity, [['Bán lẻ lương thực, thực phẩm, đồ uống'], ['Sửa xe']]],
    ['commas are text where one column is meant', 'Bán lẻ, bán buôn\nSửa xe, rửa xe', 1, [['Bán lẻ, bán buôn'], ['Sửa xe, rửa xe']]],
    ['commas that divide all lines alike separate', 'a,b\n\nc,d\n', 2, [['a', 'b'], [''], ['c', 'd']]],
    ['semicolons come before commas', '1,5;2\n2,5;3', 2, [['1,5', '2'], ['2,5', '3']]],
    ['an empty line keeps its place, at the end it is none', 'a\tb\n\nc\td\n\n', 2, [['a', 'b'], [''], ['c', 'd']]],
  ])('%s', (_, text, columns, cells) => {
    expect(parseTable(text, { columns })).toEqual(cells)
  })
})

describe('formatTable', () => {
  it('writes what parseTable reads, for any number of columns', () => {
    const width = fc.integer({ min: 1, max: 4 })
    fc.assert(fc.property(width.chain(length => fc.array(fc.array(cell, { minLength: length, maxLength: length }), { maxLength: 6 })), rows => {
      const table = withoutEnd(rows)
      expect(parseTable(formatTable(table))).toEqual(table)
    }))
  })
})

describe('readTable', () => {
  const form = () => createForm({ definition: FORMS['moves'] ?? definition({ pages: [], schema: {} }) })
  const lines = fc.array(fc.tuple(fc.constantFrom('study', 'work', 'khác'), fc.constantFrom('1', '2', '-3', 'nhiều', '9')), { maxLength: 9 })

  it('changes nothing', () => {
    const one = form()
    readTable(one, '/stays', 'why\twhat\nwork\tabc')
    expect(one.dirty.value).toBe(false)
    expect(one.repeat('/stays').rows.value).toEqual([])
  })

  it('says row by row what it understood and what not', () => {
    expect(readTable(form(), '/stays', 'why\tghi chú\tpeople\nĐi học\tabc\tnhiều\n\t\t2')).toMatchObject({
      rows: [{ row: 2, answers: [{ text: 'Đi học', value: 'study' }, { text: 'nhiều', value: 'nhiều' }] }, { row: 3, answers: [{ text: '2', value: 2 }] }],
      problems: [{ code: 'unknownColumn', column: 2, text: 'ghi chú' }, { code: 'unreadable', row: 2, column: 3, text: 'nhiều', pointer: '/stays/-/people' }],
      rest: '',
    })
  })

  it.each([
    ['by its name', 'STT\twhy\tpeople\n1\twork\t2\n2\tstudy\t3', 'STT'],
    ['by its name, in a table where the numbers are missing', 'No.\twhy\tpeople\n\twork\t2\n\tstudy\t3', 'No.'],
    ['by 1 to n under a heading without a word', '\twhy\tpeople\n1\twork\t2\n2\tstudy\t3', ''],
    ['by 1 to n where there is one column too many', ['1', '', '', '', 'work', '2', '', '', ''].join('\t') + '\n' + ['2', '', '', '', 'study', '3', '', '', ''].join('\t'), '1'],
  ])('leaves out the column that counts the rows, known %s', (_, text, said) => {
    const { rows, problems } = readTable(form(), '/stays', text)
    expect(rows.map(({ answers }) => answers.map(answer => answer.value))).toEqual([['work', 2], ['study', 3]])
    expect(problems).toEqual([{ code: 'numbering', row: 1, column: 1, text: said }])
  })

  it('takes 1 to n for an answer where the columns are as many as the questions', () => {
    const few = createForm({ definition: definition({
      pages: [{ id: 'p', items: [{ type: 'repeat', pointer: '/a', minRows: 0, maxRows: 3, items: [{ type: 'field', pointer: '/a/-/n', field: 'integer', required: false }, { type: 'field', pointer: '/a/-/t', field: 'text', required: false }] }] }],
      schema: { type: 'object', properties: { a: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' }, t: { type: 'string' } } } } } },
    }) })
    expect(readTable(few, '/a', '1\tx\n2\ty')).toMatchObject({ rows: [{ answers: [{ value: 1 }, { value: 'x' }] }, { answers: [{ value: 2 }, { value: 'y' }] }], problems: [] })
    expect(readTable(few, '/a', 'no\tx')).toMatchObject({ rows: [{ answers: [{ text: 'no' }, { value: 'x' }] }] })
  })

  it('reads no row that is wider than the columns, and keeps it with its heading and without the numbers', () => {
    expect(readTable(form(), '/stays', 'STT\twhy\tpeople\n1\twork\t2\n2\twork\tx\t3\n3\tstudy\t4')).toMatchObject({
      rows: [{ row: 2 }, { row: 4 }], problems: [{ code: 'numbering' }, { code: 'wrongWidth', row: 3 }], rest: 'why\tpeople\nwork\tx\t3',
    })
    expect(readTable(form(), '/stays', Array.from({ length: 9 }, () => 'work').join('\t'))).toMatchObject({ rows: [], problems: [{ code: 'wrongWidth', row: 1 }] })
  })

  it('keeps a table of which it knows no column', () => {
    const text = 'STT\tTên\n1\tAn'
    expect(readTable(form(), '/stays', text)).toMatchObject({ rows: [], problems: [{ code: 'numbering' }, { code: 'unknownColumn', column: 2, text: 'Tên' }], rest: 'Tên\nAn' })
  })

  it('counts empty lines as the spreadsheet does', () => {
    expect(readTable(form(), '/stays', 'why\tpeople\n\n\t\nwork\tabc\n')).toMatchObject({ rows: [{ row: 4 }], problems: [{ code: 'unreadable', row: 4 }] })
    expect(readTable(form(), '/stays', 'why\tpeople\nwork\t1\n\nwork\t2\nwork\t3\nwork\t4')).toMatchObject({ rows: [{ row: 2 }, { row: 4 }, { row: 5 }], problems: [{ code: 'tooManyRows', row: 6 }], rest: 'why\tpeople\nwork\t4' })
  })

  it('loses no row: what there is no room for can be pasted elsewhere', () => {
    fc.assert(fc.property(lines, fc.boolean(), fc.nat(3), (cells, hasHeading, taken) => {
      const one = form()
      for (let i = 0; i < taken; i++) one.setValue(`${one.repeat('/stays').add().pointer}/people`, 1)
      const text = formatTable([...hasHeading ? [['why', 'people']] : [['from', 'province', 'commune', 'why', 'people']], ...cells.map(row => hasHeading ? row : ['', '', '', ...row])])
      let rest = text
      const got: string[][] = []
      for (let target = one; rest !== ''; target = form()) {
        const reading = readTable(target, '/stays', rest)
        if (reading.rows.length > 0 || reading.rest !== rest) rest = reading.rest
        else expect(target).toBe(one)
        got.push(...reading.rows.map(({ answers }) => answers.map(answer => answer.text)))
      }
      expect(got).toEqual(cells)
    }))
  })

  it('is what adding then does', () => {
    fc.assert(fc.property(lines, cells => {
      const [one, two] = [form(), form()]
      const text = formatTable([['why', 'people'], ...cells])
      addReadRows(one, '/stays', readTable(one, '/stays', text))
      addRowsFromTable(two, '/stays', text)
      expect(one.snapshot()).toEqual(two.snapshot())
      expect(one.repeat('/stays').rows.value).toHaveLength(Math.min(3, cells.length))
    }))
  })
})

describe('addReadRows', () => {
  it('adds nothing when the room went meanwhile', () => {
    const form = createForm({ definition: FORMS['moves'] ?? definition({ pages: [], schema: {} }), initial: { stays: [{}, {}, {}] } })
    const reading = readTable(form, '/stays', 'why\nwork\nstudy\nwork')
    expect(reading.rows).toHaveLength(3)
    form.setValue('/stays/r2/people', 2)
    const before = form.snapshot()
    expect(() => addReadRows(form, '/stays', reading)).toThrow(RowLimitError)
    expect(form.snapshot()).toEqual(before)
    expect(readTable(form, '/stays', 'why\nwork\nstudy\nwork')).toMatchObject({ rows: [{ row: 2 }, { row: 3 }], rest: 'why\nwork' })
  })
})

describe('addRowsFromTable', () => {
  it('gives the answers that typing the cells would have given, and reports each that the schema refuses', () => {
    const whys = fc.constantFrom('study', 'work', 'khác')
    fc.assert(fc.property(fc.array(fc.tuple(whys, fc.oneof(fc.integer({ min: -2, max: 9 }).map(String), fc.constant('nhiều'))), { maxLength: 3 }), lines => {
      const form = createForm({ definition: FORMS['moves'] ?? definition({ pages: [], schema: {} }) })
      const { rows, problems } = addRowsFromTable(form, '/stays', ['why\tpeople', ...lines.map(cells => cells.join('\t'))].join('\n'))
      expect(rows).toHaveLength(lines.length)
      expect(new Set(form.validateAll().map(({ pointer }) => pointer))).toEqual(new Set(problems.map(({ pointer }) => pointer)))
    }))
  })

  it('tells the form once, however many rows come', () => {
    const form = createForm({ definition: FORMS['moves'] ?? definition({ pages: [], schema: {} }) })
    let runs = 0
    const stop = form.repeat('/stays').rows.subscribe(() => void runs++)
    addRowsFromTable(form, '/stays', 'why\nwork\nwork\nwork')
    expect(runs).toBe(2)
    stop()
  })
})

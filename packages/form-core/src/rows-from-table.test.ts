import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMS } from '../test/fixtures/forms.ts'
import { definition } from '../test/fixtures/definitions.ts'
import { createForm } from './index.ts'
import { addReadRows, addRowsFromTable, parseTable, readTable } from './rows-from-table.ts'
import { formatTable } from './table/format-table.ts'

const cell = fc.oneof(fc.constantFrom('', 'An', 'Nguyễn "Út"', 'a,b', 'a;b', 'a\tb', 'hai\ndòng', '"', '""', '1'), fc.string({ maxLength: 6 }).map(text => text.replaceAll('\r', '').replace(/^\uFEFF/, '').trim()))

describe('parseTable', () => {
  it.each(['\t', ';', ','])('reads back what was written with %j', separator => {
    // A first line without any quoted cell says which separator it is.
    const table = fc.integer({ min: 2, max: 4 }).chain(width => fc.tuple(fc.constant(Array.from({ length: width }, (_, i) => `c${i}`)), fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 })))
    fc.assert(fc.property(table, fc.constantFrom('\n', '\r\n'), ([heading, rows], lineEnd) => {
      const text = [heading, ...rows].map(cells => cells.map(one => `"${one.replaceAll('"', '""')}"`).map((quoted, i) => (cells === heading ? cells[i] : quoted)).join(separator)).join(lineEnd)
      expect(parseTable(text)).toEqual([heading, ...rows.filter(cells => cells.some(one => one !== ''))])
    }))
  })

  it('ends for any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), text => {
      for (const cells of parseTable(text)) expect(cells.length).toBeGreaterThan(0)
    }))
  })
})

describe('formatTable', () => {
  it('writes what parseTable reads', () => {
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), rows => {
      const table = [['a', 'b'], ...rows.filter(cells => cells.some(one => one !== ''))]
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

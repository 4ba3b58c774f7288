import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMS } from '../test/fixtures/forms.ts'
import { definition } from '../test/fixtures/definitions.ts'
import { createForm } from './index.ts'
import { addRowsFromTable, parseTable } from './rows-from-table.ts'

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

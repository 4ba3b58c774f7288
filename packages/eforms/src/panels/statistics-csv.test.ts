import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIXTURE_STATISTICS } from '../testing/statistics.ts'
import { statisticsCsv } from './statistics-csv.ts'

/** A reader of RFC 4180, to see what a spreadsheet sees. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, separator = '', quoted, plain = ''] of text.replace(/\r\n$/, '').matchAll(/(^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator === '\r\n') rows.push([])
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
  }
  return rows
}

describe('the file of figures', () => {
  const rows = parse(statisticsCsv(FIXTURE_STATISTICS).slice(1))

  it('has every figure of every month, with its state and source', () => {
    expect(statisticsCsv(FIXTURE_STATISTICS).startsWith('\uFEFFmonth,')).toBe(true)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([11]))
    expect(rows.find((row) => row[0] === '2026-11' && row[2] === 'receivedNew')).toEqual(['2026-11', 'count', 'receivedNew', '412', '', '', '', 'shown', 'records', '', '2026-11-22T02:00:00.000Z'])
    expect(rows.find((row) => row[0] === '2026-11' && row[2] === 'solvedLate')?.slice(3, 8)).toEqual(['', '', '', '', 'small'])
    expect(rows.find((row) => row[0] === '2026-11' && row[2] === 'paidOnline')?.slice(4, 8)).toEqual(['290', '301', '96.35', 'shown'])
  })

  it('cannot be made to run anything, and keeps what is in a cell together', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', 'a', 'ạ', '\t') }), (source) => {
      const months = FIXTURE_STATISTICS.months.slice(0, 1).map((month) => ({ ...month, source: { vi: source, en: '' } }))
      for (const row of parse(statisticsCsv({ ...FIXTURE_STATISTICS, months }).slice(1)).slice(1)) {
        expect(row).toHaveLength(11)
        expect(row[9]).not.toMatch(/^[=+\-@\t\r]/)
        expect(row[9]?.replace(/^'/, '')).toBe(source.replace(/^'/, ''))
      }
    }))
  })
})

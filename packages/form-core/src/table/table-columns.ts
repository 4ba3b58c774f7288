import { isFilled } from './parse-table.ts'

export interface TableColumns<T> {
  /** The first row that is not empty names the columns. */
  hasHeading: boolean
  /** The first column only counts the rows. */
  hasNumbers: boolean
  /** What each column of the table is for; `undefined` = nothing. */
  columns: ReadonlyArray<T | undefined>
}

/** What a column may be for, and what it may be called. */
export interface TableTarget<T> {
  target: T
  names: readonly string[]
}

/** “Số thứ tự” as it is written in tables. */
const NUMBER_HEADINGS = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'thu tu', 'no'])

/**
 * Finds out what the columns of a table are for: by its heading when it has one, otherwise by the order of the targets. A
 * column that counts the rows is known by its name, or by holding 1 to n where there is one column too many.
 */
export function tableColumns<T>(table: readonly string[][], targets: ReadonlyArray<TableTarget<T>>): TableColumns<T> {
  const [first = [], ...others] = table.filter(isFilled)
  const named = byHeading(first, targets)
  const isNumberHeading = named[0] === undefined && NUMBER_HEADINGS.has(headingWords(first[0] ?? '')) && others.length > 0 && others.every(([cell = '']) => /^\d*\.?$/.test(cell))
  // One cell that happens to be a target's name is no heading yet, unless there is but one column.
  const hasHeading = isNumberHeading || named.filter(target => target !== undefined).length > first.length / 2
  if (hasHeading) return { hasHeading, hasNumbers: isNumberHeading || (named[0] === undefined && counts(others)), columns: named }
  const width = Math.max(0, ...table.map(cells => cells.length))
  const hasNumbers = width === targets.length + 1 && counts([first, ...others])
  const inOrder = targets.map(({ target }) => target)
  return { hasHeading, hasNumbers, columns: hasNumbers ? [undefined, ...inOrder] : inOrder }
}

/** The first cells are 1, 2, 3 and so on. */
function counts(rows: readonly string[][]): boolean {
  return rows.length > 0 && rows.every(([cell = ''], index) => cell.replace(/\.$/, '') === String(index + 1))
}

/**
 * Targets named by the cells, each at most once: with the same words, else with the beginning of the name of one only
 * (“Mã ngành” for “Mã ngành cấp 4”), else with a name and more (“Ngày sinh (ngày/tháng/năm)” for “Ngày sinh”).
 */
function byHeading<T>(cells: readonly string[], targets: ReadonlyArray<TableTarget<T>>): Array<T | undefined> {
  const known = targets.map(({ target, names }) => ({ target, names: names.map(headingWords) }))
  const taken = new Set<T>()
  const found: Array<T | undefined> = cells.map(() => undefined)
  for (const fits of FITS) {
    for (const [index, cell] of cells.entries()) {
      const words = headingWords(cell)
      if (found[index] !== undefined || words === '') continue
      const candidates = known.filter(({ names }) => names.some(name => name !== '' && fits(words, name)))
      const free = candidates.find(({ target }) => !taken.has(target))
      // Two that are called the same take their columns in order; of two that only begin the same neither is meant for sure.
      if (!free || (fits !== isSame && candidates.length > 1)) continue
      found[index] = free.target
      taken.add(free.target)
    }
  }
  return found
}

const isSame = (words: string, name: string): boolean => words === name
const FITS = [isSame, (words: string, name: string): boolean => name.startsWith(`${words} `), (words: string, name: string): boolean => words.startsWith(`${name} `)]

/** For comparing headings: no marks, no case, nothing but letters and digits. */
function headingWords(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

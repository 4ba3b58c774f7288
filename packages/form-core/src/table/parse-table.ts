export interface ParseTableOptions {
  /** How many columns the table may be meant for. With one, commas and semicolons are text. @default any number */
  columns?: number
}

/**
 * Cells of a table as text: what a spreadsheet puts on the clipboard (tabs), or CSV with semicolons or commas. Quoted
 * cells may hold separators, line ends and doubled quotes; a quote that nothing closes is a letter, and in a spreadsheet's table
 * a lone one is a ditto mark. A tab in the first row makes the others text; without one, they
 * separate only when they divide every line alike. Empty lines stay, so that rows keep their numbers; those at the end are no rows.
 */
export function parseTable(text: string, { columns = Infinity }: ParseTableOptions = {}): string[][] {
  // A byte order mark is the file's, not the first cell's. Lines end in three ways.
  const source = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const withTabs = cellsOf(source, '\t')
  // A tab further down may stand in a quoted cell of a CSV file.
  if (columns === 1 || (withTabs.find(isFilled)?.length ?? 0) > 1) return withTabs
  return [';', ','].map(separator => cellsOf(source, separator)).find(isEven) ?? withTabs
}

/** A quoted cell to its end. A quote before a tab or a line end is a ditto mark: no spreadsheet begins a cell so. */
const QUOTED = /"(?![\t\n])([^"]*(?:""[^"]*)*)"(?= *(?:[\t;,\n]|$))/y

/** Every row that is not empty has the same number of cells, more than one. */
function isEven(table: readonly string[][]): boolean {
  const widths = new Set(table.filter(isFilled).map(cells => cells.length))
  return widths.size === 1 && !widths.has(1)
}

/** A row in which something stands. */
export function isFilled(cells: readonly string[]): boolean {
  return cells.some(text => text !== '')
}

function cellsOf(source: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  const endCell = (): void => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let i = 0; i < source.length; i++) {
    const letter = source[i] ?? ''
    QUOTED.lastIndex = i
    const [whole, inside = ''] = (letter === '"' && cell === '' && QUOTED.exec(source)) || []
    if (whole !== undefined) {
      cell = inside.replaceAll('""', '"')
      i += whole.length - 1
    } else if (letter === separator) endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  return rows.slice(0, rows.findLastIndex(isFilled) + 1)
}

export interface ParseTableOptions {
  /** How many columns the table may be meant for. With one, commas and semicolons are text. @default any number */
  columns?: number
}

/**
 * Cells of a table as text: what a spreadsheet puts on the clipboard (tabs), or CSV with semicolons or commas. Quoted
 * cells may hold separators, line ends and doubled quotes. A tab in the first row makes the others text; without one, they
 * separate only when they divide every line alike. Empty lines stay, so that rows keep their numbers; those at the end are no rows.
 */
export function parseTable(text: string, { columns = Infinity }: ParseTableOptions = {}): string[][] {
  // A byte order mark is the file's, not the first cell's.
  const source = text.replace(/^\uFEFF/, '')
  const withTabs = cellsOf(source, '\t')
  // A tab further down may stand in a quoted cell of a CSV file.
  if (columns === 1 || (withTabs.find(isFilled)?.length ?? 0) > 1) return withTabs
  return [';', ','].map(separator => cellsOf(source, separator)).find(isEven) ?? withTabs
}

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
  let isQuoted = false
  const endCell = (): void => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let i = 0; i < source.length; i++) {
    const letter = source[i] ?? ''
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (source[i + 1] === '"') cell += source[++i]
      else isQuoted = false
    } else if (letter === '"' && cell === '') isQuoted = true
    else if (letter === separator) endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  endCell()
  return rows.slice(0, rows.findLastIndex(isFilled) + 1)
}

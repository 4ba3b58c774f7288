/**
 * Cells of a table as text: what a spreadsheet puts on the clipboard (tabs), or CSV with commas or semicolons. Quoted
 * cells may hold separators, line ends and doubled quotes. Empty lines at the end are no rows.
 */
export function parseTable(text: string): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = (): void => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  // A byte order mark is the file's, not the first cell's.
  const source = text.replace(/^\uFEFF/, '')
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
  return rows.filter(cells => cells.some(text => text !== ''))
}

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.replaceAll(/"[^"]*"/g, '').split('\n')
  const count = (separator: string): number => first.split(separator).length
  return ['\t', ';', ','].reduce((best, next) => (count(next) > count(best) ? next : best))
}

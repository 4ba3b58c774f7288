/** Cells as a spreadsheet puts them on the clipboard: tabs between, quotes where a cell holds what would end it. */
export function formatTable(table: ReadonlyArray<readonly string[]>): string {
  return table.map(cells => cells.map(cell => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n')
}

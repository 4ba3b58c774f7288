/**
 * Cells as a spreadsheet puts them on the clipboard: tabs between, quotes where a cell holds what would end it. A table of
 * one column has no tab, so there its commas and semicolons are quoted as well.
 */
export function formatTable(table: ReadonlyArray<readonly string[]>): string {
  const needsQuotes = table.some(cells => cells.length > 1) ? /[\t\n\r"]/ : /[\t\n\r",;]/
  return table.map(cells => cells.map(cell => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n')
}

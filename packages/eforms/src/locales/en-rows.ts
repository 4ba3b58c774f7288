import type { AreaLike } from './ui-strings.ts'
import type { viRows } from './vi-rows.ts'

/** Words of repeating groups, English. */
export const enRows: AreaLike<typeof viRows> = {
  addRow: 'Add',
  removeRow: 'Remove item {number}',
  rowLegendNamed: 'Item {number}: {name}',
  rowAdded: 'Added “{row}”.',
  rowsAdded: 'Items added: {count}.',
  addManyRows: 'Add several',
  pasteRows: 'Paste from a spreadsheet',
  rowRemoved: 'Removed “{row}”.',
  rowRestored: 'Restored “{row}”.',
  undo: 'Undo',
}

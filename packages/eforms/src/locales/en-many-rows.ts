import type { AreaLike } from './ui-strings.ts'
import type { viManyRows } from './vi-many-rows.ts'

/** Words of adding many rows at once and of pasting them from a spreadsheet, English. */
export const enManyRows: AreaLike<typeof viManyRows> = {
  manyCount: 'How many to add',
  manyCountWrong: 'Type a number from 1 to {limit}.',
  manyCountOne: 'Enter 1: there is room for one more item.',
  manyAdd: 'Add items',
  manyAddCount: 'Add items ({count})',
  manyClose: 'Close',
  pasteLabel: 'Rows copied from a spreadsheet',
  pasteHint: 'Copy the rows in Excel or another spreadsheet and paste them here. The columns: {columns}. The first row may hold their names.',
  pasteEmpty: 'Paste at least one row with words in it.',
  pasteRead: 'Rows read: {count}.',
  pasteReadLook: 'Rows read: {count}; to look at again: {problems}.',
  pasteRow: 'Row {row}: {answers}',
  pasteUnknownColumn: 'Column {column} “{text}”: the form does not ask for it, so it is left out.',
  pasteNumbering: 'Column 1 only counts the rows, so it is left out.',
  pasteWrongWidth: 'Row {row} has more cells than there are columns, so it was not read; it stays in the box for you to correct.',
  pasteNothingRead: 'No row could be read yet; correct the rows in the box.',
  pasteUnreadable: '“{text}” is not right yet; it is kept as it is for you to correct.',
  pasteTooMany: 'From row {row} on there is no room: at most {limit} items. These rows stay in the box for you to keep.',
}

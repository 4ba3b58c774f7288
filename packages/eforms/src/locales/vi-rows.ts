/** Words of repeating groups, Vietnamese. */
export const viRows = {
  addRow: 'Thêm',
  removeRow: 'Xóa mục {number}',
  rowLegendNamed: 'Mục {number}: {name}',
  rowAdded: 'Đã thêm “{row}”.',
  rowsAdded: 'Đã thêm {count} mục.',
  addManyRows: 'Thêm nhiều',
  pasteRows: 'Dán từ bảng tính',
  rowRemoved: 'Đã xóa “{row}”.',
  rowRestored: 'Đã lấy lại “{row}”.',
  undo: 'Hoàn tác',
} as const

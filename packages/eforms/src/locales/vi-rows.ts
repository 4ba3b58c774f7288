/** Words for adding many rows at once, Vietnamese. */
export const viRows = {
  manyCount: 'Số mục cần thêm',
  manyCountWrong: 'Hãy nhập một số từ 1 đến {limit}.',
  manyAdd: 'Thêm các mục',
  manyAddCount: 'Thêm {count} mục',
  manyClose: 'Đóng',
  pasteLabel: 'Các hàng chép từ bảng tính',
  pasteHint: 'Chép các hàng trong Excel hoặc bảng tính khác rồi dán vào đây. Các cột: {columns}. Hàng đầu có thể là tên cột.',
  pasteEmpty: 'Hãy dán ít nhất một hàng có chữ.',
  pasteRead: 'Đọc được {count} hàng.',
  pasteReadLook: 'Đọc được {count} hàng; {problems} chỗ cần xem lại.',
  pasteRow: 'Hàng {row}: {answers}',
  pasteUnknownColumn: 'Cột {column} “{text}”: biểu mẫu không hỏi, nên bỏ qua.',
  pasteUnreadable: '“{text}” chưa đúng; sẽ giữ nguyên để bạn sửa.',
  pasteTooMany: 'Từ hàng {row} trở đi không còn chỗ: nhiều nhất {limit} mục. Phần này vẫn ở trong ô để bạn giữ lại.',
} as const

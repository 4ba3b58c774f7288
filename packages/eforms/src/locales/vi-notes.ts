/** Words beside any field and over the errors, Vietnamese: all that an element needs which has fields but no form. */
export const viNotes = {
  optional: '(không bắt buộc)',
  errorPrefix: 'Lỗi: ',
  warningPrefix: 'Lưu ý: ',
  locked: 'Thông tin này lấy từ tài khoản định danh của bạn và không sửa được ở đây.',
  fileLine: '{name} · {size}',
  errorSummaryTitle: 'Có chỗ cần sửa',
} as const

/** Words about a file that somebody chooses, Vietnamese: on the page of papers and in a field of its own. */
export const viFiles = {
  documentLimits: 'Nhận {types}; mỗi tệp tối đa {size}.',
  uploadTooLarge: 'Tệp nặng {size}, quá mức {limit}. Hãy chụp lại với cỡ nhỏ hơn hoặc chọn tệp khác.',
  uploadWrongType: 'Tệp này không phải loại được nhận ({types}). Hãy chọn tệp khác.',
  uploadEmpty: 'Tệp này rỗng. Hãy chọn tệp khác.',
  uploadRemove: 'Bỏ tệp này',
  fileLimit: 'Mỗi tệp tối đa {size}.',
} as const

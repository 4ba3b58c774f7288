/** Words of the search for a procedure, Vietnamese. */
export const viFinder = {
  finderLabel: 'Bạn cần làm thủ tục gì?',
  finderHint: 'Gõ vài từ, có dấu hay không dấu đều được, hoặc mã thủ tục.',
  finderCode: 'Mã thủ tục {code}',
  finderAll: 'Có {count} thủ tục làm được ở đây.',
  finderUnread: 'Chưa hiểu được từ nào trong ô này. Dưới đây là tất cả {count} thủ tục làm được ở đây.',
  finderCount: 'Tìm thấy {count} thủ tục.',
  finderNone: 'Không tìm thấy thủ tục nào. Hãy thử gõ từ khác, hoặc xóa ô này để xem tất cả.',
} as const

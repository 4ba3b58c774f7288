/** Words for where an answer comes from that the person did not type, Vietnamese. */
export const viOrigins = {
  originIdentity: 'Lấy từ tài khoản định danh của bạn.',
  originPopulation: 'Lấy từ Cơ sở dữ liệu quốc gia về dân cư.',
  originCard: 'Đọc từ mã QR trên thẻ căn cước; chưa được xác thực. Hãy xem lại.',
  originDossier: 'Từ hồ sơ trước của bạn. Hãy xem còn đúng không.',
  originDossierOn: 'Từ hồ sơ trước ngày {day} của bạn. Hãy xem còn đúng không.',
  originDerived: 'Lấy từ câu trả lời khác của bạn.',
  originLocked: 'Không sửa được ở đây.',
  originReplaced: 'Thay cho “{typed}” bạn đã nhập.',
} as const

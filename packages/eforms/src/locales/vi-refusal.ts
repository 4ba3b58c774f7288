/** What a gateway says that does not take a dossier, Vietnamese. */
export const viRefusal = {
  submitInvalid: 'Cổng tiếp nhận thấy có chỗ cần sửa. Hãy xem danh sách dưới đây.',
  submitChanged: 'Biểu mẫu vừa được cập nhật. Câu trả lời của bạn còn nguyên; hãy kiểm tra lại rồi nộp.',
  submitAlready: 'Hồ sơ từ lần bấm trước đã được nhận. Hãy xem trong danh sách hồ sơ của bạn trước khi nộp hồ sơ mới.',
  submitRefused: 'Cổng tiếp nhận chưa nhận hồ sơ: {reason}',
  'server:identityMismatch': 'Mục “{label}” chưa khớp với thông tin của tài khoản định danh bạn đã đăng nhập. Hãy khai đúng như trên thẻ căn cước, hoặc đăng nhập bằng tài khoản của người yêu cầu.',
  'server:populationMismatch': 'Mục “{label}” chưa khớp với thông tin vừa lấy từ Cơ sở dữ liệu quốc gia về dân cư. Hãy khai đúng như vậy; nếu thông tin đó sai, hãy hỏi công an xã, phường, đặc khu nơi bạn cư trú.',
  'server:communeUnknown': 'Cổng tiếp nhận không có xã, phường, đặc khu đã chọn ở mục “{label}”. Hãy chọn lại trong danh sách.',
  'server:communeNotInProvince': 'Nơi đã chọn ở mục “{label}” không thuộc tỉnh, thành phố đã chọn. Hãy chọn lại một trong hai mục.',
} as const

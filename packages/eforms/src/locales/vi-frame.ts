/** Words round an eForm or a panel, Vietnamese: why it does not open, and signing in. */
export const viFrame = {
  blockedInsecure: 'Trang này không dùng kết nối an toàn (https), nên biểu mẫu không thu thập thông tin nào của bạn. Hãy mở lại trang bằng địa chỉ bắt đầu với https, hoặc nộp theo cách dưới đây.',
  blockedPortal: 'Địa chỉ cổng tiếp nhận “{portal}” không dùng được. Người quản trị trang cần kiểm tra lại thuộc tính “portal”: địa chỉ phải bắt đầu với https.',
  blockedOffline: 'Hiện chưa kết nối được, nên chưa thể tiếp tục. Thông tin bạn đã nhập trên máy này không bị mất. Hãy thử lại sau ít phút.',
  signInNote: 'Bạn sẽ được chuyển sang trang đăng nhập định danh điện tử rồi quay lại đây.',
  signIn: 'Đăng nhập',
  signInFailed: 'Đăng nhập chưa thành công. Hãy thử lại.',
  signInCancelled: 'Bạn đã dừng đăng nhập. Chưa có gì được gửi đi.',
  sessionExpired: 'Phiên đăng nhập đã hết hạn. Những gì bạn nhập vẫn còn; hãy đăng nhập lại để tiếp tục.',
  supportCode: 'Mã hỗ trợ: {code}',
} as const

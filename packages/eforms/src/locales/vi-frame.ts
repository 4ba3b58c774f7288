/** Words round an eForm or a panel, Vietnamese: signing in, and what is wrong with the address of the portal. */
export const viFrame = {
  retry: 'Thử lại',
  lacksAttribute: 'Trang này chưa cài đặt xong. Người quản trị trang cần ghi thuộc tính “{attribute}”.',
  blockedPortal: 'Địa chỉ cổng tiếp nhận “{portal}” không dùng được. Người quản trị trang cần kiểm tra lại thuộc tính “portal”: địa chỉ phải bắt đầu với https.',
  signInNote: 'Bạn sẽ được chuyển sang trang đăng nhập định danh điện tử rồi quay lại đây.',
  signIn: 'Đăng nhập',
  signInFailed: 'Đăng nhập chưa thành công. Hãy thử lại.',
  signInCancelled: 'Bạn đã dừng đăng nhập. Chưa có gì được gửi đi.',
  sessionExpired: 'Phiên đăng nhập đã hết hạn. Những gì bạn nhập vẫn còn; hãy đăng nhập lại để tiếp tục.',
  supportCode: 'Mã hỗ trợ: {code}',
} as const

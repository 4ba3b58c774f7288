/** Words of a machine that many people use, Vietnamese. */
export const viShared = {
  sharedIdle: 'Đã lâu không có ai bấm hay gõ. Trang này sẽ xóa những gì đã nhập sau {seconds} giây.',
  sharedLeft: 'Còn {seconds} giây',
  sharedStay: 'Tôi vẫn đang làm',
  sharedHandOn: 'Xóa và bắt đầu lại cho người tiếp theo',
  assistedSignIn: 'Người yêu cầu đăng nhập bằng tài khoản của chính mình. Không dùng tài khoản của người hỗ trợ.',
  ownPhone: 'Làm trên điện thoại của bạn',
  ownPhoneScan: 'Quét mã này bằng điện thoại của bạn để mở đúng thủ tục này, rồi đăng nhập ở đó.',
  ownPhoneNothing: 'Những gì đã khai không đi theo mã này.',
  ownPhoneAlt: 'Mã QR chứa địa chỉ trang, không chứa thông tin cá nhân',
} as const

/** Words of a machine that many people use, Vietnamese. */
export const viShared = {
  sharedIdle: 'Không thấy ai thao tác. Trang này sẽ xóa những gì đã nhập sau {seconds} giây.',
  sharedLeft: 'Còn {seconds} giây',
  sharedStay: 'Tôi vẫn đang làm',
  sharedHandOn: 'Xóa và bắt đầu lại cho người tiếp theo',
} as const

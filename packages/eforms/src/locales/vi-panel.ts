/** Words of an element that stands alone until it is open, Vietnamese. */
export const viPanel = {
  panelLoading: 'Đang tải…',
  panelInsecure: 'Kết nối không an toàn. Hãy mở lại bằng địa chỉ bắt đầu với https.',
  panelCommune: 'Mã xã, phường, đặc khu “{commune}” không đúng: cần năm chữ số. Người quản trị trang cần sửa thuộc tính “commune”.',
  panelOffline: 'Chưa kết nối được. Hãy thử lại.',
} as const

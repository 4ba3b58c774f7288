/** Made-up answers shaped like real ones: every tone on every vowel, capitals, both placements of tones, figures between words. */
export const PHRASES: readonly string[] = [
  'Nguyễn Thị Mỹ Thuận', 'Trần Văn Đức', 'Lê Thị Thúy Hằng', 'Phạm Ngọc Quỳnh Như', 'Huỳnh Tấn Phước', 'Võ Hoàng Khuê', 'Đặng Thùy Dương', 'ĐỖ THỊ BƯỞI', 'Lý Quốc Việt', 'Bùi Xuân Huy',
  'Đường 3/2, ấp Mỹ Hòa', 'số 12A, tổ 7, khóm Đông Thịnh', 'Xã Mỹ Thuận, tỉnh An Giang', 'Phường Bình Khánh, Long Xuyên', 'thôn Thượng, xã Quỳ Hợp', 'Quốc lộ 91, km 8+500',
  'khuỷu', 'quyết', 'khúc khuỷu', 'ngoằn ngoèo', 'nghiêng', 'giếng nước', 'già làng', 'gì', 'quý', 'quả', 'quốc gia', 'thuở nhỏ', 'huơ', 'mưa', 'mùa', 'người', 'rượu', 'nghĩa', 'xoáy', 'loay hoay', 'chuyển', 'luật', 'bướu', 'tiêu', 'ưu',
  'hòa thuận', 'hóa đơn', 'thủy', 'khỏe', 'Để xin cấp lại giấy khai sinh bị mất', 'bị ướt do lũ năm 1978', 'cha mẹ đã ly hôn', 'anh, chị, em ruột',
  'à á ả ã ạ', 'ằ ắ ẳ ẵ ặ', 'ầ ấ ẩ ẫ ậ', 'è é ẻ ẽ ẹ', 'ề ế ể ễ ệ', 'ì í ỉ ĩ ị', 'ò ó ỏ õ ọ', 'ồ ố ổ ỗ ộ', 'ờ ớ ở ỡ ợ', 'ù ú ủ ũ ụ', 'ừ ứ ử ữ ự', 'ỳ ý ỷ ỹ ỵ', 'Đ Ắ Ẩ Ẽ Ễ Ị Ọ Ộ Ợ Ũ Ữ Ỵ',
]

/** The same sounds as they are written by those who place the tone the new way. */
export const NEW_PLACEMENT: readonly string[] = ['hoà thuận', 'hoá đơn', 'thuỷ', 'khoẻ', 'Hoà Bình', 'uỷ ban', 'Thuý']

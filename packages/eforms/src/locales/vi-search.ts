/** Words of fields that find by typing, Vietnamese. */
export const viSearch = {
  noMatch: 'Không có lựa chọn nào khớp',
  communeHint: 'Gõ tên, có dấu hay không dấu đều được, rồi chọn trong danh sách.',
  communeCount: 'Có {count} kết quả',
  searchCut: 'Có {count} kết quả, chỉ hiện {shown}. Hãy gõ thêm.',
  communeNone: 'Không có xã, phường, đặc khu nào khớp',
  communeFormer: '{commune} (tên cũ: {name})',
  communeFormerName: 'Tên cũ: {name}.',
  communeDivided: '{name} nay thuộc: {communes}. Hãy chọn nơi của bạn trong danh sách.',
  communeDividedMore: '{communes} và {count} nơi khác',
  communeLoading: 'Đang tải danh sách…',
  communeFailed: 'Chưa tải được danh sách xã, phường. Hãy đợi vài giây, rồi bấm hoặc gõ vào ô này để tải lại.',
} as const

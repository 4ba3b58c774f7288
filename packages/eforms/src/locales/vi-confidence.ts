/** How sure a fact is, Vietnamese. */
export const viConfidence = {
  checkedLine: 'Kiểm tra ngày: {date}',
  confidenceLine: 'Độ tin cậy: {confidence}',
  confidenceCONFIRMED: 'đã đọc trong văn bản chính thức',
  confidenceINFERRED: 'suy ra từ các nguồn liên quan, chưa thấy ghi rõ',
  confidenceUNKNOWN: 'chưa xác định được',
} as const

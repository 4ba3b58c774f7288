/** Words of the display in the waiting room, Vietnamese. */
export const viBoard = {
  boardTitle: 'Số đang được gọi',
  boardNobody: 'Chưa gọi số nào.',
  boardNext: 'Sắp đến lượt',
  boardNobodyNext: 'Không có ai đang chờ.',
  boardWaiting: 'Đang chờ: {count}',
  boardCall: 'Mời số {ticket} đến {counter}',
  boardAgain: 'Mời lại số {ticket} đến {counter}',
  boardStale: 'Chưa cập nhật từ {time}. Hãy hỏi cán bộ tại quầy.',
  boardNever: 'Chưa kết nối được. Hãy hỏi cán bộ tại quầy.',
  boardSpeak: 'Bật tiếng gọi số',
  boardNotOffered: 'Nơi này chưa dùng bảng gọi số.',
} as const

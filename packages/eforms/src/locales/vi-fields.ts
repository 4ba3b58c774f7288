import { viNotes } from './vi-notes.ts'

/** Words of the fields and of the form round them, Vietnamese. */
export const viFields = {
  ...viNotes,
  fieldRequired: 'Bạn chưa trả lời mục “{label}”.',
  fieldDate: 'Mục “{label}” phải là một ngày có thật, ví dụ 27 3 1985.',
  day: 'Ngày',
  month: 'Tháng',
  year: 'Năm',
  choose: 'Chọn…',
  yes: 'Có',
  no: 'Không',
  consentDetails: 'Xem toàn văn',
  nothingYet: 'Chưa có',
  rowLegend: 'Mục {number}',
  loading: 'Đang tải biểu mẫu…',
  continue: 'Tiếp tục',
} as const

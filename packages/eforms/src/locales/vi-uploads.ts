import { viFiles } from './vi-files.ts'

/** Words of papers on their way, Vietnamese. */
export const viUploads = {
  ...viFiles,
  uploadProgress: 'Đang tải lên: {percent} %',
  uploadWaiting: 'Mất kết nối. Đã tải {percent} %; sẽ tải tiếp từ chỗ dừng.',
  uploadConfirmed: 'Cổng tiếp nhận đã nhận đủ tệp này.',
  uploadChecking: 'Đang chờ cổng tiếp nhận xác nhận…',
  uploadCancelled: 'Đã dừng tải lên.',
  uploadFailed: 'Chưa tải lên được. Tệp vẫn còn trên máy bạn; bấm “Thử tải lại” để tải tiếp từ chỗ dừng.',
  uploadCancel: 'Dừng tải lên',
  uploadRetry: 'Thử tải lại',
} as const

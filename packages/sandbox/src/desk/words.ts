import { vietnamTime } from '@motcua/core/dates'

/** National list TrangThaiHoSo, in the words of the one-stop desk. */
const STATES: Readonly<Record<number, string>> = {
  1: 'Mới đăng ký', 2: 'Được tiếp nhận', 3: 'Không được tiếp nhận', 4: 'Đang xử lý', 5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính', 7: 'Công dân yêu cầu rút hồ sơ', 8: 'Dừng xử lý', 9: 'Đã xử lý xong', 10: 'Đã trả kết quả',
}
const STEPS: Readonly<Record<string, string>> = {
  submitted: 'Nộp hồ sơ', paid: 'Đã trả phí', receive: 'Tiếp nhận', refuse: 'Từ chối tiếp nhận', 'request-supplement': 'Yêu cầu bổ sung',
  'supplement-answered': 'Đã bổ sung', process: 'Chuyển xử lý', 'request-payment': 'Yêu cầu nộp phí', stop: 'Dừng xử lý',
  finish: 'Xử lý xong, có kết quả', return: 'Trả kết quả', withdrawn: 'Rút hồ sơ',
}
const FEES: Readonly<Record<string, string>> = {
  none: 'không thu phí', owed: 'chưa trả', partial: 'trả thiếu', paid: 'đã trả đủ', over: 'trả thừa', 'refund-due': 'phải hoàn lại',
}
const HELPERS: Readonly<Record<string, string>> = { officer: 'cán bộ', 'youth-volunteer': 'tình nguyện viên thanh niên', relative: 'người thân' }
const SEALS: Readonly<Record<string, string>> = { 'officer-signature': 'cán bộ ký số', 'system-seal': 'dấu hệ thống' }

export const stateWord = (state: number): string => STATES[state] ?? `Trạng thái ${state}`
export const stepWord = (kind: string): string => STEPS[kind] ?? kind
export const feeWord = (state: string): string => FEES[state] ?? state
export const sealWord = (seal: string | undefined): string => SEALS[seal ?? ''] ?? ''

/** Who helped the applicant, and how. */
export function assistedWord({ kind, mode, reason }: { kind: string; mode: string; reason?: string | undefined }): string {
  const helper = HELPERS[kind] ?? kind
  return mode === 'guided' ? `${helper} hướng dẫn` : `${helper} thao tác thay${reason === undefined ? '' : `, vì: ${reason}`}`
}

/** `20/11/2026 09:05`, in Vietnam. */
export function dateTimeWord(instant: string | null | undefined): string {
  if (instant === null || instant === undefined) return '—'
  const { date, hour, minute } = vietnamTime(instant)
  return `${date.split('-').reverse().join('/')} ${[hour, minute].map((part) => String(part).padStart(2, '0')).join(':')}`
}

export function moneyWord(amountVnd: number): string {
  return `${amountVnd.toLocaleString('vi-VN')} đồng`
}
